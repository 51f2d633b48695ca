package org.sinho.v2x.j2735;

/**
 * Lanes of one intersection around a reference point.
 *
 * <p>Name, speed limits, preempt data, regional content and extensions are stepped over, not
 * written.
 */
public final class IntersectionGeometry {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** {@link #elevationDm()} when unknown or absent. */
    public static final int ELEVATION_UNKNOWN = BasicSafetyMessage.ELEVATION_UNKNOWN;

    private final Pool<GenericLane> lanes;
    private final IntersectionReferenceId intersection = new IntersectionReferenceId();
    private int firstLane;
    private int laneCount;
    private int revision;
    private int latitudeE7;
    private int longitudeE7;
    private int elevationDm;
    private boolean elevationPresent;
    private int laneWidthCm;

    IntersectionGeometry(Pool<GenericLane> lanes) {
        this.lanes = lanes;
    }

    void clear() {
        intersection.clear();
        firstLane = lanes.used();
        laneCount = 0;
        revision = 0;
        latitudeE7 = BasicSafetyMessage.LATITUDE_UNAVAILABLE;
        longitudeE7 = BasicSafetyMessage.LONGITUDE_UNAVAILABLE;
        elevationDm = ELEVATION_UNKNOWN;
        elevationPresent = false;
        laneWidthCm = ABSENT;
    }

    void read(UperReader in) {
        int preamble = in.intBits(6); // Extension, name, width, speeds, preempts, regional.
        clear();
        if ((preamble & 16) != 0) {
            in.skipIa5(1, 63);
        }
        intersection.read(in);
        revision = in.intBits(7);
        readReferencePoint(in);
        laneWidthCm = (preamble & 8) != 0 ? in.intBits(15) : ABSENT;
        if ((preamble & 4) != 0) {
            LaneTypes.SPEED_LIMIT_LIST.skip(in);
        }
        readLanes(in);
        if ((preamble & 2) != 0) {
            MapTypes.PREEMPT_PRIORITY_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 32) != 0) {
            in.skipAdditions();
        }
    }

    private void readReferencePoint(UperReader in) {
        int preamble = in.intBits(3); // Extension, elevation, regional.
        latitudeE7 = in.constrained(-900_000_000, BasicSafetyMessage.LATITUDE_UNAVAILABLE);
        longitudeE7 = in.constrained(-1_799_999_999, BasicSafetyMessage.LONGITUDE_UNAVAILABLE);
        elevationPresent = (preamble & 2) != 0;
        elevationDm = elevationPresent ? in.constrained(-4096, 61_439) : ELEVATION_UNKNOWN;
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    private void readLanes(UperReader in) {
        int count = in.constrained(1, 255);
        for (; laneCount < count && !in.failed(); laneCount++) {
            GenericLane lane = lanes.next();
            if (lane == null) {
                in.fail(DecodeCause.CAPACITY);
                return;
            }
            lane.read(in);
        }
    }

    void write(UperWriter out) {
        out.bits(0, 2);
        out.bit(laneWidthCm != ABSENT);
        out.bits(0, 3);
        intersection.write(out);
        out.constrained(revision, 0, 127);
        out.bit(false);
        out.bit(elevationPresent);
        out.bit(false);
        out.constrained(latitudeE7, -900_000_000, BasicSafetyMessage.LATITUDE_UNAVAILABLE);
        out.constrained(longitudeE7, -1_799_999_999, BasicSafetyMessage.LONGITUDE_UNAVAILABLE);
        if (elevationPresent) {
            out.constrained(elevationDm, -4096, 61_439);
        }
        if (laneWidthCm != ABSENT) {
            out.constrained(laneWidthCm, 0, 32_767);
        }
        out.constrained(laneCount, 1, 255);
        for (int i = 0; i < laneCount; i++) {
            lanes.get(firstLane + i).write(out);
        }
    }

    /** {@return the intersection; the same object for every message} */
    public IntersectionReferenceId intersection() {
        return intersection;
    }

    /** {@return revision of this geometry, as in the SPAT; 0 to 127, wraps} */
    public int revision() {
        return revision;
    }

    /**
     * Sets {@link #revision()}.
     *
     * @param value 0 to 127, wraps
     */
    public void revision(int value) {
        revision = value;
    }

    /**
     * Latitude of the reference point in 1e-7 degrees.
     *
     * @return -900000000 to 900000000, 900000001 unavailable
     */
    public int latitudeE7() {
        return latitudeE7;
    }

    /**
     * Longitude of the reference point in 1e-7 degrees.
     *
     * @return -1799999999 to 1800000000, 1800000001 unavailable
     */
    public int longitudeE7() {
        return longitudeE7;
    }

    /**
     * Elevation of the reference point in 0.1 m.
     *
     * @return -4095 to 61439, or {@link #ELEVATION_UNKNOWN}
     */
    public int elevationDm() {
        return elevationDm;
    }

    /** Whether the elevation is there, perhaps only to say that it is unknown. */
    boolean elevationPresent() {
        return elevationPresent;
    }

    /** {@return width of lanes that do not say otherwise, in cm; 0 to 32767, or {@link #ABSENT}} */
    public int laneWidthCm() {
        return laneWidthCm;
    }

    /**
     * Sets {@link #laneWidthCm()}.
     *
     * @param value 0 to 32767, or {@link #ABSENT}
     */
    public void laneWidthCm(int value) {
        laneWidthCm = value;
    }

    /** {@return latitude of the reference point in degrees north} */
    public double latitudeDeg() {
        return latitudeE7 * 1e-7;
    }

    /** {@return longitude of the reference point in degrees east} */
    public double longitudeDeg() {
        return longitudeE7 * 1e-7;
    }

    /**
     * Sets the reference point.
     *
     * @param latitudeE7 see {@link #latitudeE7()}
     * @param longitudeE7 see {@link #longitudeE7()}
     * @param elevationDm see {@link #elevationDm()}; unknown leaves it out
     */
    public void referencePoint(int latitudeE7, int longitudeE7, int elevationDm) {
        this.latitudeE7 = latitudeE7;
        this.longitudeE7 = longitudeE7;
        this.elevationDm = elevationDm;
        elevationPresent = elevationDm != ELEVATION_UNKNOWN;
    }

    /** {@return how many lanes there are, 1 to 255, 0 before the first} */
    public int laneCount() {
        return laneCount;
    }

    /**
     * One lane.
     *
     * @param index 0 to {@link #laneCount()} - 1
     * @return the lane; belongs to the message
     */
    public GenericLane lane(int index) {
        return lanes.get(firstLane + index);
    }

    /**
     * Adds a lane to fill in; only to the intersection added last.
     *
     * @return a cleared lane
     * @throws IllegalStateException if another intersection was added since, or the message is full
     */
    public GenericLane addLane() {
        GenericLane added = lanes.add(lanes.used() == firstLane + laneCount, "lanes");
        added.clear();
        laneCount++;
        return added;
    }
}
