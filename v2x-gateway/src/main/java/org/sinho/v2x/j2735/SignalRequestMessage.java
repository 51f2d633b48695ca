package org.sinho.v2x.j2735;

/**
 * SignalRequestMessage: a vehicle asks one or more intersections for priority or preemption.
 *
 * <p>Regional content, extensions and the texts of the requestor are stepped over, not written.
 */
public final class SignalRequestMessage extends J2735Message {
    /** Most requests that a message can carry. */
    public static final int MAXIMUM_REQUESTS = 32;

    private final SignalRequestPackage[] requests = new SignalRequestPackage[MAXIMUM_REQUESTS];
    private final RequestorDescription requestor = new RequestorDescription();
    private int requestCount;
    private int minuteOfYear;
    private int secondMs;
    private int sequenceNumber;

    /** Makes a message without requests. */
    public SignalRequestMessage() {
        super(MessageFrame.SRM);
        for (int i = 0; i < MAXIMUM_REQUESTS; i++) {
            requests[i] = new SignalRequestPackage();
        }
        clear();
    }

    @Override
    public void clear() {
        requestCount = 0;
        header(ABSENT, 65_535, ABSENT);
        requestor.clear();
    }

    @Override
    void read(UperReader in) {
        int preamble = in.intBits(5); // Extension, timeStamp, sequenceNumber, requests, regional.
        minuteOfYear = (preamble & 8) != 0 ? in.constrained(0, 527_040) : ABSENT;
        secondMs = in.intBits(16);
        sequenceNumber = (preamble & 4) != 0 ? in.intBits(7) : ABSENT;
        if ((preamble & 2) != 0) {
            readRequests(in);
        }
        requestor.read(in);
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 16) != 0) {
            in.skipAdditions();
        }
    }

    private void readRequests(UperReader in) {
        requestCount = 1 + in.intBits(5);
        for (int i = 0; i < requestCount && !in.failed(); i++) {
            requests[i].read(in);
        }
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        out.bit(minuteOfYear != ABSENT);
        out.bit(sequenceNumber != ABSENT);
        out.bit(requestCount > 0);
        out.bit(false);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        out.constrained(secondMs, 0, 65_535);
        if (sequenceNumber != ABSENT) {
            out.constrained(sequenceNumber, 0, 127);
        }
        if (requestCount > 0) {
            out.constrained(requestCount, 1, MAXIMUM_REQUESTS);
        }
        for (int i = 0; i < requestCount; i++) {
            requests[i].write(out);
        }
        requestor.write(out);
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

    /** {@return counts changes of this vehicle's requests; 0 to 127, or {@link #ABSENT}} */
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

    /** {@return who asks; the same object for every message} */
    public RequestorDescription requestor() {
        return requestor;
    }

    /** {@return how many requests the message carries, 0 to 32} */
    public int requestCount() {
        return requestCount;
    }

    /**
     * One request.
     *
     * @param index 0 to {@link #requestCount()} - 1
     * @return the request; the same object for every message
     */
    public SignalRequestPackage request(int index) {
        return requests[index];
    }

    /**
     * Adds a request to fill in.
     *
     * @return a cleared request
     * @throws IllegalStateException if there are {@link #MAXIMUM_REQUESTS} already
     */
    public SignalRequestPackage addRequest() {
        if (requestCount == MAXIMUM_REQUESTS) {
            throw new IllegalStateException("an SRM holds at most " + MAXIMUM_REQUESTS);
        }
        SignalRequestPackage added = requests[requestCount++];
        added.clear();
        return added;
    }
}
