package org.sinho.v2x.j2735;

/**
 * PersonalSafetyMessage: where someone on foot or on a bicycle is and whether they want to cross.
 *
 * <p>Kept is what control needs: who, where, how fast, the wish to cross, how many, and which help
 * they need. Path, propulsion, occupation, attachments, regional content and extensions are stepped
 * over, not written.
 *
 * <p>{@code ...Wire} values are wire integers in the unit stated.
 */
public final class PersonalSafetyMessage extends J2735Message {
    /** {@link #basicType()}: the sender does not say. */
    public static final int TYPE_UNAVAILABLE = 0;

    /** {@link #basicType()}: someone on foot. */
    public static final int PEDESTRIAN = 1;

    /** {@link #basicType()}: someone on a bicycle. */
    public static final int PEDALCYCLIST = 2;

    /** {@link #basicType()}: someone at work on the road. */
    public static final int PUBLIC_SAFETY_WORKER = 3;

    /** {@link #basicType()}: an animal. */
    public static final int ANIMAL = 4;

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

    private static final int BASIC_TYPES = 5;
    private static final int CLUSTER_SIZES = 4;
    private static final int USE_STATE_SIZE = 9;
    private static final int ASSIST_TYPE_SIZE = 6;
    private static final int ACCELERATION_BITS = 12 + 12 + 8 + 16;

    // Presence bits, of which the standard lists eighteen; the last one stands lowest.
    private static final int ACCELERATION = 1 << 17;
    private static final int PATH_HISTORY = 1 << 16;
    private static final int PATH_PREDICTION = 1 << 15;
    private static final int PROPULSION = 1 << 14;
    private static final int USE_STATE = 1 << 13;
    private static final int CROSS_REQUEST = 1 << 12;
    private static final int CROSS_STATE = 1 << 11;
    private static final int CLUSTER_SIZE = 1 << 10;
    private static final int CLUSTER_RADIUS = 1 << 9;
    private static final int RESPONDER_TYPE = 1 << 8;
    private static final int ACTIVITY_TYPE = 1 << 7;
    private static final int ACTIVITY_SUB_TYPE = 1 << 6;
    private static final int ASSIST_TYPE = 1 << 5;
    private static final int SIZING = 1 << 4;
    private static final int ATTACHMENT = 1 << 3;
    private static final int ATTACHMENT_RADIUS = 1 << 2;
    private static final int ANIMAL_TYPE = 1 << 1;
    private static final int REGIONAL = 1;
    private static final int PRESENCE_BITS = 18;

    private int basicType;
    private int secMarkMs;
    private int messageCount;
    private int temporaryId;
    private int latitudeE7;
    private int longitudeE7;
    private int elevationDm;
    private boolean elevationPresent;
    private int semiMajorWire;
    private int semiMinorWire;
    private int orientationWire;
    private int speedWire;
    private int headingWire;
    private int crossRequest;
    private int crossState;
    private int clusterSize;
    private int assistFlags;

    /** Makes a message with every field absent or unavailable. */
    public PersonalSafetyMessage() {
        super(MessageFrame.PSM);
        clear();
    }

    @Override
    public void clear() {
        basicType = TYPE_UNAVAILABLE;
        secMarkMs = SEC_MARK_UNAVAILABLE;
        messageCount = 0;
        temporaryId = 0;
        latitudeE7 = LATITUDE_UNAVAILABLE;
        longitudeE7 = LONGITUDE_UNAVAILABLE;
        elevationDm = ELEVATION_UNKNOWN;
        elevationPresent = false;
        semiMajorWire = 255;
        semiMinorWire = 255;
        orientationWire = 65_535;
        speedWire = SPEED_UNAVAILABLE;
        headingWire = HEADING_UNAVAILABLE;
        crossRequest = ABSENT;
        crossState = ABSENT;
        clusterSize = ABSENT;
        assistFlags = ABSENT;
    }

    @Override
    void read(UperReader in) {
        boolean extended = in.bit();
        int present = in.intBits(PRESENCE_BITS);
        basicType = in.extensibleIndex(BASIC_TYPES);
        secMarkMs = in.intBits(16);
        messageCount = in.intBits(7);
        temporaryId = in.intBits(32);
        readPosition(in);
        semiMajorWire = in.intBits(8);
        semiMinorWire = in.intBits(8);
        orientationWire = in.intBits(16);
        speedWire = in.intBits(13);
        headingWire = in.constrained(0, HEADING_UNAVAILABLE);
        skipMotion(in, present);
        readWish(in, present);
        skipOccupation(in, present);
        assistFlags = has(present, ASSIST_TYPE) ? in.extensibleFlags(ASSIST_TYPE_SIZE) : ABSENT;
        skipRest(in, present);
        if (extended) {
            in.skipAdditions();
        }
    }

    private void readPosition(UperReader in) {
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

    private static void skipMotion(UperReader in, int present) {
        if (has(present, ACCELERATION)) {
            in.skip(ACCELERATION_BITS);
        }
        skip(in, present, PATH_HISTORY, PartTwoTypes.PATH_HISTORY);
        skip(in, present, PATH_PREDICTION, PartTwoTypes.PATH_PREDICTION);
        skip(in, present, PROPULSION, PersonalTypes.PROPELLED_INFORMATION);
        if (has(present, USE_STATE)) {
            in.extensibleFlags(USE_STATE_SIZE);
        }
    }

    private void readWish(UperReader in, int present) {
        crossRequest = has(present, CROSS_REQUEST) ? in.intBits(1) : ABSENT;
        crossState = has(present, CROSS_STATE) ? in.intBits(1) : ABSENT;
        clusterSize = has(present, CLUSTER_SIZE) ? in.extensibleIndex(CLUSTER_SIZES) : ABSENT;
        if (has(present, CLUSTER_RADIUS)) {
            in.skip(7);
        }
    }

    private static void skipOccupation(UperReader in, int present) {
        UperType responder = PersonalTypes.PUBLIC_SAFETY_EVENT_RESPONDER_WORKER_TYPE;
        skip(in, present, RESPONDER_TYPE, responder);
        if (has(present, ACTIVITY_TYPE)) {
            in.extensibleFlags(6);
        }
        if (has(present, ACTIVITY_SUB_TYPE)) {
            in.extensibleFlags(7);
        }
    }

    private static void skipRest(UperReader in, int present) {
        if (has(present, SIZING)) {
            in.extensibleFlags(5);
        }
        skip(in, present, ATTACHMENT, PersonalTypes.ATTACHMENT);
        if (has(present, ATTACHMENT_RADIUS)) {
            in.skip(8);
        }
        skip(in, present, ANIMAL_TYPE, PersonalTypes.ANIMAL_TYPE);
        if (has(present, REGIONAL)) {
            in.skipRegional();
        }
    }

    private static boolean has(int present, int part) {
        return (present & part) != 0;
    }

    private static void skip(UperReader in, int present, int part, UperType type) {
        if (has(present, part)) {
            type.skip(in);
        }
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        int present = crossRequest != ABSENT ? CROSS_REQUEST : 0;
        present |= crossState != ABSENT ? CROSS_STATE : 0;
        present |= clusterSize != ABSENT ? CLUSTER_SIZE : 0;
        present |= assistFlags != ABSENT ? ASSIST_TYPE : 0;
        out.bits(present, PRESENCE_BITS);
        out.extensibleIndex(basicType, BASIC_TYPES);
        out.constrained(secMarkMs, 0, 65_535);
        out.constrained(messageCount, 0, 127);
        out.bits(temporaryId, 32);
        writePosition(out);
        out.constrained(semiMajorWire, 0, 255);
        out.constrained(semiMinorWire, 0, 255);
        out.constrained(orientationWire, 0, 65_535);
        out.constrained(speedWire, 0, SPEED_UNAVAILABLE);
        out.constrained(headingWire, 0, HEADING_UNAVAILABLE);
        if (crossRequest != ABSENT) {
            out.constrained(crossRequest, 0, 1);
        }
        if (crossState != ABSENT) {
            out.constrained(crossState, 0, 1);
        }
        if (clusterSize != ABSENT) {
            out.extensibleIndex(clusterSize, CLUSTER_SIZES);
        }
        if (assistFlags != ABSENT) {
            out.extensibleFlags(assistFlags, ASSIST_TYPE_SIZE);
        }
    }

    private void writePosition(UperWriter out) {
        out.bit(false);
        out.bit(elevationPresent);
        out.bit(false);
        out.constrained(latitudeE7, -900_000_000, LATITUDE_UNAVAILABLE);
        out.constrained(longitudeE7, -1_799_999_999, LONGITUDE_UNAVAILABLE);
        if (elevationPresent) {
            out.constrained(elevationDm, ELEVATION_UNKNOWN, 61_439);
        }
    }

    /** {@return who speaks; 0 to 4, or from 256 on a kind of a later edition} */
    public int basicType() {
        return basicType;
    }

    /**
     * Milliseconds in the UTC minute, leap seconds from 60000.
     *
     * @return 0 to 60999, or {@link #SEC_MARK_UNAVAILABLE}
     */
    public int secMarkMs() {
        return secMarkMs;
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

    /** {@return semi-major axis of the position's error ellipse in 0.05 m; 255 unavailable} */
    public int semiMajorWire() {
        return semiMajorWire;
    }

    /** {@return semi-minor axis of the position's error ellipse in 0.05 m; 255 unavailable} */
    public int semiMinorWire() {
        return semiMinorWire;
    }

    /** {@return orientation of the semi-major axis in 360/65535 degrees; 65535 unavailable} */
    public int orientationWire() {
        return orientationWire;
    }

    /** {@return speed in 0.02 m/s; 0 to 8190, or {@link #SPEED_UNAVAILABLE}} */
    public int speedWire() {
        return speedWire;
    }

    /**
     * Heading clockwise from north in 0.0125 degrees.
     *
     * @return 0 to 28799, or {@link #HEADING_UNAVAILABLE}
     */
    public int headingWire() {
        return headingWire;
    }

    /** {@return whether the sender wants to cross: 1 yes, 0 no, or {@link #ABSENT}} */
    public int crossRequest() {
        return crossRequest;
    }

    /** {@return whether the sender is crossing: 1 yes, 0 no, or {@link #ABSENT}} */
    public int crossState() {
        return crossState;
    }

    /**
     * How many the sender speaks for: 0 unavailable, 1 small to 3 large group.
     *
     * @return 0 to 3, from 256 on a value of a later edition, or {@link #ABSENT}
     */
    public int clusterSize() {
        return clusterSize;
    }

    /**
     * Which help the sender needs: bit 0 unavailable, 1 other, 2 vision, 3 hearing, 4 movement, 5
     * cognition.
     *
     * @return flags, or {@link #ABSENT}
     */
    public int assistFlags() {
        return assistFlags;
    }

    /**
     * Sets who speaks and when.
     *
     * @param basicType see {@link #basicType()}
     * @param messageCount see {@link #messageCount()}
     * @param temporaryId see {@link #temporaryId()}
     * @param secMarkMs see {@link #secMarkMs()}
     */
    public void header(int basicType, int messageCount, int temporaryId, int secMarkMs) {
        this.basicType = basicType;
        this.messageCount = messageCount;
        this.temporaryId = temporaryId;
        this.secMarkMs = secMarkMs;
    }

    /**
     * Sets position and elevation.
     *
     * @param latitudeE7 see {@link #latitudeE7()}
     * @param longitudeE7 see {@link #longitudeE7()}
     * @param elevationDm see {@link #elevationDm()}; unknown leaves it out
     */
    public void position(int latitudeE7, int longitudeE7, int elevationDm) {
        this.latitudeE7 = latitudeE7;
        this.longitudeE7 = longitudeE7;
        this.elevationDm = elevationDm;
        elevationPresent = elevationDm != ELEVATION_UNKNOWN;
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
     * Sets speed and heading.
     *
     * @param speedWire see {@link #speedWire()}
     * @param headingWire see {@link #headingWire()}
     */
    public void motion(int speedWire, int headingWire) {
        this.speedWire = speedWire;
        this.headingWire = headingWire;
    }

    /**
     * Sets what the sender wants and needs.
     *
     * @param crossRequest see {@link #crossRequest()}
     * @param crossState see {@link #crossState()}
     * @param clusterSize see {@link #clusterSize()}
     * @param assistFlags see {@link #assistFlags()}
     */
    public void crossing(int crossRequest, int crossState, int clusterSize, int assistFlags) {
        this.crossRequest = crossRequest;
        this.crossState = crossState;
        this.clusterSize = clusterSize;
        this.assistFlags = assistFlags;
    }
}
