package org.sinho.v2x.j2735;

/**
 * State of the signals of one intersection.
 *
 * <p>Name, enabled lanes, maneuver assistance, regional content and extensions are stepped over,
 * not written.
 */
public final class IntersectionState {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** Bit of {@link #statusFlags()}: under manual control. */
    public static final int MANUAL_CONTROL = 1;

    /** Bit of {@link #statusFlags()}: stop time is active, all counting has stopped. */
    public static final int STOP_TIME = 1 << 1;

    /** Bit of {@link #statusFlags()}: flashing after a failure. */
    public static final int FAILURE_FLASH = 1 << 2;

    /** Bit of {@link #statusFlags()}: a preempt is active. */
    public static final int PREEMPT_ACTIVE = 1 << 3;

    /** Bit of {@link #statusFlags()}: priority is being given. */
    public static final int PRIORITY_ACTIVE = 1 << 4;

    /** Bit of {@link #statusFlags()}: fixed time operation. */
    public static final int FIXED_TIME = 1 << 5;

    /** Bit of {@link #statusFlags()}: traffic dependent operation. */
    public static final int TRAFFIC_DEPENDENT = 1 << 6;

    /** Bit of {@link #statusFlags()}: standby, e.g. dark or flashing by plan. */
    public static final int STANDBY = 1 << 7;

    /** Bit of {@link #statusFlags()}: the controller has failed. */
    public static final int FAILURE_MODE = 1 << 8;

    /** Bit of {@link #statusFlags()}: the controller is off. */
    public static final int OFF = 1 << 9;

    private final Pool<MovementState> movements;
    private final IntersectionReferenceId intersection = new IntersectionReferenceId();
    private int firstMovement;
    private int movementCount;
    private int revision;
    private int statusFlags;
    private int minuteOfYear;
    private int secondMs;

    IntersectionState(Pool<MovementState> movements) {
        this.movements = movements;
    }

    void clear() {
        intersection.clear();
        firstMovement = movements.used();
        movementCount = 0;
        revision = 0;
        statusFlags = 0;
        time(ABSENT, ABSENT);
    }

    void read(UperReader in) {
        // Extension, name, moy, timeStamp, enabledLanes, maneuverAssistList, regional.
        int preamble = in.intBits(7);
        clear();
        if ((preamble & 32) != 0) {
            in.skipIa5(1, 63);
        }
        intersection.read(in);
        revision = in.intBits(7);
        statusFlags = in.flags(16);
        minuteOfYear = (preamble & 16) != 0 ? in.constrained(0, 527_040) : ABSENT;
        secondMs = (preamble & 8) != 0 ? in.intBits(16) : ABSENT;
        if ((preamble & 4) != 0) {
            SpatTypes.ENABLED_LANE_LIST.skip(in);
        }
        readMovements(in);
        if ((preamble & 2) != 0) {
            SpatTypes.MANEUVER_ASSIST_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 64) != 0) {
            in.skipAdditions();
        }
    }

    private void readMovements(UperReader in) {
        int count = in.constrained(1, 255);
        while (movementCount < count && !in.failed()) {
            MovementState movement = movements.next();
            if (movement == null) {
                in.fail(DecodeCause.CAPACITY);
                return;
            }
            movement.read(in);
            movementCount++;
        }
    }

    void write(UperWriter out) {
        out.bits(0, 2);
        out.bit(minuteOfYear != ABSENT);
        out.bit(secondMs != ABSENT);
        out.bits(0, 3);
        intersection.write(out);
        out.constrained(revision, 0, 127);
        out.flags(statusFlags, 16);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        if (secondMs != ABSENT) {
            out.constrained(secondMs, 0, 65_535);
        }
        out.constrained(movementCount, 1, 255);
        for (int i = 0; i < movementCount; i++) {
            movements.get(firstMovement + i).write(out);
        }
    }

    /** {@return the intersection; the same object for every message} */
    public IntersectionReferenceId intersection() {
        return intersection;
    }

    /** {@return revision of the MAP that this state belongs to; 0 to 127, wraps} */
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
     * State of the controller, bit i of the standard's list at {@code 1 << i}.
     *
     * @return 0 to 65535
     */
    public int statusFlags() {
        return statusFlags;
    }

    /**
     * Sets {@link #statusFlags()}.
     *
     * @param value 0 to 65535
     */
    public void statusFlags(int value) {
        statusFlags = value;
    }

    /**
     * UTC minute of the year of this state.
     *
     * @return 0 to 527039, 527040 invalid, or {@link #ABSENT}
     */
    public int minuteOfYear() {
        return minuteOfYear;
    }

    /** {@return milliseconds in that minute; 0 to 60999, 65535 unavailable, or {@link #ABSENT}} */
    public int secondMs() {
        return secondMs;
    }

    /**
     * Sets the time of this state.
     *
     * @param minuteOfYear see {@link #minuteOfYear()}
     * @param secondMs see {@link #secondMs()}
     */
    public void time(int minuteOfYear, int secondMs) {
        this.minuteOfYear = minuteOfYear;
        this.secondMs = secondMs;
    }

    /** {@return how many signal groups are reported, 1 to 255, 0 before the first} */
    public int movementCount() {
        return movementCount;
    }

    /**
     * State of one signal group.
     *
     * @param index 0 to {@link #movementCount()} - 1
     * @return the state; belongs to the message
     */
    public MovementState movement(int index) {
        return movements.get(firstMovement + index);
    }

    /**
     * Adds a signal group to fill in; only to the intersection added last.
     *
     * @return a cleared state
     * @throws IllegalStateException if another intersection was added since, or the message is full
     */
    public MovementState addMovement() {
        boolean last = movements.used() == firstMovement + movementCount;
        MovementState added = movements.add(last, "signal groups");
        added.clear();
        movementCount++;
        return added;
    }
}
