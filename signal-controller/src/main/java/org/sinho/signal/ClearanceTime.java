package org.sinho.signal;

/**
 * How long a junction takes until certain phases may be green, as its shadow stands. Control thread
 * only.
 */
public final class ClearanceTime {
    private final PhaseTable table;
    private final SiteShadow shadow;

    ClearanceTime(PhaseTable table, SiteShadow shadow) {
        this.table = table;
        this.shadow = shadow;
    }

    /**
     * Returns how long it takes until every phase but {@code keep} has ended and cleared, when each
     * ends as early as minimum green and pedestrians allow.
     *
     * @param keep phases that may stay, bit {@code n - 1} for phase {@code n}
     * @param nowMs control time, milliseconds
     * @return milliseconds, 0 when nothing stands in the way
     */
    public int presentMs(int keep, long nowMs) {
        long longest = 0;
        for (int rest = table.phases & ~keep; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            long wait = 0;
            if ((shadow.greens() & 1 << i) != 0) {
                long minimum = table.minimumGreenMs[i] - (nowMs - shadow.greenSinceMs[i]);
                wait = Math.max(Math.max(minimum, pedestrianMs(i + 1, nowMs)), 0);
                wait += table.changeMs[i];
            } else {
                wait = Math.max(0, table.changeMs[i] - (nowMs - shadow.endedSinceMs[i]));
            }
            longest = Math.max(longest, wait);
        }
        return (int) longest;
    }

    /**
     * Returns for how long people on foot alone keep a junction from clearing, while nothing else
     * can start: whoever asks for clearance within that time has it no later than who asks now.
     *
     * @param keep phases that may stay, bit {@code n - 1} for phase {@code n}
     * @param nowMs control time, milliseconds
     * @return milliseconds, 0 when asking now is sooner
     */
    public int idleMs(int keep, long nowMs) {
        long longest = 0;
        long others = 0;
        for (int rest = table.phases & ~keep; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if ((shadow.greens() & 1 << i) != 0) {
                longest = Math.max(longest, pedestrianMs(i + 1, nowMs));
            } else {
                others = Math.max(others, table.changeMs[i] - (nowMs - shadow.endedSinceMs[i]));
            }
        }
        return others > 0 || nextMs(keep) > 0 ? 0 : (int) longest;
    }

    /**
     * Returns the longest clearance that a phase could ask for which no present green keeps from
     * starting: in the middle of a change nobody knows yet which one it will be.
     *
     * @param keep phases that may start without harm, bit {@code n - 1} for phase {@code n}
     * @return milliseconds, 0 when every other phase has a green against it
     */
    public int nextMs(int keep) {
        return longestServiceMs(keep, shadow.greens());
    }

    /**
     * Returns the longest clearance that any phase could ask for once it has started.
     *
     * @param keep phases that may start without harm, bit {@code n - 1} for phase {@code n}
     * @return milliseconds
     */
    public int worstMs(int keep) {
        return longestServiceMs(keep, 0);
    }

    private int longestServiceMs(int keep, int blocking) {
        int longest = 0;
        for (int rest = table.phases & ~keep & ~shadow.greens(); rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest); // at most 16 turns
            if ((table.conflicting[i] & blocking) == 0) {
                longest = Math.max(longest, serviceMs(i) + table.changeMs[i]);
            }
        }
        return longest;
    }

    /** Shortest green of a phase, with the people who have called for it. */
    private int serviceMs(int phaseIndex) {
        int longest = table.minimumGreenMs[phaseIndex];
        for (int rest = shadow.pedCalls() & table.pedestrians; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest); // at most 16 turns
            if (table.parallelPhase[i] == phaseIndex + 1) {
                longest =
                        Math.max(
                                longest, table.walkMs[i] + table.pedClearMs[i] + table.bufferMs[i]);
            }
        }
        return longest;
    }

    /** Time that the pedestrians who walk with a phase still need, buffer included. */
    private long pedestrianMs(int phase, long nowMs) {
        long longest = 0;
        for (int rest = table.pedestrians; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if (table.parallelPhase[i] != phase) {
                continue;
            }
            long wait = table.bufferMs[i] - (nowMs - shadow.dontWalkSinceMs[i]);
            if ((shadow.pedClears() & 1 << i) != 0) {
                wait = table.pedClearMs[i] - (nowMs - shadow.clearSinceMs[i]) + table.bufferMs[i];
            } else if ((shadow.walks() & 1 << i) != 0) {
                long walk = Math.max(0, table.walkMs[i] - (nowMs - shadow.walkSinceMs[i]));
                wait = walk + table.pedClearMs[i] + table.bufferMs[i];
            }
            longest = Math.max(longest, wait);
        }
        return longest;
    }
}
