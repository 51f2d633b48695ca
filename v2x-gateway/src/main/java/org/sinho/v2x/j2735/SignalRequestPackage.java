package org.sinho.v2x.j2735;

/** One request to pass one intersection, with the time at which the vehicle expects to be there. */
public final class SignalRequestPackage {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    private static final int REQUEST_TYPES = 4;

    private final IntersectionReferenceId intersection = new IntersectionReferenceId();
    private final IntersectionAccessPoint inbound = new IntersectionAccessPoint();
    private final IntersectionAccessPoint outbound = new IntersectionAccessPoint();
    private int requestId;
    private int requestType;
    private int minuteOfYear;
    private int secondMs;
    private int durationMs;

    SignalRequestPackage() {}

    void clear() {
        intersection.clear();
        inbound.clear();
        outbound.clear();
        requestId = 0;
        requestType = PriorityRequestType.PRIORITY_REQUEST;
        arrival(ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int preamble = in.intBits(5); // Extension, minute, second, duration, regional.
        readRequest(in);
        minuteOfYear = (preamble & 8) != 0 ? in.constrained(0, 527_040) : ABSENT;
        secondMs = (preamble & 4) != 0 ? in.intBits(16) : ABSENT;
        durationMs = (preamble & 2) != 0 ? in.intBits(16) : ABSENT;
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 16) != 0) {
            in.skipAdditions();
        }
    }

    private void readRequest(UperReader in) {
        int preamble = in.intBits(3); // Extension, outBoundLane, regional.
        intersection.read(in);
        requestId = in.intBits(8);
        requestType = in.extensibleIndex(REQUEST_TYPES);
        inbound.read(in);
        outbound.clear();
        if ((preamble & 2) != 0) {
            outbound.read(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    void write(UperWriter out) {
        out.bit(false);
        out.bit(minuteOfYear != ABSENT);
        out.bit(secondMs != ABSENT);
        out.bit(durationMs != ABSENT);
        out.bit(false);
        writeRequest(out);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        if (secondMs != ABSENT) {
            out.constrained(secondMs, 0, 65_535);
        }
        if (durationMs != ABSENT) {
            out.constrained(durationMs, 0, 65_535);
        }
    }

    private void writeRequest(UperWriter out) {
        boolean leaves = outbound.kind() != IntersectionAccessPoint.ABSENT;
        out.bit(false);
        out.bit(leaves);
        out.bit(false);
        intersection.write(out);
        out.constrained(requestId, 0, 255);
        out.extensibleIndex(requestType, REQUEST_TYPES);
        inbound.write(out);
        if (leaves) {
            outbound.write(out);
        }
    }

    /** {@return the intersection; the same object for every message} */
    public IntersectionReferenceId intersection() {
        return intersection;
    }

    /** {@return where the vehicle enters; the same object for every message} */
    public IntersectionAccessPoint inbound() {
        return inbound;
    }

    /** {@return where the vehicle leaves, may be absent; the same object for every message} */
    public IntersectionAccessPoint outbound() {
        return outbound;
    }

    /** {@return number of the request, unique for this vehicle and intersection; 0 to 255} */
    public int requestId() {
        return requestId;
    }

    /**
     * What is wanted, see {@link PriorityRequestType}.
     *
     * @return 0 to 3, from 256 a later edition's
     */
    public int requestType() {
        return requestType;
    }

    /**
     * UTC minute of the year of the expected arrival at the stop line.
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
     * How long the vehicle wants to be served from its arrival, in ms.
     *
     * @return 0 to 65535, or {@link #ABSENT}
     */
    public int durationMs() {
        return durationMs;
    }

    /**
     * Sets number and type.
     *
     * @param requestId see {@link #requestId()}
     * @param requestType see {@link #requestType()}
     */
    public void request(int requestId, int requestType) {
        this.requestId = requestId;
        this.requestType = requestType;
    }

    /**
     * Sets the expected arrival and service time.
     *
     * @param minuteOfYear see {@link #minuteOfYear()}
     * @param secondMs see {@link #secondMs()}
     * @param durationMs see {@link #durationMs()}
     */
    public void arrival(int minuteOfYear, int secondMs, int durationMs) {
        this.minuteOfYear = minuteOfYear;
        this.secondMs = secondMs;
        this.durationMs = durationMs;
    }
}
