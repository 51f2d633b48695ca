package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.picture.StateCursor;

/**
 * Lets those go next who have waited very long (S-11): omits whoever would go before them. A
 * preempt may serve a phase without its people, who then lose a whole round. Control thread only.
 */
final class Precedence {
    /** A little less than the guard bears for one phase. */
    private static final int OMIT_MS = 110_000;

    /** Omits of one phase with shorter pauses between them count as one, as to the guard. */
    private static final int PAUSE_MS = 120_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final PhaseTable table;
    private final long[] sinceMs = new long[PhaseTable.PHASE_COUNT];
    private final long[] lastMs = new long[PhaseTable.PHASE_COUNT];

    Precedence(PhaseTable table) {
        this.table = table;
        Arrays.fill(lastMs, NEVER);
    }

    /**
     * Chooses what to omit.
     *
     * @param pressing phases that have waited, or whose people have, so long that they go next
     * @param greens phases in green
     * @return phases to omit now, never all of a ring
     */
    int omits(int pressing, int greens, long nowMs) {
        int before = 0;
        for (int rest = pressing & ~greens; rest != 0; rest &= rest - 1) { // at most 16 turns
            before |= table.conflicting[Integer.numberOfTrailingZeros(rest)];
        }
        before &= table.phases & ~greens & ~pressing;
        for (int ring : table.rings) {
            before &= (before & ring) == ring ? ~ring : ~0;
        }
        return withinBounds(before, nowMs);
    }

    private int withinBounds(int wanted, long nowMs) {
        int omits = 0;
        for (int rest = wanted; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if (nowMs - lastMs[i] >= PAUSE_MS) {
                sinceMs[i] = nowMs;
            }
            if (nowMs - sinceMs[i] < OMIT_MS) {
                lastMs[i] = nowMs;
                omits |= 1 << i;
            }
        }
        return omits;
    }

    void visit(StateCursor cursor) {
        cursor.visit(sinceMs);
        cursor.visit(lastMs);
    }
}
