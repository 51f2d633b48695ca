package org.sinho.signal.guard;

import java.util.Arrays;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.site.SiteSheet;

/**
 * What one junction was seen to show, since when, and how far that can be believed.
 *
 * <p>A status is believed only in an unbroken run: after a gap, what is green counts as green from
 * the first sight. Beginnings are dated with the highest time seen and arrivals with their own, so
 * that a clock that steps back makes statuses old and never makes them young.
 */
final class LampLedger {
    private final SiteTable table;

    private long statusMs;
    private int pushSequence;
    private boolean advanced;
    private boolean flashing;
    private boolean coherent;
    private int greens;
    private int yellows;
    private int walks;
    private int pedClears;
    private int dontWalks;
    private int overlapsOn;
    private int waiting;
    private final long[] greenSinceMs = new long[SiteTable.PHASE_COUNT];
    private final long[] greenFirstMs = new long[SiteTable.PHASE_COUNT];
    private final long[] dontWalkSinceMs = new long[SiteTable.PHASE_COUNT];
    private final long[] waitingSinceMs = new long[SiteTable.PHASE_COUNT];
    private final long[] clearingUntilMs = new long[SiteSheet.INDEX_COUNT];

    private long agreedMs;
    private int disagreements;
    private int controlStatus;
    private int flashStatus;

    LampLedger(SiteTable table) {
        this.table = table;
        forget();
    }

    /** Forgets everything: nothing is known until the controller speaks again. */
    void forget() {
        statusMs = Limits.NEVER;
        pushSequence = -1;
        advanced = false;
        flashing = false;
        coherent = false;
        greens = 0;
        yellows = 0;
        walks = 0;
        pedClears = 0;
        dontWalks = 0;
        overlapsOn = 0;
        waiting = 0;
        Arrays.fill(greenSinceMs, 0);
        Arrays.fill(greenFirstMs, 0);
        Arrays.fill(dontWalkSinceMs, 0);
        Arrays.fill(waitingSinceMs, 0);
        Arrays.fill(clearingUntilMs, 0);
        agreedMs = Limits.NEVER;
        disagreements = 0;
        controlStatus = 0;
        flashStatus = 0;
    }

    /**
     * Takes in a status push.
     *
     * @return phases whose green was seen to begin; -1 when the push was a duplicate or late
     */
    int onStatus(ControllerStatus status, long utcMs, long nowMs) {
        int steps = status.pushSequence() - pushSequence & 0xFF;
        boolean connected = nowMs - statusMs <= Limits.STATUS_AGE_MS;
        if (pushSequence >= 0 && (steps == 0 || connected && steps > Limits.FORWARD_STEPS)) {
            return -1;
        }
        pushSequence = status.pushSequence();
        statusMs = utcMs;
        advanced = connected;
        flashing = status.flash() != 0 || (status.flashing() & table.phases) != 0;
        coherent = coherent(status);
        overlapsOn = (status.overlapGreens() | status.overlapYellows()) & table.overlaps;
        int begun = onVehicleLamps(status, connected, nowMs);
        onPedestrianLamps(status, connected, nowMs);
        onPedestrianCalls(status, nowMs);
        return connected ? begun : 0;
    }

    private int onVehicleLamps(ControllerStatus status, boolean connected, long nowMs) {
        int shown = status.greens() & table.phases;
        int known = connected ? greens : 0;
        int begun = shown & ~known;
        stamp(greenSinceMs, begun, nowMs);
        // A green over a gap may be the same green: for an upper bound it counts from before.
        stamp(greenFirstMs, shown & ~greens, nowMs);
        // An end that fell into a gap counts from now: when it was is not known.
        int ended = (greens | yellows) & status.reds();
        for (int rest = ended; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            clearingUntilMs[bit] = clearedMs(table.redClearanceDs[bit], nowMs);
        }
        greens = shown;
        yellows = status.yellows() & table.phases;
        return begun;
    }

    private void onPedestrianLamps(ControllerStatus status, boolean connected, long nowMs) {
        int shown = status.dontWalks() & table.pedestrians;
        stamp(dontWalkSinceMs, shown & ~(connected ? dontWalks : 0), nowMs);
        int ended = (walks | pedClears) & shown;
        for (int rest = ended; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            clearingUntilMs[SiteSheet.PEDESTRIAN_INDEX + bit] =
                    clearedMs(table.bufferDs[bit], nowMs);
        }
        dontWalks = shown;
        walks = status.walks() & table.pedestrians;
        pedClears = status.pedClears() & table.pedestrians;
    }

    private void onPedestrianCalls(ControllerStatus status, long nowMs) {
        int calls = status.pedCalls() & table.pedestrians & ~walks;
        stamp(waitingSinceMs, calls & ~waiting, nowMs);
        waiting = calls;
    }

    /** Takes in an answer to the cross-check. */
    void onPoll(ControllerPoll poll, long utcMs, long nowMs) {
        if (poll.answered() == 0) {
            return;
        }
        controlStatus = poll.unitControlStatus();
        flashStatus = poll.unitFlashStatus();
        if (nowMs - statusMs > Limits.STATUS_AGE_MS) {
            return; // Nothing fresh to compare with; the agreement grows old by itself.
        }
        boolean agrees =
                (poll.greens() & table.phases) == greens
                        && (poll.walks() & table.pedestrians) == walks;
        agreedMs = agrees ? utcMs : agreedMs;
        disagreements = agrees ? 0 : Math.min(disagreements + 1, Limits.DISAGREEMENTS);
    }

    /** Returns whether status is young, advancing and borne out by the poll. */
    boolean trusted(long nowMs) {
        return advanced
                && nowMs - statusMs <= Limits.STATUS_AGE_MS
                && nowMs - agreedMs <= Limits.POLL_AGE_MS
                && disagreements < Limits.DISAGREEMENTS;
    }

    /** Returns whether the junction works its lamps in a way that commands can be judged by. */
    boolean steady(long nowMs) {
        return coherent
                && !flashing
                && flashStatus == ControllerMode.NOT_FLASHING
                && !conflictShown(nowMs);
    }

    int controlStatus() {
        return controlStatus;
    }

    int greens() {
        return greens;
    }

    /** Returns deciseconds that a green phase has been green for certain. */
    long greenAtLeastDs(int bit, long nowMs) {
        return Limits.elapsedAtLeastDs(greenSinceMs[bit], nowMs);
    }

    /** Returns deciseconds that a green phase may have been green. */
    long greenAtMostDs(int bit, long nowMs) {
        return Limits.elapsedAtMostDs(greenFirstMs[bit], nowMs);
    }

    /** Returns whether all these pedestrian phases rest in DON'T WALK with their buffer done. */
    boolean pedestriansCleared(int mask, long nowMs) {
        if ((dontWalks & mask) != mask) {
            return false;
        }
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            if (Limits.elapsedAtLeastDs(dontWalkSinceMs[bit], nowMs) < table.bufferDs[bit]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether someone has waited at one of these pedestrian phases longer than allowed. */
    boolean waitedTooLong(int mask, long nowMs) {
        for (int rest = mask & waiting; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            if (nowMs - waitingSinceMs[bit] > Limits.PEDESTRIAN_WAIT_MS) {
                return true;
            }
        }
        return false;
    }

    /** Returns who has right of way, clearances included, as a row. */
    private int rightOfWay(long nowMs) {
        int row = greens | yellows | (walks | pedClears) << SiteSheet.PEDESTRIAN_INDEX;
        for (int i = 0; i < clearingUntilMs.length; i++) {
            row |= nowMs < clearingUntilMs[i] ? 1 << i : 0;
        }
        return row;
    }

    private boolean conflictShown(long nowMs) {
        int row = rightOfWay(nowMs);
        for (int rest = overlapsOn; rest != 0; rest &= rest - 1) {
            if ((table.overlapForbidden[Integer.numberOfTrailingZeros(rest)] & row) != 0) {
                return true;
            }
        }
        for (int rest = row; rest != 0; rest &= rest - 1) {
            if ((table.forbidden[Integer.numberOfTrailingZeros(rest)] & row) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean coherent(ControllerStatus status) {
        int rightOfWay = status.greens() | status.yellows();
        int crossing = status.walks() | status.pedClears();
        return (rightOfWay & ~table.phases | crossing & ~table.pedestrians) == 0
                && exactlyOne(status.greens(), status.yellows(), status.reds(), table.phases)
                && exactlyOne(
                        status.walks(), status.pedClears(), status.dontWalks(), table.pedestrians)
                && exactlyOne(
                        status.overlapGreens(),
                        status.overlapYellows(),
                        status.overlapReds(),
                        table.overlaps);
    }

    private static boolean exactlyOne(int a, int b, int c, int mask) {
        boolean lit = ((a | b | c) & mask) == mask;
        boolean single = ((a & b | (a | b) & c) & mask) == 0;
        return lit && single;
    }

    private static long clearedMs(int clearanceDs, long nowMs) {
        int leastDs = clearanceDs - Limits.SAMPLING_SKEW_DS;
        return nowMs + (long) leastDs * Limits.DECISECOND_MS;
    }

    private static void stamp(long[] stampsMs, int mask, long nowMs) {
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            stampsMs[Integer.numberOfTrailingZeros(rest)] = nowMs;
        }
    }

    void carry(StateCursor cursor) {
        statusMs = cursor.carry(statusMs);
        pushSequence = cursor.carry(pushSequence);
        advanced = cursor.carry(advanced);
        flashing = cursor.carry(flashing);
        coherent = cursor.carry(coherent);
        greens = cursor.carry(greens);
        yellows = cursor.carry(yellows);
        walks = cursor.carry(walks);
        pedClears = cursor.carry(pedClears);
        dontWalks = cursor.carry(dontWalks);
        overlapsOn = cursor.carry(overlapsOn);
        waiting = cursor.carry(waiting);
        cursor.carry(greenSinceMs);
        cursor.carry(greenFirstMs);
        cursor.carry(dontWalkSinceMs);
        cursor.carry(waitingSinceMs);
        cursor.carry(clearingUntilMs);
        agreedMs = cursor.carry(agreedMs);
        disagreements = cursor.carry(disagreements);
        controlStatus = cursor.carry(controlStatus);
        flashStatus = cursor.carry(flashStatus);
    }
}
