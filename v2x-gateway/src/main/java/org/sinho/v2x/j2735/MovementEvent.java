package org.sinho.v2x.j2735;

/**
 * What a signal group shows now, or will show, and until when.
 *
 * <p>Times are TimeMarks: tenths of a second from the top of the UTC hour in which they lie, so a
 * mark smaller than now means the next hour. 36001 is unknown; treat all above 36000 as no time.
 * Advisory speeds are stepped over, and not written.
 */
public final class MovementEvent {
    /** Value of a time that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** A TimeMark whose value the sender does not know. */
    public static final int TIME_UNKNOWN = 36_001;

    /** Highest TimeMark that is a time. */
    public static final int HIGHEST_TIME = 36_000;

    private static final int HIGHEST_CODE = 36_111;

    private int eventState;
    private int startTimeDs;
    private int minEndTimeDs;
    private int maxEndTimeDs;
    private int likelyTimeDs;
    private int confidence;
    private int nextTimeDs;

    MovementEvent() {}

    void clear() {
        eventState = MovementPhaseState.UNAVAILABLE;
        timing(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int preamble = in.intBits(4); // Extension, timing, speeds, regional.
        clear();
        eventState = in.constrained(0, MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC);
        if ((preamble & 4) != 0) {
            readTiming(in);
        }
        if ((preamble & 2) != 0) {
            SpatTypes.ADVISORY_SPEED_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
    }

    private void readTiming(UperReader in) {
        int present = in.intBits(5); // Start, max end, likely, confidence, next.
        startTimeDs = (present & 16) != 0 ? in.constrained(0, HIGHEST_CODE) : ABSENT;
        minEndTimeDs = in.constrained(0, HIGHEST_CODE);
        maxEndTimeDs = (present & 8) != 0 ? in.constrained(0, HIGHEST_CODE) : ABSENT;
        likelyTimeDs = (present & 4) != 0 ? in.constrained(0, HIGHEST_CODE) : ABSENT;
        confidence = (present & 2) != 0 ? in.intBits(4) : ABSENT;
        nextTimeDs = (present & 1) != 0 ? in.constrained(0, HIGHEST_CODE) : ABSENT;
    }

    void write(UperWriter out) {
        boolean timed = minEndTimeDs != ABSENT;
        out.bit(false);
        out.bit(timed);
        out.bits(0, 2);
        out.constrained(eventState, 0, MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC);
        if (timed) {
            out.bit(startTimeDs != ABSENT);
            out.bit(maxEndTimeDs != ABSENT);
            out.bit(likelyTimeDs != ABSENT);
            out.bit(confidence != ABSENT);
            out.bit(nextTimeDs != ABSENT);
            writeTime(out, startTimeDs);
            writeTime(out, minEndTimeDs);
            writeTime(out, maxEndTimeDs);
            writeTime(out, likelyTimeDs);
            if (confidence != ABSENT) {
                out.constrained(confidence, 0, 15);
            }
            writeTime(out, nextTimeDs);
        }
    }

    private static void writeTime(UperWriter out, int time) {
        if (time != ABSENT) {
            out.constrained(time, 0, HIGHEST_CODE);
        }
    }

    /** {@return what is shown, see {@link MovementPhaseState}; 0 to 9} */
    public int eventState() {
        return eventState;
    }

    /**
     * Sets {@link #eventState()}.
     *
     * @param value 0 to 9
     */
    public void eventState(int value) {
        eventState = value;
    }

    /** {@return when this state starts, as a TimeMark; 0 to 36111, or {@link #ABSENT}} */
    public int startTimeDs() {
        return startTimeDs;
    }

    /**
     * Earliest end of this state, as a TimeMark.
     *
     * @return 0 to 36111, or {@link #ABSENT} without timing
     */
    public int minEndTimeDs() {
        return minEndTimeDs;
    }

    /** {@return latest end of this state, as a TimeMark; 0 to 36111, or {@link #ABSENT}} */
    public int maxEndTimeDs() {
        return maxEndTimeDs;
    }

    /** {@return likely end of this state, as a TimeMark; 0 to 36111, or {@link #ABSENT}} */
    public int likelyTimeDs() {
        return likelyTimeDs;
    }

    /** {@return confidence in the likely end, 0 lowest; 0 to 15, or {@link #ABSENT}} */
    public int confidence() {
        return confidence;
    }

    /** {@return when this state will start again, as a TimeMark; 0 to 36111, or {@link #ABSENT}} */
    public int nextTimeDs() {
        return nextTimeDs;
    }

    /**
     * Sets all times; without an earliest end none is written.
     *
     * @param startTimeDs see {@link #startTimeDs()}
     * @param minEndTimeDs see {@link #minEndTimeDs()}
     * @param maxEndTimeDs see {@link #maxEndTimeDs()}
     * @param likelyTimeDs see {@link #likelyTimeDs()}
     * @param confidence see {@link #confidence()}
     * @param nextTimeDs see {@link #nextTimeDs()}
     */
    public void timing(
            int startTimeDs,
            int minEndTimeDs,
            int maxEndTimeDs,
            int likelyTimeDs,
            int confidence,
            int nextTimeDs) {
        this.startTimeDs = startTimeDs;
        this.minEndTimeDs = minEndTimeDs;
        this.maxEndTimeDs = maxEndTimeDs;
        this.likelyTimeDs = likelyTimeDs;
        this.confidence = confidence;
        this.nextTimeDs = nextTimeDs;
    }
}
