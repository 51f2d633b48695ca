package org.sinho.v2x.j2735;

/**
 * MapData: the lanes of one or more intersections, and which signal group controls them.
 *
 * <p>Road segments, data parameters, restriction classes, regional content and extensions are
 * stepped over, not written.
 */
public final class MapMessage extends J2735Message {
    /** Most intersections that a message can carry. */
    public static final int MAXIMUM_INTERSECTIONS = 32;

    /** Most lanes kept of a message; one with more is refused. */
    public static final int MAXIMUM_LANES = 512;

    /** Most nodes kept of a message; one with more is refused. */
    public static final int MAXIMUM_NODES = 4096;

    /** Most connections kept of a message; one with more is refused. */
    public static final int MAXIMUM_CONNECTIONS = 2048;

    private static final int LAYER_TYPES = 8;

    private final NodeStore nodes = new NodeStore(MAXIMUM_NODES);
    private final Pool<Connection> connections =
            new Pool<>(Connection[]::new, MAXIMUM_CONNECTIONS, Connection::new);
    private final Pool<GenericLane> lanes =
            new Pool<>(
                    GenericLane[]::new, MAXIMUM_LANES, () -> new GenericLane(nodes, connections));
    private final Pool<IntersectionGeometry> intersections =
            new Pool<>(
                    IntersectionGeometry[]::new,
                    MAXIMUM_INTERSECTIONS,
                    () -> new IntersectionGeometry(lanes));
    private int minuteOfYear;
    private int issueRevision;
    private int layerType;
    private int layerId;

    /** Makes a message without intersections. */
    public MapMessage() {
        super(MessageFrame.MAP);
        clear();
    }

    @Override
    public void clear() {
        nodes.clear();
        connections.clear();
        lanes.clear();
        intersections.clear();
        header(ABSENT, 0, ABSENT, ABSENT);
    }

    @Override
    void read(UperReader in) {
        // Extension, timeStamp, layerType, layerID, intersections, four parts not kept.
        int preamble = in.intBits(9);
        minuteOfYear = (preamble & 128) != 0 ? in.constrained(0, 527_040) : ABSENT;
        issueRevision = in.intBits(7);
        layerType = (preamble & 64) != 0 ? in.extensibleIndex(LAYER_TYPES) : ABSENT;
        layerId = (preamble & 32) != 0 ? in.constrained(0, 100) : ABSENT;
        if ((preamble & 16) != 0) {
            int count = 1 + in.intBits(5);
            for (int i = 0; i < count && !in.failed(); i++) {
                intersections.next().read(in);
            }
        }
        skipRest(in, preamble);
    }

    private static void skipRest(UperReader in, int preamble) {
        if ((preamble & 8) != 0) {
            MapTypes.ROAD_SEGMENT_LIST.skip(in);
        }
        if ((preamble & 4) != 0) {
            MapTypes.DATA_PARAMETERS.skip(in);
        }
        if ((preamble & 2) != 0) {
            MapTypes.RESTRICTION_CLASS_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 256) != 0) {
            in.skipAdditions();
        }
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        out.bit(minuteOfYear != ABSENT);
        out.bit(layerType != ABSENT);
        out.bit(layerId != ABSENT);
        out.bit(intersections.used() > 0);
        out.bits(0, 4);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        out.constrained(issueRevision, 0, 127);
        if (layerType != ABSENT) {
            out.extensibleIndex(layerType, LAYER_TYPES);
        }
        if (layerId != ABSENT) {
            out.constrained(layerId, 0, 100);
        }
        if (intersections.used() > 0) {
            out.constrained(intersections.used(), 1, MAXIMUM_INTERSECTIONS);
        }
        for (int i = 0; i < intersections.used(); i++) {
            intersections.get(i).write(out);
        }
    }

    /**
     * UTC minute of the year in which the message was made.
     *
     * @return 0 to 527039, 527040 invalid, or {@link #ABSENT}
     */
    public int minuteOfYear() {
        return minuteOfYear;
    }

    /** {@return revision of the message; 0 to 127, wraps} */
    public int issueRevision() {
        return issueRevision;
    }

    /**
     * Content: 0 none, 1 mixed, 2 general, 3 intersections, 4 curves, 5 sections, 6 parking, 7
     * shared.
     *
     * @return 0 to 7, from 256 a later edition's, or {@link #ABSENT}
     */
    public int layerType() {
        return layerType;
    }

    /** {@return number of this layer; 0 to 100, or {@link #ABSENT}} */
    public int layerId() {
        return layerId;
    }

    /**
     * Sets time, revision and layer.
     *
     * @param minuteOfYear see {@link #minuteOfYear()}
     * @param issueRevision see {@link #issueRevision()}
     * @param layerType see {@link #layerType()}
     * @param layerId see {@link #layerId()}
     */
    public void header(int minuteOfYear, int issueRevision, int layerType, int layerId) {
        this.minuteOfYear = minuteOfYear;
        this.issueRevision = issueRevision;
        this.layerType = layerType;
        this.layerId = layerId;
    }

    /** {@return how many intersections there are, 0 to 32} */
    public int intersectionCount() {
        return intersections.used();
    }

    /**
     * Geometry of one intersection.
     *
     * @param index 0 to {@link #intersectionCount()} - 1
     * @return the geometry; the same object for every message
     */
    public IntersectionGeometry intersection(int index) {
        return intersections.get(index);
    }

    /**
     * Adds an intersection to fill in.
     *
     * @return a cleared geometry
     * @throws IllegalStateException if there are {@link #MAXIMUM_INTERSECTIONS} already
     */
    public IntersectionGeometry addIntersection() {
        IntersectionGeometry added = intersections.add(true, "intersections");
        added.clear();
        return added;
    }
}
