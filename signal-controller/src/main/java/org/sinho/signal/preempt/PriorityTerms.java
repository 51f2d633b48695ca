package org.sinho.signal.preempt;

import org.sinho.core.event.Role;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.LaneMap;
import org.sinho.signal.PhaseTable;

/** A bus's: a certificate of public transport, and a lane that leads somewhere. */
final class PriorityTerms implements RequestTerms {
    /** J2735 BasicVehicleRole transit. */
    static final int ROLE_TRANSIT = 16;

    private static final int KIND_LANE = 0;

    /** Who stands in a queue or at a stop is taken to drive on this fast in a moment. */
    private static final int SLOWEST_CMPS = 400;

    private final PhaseTable table;
    private final LaneMap lanes;

    PriorityTerms(PhaseTable table, LaneMap lanes) {
        this.table = table;
        this.lanes = lanes;
    }

    @Override
    public RequestCause authority(SignalRequest request) {
        boolean granted = (request.grantedRoles() & Role.TRANSIT) != 0;
        return request.role() == ROLE_TRANSIT && granted
                ? RequestCause.NONE
                : RequestCause.WRONG_ROLE;
    }

    @Override
    public RequestCause refusal(SignalRequest request, int approach, long nowMs) {
        return phase(request) == 0 ? RequestCause.UNKNOWN_LANE : RequestCause.NONE;
    }

    @Override
    public void place(RequestEntry entry, SignalRequest request, long nowMs) {
        entry.phase = phase(request);
        // A bus does not outrun its road, and nobody can say when one that stands will leave.
        int speed = table.speedCmps(entry.phase);
        if (request.speedCmps() != SPEED_UNAVAILABLE) {
            speed = Math.max(Math.min(speed, request.speedCmps()), SLOWEST_CMPS);
        }
        entry.arrivalMs = nowMs + entry.distanceCm * 1_000L / speed;
    }

    /** Of the lane that it names; of the lane that it drives in when it names an approach only. */
    private int phase(SignalRequest request) {
        return request.inboundKind() == KIND_LANE
                ? lanes.phaseOfLane(request.inbound())
                : lanes.phase(lanes.lane());
    }
}
