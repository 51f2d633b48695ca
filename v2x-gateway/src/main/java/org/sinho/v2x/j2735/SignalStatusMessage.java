package org.sinho.v2x.j2735;

/**
 * SignalStatusMessage: intersections tell vehicles what became of their requests.
 *
 * <p>Regional content and extensions are stepped over, not written.
 */
public final class SignalStatusMessage extends J2735Message {
    /** Most intersections that a message can carry. */
    public static final int MAXIMUM_STATUSES = 32;

    private final SignalStatus[] statuses = new SignalStatus[MAXIMUM_STATUSES];
    private int statusCount;
    private int minuteOfYear;
    private int secondMs;
    private int sequenceNumber;

    /** Makes a message without intersections; it needs one before it can be encoded. */
    public SignalStatusMessage() {
        super(MessageFrame.SSM);
        for (int i = 0; i < MAXIMUM_STATUSES; i++) {
            statuses[i] = new SignalStatus();
        }
        clear();
    }

    @Override
    public void clear() {
        statusCount = 0;
        header(ABSENT, 65_535, ABSENT);
    }

    @Override
    void read(UperReader in) {
        int preamble = in.intBits(4); // Extension, timeStamp, sequenceNumber, regional.
        minuteOfYear = (preamble & 4) != 0 ? in.constrained(0, 527_040) : ABSENT;
        secondMs = in.intBits(16);
        sequenceNumber = (preamble & 2) != 0 ? in.intBits(7) : ABSENT;
        statusCount = 1 + in.intBits(5);
        for (int i = 0; i < statusCount && !in.failed(); i++) {
            statuses[i].read(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        out.bit(minuteOfYear != ABSENT);
        out.bit(sequenceNumber != ABSENT);
        out.bit(false);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        out.constrained(secondMs, 0, 65_535);
        if (sequenceNumber != ABSENT) {
            out.constrained(sequenceNumber, 0, 127);
        }
        out.constrained(statusCount, 1, MAXIMUM_STATUSES);
        for (int i = 0; i < statusCount; i++) {
            statuses[i].write(out);
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

    /**
     * Milliseconds in that minute, leap seconds from 60000.
     *
     * @return 0 to 60999, 65535 unavailable
     */
    public int secondMs() {
        return secondMs;
    }

    /** {@return counts changes of the message; 0 to 127, or {@link #ABSENT}} */
    public int sequenceNumber() {
        return sequenceNumber;
    }

    /**
     * Sets time and sequence number.
     *
     * @param minuteOfYear see {@link #minuteOfYear()}
     * @param secondMs see {@link #secondMs()}
     * @param sequenceNumber see {@link #sequenceNumber()}
     */
    public void header(int minuteOfYear, int secondMs, int sequenceNumber) {
        this.minuteOfYear = minuteOfYear;
        this.secondMs = secondMs;
        this.sequenceNumber = sequenceNumber;
    }

    /** {@return how many intersections the message carries, 1 to 32, 0 before the first} */
    public int statusCount() {
        return statusCount;
    }

    /**
     * State of the requests at one intersection.
     *
     * @param index 0 to {@link #statusCount()} - 1
     * @return the status; the same object for every message
     */
    public SignalStatus status(int index) {
        return statuses[index];
    }

    /**
     * Adds an intersection to fill in.
     *
     * @return a cleared status
     * @throws IllegalStateException if there are {@link #MAXIMUM_STATUSES} already
     */
    public SignalStatus addStatus() {
        if (statusCount == MAXIMUM_STATUSES) {
            throw new IllegalStateException("an SSM holds at most " + MAXIMUM_STATUSES);
        }
        SignalStatus added = statuses[statusCount++];
        added.clear();
        return added;
    }
}
