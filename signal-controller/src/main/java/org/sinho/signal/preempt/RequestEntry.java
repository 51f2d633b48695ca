package org.sinho.signal.preempt;

import org.sinho.core.event.RequestStatus;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.StateCursor;

/** One vehicle's request at one junction; preallocated and reused. Control thread only. */
final class RequestEntry implements PreemptDesk.Answer {
    /** What has become of a request. */
    enum State {
        /** No request in this place. */
        FREE,
        /** Authorized: may own the preempt of its approach, or have priority in its phase. */
        ACCEPTED,
        /** Refused; kept while it is repeated, so that it is answered once. */
        REFUSED,
        /** Over, but still talking: kept, so that what comes late does not open it again. */
        ENDED
    }

    private static final State[] STATES = State.values();

    State state = State.FREE;
    long signer;
    int vehicleId;
    int requestId;
    int role;
    int rank;
    int approach;
    int preempt;
    int phase;
    long generationMs;
    long heardMs;
    long arrivalMs;
    long deadlineMs;
    long lockedUntilMs;
    long expiryMs;
    int distanceCm;
    int speedCmps;
    int sequenceNumber;
    int inboundKind;
    int inbound;
    int rsu;
    int status;
    int cause;

    boolean isOf(SignalRequest request) {
        return state != State.FREE
                && vehicleId == request.vehicleId()
                && requestId == request.requestId()
                && signer == request.signer();
    }

    boolean isFree() {
        return state == State.FREE;
    }

    void take(SignalRequest request, long nowMs) {
        signer = request.signer();
        vehicleId = request.vehicleId();
        requestId = request.requestId();
        role = request.role();
        inboundKind = request.inboundKind();
        inbound = request.inbound();
        status = 0;
        cause = 0;
        deadlineMs = Long.MAX_VALUE;
        lockedUntilMs = nowMs;
        distanceCm = Integer.MAX_VALUE;
        approach = 0;
        preempt = 0;
        phase = 0;
        hear(request, nowMs);
    }

    void hear(SignalRequest request, long nowMs) {
        generationMs = request.generationUtcMs();
        sequenceNumber = request.sequenceNumber();
        speedCmps = request.speedCmps();
        rsu = request.rsu();
        expiryMs = request.expiryUtcMs() == 0 ? Long.MAX_VALUE : request.expiryUtcMs();
        heardMs = nowMs;
    }

    /** Total order of those who want the preempt: class, arrival, request, vehicle, signer. */
    boolean isBefore(RequestEntry other) {
        int order = Integer.compare(rank, other.rank);
        order = order != 0 ? order : Long.compare(arrivalMs, other.arrivalMs);
        order = order != 0 ? order : Integer.compare(requestId, other.requestId);
        order = order != 0 ? order : Integer.compare(vehicleId, other.vehicleId);
        return order != 0 ? order < 0 : signer < other.signer;
    }

    @Override
    public void write(RequestStatus record, int siteId, long causeSequence, long nowMs) {
        record.causeSequence(causeSequence)
                .siteId(siteId)
                .vehicleId(vehicleId)
                .etaMs(state == State.ACCEPTED ? (int) Math.max(0, arrivalMs - nowMs) : -1)
                .requestId(requestId)
                .sequenceNumber(sequenceNumber)
                .status(status)
                .cause(cause)
                .role(role)
                .inboundKind(inboundKind)
                .inbound(inbound)
                .rsu(rsu);
    }

    void visit(StateCursor cursor) {
        state = STATES[cursor.visit(state.ordinal())];
        signer = cursor.visit(signer);
        vehicleId = cursor.visit(vehicleId);
        requestId = cursor.visit(requestId);
        role = cursor.visit(role);
        rank = cursor.visit(rank);
        approach = cursor.visit(approach);
        preempt = cursor.visit(preempt);
        phase = cursor.visit(phase);
        generationMs = cursor.visit(generationMs);
        heardMs = cursor.visit(heardMs);
        arrivalMs = cursor.visit(arrivalMs);
        deadlineMs = cursor.visit(deadlineMs);
        lockedUntilMs = cursor.visit(lockedUntilMs);
        expiryMs = cursor.visit(expiryMs);
        distanceCm = cursor.visit(distanceCm);
        speedCmps = cursor.visit(speedCmps);
        sequenceNumber = cursor.visit(sequenceNumber);
        inboundKind = cursor.visit(inboundKind);
        inbound = cursor.visit(inbound);
        rsu = cursor.visit(rsu);
        status = cursor.visit(status);
        cause = cursor.visit(cause);
    }
}
