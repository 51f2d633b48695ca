package org.sinho.v2x.j2735;

/** What became of one request at one intersection. */
public final class SignalStatusPackage {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    private static final int STATUSES = 8;

    private final VehicleId requesterId = new VehicleId();
    private final RequestorType typeData = new RequestorType();
    private final IntersectionAccessPoint inbound = new IntersectionAccessPoint();
    private final IntersectionAccessPoint outbound = new IntersectionAccessPoint();
    private int requestId;
    private int sequenceNumber;
    private int role;
    private int minuteOfYear;
    private int secondMs;
    private int durationMs;
    private int status;

    SignalStatusPackage() {}

    void clear() {
        clearRequester();
        inbound.clear();
        outbound.clear();
        service(ABSENT, ABSENT, ABSENT);
        status = PrioritizationResponseStatus.UNKNOWN;
    }

    private void clearRequester() {
        requesterId.clear();
        typeData.clear();
        requester(ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int preamble = in.intBits(7); // Extension, requester, outbound, times, regional.
        clearRequester();
        if ((preamble & 32) != 0) {
            readRequester(in);
        }
        inbound.read(in);
        outbound.clear();
        if ((preamble & 16) != 0) {
            outbound.read(in);
        }
        minuteOfYear = (preamble & 8) != 0 ? in.constrained(0, 527_040) : ABSENT;
        secondMs = (preamble & 4) != 0 ? in.intBits(16) : ABSENT;
        durationMs = (preamble & 2) != 0 ? in.intBits(16) : ABSENT;
        status = in.extensibleIndex(STATUSES);
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 64) != 0) {
            in.skipAdditions();
        }
    }

    private void readRequester(UperReader in) {
        int preamble = in.intBits(3); // Extension, role, typeData.
        requesterId.read(in);
        requestId = in.intBits(8);
        sequenceNumber = in.intBits(7);
        role = (preamble & 2) != 0 ? RequestorType.readRole(in) : ABSENT;
        if ((preamble & 1) != 0) {
            typeData.read(in);
        }
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
    }

    void write(UperWriter out) {
        boolean leaves = outbound.kind() != IntersectionAccessPoint.ABSENT;
        out.bit(false);
        out.bit(hasRequester());
        out.bit(leaves);
        out.bit(minuteOfYear != ABSENT);
        out.bit(secondMs != ABSENT);
        out.bit(durationMs != ABSENT);
        out.bit(false);
        if (hasRequester()) {
            writeRequester(out);
        }
        inbound.write(out);
        if (leaves) {
            outbound.write(out);
        }
        writeService(out);
        out.extensibleIndex(status, STATUSES);
    }

    private void writeService(UperWriter out) {
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

    private void writeRequester(UperWriter out) {
        out.bit(false);
        out.bit(role != ABSENT);
        out.bit(typeData.present());
        requesterId.write(out);
        out.constrained(requestId, 0, 255);
        out.constrained(sequenceNumber, 0, 127);
        if (role != ABSENT) {
            RequestorType.writeRole(out, role);
        }
        if (typeData.present()) {
            typeData.write(out);
        }
    }

    /** {@return whether the package names a requester} */
    public boolean hasRequester() {
        return requestId != ABSENT;
    }

    /** {@return the requester's name if there is one; the same object for every message} */
    public VehicleId requesterId() {
        return requesterId;
    }

    /** {@return the requester's type, may be absent; the same object for every message} */
    public RequestorType typeData() {
        return typeData;
    }

    /** {@return where the vehicle enters; the same object for every message} */
    public IntersectionAccessPoint inbound() {
        return inbound;
    }

    /** {@return where the vehicle leaves, may be absent; the same object for every message} */
    public IntersectionAccessPoint outbound() {
        return outbound;
    }

    /**
     * Number of the request, as in the SRM.
     *
     * @return 0 to 255, or {@link #ABSENT} without a requester
     */
    public int requestId() {
        return requestId;
    }

    /**
     * Sequence number of the SRM that is answered.
     *
     * @return 0 to 127, or {@link #ABSENT} without a requester
     */
    public int sequenceNumber() {
        return sequenceNumber;
    }

    /**
     * Role of the requester, see {@link BasicVehicleRole}.
     *
     * @return 0 to 22, from 256 a later edition's, or {@link #ABSENT}
     */
    public int role() {
        return role;
    }

    /**
     * UTC minute of the year of the expected arrival.
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
     * How long the vehicle will be served from its arrival, in ms.
     *
     * @return 0 to 65535, or {@link #ABSENT}
     */
    public int durationMs() {
        return durationMs;
    }

    /**
     * What became of the request, see {@link PrioritizationResponseStatus}.
     *
     * @return 0 to 7, from 256 a later edition's
     */
    public int status() {
        return status;
    }

    /**
     * Sets {@link #status()}.
     *
     * @param value 0 to 7, from 256 a later edition's
     */
    public void status(int value) {
        status = value;
    }

    /**
     * Sets the request that is answered; name and type are set in their objects.
     *
     * @param requestId see {@link #requestId()}
     * @param sequenceNumber see {@link #sequenceNumber()}
     * @param role see {@link #role()}
     */
    public void requester(int requestId, int sequenceNumber, int role) {
        this.requestId = requestId;
        this.sequenceNumber = sequenceNumber;
        this.role = role;
    }

    /**
     * Sets the expected arrival and service time.
     *
     * @param minuteOfYear see {@link #minuteOfYear()}
     * @param secondMs see {@link #secondMs()}
     * @param durationMs see {@link #durationMs()}
     */
    public void service(int minuteOfYear, int secondMs, int durationMs) {
        this.minuteOfYear = minuteOfYear;
        this.secondMs = secondMs;
        this.durationMs = durationMs;
    }
}
