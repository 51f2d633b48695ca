package org.sinho.v2x.j2735;

/**
 * BasicSafetyMessage: where a vehicle is and what it does, ten times a second.
 *
 * <p>Core data is kept whole. Of part II only what control needs is kept: event flags, siren and
 * light bar. The rest of part II, regional content and extensions are stepped over, not written.
 *
 * <p>{@code ...Wire} values are wire integers in the unit stated; the others are SI or degrees, and
 * {@link Double#NaN} when the sender does not know.
 */
public final class BasicSafetyMessage extends J2735Message {
    /** {@link #latitudeE7()} when unavailable. */
    public static final int LATITUDE_UNAVAILABLE = 900_000_001;

    /** {@link #longitudeE7()} when unavailable. */
    public static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;

    /** {@link #elevationDm()} when unknown. */
    public static final int ELEVATION_UNKNOWN = -4096;

    /** {@link #speedWire()} when unavailable. */
    public static final int SPEED_UNAVAILABLE = 8191;

    /** {@link #headingWire()} when unavailable. */
    public static final int HEADING_UNAVAILABLE = 28_800;

    /** {@link #secMarkMs()} when unavailable. */
    public static final int SEC_MARK_UNAVAILABLE = 65_535;

    /** {@link #transmission()}: neutral, speed relative to the vehicle. */
    public static final int TRANSMISSION_NEUTRAL = 0;

    /** {@link #transmission()}: unavailable. */
    public static final int TRANSMISSION_UNAVAILABLE = 7;

    private static final int ACCURACY_UNAVAILABLE = 255;
    private static final int ORIENTATION_UNAVAILABLE = 65_535;
    private static final int STEERING_UNAVAILABLE = 127;
    private static final int ACCELERATION_UNAVAILABLE = 2001;
    private static final int VERTICAL_UNAVAILABLE = -127;
    private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

    private final BrakeSystemStatus brakes = new BrakeSystemStatus();
    private final BsmPartTwo partTwo = new BsmPartTwo();
    private int messageCount;
    private int temporaryId;
    private int secMarkMs;
    private int latitudeE7;
    private int longitudeE7;
    private int elevationDm;
    private int semiMajorWire;
    private int semiMinorWire;
    private int orientationWire;
    private int transmission;
    private int speedWire;
    private int headingWire;
    private int steeringWire;
    private int longitudinalWire;
    private int lateralWire;
    private int verticalWire;
    private int yawRateWire;
    private int widthCm;
    private int lengthCm;

    /** Makes a message with every field unavailable. */
    public BasicSafetyMessage() {
        super(MessageFrame.BSM);
        clear();
    }

    @Override
    public void clear() {
        messageCount = 0;
        temporaryId = 0;
        secMarkMs = SEC_MARK_UNAVAILABLE;
        latitudeE7 = LATITUDE_UNAVAILABLE;
        longitudeE7 = LONGITUDE_UNAVAILABLE;
        elevationDm = ELEVATION_UNKNOWN;
        semiMajorWire = ACCURACY_UNAVAILABLE;
        semiMinorWire = ACCURACY_UNAVAILABLE;
        orientationWire = ORIENTATION_UNAVAILABLE;
        transmission = TRANSMISSION_UNAVAILABLE;
        speedWire = SPEED_UNAVAILABLE;
        headingWire = HEADING_UNAVAILABLE;
        steeringWire = STEERING_UNAVAILABLE;
        longitudinalWire = ACCELERATION_UNAVAILABLE;
        lateralWire = ACCELERATION_UNAVAILABLE;
        verticalWire = VERTICAL_UNAVAILABLE;
        yawRateWire = 0;
        widthCm = 0;
        lengthCm = 0;
        brakes.clear();
        partTwo.clear();
    }

    @Override
    void read(UperReader in) {
        int preamble = in.intBits(3); // Extension, partII, regional: the last two are read below.
        readPosition(in);
        readMotion(in);
        readBrakesAndSize(in);
        if ((preamble & 2) != 0) {
            partTwo.read(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    private void readPosition(UperReader in) {
        long counters = in.bits(55);
        messageCount = (int) (counters >>> 48);
        temporaryId = (int) (counters >>> 16);
        secMarkMs = (int) counters & 0xffff;
        latitudeE7 = in.constrained(-900_000_000, LATITUDE_UNAVAILABLE);
        longitudeE7 = in.constrained(-1_799_999_999, LONGITUDE_UNAVAILABLE);
        long accuracy = in.bits(51);
        elevationDm = (int) (accuracy >>> 35) + ELEVATION_UNKNOWN;
        semiMajorWire = (int) (accuracy >>> 27) & 0xff;
        semiMinorWire = (int) (accuracy >>> 19) & 0xff;
        orientationWire = (int) (accuracy >>> 3) & 0xffff;
        transmission = (int) accuracy & 7;
    }

    private void readMotion(UperReader in) {
        speedWire = in.intBits(13);
        headingWire = in.constrained(0, HEADING_UNAVAILABLE);
        steeringWire = in.constrained(-126, STEERING_UNAVAILABLE);
        longitudinalWire = in.constrained(-2000, ACCELERATION_UNAVAILABLE);
        lateralWire = in.constrained(-2000, ACCELERATION_UNAVAILABLE);
        verticalWire = in.constrained(VERTICAL_UNAVAILABLE, 127);
        yawRateWire = in.constrained(-32_767, 32_767);
    }

    private void readBrakesAndSize(UperReader in) {
        brakes.read(in);
        widthCm = in.intBits(10);
        lengthCm = in.intBits(12);
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        out.bit(partTwo.present());
        out.bit(false);
        writePosition(out);
        writeMotion(out);
        writeBrakesAndSize(out);
        if (partTwo.present()) {
            partTwo.write(out);
        }
    }

    private void writePosition(UperWriter out) {
        out.constrained(messageCount, 0, 127);
        out.bits(temporaryId, 32);
        out.constrained(secMarkMs, 0, 65_535);
        out.constrained(latitudeE7, -900_000_000, LATITUDE_UNAVAILABLE);
        out.constrained(longitudeE7, -1_799_999_999, LONGITUDE_UNAVAILABLE);
        out.constrained(elevationDm, ELEVATION_UNKNOWN, 61_439);
        out.constrained(semiMajorWire, 0, 255);
        out.constrained(semiMinorWire, 0, 255);
        out.constrained(orientationWire, 0, 65_535);
        out.constrained(transmission, 0, 7);
    }

    private void writeMotion(UperWriter out) {
        out.constrained(speedWire, 0, SPEED_UNAVAILABLE);
        out.constrained(headingWire, 0, HEADING_UNAVAILABLE);
        out.constrained(steeringWire, -126, STEERING_UNAVAILABLE);
        out.constrained(longitudinalWire, -2000, ACCELERATION_UNAVAILABLE);
        out.constrained(lateralWire, -2000, ACCELERATION_UNAVAILABLE);
        out.constrained(verticalWire, VERTICAL_UNAVAILABLE, 127);
        out.constrained(yawRateWire, -32_767, 32_767);
    }

    private void writeBrakesAndSize(UperWriter out) {
        brakes.write(out);
        out.constrained(widthCm, 0, 1023);
        out.constrained(lengthCm, 0, 4095);
    }

    /** {@return message count of this sender; 0 to 127, wraps} */
    public int messageCount() {
        return messageCount;
    }

    /** {@return the sender's pseudonym, four octets, most significant first; any int} */
    public int temporaryId() {
        return temporaryId;
    }

    /**
     * Milliseconds in the UTC minute, leap seconds from 60000.
     *
     * @return 0 to 60999, or {@link #SEC_MARK_UNAVAILABLE}
     */
    public int secMarkMs() {
        return secMarkMs;
    }

    /**
     * Latitude in 1e-7 degrees.
     *
     * @return -900000000 to 900000000, or {@link #LATITUDE_UNAVAILABLE}
     */
    public int latitudeE7() {
        return latitudeE7;
    }

    /**
     * Longitude in 1e-7 degrees.
     *
     * @return -1799999999 to 1800000000, or {@link #LONGITUDE_UNAVAILABLE}
     */
    public int longitudeE7() {
        return longitudeE7;
    }

    /** {@return latitude in degrees north; NaN if unavailable} */
    public double latitudeDeg() {
        return scaled(latitudeE7, LATITUDE_UNAVAILABLE, 1e-7);
    }

    /** {@return longitude in degrees east; NaN if unavailable} */
    public double longitudeDeg() {
        return scaled(longitudeE7, LONGITUDE_UNAVAILABLE, 1e-7);
    }

    /**
     * Elevation above the WGS-84 ellipsoid in 0.1 m.
     *
     * @return -4095 to 61439, or {@link #ELEVATION_UNKNOWN}
     */
    public int elevationDm() {
        return elevationDm;
    }

    /** {@return elevation above the ellipsoid in meters; NaN if unknown} */
    public double elevationM() {
        return scaled(elevationDm, ELEVATION_UNKNOWN, 0.1);
    }

    /**
     * Semi-major axis of the position's error ellipse in 0.05 m.
     *
     * @return 0 to 254, 255 unavailable
     */
    public int semiMajorWire() {
        return semiMajorWire;
    }

    /** {@return semi-major axis of the error ellipse in meters; NaN if unavailable} */
    public double semiMajorM() {
        return scaled(semiMajorWire, ACCURACY_UNAVAILABLE, 0.05);
    }

    /** {@return semi-minor axis of the error ellipse in 0.05 m; 0 to 254, 255 unavailable} */
    public int semiMinorWire() {
        return semiMinorWire;
    }

    /** {@return orientation of the semi-major axis in 360/65535 degrees; 65535 unavailable} */
    public int orientationWire() {
        return orientationWire;
    }

    /** {@return gear: 0 neutral, 1 park, 2 forward, 3 reverse; 0 to 7, 7 unavailable} */
    public int transmission() {
        return transmission;
    }

    /** {@return speed in 0.02 m/s; 0 to 8190, or {@link #SPEED_UNAVAILABLE}} */
    public int speedWire() {
        return speedWire;
    }

    /** {@return speed in m/s, 0 to 163.8; NaN if unavailable} */
    public double speedMps() {
        return scaled(speedWire, SPEED_UNAVAILABLE, 0.02);
    }

    /**
     * Heading clockwise from north in 0.0125 degrees.
     *
     * @return 0 to 28799, or {@link #HEADING_UNAVAILABLE}
     */
    public int headingWire() {
        return headingWire;
    }

    /** {@return heading clockwise from north in degrees, 0 to 360; NaN if unavailable} */
    public double headingDeg() {
        return scaled(headingWire, HEADING_UNAVAILABLE, 0.0125);
    }

    /**
     * Steering wheel angle in 1.5 degrees, right positive.
     *
     * @return -126 to 126, 127 unavailable
     */
    public int steeringWire() {
        return steeringWire;
    }

    /** {@return steering wheel angle in degrees, right positive; NaN if unavailable} */
    public double steeringDeg() {
        return scaled(steeringWire, STEERING_UNAVAILABLE, 1.5);
    }

    /** {@return acceleration ahead in 0.01 m/s²; -2000 to 2000, 2001 unavailable} */
    public int longitudinalWire() {
        return longitudinalWire;
    }

    /** {@return acceleration ahead in m/s²; NaN if unavailable} */
    public double longitudinalMps2() {
        return scaled(longitudinalWire, ACCELERATION_UNAVAILABLE, 0.01);
    }

    /** {@return acceleration to the right in 0.01 m/s²; -2000 to 2000, 2001 unavailable} */
    public int lateralWire() {
        return lateralWire;
    }

    /** {@return acceleration to the right in m/s²; NaN if unavailable} */
    public double lateralMps2() {
        return scaled(lateralWire, ACCELERATION_UNAVAILABLE, 0.01);
    }

    /** {@return vertical acceleration in 0.02 g; -126 to 127, -127 unavailable} */
    public int verticalWire() {
        return verticalWire;
    }

    /** {@return vertical acceleration in m/s²; NaN if unavailable} */
    public double verticalMps2() {
        return scaled(verticalWire, VERTICAL_UNAVAILABLE, 0.02 * STANDARD_GRAVITY_MPS2);
    }

    /** {@return yaw rate in 0.01 degrees per second, right positive; -32767 to 32767} */
    public int yawRateWire() {
        return yawRateWire;
    }

    /** {@return yaw rate in degrees per second, right positive} */
    public double yawRateDegPerS() {
        return yawRateWire * 0.01;
    }

    /** {@return vehicle width in cm; 1 to 1023, 0 unavailable} */
    public int widthCm() {
        return widthCm;
    }

    /** {@return vehicle length in cm; 1 to 4095, 0 unavailable} */
    public int lengthCm() {
        return lengthCm;
    }

    /**
     * Sets who speaks and when.
     *
     * @param messageCount see {@link #messageCount()}
     * @param temporaryId see {@link #temporaryId()}
     * @param secMarkMs see {@link #secMarkMs()}
     */
    public void header(int messageCount, int temporaryId, int secMarkMs) {
        this.messageCount = messageCount;
        this.temporaryId = temporaryId;
        this.secMarkMs = secMarkMs;
    }

    /**
     * Sets the position.
     *
     * @param latitudeE7 see {@link #latitudeE7()}
     * @param longitudeE7 see {@link #longitudeE7()}
     * @param elevationDm see {@link #elevationDm()}
     */
    public void position(int latitudeE7, int longitudeE7, int elevationDm) {
        this.latitudeE7 = latitudeE7;
        this.longitudeE7 = longitudeE7;
        this.elevationDm = elevationDm;
    }

    /**
     * Sets the error ellipse of the position.
     *
     * @param semiMajorWire see {@link #semiMajorWire()}
     * @param semiMinorWire see {@link #semiMinorWire()}
     * @param orientationWire see {@link #orientationWire()}
     */
    public void accuracy(int semiMajorWire, int semiMinorWire, int orientationWire) {
        this.semiMajorWire = semiMajorWire;
        this.semiMinorWire = semiMinorWire;
        this.orientationWire = orientationWire;
    }

    /**
     * Sets gear, speed, heading and steering.
     *
     * @param transmission see {@link #transmission()}
     * @param speedWire see {@link #speedWire()}
     * @param headingWire see {@link #headingWire()}
     * @param steeringWire see {@link #steeringWire()}
     */
    public void motion(int transmission, int speedWire, int headingWire, int steeringWire) {
        this.transmission = transmission;
        this.speedWire = speedWire;
        this.headingWire = headingWire;
        this.steeringWire = steeringWire;
    }

    /**
     * Sets accelerations and yaw rate.
     *
     * @param longitudinalWire see {@link #longitudinalWire()}
     * @param lateralWire see {@link #lateralWire()}
     * @param verticalWire see {@link #verticalWire()}
     * @param yawRateWire see {@link #yawRateWire()}
     */
    public void acceleration(
            int longitudinalWire, int lateralWire, int verticalWire, int yawRateWire) {
        this.longitudinalWire = longitudinalWire;
        this.lateralWire = lateralWire;
        this.verticalWire = verticalWire;
        this.yawRateWire = yawRateWire;
    }

    /**
     * Sets the size of the vehicle.
     *
     * @param widthCm see {@link #widthCm()}
     * @param lengthCm see {@link #lengthCm()}
     */
    public void size(int widthCm, int lengthCm) {
        this.widthCm = widthCm;
        this.lengthCm = lengthCm;
    }

    /** {@return the brakes; the same object for every message} */
    public BrakeSystemStatus brakes() {
        return brakes;
    }

    /** {@return what is kept of part II; the same object for every message} */
    public BsmPartTwo partTwo() {
        return partTwo;
    }

    private static double scaled(int wire, int unavailable, double unit) {
        return wire == unavailable ? Double.NaN : wire * unit;
    }
}
