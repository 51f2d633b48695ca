package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.picture.StateCursor;

/**
 * Since when each phase, and the people who walk beside it, have been waiting (S-11).
 *
 * <p>A wait begins with a call while there is no green (no WALK) and ends with green (WALK) or when
 * the call is gone. Control thread only.
 */
final class ServiceWaits {
    /** Later than any moment: who does not wait has waited for less than nothing. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final PhaseTable table;
    private final long[] vehicleSinceMs = new long[PhaseTable.PHASE_COUNT];
    private final long[] pedestrianSinceMs = new long[PhaseTable.PHASE_COUNT];

    ServiceWaits(PhaseTable table) {
        this.table = table;
        Arrays.fill(vehicleSinceMs, NEVER);
        Arrays.fill(pedestrianSinceMs, NEVER);
    }

    /** Takes in the calls of vehicles; masks have bit {@code n - 1} for phase {@code n}. */
    void onVehicles(int calls, int greens, long nowMs) {
        note(vehicleSinceMs, calls & ~greens & table.phases, nowMs);
    }

    /** Takes in what is green: whoever is served waits no more. */
    void onGreens(int greens) {
        for (int rest = greens & table.phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            vehicleSinceMs[Integer.numberOfTrailingZeros(rest)] = NEVER;
        }
    }

    /** Takes in the calls of people; masks as above. */
    void onPedestrians(int calls, int walks, long nowMs) {
        note(pedestrianSinceMs, calls & ~walks & table.pedestrians, nowMs);
    }

    private static void note(long[] sinceMs, int waiting, long nowMs) {
        for (int i = 0; i < PhaseTable.PHASE_COUNT; i++) {
            boolean waits = (waiting & 1 << i) != 0;
            sinceMs[i] = waits ? Math.min(sinceMs[i], nowMs) : NEVER;
        }
    }

    /**
     * Returns the longest wait of any vehicle phase but {@code served} and of any pedestrian phase:
     * a preempt's dwell serves no people.
     */
    long longestMs(int served, long nowMs) {
        long since = nowMs - longestOnFootMs(table.pedestrians, nowMs);
        for (int i = 0; i < PhaseTable.PHASE_COUNT; i++) {
            if ((served & 1 << i) == 0) {
                since = Math.min(since, vehicleSinceMs[i]);
            }
        }
        return nowMs - since;
    }

    /** Returns the longest wait of the vehicle phases in a mask; 0 when nobody waits there. */
    long longestDrivingMs(int mask, long nowMs) {
        long since = nowMs;
        for (int rest = mask & table.phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            since = Math.min(since, vehicleSinceMs[Integer.numberOfTrailingZeros(rest)]);
        }
        return nowMs - since;
    }

    /** Returns the longest wait of the pedestrian phases in a mask. */
    long longestOnFootMs(int mask, long nowMs) {
        long since = nowMs;
        for (int rest = mask & table.pedestrians; rest != 0; rest &= rest - 1) { // at most 16 turns
            since = Math.min(since, pedestrianSinceMs[Integer.numberOfTrailingZeros(rest)]);
        }
        return nowMs - since;
    }

    /** Returns the phases that have waited, or whose people have, for at least so long. */
    int waitedAtLeast(long limitMs, long nowMs) {
        int phases = 0;
        for (int i = 0; i < PhaseTable.PHASE_COUNT; i++) {
            if (nowMs - vehicleSinceMs[i] >= limitMs) {
                phases |= 1 << i;
            }
            if (nowMs - pedestrianSinceMs[i] >= limitMs) {
                phases |= 1 << (table.parallelPhase[i] - 1);
            }
        }
        return phases;
    }

    void visit(StateCursor cursor) {
        cursor.visit(vehicleSinceMs);
        cursor.visit(pedestrianSinceMs);
    }
}
