package org.sinho.v2x.j2735;

/**
 * One lane of an intersection: use, course, and where it leads.
 *
 * <p>Name, node attributes, overlays, regional content and extensions are stepped over, not
 * written; so are rotation and scale of a lane that is computed from another.
 */
public final class GenericLane {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** Bit of {@link #directionFlags()}: traffic towards the intersection. */
    public static final int INGRESS = 1;

    /** Bit of {@link #directionFlags()}: traffic away from the intersection. */
    public static final int EGRESS = 1 << 1;

    /** {@link #laneType()}: for vehicles; pedestrians' crossings are {@link #CROSSWALK}. */
    public static final int VEHICLE = 0;

    /** {@link #laneType()}: a crosswalk. */
    public static final int CROSSWALK = 1;

    /** {@link #laneType()}: for bicycles. */
    public static final int BIKE_LANE = 2;

    /** {@link #laneType()}: for rail vehicles. */
    public static final int TRACKED_VEHICLE = 6;

    /** Bit of {@link #laneTypeFlags()} of every type: the lane is not always in use. */
    public static final int REVOCABLE = 1;

    /** Bit of {@link #maneuverFlags()}: straight on. */
    public static final int ALLOWED_STRAIGHT = 1;

    /** Bit of {@link #maneuverFlags()}: left turn. */
    public static final int ALLOWED_LEFT = 1 << 1;

    /** Bit of {@link #maneuverFlags()}: right turn. */
    public static final int ALLOWED_RIGHT = 1 << 2;

    /** Bit of {@link #maneuverFlags()}: U-turn. */
    public static final int ALLOWED_U_TURN = 1 << 3;

    private static final int LANE_TYPES = 8;
    private static final int SMALL_OFFSET = 2047;
    private static final int LARGE_OFFSET = 32_767;
    private static final int FEWEST_NODES = 2;
    private static final int MOST_NODES = 63;

    private final NodeStore nodes;
    private final Pool<Connection> connections;
    private int laneId;
    private int ingressApproach;
    private int egressApproach;
    private int directionFlags;
    private int sharedFlags;
    private int laneType;
    private int laneTypeFlags;
    private int maneuverFlags;
    private int firstNode;
    private int nodeCount;
    private int firstConnection;
    private int connectionCount;
    private int referenceLaneId;
    private int offsetXCm;
    private int offsetYCm;

    GenericLane(NodeStore nodes, Pool<Connection> connections) {
        this.nodes = nodes;
        this.connections = connections;
    }

    void clear() {
        lane(0, ABSENT, ABSENT, ABSENT);
        attributes(0, 0, VEHICLE, 0);
        firstNode = nodes.used();
        nodeCount = 0;
        firstConnection = connections.used();
        connectionCount = 0;
        computed(ABSENT, 0, 0);
    }

    void read(UperReader in) {
        // Extension, name, ingress, egress, maneuvers, connectsTo, overlays, regional.
        int preamble = in.intBits(8);
        clear();
        laneId = in.intBits(8);
        if ((preamble & 64) != 0) {
            in.skipIa5(1, 63);
        }
        ingressApproach = (preamble & 32) != 0 ? in.intBits(4) : ABSENT;
        egressApproach = (preamble & 16) != 0 ? in.intBits(4) : ABSENT;
        readAttributes(in);
        maneuverFlags = (preamble & 8) != 0 ? in.flags(12) : ABSENT;
        readNodeList(in);
        if ((preamble & 4) != 0) {
            readConnections(in);
        }
        if ((preamble & 2) != 0) {
            LaneTypes.OVERLAY_LANE_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 128) != 0) {
            in.skipAdditions();
        }
    }

    private void readAttributes(UperReader in) {
        boolean regional = in.bit();
        directionFlags = in.flags(2);
        sharedFlags = in.flags(10);
        laneType = in.extensibleIndex(LANE_TYPES);
        if (laneType >= UperReader.EXTENSION_BASE) {
            in.skipOpenType();
        } else if (laneType == VEHICLE) {
            laneTypeFlags = in.extensibleFlags(8);
        } else {
            laneTypeFlags = in.flags(16);
        }
        if (regional) {
            in.skip(Byte.SIZE);
            in.skipOpenType();
        }
    }

    private void readNodeList(UperReader in) {
        int form = in.extensibleIndex(2);
        if (form >= UperReader.EXTENSION_BASE) {
            in.skipOpenType();
        } else if (form == 1) {
            readComputed(in);
        } else {
            int count = in.constrained(FEWEST_NODES, MOST_NODES);
            for (; nodeCount < count && !in.failed(); nodeCount++) {
                nodes.read(in);
            }
        }
    }

    private void readComputed(UperReader in) {
        int preamble = in.intBits(5); // Extension, rotation, two scales, regional.
        referenceLaneId = in.intBits(8);
        offsetXCm = readOffset(in);
        offsetYCm = readOffset(in);
        if ((preamble & 8) != 0) {
            in.constrained(0, 28_800);
        }
        in.skip(12 * Integer.bitCount(preamble & 6));
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 16) != 0) {
            in.skipAdditions();
        }
    }

    private static int readOffset(UperReader in) {
        int limit = in.bit() ? LARGE_OFFSET : SMALL_OFFSET;
        return in.constrained(-limit, limit);
    }

    private void readConnections(UperReader in) {
        int count = 1 + in.intBits(4);
        for (; connectionCount < count && !in.failed(); connectionCount++) {
            Connection connection = connections.next();
            if (connection == null) {
                in.fail(DecodeCause.CAPACITY);
                return;
            }
            connection.read(in);
        }
    }

    void write(UperWriter out) {
        out.bits(0, 2);
        out.bit(ingressApproach != ABSENT);
        out.bit(egressApproach != ABSENT);
        out.bit(maneuverFlags != ABSENT);
        out.bit(connectionCount > 0);
        out.bits(0, 2);
        out.constrained(laneId, 0, 255);
        if (ingressApproach != ABSENT) {
            out.constrained(ingressApproach, 0, 15);
        }
        if (egressApproach != ABSENT) {
            out.constrained(egressApproach, 0, 15);
        }
        writeAttributes(out);
        if (maneuverFlags != ABSENT) {
            out.flags(maneuverFlags, 12);
        }
        writeNodeList(out);
        if (connectionCount > 0) {
            out.constrained(connectionCount, 1, 16);
        }
        for (int i = 0; i < connectionCount; i++) {
            connections.get(firstConnection + i).write(out);
        }
    }

    private void writeAttributes(UperWriter out) {
        out.bit(false);
        out.flags(directionFlags, 2);
        out.flags(sharedFlags, 10);
        out.bit(false);
        out.constrained(laneType, 0, LANE_TYPES - 1);
        if (laneType == VEHICLE) {
            out.extensibleFlags(laneTypeFlags, 8);
        } else {
            out.flags(laneTypeFlags, 16);
        }
    }

    private void writeNodeList(UperWriter out) {
        boolean computed = referenceLaneId != ABSENT;
        out.extensibleIndex(computed ? 1 : 0, 2);
        if (computed) {
            out.bits(0, 5);
            out.constrained(referenceLaneId, 0, 255);
            writeOffset(out, offsetXCm);
            writeOffset(out, offsetYCm);
            return;
        }
        out.constrained(nodeCount, FEWEST_NODES, MOST_NODES);
        for (int i = 0; i < nodeCount; i++) {
            nodes.write(firstNode + i, out);
        }
    }

    private static void writeOffset(UperWriter out, int offset) {
        boolean large = Math.abs(offset) > SMALL_OFFSET;
        int limit = large ? LARGE_OFFSET : SMALL_OFFSET;
        out.bit(large);
        out.constrained(offset, -limit, limit);
    }

    /** {@return number of the lane; 0 to 255, 0 unknown} */
    public int laneId() {
        return laneId;
    }

    /** {@return approach by which the lane enters; 0 to 15, or {@link #ABSENT}} */
    public int ingressApproach() {
        return ingressApproach;
    }

    /** {@return approach by which the lane leaves; 0 to 15, or {@link #ABSENT}} */
    public int egressApproach() {
        return egressApproach;
    }

    /** {@return maneuvers allowed, {@code ALLOWED_...} bits; 0 to 4095, or {@link #ABSENT}} */
    public int maneuverFlags() {
        return maneuverFlags;
    }

    /** {@return direction of use; {@link #INGRESS}, {@link #EGRESS}, both or 0} */
    public int directionFlags() {
        return directionFlags;
    }

    /**
     * Who shares the lane: bit 3 motor vehicles, 4 bus, 5 taxi, 6 pedestrians, 7 cyclists, 8 rail.
     *
     * @return 0 to 1023
     */
    public int sharedFlags() {
        return sharedFlags;
    }

    /**
     * Type: 0 vehicle, 1 crosswalk, 2 bike lane, 3 sidewalk, 4 median, 5 striping, 6 rail, 7
     * parking.
     *
     * @return 0 to 7, from 256 a later edition's
     */
    public int laneType() {
        return laneType;
    }

    /** {@return attributes of that type, bit i of its list at {@code 1 << i}; 0 to 65535} */
    public int laneTypeFlags() {
        return laneTypeFlags;
    }

    /**
     * Lane of which this one is a shifted copy; it then has no nodes.
     *
     * @return 0 to 255, or {@link #ABSENT}
     */
    public int referenceLaneId() {
        return referenceLaneId;
    }

    /** {@return shift to the east from the reference lane, in cm; -32767 to 32767} */
    public int offsetXCm() {
        return offsetXCm;
    }

    /** {@return shift to the north from the reference lane, in cm; -32767 to 32767} */
    public int offsetYCm() {
        return offsetYCm;
    }

    /**
     * Sets number, approaches and maneuvers.
     *
     * @param laneId see {@link #laneId()}
     * @param ingressApproach see {@link #ingressApproach()}
     * @param egressApproach see {@link #egressApproach()}
     * @param maneuverFlags see {@link #maneuverFlags()}
     */
    public void lane(int laneId, int ingressApproach, int egressApproach, int maneuverFlags) {
        this.laneId = laneId;
        this.ingressApproach = ingressApproach;
        this.egressApproach = egressApproach;
        this.maneuverFlags = maneuverFlags;
    }

    /**
     * Sets use and type.
     *
     * @param directionFlags see {@link #directionFlags()}
     * @param sharedFlags see {@link #sharedFlags()}
     * @param laneType see {@link #laneType()}
     * @param laneTypeFlags see {@link #laneTypeFlags()}
     */
    public void attributes(int directionFlags, int sharedFlags, int laneType, int laneTypeFlags) {
        this.directionFlags = directionFlags;
        this.sharedFlags = sharedFlags;
        this.laneType = laneType;
        this.laneTypeFlags = laneTypeFlags;
    }

    /**
     * Makes this lane a shifted copy of another.
     *
     * @param referenceLaneId see {@link #referenceLaneId()}
     * @param offsetXCm see {@link #offsetXCm()}
     * @param offsetYCm see {@link #offsetYCm()}
     */
    public void computed(int referenceLaneId, int offsetXCm, int offsetYCm) {
        this.referenceLaneId = referenceLaneId;
        this.offsetXCm = offsetXCm;
        this.offsetYCm = offsetYCm;
    }

    /** {@return how many nodes the lane has, 2 to 63, 0 if it is computed or not yet drawn} */
    public int nodeCount() {
        return nodeCount;
    }

    /**
     * Whether a node is an offset from the node before it (the first: from the reference point).
     *
     * @param index 0 to {@link #nodeCount()} - 1
     * @return false if it is a latitude and longitude, or of a regional form
     */
    public boolean nodeIsOffset(int index) {
        return nodes.form(firstNode + index) < NodeStore.LATITUDE_LONGITUDE;
    }

    /**
     * Whether a node is a latitude and longitude.
     *
     * @param index 0 to {@link #nodeCount()} - 1
     * @return false if it is an offset, or of a regional form that was stepped over
     */
    public boolean nodeIsPosition(int index) {
        return nodes.form(firstNode + index) == NodeStore.LATITUDE_LONGITUDE;
    }

    /**
     * East offset of a node.
     *
     * @param index 0 to {@link #nodeCount()} - 1
     * @return cm, positive to the east; the longitude in 1e-7 degrees if {@link #nodeIsPosition}
     */
    public int nodeX(int index) {
        return nodes.x(firstNode + index);
    }

    /**
     * North offset of a node.
     *
     * @param index 0 to {@link #nodeCount()} - 1
     * @return cm, positive to the north; the latitude in 1e-7 degrees if {@link #nodeIsPosition}
     */
    public int nodeY(int index) {
        return nodes.y(firstNode + index);
    }

    int nodeForm(int index) {
        return nodes.form(firstNode + index);
    }

    /**
     * Adds a node at an offset, in the shortest form; only to the lane added last.
     *
     * @param xCm east of the node before, -32768 to 32767
     * @param yCm north of the node before, -32768 to 32767
     * @throws IllegalArgumentException if an offset is too long for one node
     * @throws IllegalStateException if another lane was added since, or the message is full
     */
    public void addNode(int xCm, int yCm) {
        int form = NodeStore.shortestForm(xCm, yCm);
        if (form < 0) {
            throw new IllegalArgumentException(
                    "node " + xCm + ", " + yCm + " cm, allowed: -32768 to 32767");
        }
        addNode(form, xCm, yCm);
    }

    /**
     * Adds a node at a position; only to the lane added last.
     *
     * @param longitudeE7 in 1e-7 degrees
     * @param latitudeE7 in 1e-7 degrees
     * @throws IllegalStateException if another lane was added since, or the message is full
     */
    public void addPositionNode(int longitudeE7, int latitudeE7) {
        addNode(NodeStore.LATITUDE_LONGITUDE, longitudeE7, latitudeE7);
    }

    private void addNode(int form, int x, int y) {
        if (nodes.used() != firstNode + nodeCount || !nodes.add(form, x, y)) {
            throw new IllegalStateException("lane " + laneId + " takes no more nodes");
        }
        nodeCount++;
    }

    /** {@return how many connections lead from this lane, 0 to 16} */
    public int connectionCount() {
        return connectionCount;
    }

    /**
     * One connection.
     *
     * @param index 0 to {@link #connectionCount()} - 1
     * @return the connection; belongs to the message
     */
    public Connection connection(int index) {
        return connections.get(firstConnection + index);
    }

    /**
     * Adds a connection to fill in; only to the lane added last.
     *
     * @return a cleared connection
     * @throws IllegalStateException if another lane was added since, or the message is full
     */
    public Connection addConnection() {
        boolean last = connections.used() == firstConnection + connectionCount;
        Connection added = connections.add(last, "connections");
        added.clear();
        connectionCount++;
        return added;
    }
}
