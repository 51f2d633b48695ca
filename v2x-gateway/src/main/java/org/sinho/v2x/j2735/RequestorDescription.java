package org.sinho.v2x.j2735;

/**
 * Who asks: name, type, position and motion of the requesting vehicle.
 *
 * <p>The texts {@code name} and {@code routeName} are stepped over, and not written.
 */
public final class RequestorDescription {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** {@link #transitSchedule()} of a message that does not carry it. */
    public static final int SCHEDULE_ABSENT = Integer.MIN_VALUE;

    /** {@link #elevationDm()} when unknown or absent. */
    public static final int ELEVATION_UNKNOWN = BasicSafetyMessage.ELEVATION_UNKNOWN;

    private static final int LATITUDE_UNAVAILABLE = BasicSafetyMessage.LATITUDE_UNAVAILABLE;
    private static final int LONGITUDE_UNAVAILABLE = BasicSafetyMessage.LONGITUDE_UNAVAILABLE;

    private final VehicleId id = new VehicleId();
    private final RequestorType type = new RequestorType();
    private boolean positioned;
    private int latitudeE7;
    private int longitudeE7;
    private int elevationDm;
    private boolean elevationPresent;
    private int headingWire;
    private int transmission;
    private int speedWire;
    private int transitStatus;
    private int transitOccupancy;
    private int transitSchedule;

    RequestorDescription() {}

    void clear() {
        id.clear();
        type.clear();
        clearPosition();
        transit(ABSENT, ABSENT, SCHEDULE_ABSENT);
    }

    private void clearPosition() {
        positioned = false;
        latitudeE7 = LATITUDE_UNAVAILABLE;
        longitudeE7 = LONGITUDE_UNAVAILABLE;
        elevationDm = ELEVATION_UNKNOWN;
        elevationPresent = false;
        motion(ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int preamble = in.intBits(9); // Extension, then the eight optional parts in order.
        id.read(in);
        type.clear();
        if ((preamble & 128) != 0) {
            type.read(in);
        }
        clearPosition();
        if ((preamble & 64) != 0) {
            readPosition(in);
        }
        if ((preamble & 32) != 0) {
            in.skipIa5(1, 63);
        }
        if ((preamble & 16) != 0) {
            in.skipIa5(1, 63);
        }
        transitStatus = (preamble & 8) != 0 ? in.flags(8) : ABSENT;
        transitOccupancy = (preamble & 4) != 0 ? in.intBits(3) : ABSENT;
        transitSchedule = (preamble & 2) != 0 ? in.constrained(-122, 121) : SCHEDULE_ABSENT;
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 256) != 0) {
            in.skipAdditions();
        }
    }

    private void readPosition(UperReader in) {
        int preamble = in.intBits(3); // Extension, heading, speed.
        positioned = true;
        readPosition3d(in);
        headingWire = (preamble & 2) != 0 ? in.constrained(0, 28_800) : ABSENT;
        if ((preamble & 1) != 0) {
            transmission = in.intBits(3);
            speedWire = in.intBits(13);
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    private void readPosition3d(UperReader in) {
        int preamble = in.intBits(3); // Extension, elevation, regional.
        latitudeE7 = in.constrained(-900_000_000, LATITUDE_UNAVAILABLE);
        longitudeE7 = in.constrained(-1_799_999_999, LONGITUDE_UNAVAILABLE);
        elevationPresent = (preamble & 2) != 0;
        elevationDm = elevationPresent ? in.constrained(-4096, 61_439) : ELEVATION_UNKNOWN;
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    void write(UperWriter out) {
        out.bit(false);
        out.bit(type.present());
        out.bit(positioned);
        out.bits(0, 2);
        out.bit(transitStatus != ABSENT);
        out.bit(transitOccupancy != ABSENT);
        out.bit(transitSchedule != SCHEDULE_ABSENT);
        out.bit(false);
        id.write(out);
        if (type.present()) {
            type.write(out);
        }
        if (positioned) {
            writePosition(out);
        }
        if (transitStatus != ABSENT) {
            out.flags(transitStatus, 8);
        }
        if (transitOccupancy != ABSENT) {
            out.constrained(transitOccupancy, 0, 7);
        }
        if (transitSchedule != SCHEDULE_ABSENT) {
            out.constrained(transitSchedule, -122, 121);
        }
    }

    private void writePosition(UperWriter out) {
        out.bit(false);
        out.bit(headingWire != ABSENT);
        out.bit(speedWire != ABSENT);
        out.bit(false);
        out.bit(elevationPresent);
        out.bit(false);
        out.constrained(latitudeE7, -900_000_000, LATITUDE_UNAVAILABLE);
        out.constrained(longitudeE7, -1_799_999_999, LONGITUDE_UNAVAILABLE);
        if (elevationPresent) {
            out.constrained(elevationDm, -4096, 61_439);
        }
        if (headingWire != ABSENT) {
            out.constrained(headingWire, 0, 28_800);
        }
        if (speedWire != ABSENT) {
            out.constrained(transmission, 0, 7);
            out.constrained(speedWire, 0, 8191);
        }
    }

    /** {@return the vehicle's name; the same object for every message} */
    public VehicleId id() {
        return id;
    }

    /** {@return the vehicle's type, may be absent; the same object for every message} */
    public RequestorType type() {
        return type;
    }

    /** {@return whether the message carries a position} */
    public boolean positioned() {
        return positioned;
    }

    /**
     * Latitude in 1e-7 degrees.
     *
     * @return -900000000 to 900000000, 900000001 unavailable or absent
     */
    public int latitudeE7() {
        return latitudeE7;
    }

    /**
     * Longitude in 1e-7 degrees.
     *
     * @return -1799999999 to 1800000000, 1800000001 unavailable or absent
     */
    public int longitudeE7() {
        return longitudeE7;
    }

    /** {@return latitude in degrees north; NaN if unavailable or absent} */
    public double latitudeDeg() {
        return latitudeE7 == LATITUDE_UNAVAILABLE ? Double.NaN : latitudeE7 * 1e-7;
    }

    /** {@return longitude in degrees east; NaN if unavailable or absent} */
    public double longitudeDeg() {
        return longitudeE7 == LONGITUDE_UNAVAILABLE ? Double.NaN : longitudeE7 * 1e-7;
    }

    /**
     * Elevation above the WGS-84 ellipsoid in 0.1 m.
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

    /**
     * Heading clockwise from north in 0.0125 degrees.
     *
     * @return 0 to 28799, 28800 unavailable, or {@link #ABSENT}
     */
    public int headingWire() {
        return headingWire;
    }

    /** {@return heading in degrees; NaN if unavailable or absent} */
    public double headingDeg() {
        return unsigned(headingWire, 28_800, 0.0125);
    }

    /**
     * Gear: 0 neutral, 1 park, 2 forward, 3 reverse, 7 unavailable.
     *
     * @return 0 to 7, or {@link #ABSENT}
     */
    public int transmission() {
        return transmission;
    }

    /** {@return speed in 0.02 m/s; 0 to 8190, 8191 unavailable, or {@link #ABSENT}} */
    public int speedWire() {
        return speedWire;
    }

    /** {@return speed in m/s; NaN if unavailable or absent} */
    public double speedMps() {
        return unsigned(speedWire, 8191, 0.02);
    }

    /**
     * State of a transit vehicle: bit 0 loading, 1 disabled access, 2 bicycles, 3 door open, 4
     * charging, 5 at stop line.
     *
     * @return 0 to 255, or {@link #ABSENT}
     */
    public int transitStatus() {
        return transitStatus;
    }

    /**
     * Occupancy of a transit vehicle: 0 unknown, 1 empty to 7 full.
     *
     * @return 0 to 7, or {@link #ABSENT}
     */
    public int transitOccupancy() {
        return transitOccupancy;
    }

    /**
     * Lateness of a transit vehicle in 10 s, early is negative.
     *
     * @return -121 to 120, -122 unknown, or {@link #SCHEDULE_ABSENT}
     */
    public int transitSchedule() {
        return transitSchedule;
    }

    /**
     * Sets position and elevation.
     *
     * @param latitudeE7 see {@link #latitudeE7()}
     * @param longitudeE7 see {@link #longitudeE7()}
     * @param elevationDm see {@link #elevationDm()}; unknown leaves it out
     */
    public void position(int latitudeE7, int longitudeE7, int elevationDm) {
        positioned = true;
        this.latitudeE7 = latitudeE7;
        this.longitudeE7 = longitudeE7;
        this.elevationDm = elevationDm;
        elevationPresent = elevationDm != ELEVATION_UNKNOWN;
    }

    /**
     * Sets heading, gear and speed; written only together with a position.
     *
     * @param headingWire see {@link #headingWire()}
     * @param transmission see {@link #transmission()}
     * @param speedWire see {@link #speedWire()}
     */
    public void motion(int headingWire, int transmission, int speedWire) {
        this.headingWire = headingWire;
        this.transmission = transmission;
        this.speedWire = speedWire;
    }

    /**
     * Sets the state of a transit vehicle.
     *
     * @param transitStatus see {@link #transitStatus()}
     * @param transitOccupancy see {@link #transitOccupancy()}
     * @param transitSchedule see {@link #transitSchedule()}
     */
    public void transit(int transitStatus, int transitOccupancy, int transitSchedule) {
        this.transitStatus = transitStatus;
        this.transitOccupancy = transitOccupancy;
        this.transitSchedule = transitSchedule;
    }

    private static double unsigned(int wire, int unavailable, double unit) {
        return wire < 0 || wire == unavailable ? Double.NaN : wire * unit;
    }
}
