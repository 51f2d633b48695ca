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

    /** Who has waited for so long goes next, whoever's turn it would be. */
    private static final int PRESSING_MS = 150_000;

    /** A hold ends this long before the longest green, so that force-off is not needed. */
    private static final int HOLD_RESERVE_MS = 2_000;

    /** NTCIP 1202 {@code unitControlStatus}. */
    private static final int CONTROL_UNKNOWN = 0;

    private static final int CONTROL_BACKUP = 4;
    private static final int CONTROL_MANUAL = 5;
    private static final int CONTROL_REMOTE_MANUAL = 9;
    private static final int CONTROL_LOCAL_MANUAL = 10;

    private final PhaseTable table;
    final long[] greenSinceMs = new long[COUNT];
    final long[] endedSinceMs = new long[COUNT];
    final long[] walkSinceMs = new long[COUNT];
    final long[] clearSinceMs = new long[COUNT];
    final long[] dontWalkSinceMs = new long[COUNT];
    private final long[] greenForCertainMs = new long[COUNT];
    private final long[] redSinceMs = new long[COUNT];
    private final long[] dontWalkForCertainMs = new long[COUNT];
    private final ServiceWaits waits;
    private final ClearanceTime clearance;
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
        clearance = new ClearanceTime(table, this);
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
     * Tells whether a green has lasted so long that it may not be held any more.
     *
     * @param phase a phase in green
     * @param nowMs control time, milliseconds
     * @return whether the controller may end it at any moment
     */
    public boolean isSpent(int phase, long nowMs) {
        return greenMs(phase, nowMs) >= table.maximumGreenMs[phase - 1] - HOLD_RESERVE_MS;
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

    /**
     * Returns how long somebody has stood before a red of certain phases.
     *
     * @param phases bit {@code n - 1} for phase {@code n}
     * @param nowMs control time, milliseconds
     * @return milliseconds since the first call, 0 when nobody waits
     */
    public long queuedForMs(int phases, long nowMs) {
        return waits.longestDrivingMs(phases, nowMs);
    }

    /** Phases that have waited so long, or whose people have, that others must make way (S-11). */
    int overdue(long nowMs) {
        return waits.waitedAtLeast(OVERDUE_MS, nowMs);
    }

    /** Phases that have waited so long, or whose people have, that nobody may go before them. */
    int pressing(long nowMs) {
        return waits.waitedAtLeast(PRESSING_MS, nowMs);
    }

    /** Whether the controller runs its own plan because it has missed our SETs. */
    boolean isBackup() {
        return controlStatus == CONTROL_BACKUP;
    }

    long greenMs(int phase, long nowMs) {
        return nowMs - greenSinceMs[phase - 1];
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

    int walks() {
        return walks;
    }

    int pedClears() {
        return pedClears;
    }

    /**
     * Returns how long the junction takes to clear.
     *
     * @return over this shadow
     */
    public ClearanceTime clearance() {
        return clearance;
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
