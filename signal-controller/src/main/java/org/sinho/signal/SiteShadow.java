package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.picture.StateCursor;

/**
 * What one controller is doing, as it says itself: lamps from the push, the rest from the polls.
 *
 * <p>A shadow only: status always wins. Control thread only.
 */
public final class SiteShadow {
    private static final int COUNT = PhaseTable.PHASE_COUNT;
    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final int FLASH_MONITOR_FAULT = 5;
    private static final int FLASH_MMU = 6;

    private final PhaseTable table;
    private final long[] greenSinceMs = new long[COUNT];
    private final long[] endedSinceMs = new long[COUNT];
    private final long[] walkSinceMs = new long[COUNT];
    private final long[] clearSinceMs = new long[COUNT];
    private final long[] dontWalkSinceMs = new long[COUNT];
    private int greens;
    private int yellows;
    private int walks;
    private int pedClears;
    private int pushPedCalls;
    private boolean flashing;
    private int pushSequence = -1;
    private long statusMs = NEVER;
    private long pollMs = NEVER;
    private int vehCalls;
    private int pedCalls;
    private int controlStatus;
    private int flashStatus;
    private int differenceCount;
    private int differencesInARow;

    /**
     * Creates a shadow that has seen nothing.
     *
     * @param table timing of the site
     */
    public SiteShadow(PhaseTable table) {
        this.table = table;
        forget();
    }

    /** Voids everything, as after a restart. */
    public void forget() {
        Arrays.fill(greenSinceMs, NEVER);
        Arrays.fill(endedSinceMs, NEVER);
        Arrays.fill(walkSinceMs, NEVER);
        Arrays.fill(clearSinceMs, NEVER);
        Arrays.fill(dontWalkSinceMs, NEVER);
        greens = 0;
        yellows = 0;
        walks = 0;
        pedClears = 0;
        pushPedCalls = 0;
        flashing = false;
        pushSequence = -1;
        statusMs = NEVER;
        pollMs = NEVER;
        vehCalls = 0;
        pedCalls = 0;
        controlStatus = 0;
        flashStatus = 0;
        differencesInARow = 0;
    }

    void apply(ControllerStatus status, long nowMs) {
        if (status.pushSequence() == pushSequence) {
            return; // A push that does not move on is no sign of life.
        }
        pushSequence = status.pushSequence();
        note(status.greens() & ~greens, greenSinceMs, nowMs);
        note(greens & ~status.greens(), endedSinceMs, nowMs);
        note(status.walks() & ~walks, walkSinceMs, nowMs);
        note(status.pedClears() & ~pedClears, clearSinceMs, nowMs);
        note((walks | pedClears) & ~(status.walks() | status.pedClears()), dontWalkSinceMs, nowMs);
        greens = status.greens();
        yellows = status.yellows();
        walks = status.walks();
        pedClears = status.pedClears();
        pushPedCalls = status.pedCalls();
        flashing = status.flash() == 1 || status.flashing() != 0;
        statusMs = nowMs;
    }

    private static void note(int begun, long[] sinceMs, long nowMs) {
        for (int rest = begun; rest != 0; rest &= rest - 1) { // at most 16 turns
            sinceMs[Integer.numberOfTrailingZeros(rest)] = nowMs;
        }
    }

    void apply(ControllerPoll poll, long nowMs) {
        if (poll.answered() == 0) {
            return;
        }
        pollMs = nowMs;
        vehCalls = poll.vehCalls();
        pedCalls = poll.pedCalls();
        controlStatus = poll.unitControlStatus();
        flashStatus = poll.unitFlashStatus();
        if (poll.greens() == greens) {
            differencesInARow = 0;
        } else {
            differencesInARow++; // One alone is the skew between push and answer.
            differenceCount++;
        }
    }

    /**
     * Returns how long it takes until every phase but {@code keep} has ended and cleared, when each
     * ends as early as minimum green and pedestrians allow.
     *
     * @param keep phases that may stay, bit {@code n - 1} for phase {@code n}
     * @param nowMs control time, milliseconds
     * @return milliseconds, 0 when nothing stands in the way
     */
    public int clearanceMs(int keep, long nowMs) {
        long longest = 0;
        for (int rest = table.phases & ~keep; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            long wait = 0;
            if ((greens & 1 << i) != 0) {
                long minimum = table.minimumGreenMs[i] - (nowMs - greenSinceMs[i]);
                wait = Math.max(Math.max(minimum, pedestrianMs(i + 1, nowMs)), 0);
                wait += table.changeMs[i];
            } else {
                wait = Math.max(0, table.changeMs[i] - (nowMs - endedSinceMs[i]));
            }
            longest = Math.max(longest, wait);
        }
        return (int) longest;
    }

    /** Time that the pedestrians who walk with a phase still need, buffer included. */
    private long pedestrianMs(int phase, long nowMs) {
        long longest = 0;
        for (int rest = table.pedestrians; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if (table.parallelPhase[i] != phase) {
                continue;
            }
            long wait = table.bufferMs[i] - (nowMs - dontWalkSinceMs[i]);
            if ((pedClears & 1 << i) != 0) {
                wait = table.pedClearMs[i] - (nowMs - clearSinceMs[i]) + table.bufferMs[i];
            } else if ((walks & 1 << i) != 0) {
                long walk = Math.max(0, table.walkMs[i] - (nowMs - walkSinceMs[i]));
                wait = walk + table.pedClearMs[i] + table.bufferMs[i];
            }
            longest = Math.max(longest, wait);
        }
        return longest;
    }

    boolean pedestriansDone(int phase, long nowMs) {
        return pedestrianMs(phase, nowMs) <= 0;
    }

    long greenMs(int phase, long nowMs) {
        return nowMs - greenSinceMs[phase - 1];
    }

    /**
     * Returns how long a phase has not been green.
     *
     * @param phase phase number
     * @param nowMs control time, milliseconds
     * @return milliseconds since its green ended; 0 while it is green
     */
    public long sinceGreenMs(int phase, long nowMs) {
        return isGreen(phase) ? 0 : nowMs - endedSinceMs[phase - 1];
    }

    /**
     * Tells whether a phase shows green.
     *
     * @param phase phase number
     * @return whether the last status showed it green
     */
    public boolean isGreen(int phase) {
        return (greens & 1 << (phase - 1)) != 0;
    }

    /**
     * Returns the phases in green.
     *
     * @return bit {@code n - 1} for phase {@code n}
     */
    public int greens() {
        return greens;
    }

    /**
     * Returns the phases in yellow.
     *
     * @return bit {@code n - 1} for phase {@code n}
     */
    public int yellows() {
        return yellows;
    }

    int vehCalls() {
        return vehCalls;
    }

    int pedCalls() {
        return pedCalls | pushPedCalls;
    }

    int differenceCount() {
        return differenceCount;
    }

    int flashStatus() {
        return flashStatus;
    }

    boolean isMonitorFlash() {
        return flashStatus == FLASH_MONITOR_FAULT || flashStatus == FLASH_MMU;
    }

    /** What, if anything, forbids commanding on this status alone. */
    SiteDoubt doubt(long nowMs) {
        if (statusMs == NEVER) {
            return SiteDoubt.NOT_SEEN;
        }
        if (nowMs - statusMs > 1_000) {
            return SiteDoubt.STATUS_STALE;
        }
        if (nowMs - pollMs > 3_000) {
            return SiteDoubt.POLL_SILENT;
        }
        if (differencesInARow >= 2) {
            return SiteDoubt.POLL_DISAGREES;
        }
        return flashing || isMonitorFlash() ? SiteDoubt.FLASHING : SiteDoubt.NONE;
    }

    void visit(StateCursor cursor) {
        cursor.visit(greenSinceMs);
        cursor.visit(endedSinceMs);
        cursor.visit(walkSinceMs);
        cursor.visit(clearSinceMs);
        cursor.visit(dontWalkSinceMs);
        greens = cursor.visit(greens);
        yellows = cursor.visit(yellows);
        walks = cursor.visit(walks);
        pedClears = cursor.visit(pedClears);
        pushPedCalls = cursor.visit(pushPedCalls);
        flashing = cursor.visit(flashing);
        pushSequence = cursor.visit(pushSequence);
        statusMs = cursor.visit(statusMs);
        pollMs = cursor.visit(pollMs);
        vehCalls = cursor.visit(vehCalls);
        pedCalls = cursor.visit(pedCalls);
        controlStatus = cursor.visit(controlStatus);
        flashStatus = cursor.visit(flashStatus);
        differenceCount = cursor.visit(differenceCount);
        differencesInARow = cursor.visit(differencesInARow);
    }
}
