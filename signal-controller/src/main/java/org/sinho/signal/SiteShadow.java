package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.site.SiteSheet;

/**
 * What one controller is doing, as it says itself: lamps from the push, the rest from the polls.
 *
 * <p>A shadow only: status always wins. Control thread only.
 */
public final class SiteShadow {
    private static final int COUNT = PhaseTable.PHASE_COUNT;
    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final int STATUS_AGE_MS = 1_000;
    private static final int POLL_AGE_MS = 3_000;
    private static final int DISAGREEMENTS = 2;
    private static final int PEDESTRIAN_WAIT_MS = 240_000;

    /** Steps of the push's eight-bit counter that count as forward. */
    private static final int FORWARD_STEPS = 127;

    /** Two samples of a clearance may lie this much closer than its ends. */
    private static final int SAMPLING_SKEW_MS = 200;

    /** NTCIP 1202 {@code unitFlashStatus}; whatever is not "not flashing" is flash or unknown. */
    private static final int FLASH_NONE = 2;

    private static final int FLASH_MONITOR_FAULT = 5;
    private static final int FLASH_MMU = 6;

    /** Half of what anyone may wait at most (S-11). */
    private static final int OVERDUE_MS = 120_000;

    /** A hold ends this long before the longest green, so that force-off is not needed. */
    private static final int HOLD_RESERVE_MS = 2_000;

    /** NTCIP 1202 {@code unitControlStatus}. */
    private static final int CONTROL_UNKNOWN = 0;

    private static final int CONTROL_BACKUP = 4;
    private static final int CONTROL_MANUAL = 5;
    private static final int CONTROL_REMOTE_MANUAL = 9;
    private static final int CONTROL_LOCAL_MANUAL = 10;

    private final PhaseTable table;
    private final long[] greenSinceMs = new long[COUNT];
    private final long[] endedSinceMs = new long[COUNT];
    private final long[] walkSinceMs = new long[COUNT];
    private final long[] clearSinceMs = new long[COUNT];
    private final long[] dontWalkSinceMs = new long[COUNT];
    private final long[] greenForCertainMs = new long[COUNT];
    private final long[] redSinceMs = new long[COUNT];
    private final long[] dontWalkForCertainMs = new long[COUNT];
    private final ServiceWaits waits;
    private int greens;
    private int yellows;
    private int walks;
    private int pedClears;
    private int pushPedCalls;
    private int dontWalks;
    private boolean lit;
    private boolean advanced;
    private boolean flashing;
    private int pushSequence = -1;
    private long statusMs = NEVER;
    private long agreedMs = NEVER;
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
        waits = new ServiceWaits(table);
        forget();
    }

    /** Voids everything but since when somebody waits, as after a restart: who waits, waits on. */
    public void forget() {
        Arrays.fill(greenSinceMs, NEVER);
        Arrays.fill(endedSinceMs, NEVER);
        Arrays.fill(walkSinceMs, NEVER);
        Arrays.fill(clearSinceMs, NEVER);
        Arrays.fill(dontWalkSinceMs, NEVER);
        Arrays.fill(greenForCertainMs, NEVER);
        Arrays.fill(redSinceMs, NEVER);
        Arrays.fill(dontWalkForCertainMs, NEVER);
        greens = 0;
        yellows = 0;
        walks = 0;
        pedClears = 0;
        pushPedCalls = 0;
        dontWalks = 0;
        lit = false;
        advanced = false;
        flashing = false;
        pushSequence = -1;
        statusMs = NEVER;
        agreedMs = NEVER;
        vehCalls = 0;
        pedCalls = 0;
        controlStatus = 0;
        flashStatus = 0;
        differencesInARow = 0;
    }

    void apply(ControllerStatus status, long nowMs) {
        int steps = status.pushSequence() - pushSequence & 0xFF;
        boolean connected = nowMs - statusMs <= STATUS_AGE_MS;
        if (pushSequence >= 0 && (steps == 0 || connected && steps > FORWARD_STEPS)) {
            return; // A push that does not move on, or comes late, is no sign of life.
        }
        pushSequence = status.pushSequence();
        advanced = connected;
        applyVehicleLamps(status, connected, nowMs);
        applyPedestrianLamps(status, connected, nowMs);
        flashing = status.flash() == 1 || status.flashing() != 0;
        statusMs = nowMs;
    }

    private void applyVehicleLamps(ControllerStatus status, boolean connected, long nowMs) {
        int shown = status.greens() & table.phases;
        note(shown & ~greens, greenSinceMs, nowMs);
        // Over a gap in the push a green may have ended and begun again.
        note(connected ? shown & ~greens : shown, greenForCertainMs, nowMs);
        note(greens & ~shown, endedSinceMs, nowMs);
        note((greens | yellows) & status.reds(), redSinceMs, nowMs);
        greens = shown;
        yellows = status.yellows() & table.phases;
        waits.onGreens(greens);
        lit = exactlyOne(status.greens(), status.yellows(), status.reds(), table.phases);
    }

    private void applyPedestrianLamps(ControllerStatus status, boolean connected, long nowMs) {
        int shown = status.dontWalks() & table.pedestrians;
        note(status.walks() & ~walks, walkSinceMs, nowMs);
        note(status.pedClears() & ~pedClears, clearSinceMs, nowMs);
        note((walks | pedClears) & shown, dontWalkSinceMs, nowMs);
        note(connected ? shown & ~dontWalks : shown, dontWalkForCertainMs, nowMs);
        waits.onPedestrians(status.pedCalls(), status.walks(), nowMs);
        dontWalks = shown;
        walks = status.walks() & table.pedestrians;
        pedClears = status.pedClears() & table.pedestrians;
        pushPedCalls = status.pedCalls();
        lit &=
                exactlyOne(
                        status.walks(), status.pedClears(), status.dontWalks(), table.pedestrians);
    }

    /** Whether each face of {@code mask} shows one color, and no other face has right of way. */
    private static boolean exactlyOne(int first, int second, int last, int mask) {
        return ((first & second | (first | second) & last) & mask) == 0
                && ((first | second | last) & mask) == mask
                && ((first | second) & ~mask) == 0;
    }

    /** Whether two that are forbidden together have right of way, clearances included. */
    private boolean showsConflict(long nowMs) {
        int row = greens | yellows | (walks | pedClears) << SiteSheet.PEDESTRIAN_INDEX;
        for (int i = 0; i < COUNT; i++) {
            if (nowMs - redSinceMs[i] < table.redClearanceMs[i] - SAMPLING_SKEW_MS) {
                row |= 1 << i;
            }
            if (nowMs - dontWalkSinceMs[i] < table.bufferMs[i] - SAMPLING_SKEW_MS) {
                row |= 1 << SiteSheet.PEDESTRIAN_INDEX + i;
            }
        }
        for (int rest = row; rest != 0; rest &= rest - 1) { // at most 32 turns
            if ((table.forbidden[Integer.numberOfTrailingZeros(rest)] & row) != 0) {
                return true;
            }
        }
        return false;
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
        vehCalls = poll.vehCalls();
        waits.onVehicles(vehCalls, greens, nowMs);
        pedCalls = poll.pedCalls();
        controlStatus = poll.unitControlStatus();
        flashStatus = poll.unitFlashStatus();
        if (nowMs - statusMs > STATUS_AGE_MS) {
            return; // Nothing fresh to compare with.
        }
        if ((poll.greens() & table.phases) == greens
                && (poll.walks() & table.pedestrians) == walks) {
            differencesInARow = 0;
            agreedMs = nowMs;
        } else {
            differencesInARow++; // One alone is the skew between push and answer.
            differenceCount++;
        }
    }

    /** Whether push and cross-check have differed too often in a row to be skew. */
    boolean isDisagreement() {
        return differencesInARow >= DISAGREEMENTS;
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

    /**
     * Returns the longest clearance that a phase could ask for which no present green keeps from
     * starting: in the middle of a change nobody knows yet which one it will be.
     *
     * @param keep phases that may start without harm, bit {@code n - 1} for phase {@code n}
     * @return milliseconds, 0 when every other phase has a green against it
     */
    public int nextClearanceMs(int keep) {
        return longestServiceMs(keep, greens);
    }

    /**
     * Returns the longest clearance that any phase could ask for once it has started.
     *
     * @param keep phases that may start without harm, bit {@code n - 1} for phase {@code n}
     * @return milliseconds
     */
    public int worstClearanceMs(int keep) {
        return longestServiceMs(keep, 0);
    }

    private int longestServiceMs(int keep, int blocking) {
        int longest = 0;
        for (int rest = table.phases & ~keep & ~greens; rest != 0; rest &= rest - 1) {
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
        for (int rest = pedCalls() & table.pedestrians; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest); // at most 16 turns
            if (table.parallelPhase[i] == phaseIndex + 1) {
                longest =
                        Math.max(
                                longest, table.walkMs[i] + table.pedClearMs[i] + table.bufferMs[i]);
            }
        }
        return longest;
    }

    /**
     * Tells whether a green has lasted so long that it may not be held any more.
     *
     * @param phase a phase in green
     * @param nowMs control time, milliseconds
     * @return whether the controller may end it at any moment
     */
    public boolean isSpent(int phase, long nowMs) {
        return greenMs(phase, nowMs) >= table.maximumGreenMs[phase - 1] - HOLD_RESERVE_MS;
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

    /**
     * Whether a green may be ended: seen long enough without a gap, its pedestrians off the road.
     */
    boolean mayEnd(int phase, long nowMs) {
        int bit = phase - 1;
        if (nowMs - greenForCertainMs[bit] < table.minimumGreenMs[bit]) {
            return false;
        }
        for (int rest = table.pedestrians; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            boolean cleared =
                    (dontWalks & 1 << i) != 0
                            && nowMs - dontWalkForCertainMs[i] >= table.bufferMs[i];
            if (table.parallelPhase[i] == phase && !cleared) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody on foot has waited too long for a phase's green to be prolonged (C-06). */
    boolean keepsPedestrianWaiting(int phase, long nowMs) {
        int against = table.forbidden[phase - 1] >>> SiteSheet.PEDESTRIAN_INDEX;
        return waits.longestOnFootMs(against, nowMs) > PEDESTRIAN_WAIT_MS;
    }

    /**
     * Returns the longest wait of anyone whom a preempt does not serve: people on foot never are.
     *
     * @param served vehicle phases that it serves, bit {@code n - 1} for phase {@code n}
     * @param nowMs control time, milliseconds
     * @return milliseconds, 0 when nobody waits
     */
    public long longestWaitMs(int served, long nowMs) {
        return waits.longestMs(served, nowMs);
    }

    /** Phases that have waited so long, or whose people have, that others must make way (S-11). */
    int overdue(long nowMs) {
        return waits.waitedAtLeast(OVERDUE_MS, nowMs);
    }

    /** Whether the controller runs its own plan because it has missed our SETs. */
    boolean isBackup() {
        return controlStatus == CONTROL_BACKUP;
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
        if (nowMs - statusMs > STATUS_AGE_MS || !advanced) {
            return SiteDoubt.STATUS_STALE;
        }
        if (isDisagreement()) {
            return SiteDoubt.POLL_DISAGREES;
        }
        if (nowMs - agreedMs > POLL_AGE_MS) {
            return SiteDoubt.POLL_SILENT;
        }
        if (flashing || flashStatus != FLASH_NONE) {
            return SiteDoubt.FLASHING;
        }
        if (controlStatus == CONTROL_UNKNOWN
                || controlStatus == CONTROL_MANUAL
                || controlStatus == CONTROL_REMOTE_MANUAL
                || controlStatus == CONTROL_LOCAL_MANUAL) {
            return SiteDoubt.LOCAL_CONTROL;
        }
        return lit && !showsConflict(nowMs) ? SiteDoubt.NONE : SiteDoubt.LAMPS_UNCLEAR;
    }

    void visit(StateCursor cursor) {
        cursor.visit(greenSinceMs);
        cursor.visit(endedSinceMs);
        cursor.visit(walkSinceMs);
        cursor.visit(clearSinceMs);
        cursor.visit(dontWalkSinceMs);
        cursor.visit(greenForCertainMs);
        cursor.visit(redSinceMs);
        cursor.visit(dontWalkForCertainMs);
        waits.visit(cursor);
        greens = cursor.visit(greens);
        yellows = cursor.visit(yellows);
        walks = cursor.visit(walks);
        pedClears = cursor.visit(pedClears);
        pushPedCalls = cursor.visit(pushPedCalls);
        dontWalks = cursor.visit(dontWalks);
        lit = cursor.visit(lit);
        advanced = cursor.visit(advanced);
        flashing = cursor.visit(flashing);
        pushSequence = cursor.visit(pushSequence);
        statusMs = cursor.visit(statusMs);
        agreedMs = cursor.visit(agreedMs);
        vehCalls = cursor.visit(vehCalls);
        pedCalls = cursor.visit(pedCalls);
        controlStatus = cursor.visit(controlStatus);
        flashStatus = cursor.visit(flashStatus);
        differenceCount = cursor.visit(differenceCount);
        differencesInARow = cursor.visit(differencesInARow);
    }
}
