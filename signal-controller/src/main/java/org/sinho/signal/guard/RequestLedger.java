package org.sinho.signal.guard;

import java.util.Arrays;
import org.sinho.core.event.Role;
import org.sinho.core.event.SignalRequest;

/**
 * The emergency requests that the guard itself has heard for one junction, by served approach.
 *
 * <p>Each approach has a few seats, one per requesting vehicle. A full approach takes no newcomer:
 * it has all the authority it needs. A cancelled request keeps its seat until any copy of what came
 * before the cancellation is too old to be fresh.
 */
final class RequestLedger {
    /** Vehicles remembered per approach. */
    static final int SEATS = 4;

    /** {@link #rank} of an approach that nobody asks for. */
    static final int NOBODY = 2;

    private static final int SAVES_LIVES = 0;
    private static final int OTHER = 1;
    private static final int EMERGENCY = 6;
    private static final int POLICE = 12;
    private static final int NEW = 1;
    private static final int UPDATE = 2;
    private static final int CANCEL = 3;
    private static final int LANE = 0;
    private static final int APPROACH = 1;

    private final SiteTable table;
    private final long[] signer;
    private final int[] requestId;
    private final long[] generationMs;
    private final long[] heardMs;
    private final long[] expiryMs;
    private final boolean[] canceled;
    private final int[] role;
    private final int[] verdict;

    RequestLedger(SiteTable table) {
        this.table = table;
        int seats = table.servedApproachCount * SEATS;
        signer = new long[seats];
        requestId = new int[seats];
        generationMs = new long[seats];
        heardMs = new long[seats];
        expiryMs = new long[seats];
        canceled = new boolean[seats];
        role = new int[seats];
        verdict = new int[table.servedApproachCount];
        Arrays.fill(heardMs, Limits.NEVER);
        Arrays.fill(verdict, GuardRule.E_01.code());
    }

    /** Takes in a request, if it carries authority for an approach that a preempt serves. */
    void onRequest(SignalRequest request, long utcMs, long nowMs) {
        int row = table.rowOfApproach(approach(request));
        if (row < 0) {
            return;
        }
        if (!authorized(request)) {
            verdict[row] = GuardRule.E_01.code();
        } else if (!fresh(request, nowMs)) {
            verdict[row] = GuardRule.E_02.code();
        } else {
            verdict[row] = GuardRule.E_07.code();
            record(row, request, utcMs, nowMs);
        }
    }

    /**
     * Looks for authority to preempt now.
     *
     * @return {@link SafetyGuard#ALLOWED}, or the rule that tells what is missing
     */
    int check(int row, long nowMs) {
        for (int seat = row * SEATS; seat < (row + 1) * SEATS; seat++) {
            if (valid(seat, nowMs)) {
                return SafetyGuard.ALLOWED;
            }
        }
        return verdict[row];
    }

    /**
     * Ranks the highest class that asks for an approach now: ambulance, fire and rescue alike
     * before all others. The lower, the higher the class.
     */
    int rank(int row, long nowMs) {
        int rank = NOBODY;
        for (int seat = row * SEATS; seat < (row + 1) * SEATS; seat++) {
            if (valid(seat, nowMs)) {
                boolean other = role[seat] == POLICE || role[seat] == EMERGENCY;
                rank = Math.min(rank, other ? OTHER : SAVES_LIVES);
            }
        }
        return rank;
    }

    private boolean valid(int seat, long nowMs) {
        return !canceled[seat] && heard(seat, nowMs) && nowMs <= expiryMs[seat];
    }

    private void record(int row, SignalRequest request, long utcMs, long nowMs) {
        int seat = seat(row, request, nowMs);
        boolean cancel = request.requestType() == CANCEL;
        boolean known = seat >= 0 && holds(seat, request);
        boolean late = known && request.generationUtcMs() <= generationMs[seat];
        if (seat < 0 || late || cancel && !known) {
            return; // An older or repeated copy adds no life; a stranger has nothing to cancel.
        }
        signer[seat] = request.signer();
        requestId[seat] = request.requestId();
        generationMs[seat] = request.generationUtcMs();
        heardMs[seat] = utcMs;
        expiryMs[seat] = request.expiryUtcMs() == 0 ? Long.MAX_VALUE : request.expiryUtcMs();
        canceled[seat] = cancel;
        role[seat] = request.role();
    }

    private int seat(int row, SignalRequest request, long nowMs) {
        int free = -1;
        for (int seat = row * SEATS; seat < (row + 1) * SEATS; seat++) {
            if (holds(seat, request)) {
                return seat;
            }
            if (!heard(seat, nowMs)) {
                free = seat;
            }
        }
        return free;
    }

    private boolean holds(int seat, SignalRequest request) {
        return signer[seat] == request.signer() && requestId[seat] == request.requestId();
    }

    private boolean heard(int seat, long nowMs) {
        return nowMs - heardMs[seat] <= Limits.REQUEST_SILENCE_MS;
    }

    private int approach(SignalRequest request) {
        return switch (request.inboundKind()) {
            case LANE -> table.approachOfLane(request.inbound());
            case APPROACH -> request.inbound();
            default -> 0; // Connections are not in the sheet: what is not known has no authority.
        };
    }

    private static boolean authorized(SignalRequest request) {
        int type = request.requestType();
        return (type == NEW || type == UPDATE || type == CANCEL)
                && (request.grantedRoles() & rolesThatMayClaim(request.role())) != 0;
    }

    /** Returns the granted roles of which one is needed to claim a J2735 BasicVehicleRole. */
    private static int rolesThatMayClaim(int role) {
        return switch (role) {
            case 5 -> Role.RESCUE; // roadRescue
            case 6 -> Role.EMERGENCY; // emergency, of any kind
            case 12 -> Role.POLICE;
            case 13 -> Role.FIRE;
            case 14 -> Role.AMBULANCE;
            default -> 0;
        };
    }

    private static boolean fresh(SignalRequest request, long nowMs) {
        long generationMs = request.generationUtcMs();
        return generationMs >= nowMs - Limits.REQUEST_FRESH_MS
                && generationMs <= nowMs + Limits.REQUEST_FRESH_MS;
    }

    void carry(StateCursor cursor) {
        cursor.carry(signer);
        cursor.carry(requestId);
        cursor.carry(generationMs);
        cursor.carry(heardMs);
        cursor.carry(expiryMs);
        cursor.carry(canceled);
        cursor.carry(role);
        cursor.carry(verdict);
    }
}
