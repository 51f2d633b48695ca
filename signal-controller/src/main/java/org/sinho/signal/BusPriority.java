package org.sinho.signal;

import java.util.List;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.preempt.PriorityDesk;

/**
 * Priority for buses: a green a little longer, or a red a little shorter. Control thread only.
 *
 * <p>Only says what it would like to see held, ended and called; {@link ActuatedControl} does it as
 * far as minimum and maximum greens, people on foot and others who wait allow. Both favors are
 * bounded, so that the cost to others is, however many buses ask:
 *
 * <pre>
 *   extension    once in a green, at most 10 s, and only while the bus can still make it
 *   early green  one beginning per junction in 120 s, given up after 60 s
 * </pre>
 */
final class BusPriority {
    /** All buses together prolong one green by this much. */
    private static final int EXTENSION_MS = 10_000;

    /** A bus on its way is still waited for when it seems later than at first by this much. */
    private static final int EXTENSION_SLACK_MS = 1_000;

    /** A green is held from this long before the controller may end it. */
    private static final int EXTENSION_LEAD_MS = 500;

    /** A green is to begin this long before the bus: who stands before it must get going. */
    private static final int EARLY_MARGIN_MS = 5_000;

    /** A bus that is slower than it seemed is still waited for if it is by no more than this. */
    private static final int EARLY_SLACK_MS = 5_000;

    /** Two cycles or so: whoever was cut short gets a green of his own before the next. */
    private static final int EARLY_INTERVAL_MS = 120_000;

    /** A bus that is not served by then does not drive on, whatever the reason. */
    private static final int EARLY_LIMIT_MS = 60_000;

    private final PhaseTable table;
    private final SiteShadow shadow;
    private final PriorityDesk buses;

    /** By phase: those after it in its ring between the same barriers. */
    private final int[] behind = new int[PhaseTable.PHASE_COUNT];

    private final long[] extendedMs = new long[PhaseTable.PHASE_COUNT];
    private int extending;
    private int extended;
    private int ending;
    private int earlyPhase;
    private long earlySinceMs = Long.MIN_VALUE / 2;
    private long lastMs = Long.MIN_VALUE / 2;
    private long extensions;
    private long earlyGreens;

    BusPriority(SiteSheet sheet, PhaseTable table, SiteShadow shadow, PriorityDesk buses) {
        this.table = table;
        this.shadow = shadow;
        this.buses = buses;
        for (List<Integer> ring : sheet.rings()) {
            for (int a = 0; a < ring.size(); a++) {
                int first = ring.get(a);
                for (int second : ring.subList(a + 1, ring.size())) {
                    boolean together =
                            sheet.barrierGroups().stream()
                                    .anyMatch(g -> g.contains(first) && g.contains(second));
                    behind[first - 1] |= together ? 1 << (second - 1) : 0;
                }
            }
        }
    }

    /**
     * Brings the wishes up to date; call it every slice in which buses may have any.
     *
     * @param free whether nobody of a higher right is served or awaited
     */
    void decide(boolean free, long nowMs) {
        long stepMs = Math.min(Math.max(nowMs - lastMs, 0), 1_000);
        lastMs = nowMs;
        int overdue = shadow.overdue(nowMs) & ~shadow.greens();
        extend(free, overdue, stepMs, nowMs);
        begin(free, overdue, nowMs);
    }

    /** Nothing is wished for: a preempt is served, or the site is not commanded. */
    void yield() {
        extending = 0;
        ending = 0;
        earlyPhase = 0;
        extended &= shadow.greens();
    }

    private void extend(boolean free, int overdue, long stepMs, long nowMs) {
        int before = extending;
        extending = 0;
        extended &= shadow.greens();
        for (int rest = shadow.greens(); rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            int bit = 1 << i;
            boolean goesOn = (before & bit) != 0;
            if (!free
                    || (extended & bit) != 0 && !goesOn
                    || (table.conflicting[i] & overdue) != 0) {
                continue;
            }
            extendedMs[i] = goesOn ? extendedMs[i] + stepMs : 0;
            if (isWorthHolding(i, goesOn, nowMs)) {
                extending |= bit;
                extended |= bit;
                extensions += goesOn ? 0 : 1;
            }
        }
    }

    /** Whether the next bus is near, and passes before its share and the longest green are over. */
    private boolean isWorthHolding(int phaseIndex, boolean goesOn, long nowMs) {
        long arrivalMs = buses.arrivalMs(phaseIndex + 1);
        if (arrivalMs == PriorityDesk.NOBODY) {
            return false;
        }
        long leftMs = Math.max(0, arrivalMs - nowMs);
        boolean near = leftMs <= PriorityDesk.NEAR_MS + (goesOn ? EXTENSION_SLACK_MS : 0);
        // Until its minimum a green lasts anyway, and a bus in the queue gets going meanwhile.
        long greenMs = shadow.greenMs(phaseIndex + 1, nowMs);
        boolean mayEnd = greenMs + EXTENSION_LEAD_MS >= table.minimumGreenMs[phaseIndex];
        return near
                && mayEnd
                && extendedMs[phaseIndex] + leftMs < EXTENSION_MS
                && !shadow.isSpent(phaseIndex + 1, nowMs + leftMs);
    }

    private void begin(boolean free, int overdue, long nowMs) {
        boolean goesOn =
                earlyPhase != 0
                        && nowMs - earlySinceMs < EARLY_LIMIT_MS
                        && isWaiting(earlyPhase, EARLY_SLACK_MS, nowMs);
        earlyPhase = goesOn ? earlyPhase : 0;
        if (earlyPhase == 0 && nowMs - earlySinceMs >= EARLY_INTERVAL_MS) {
            earlyPhase = nextWaiting(nowMs);
        }
        boolean othersDue = earlyPhase != 0 && (overdue & ~(1 << (earlyPhase - 1))) != 0;
        if (!free || othersDue) {
            earlyPhase = 0;
        }
        ending = earlyPhase == 0 ? 0 : endable(against(earlyPhase), nowMs);
        if (earlyPhase != 0 && !goesOn) {
            earlySinceMs = nowMs;
            earlyGreens++;
        }
    }

    /** The phase whose bus arrives first, if ending a green would help it; 0 none. */
    private int nextWaiting(long nowMs) {
        int best = 0;
        for (int rest = table.phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            int phase = Integer.numberOfTrailingZeros(rest) + 1;
            boolean earlier = best == 0 || buses.arrivalMs(phase) < buses.arrivalMs(best);
            if (earlier && isWaiting(phase, 0, nowMs) && against(phase) != 0) {
                best = phase;
            }
        }
        return best;
    }

    /** Whether a bus will stand before red unless its phase comes as soon as it can. */
    private boolean isWaiting(int phase, int slackMs, long nowMs) {
        long arrivalMs = buses.arrivalMs(phase);
        if (arrivalMs == PriorityDesk.NOBODY || shadow.isGreen(phase)) {
            return false;
        }
        int keep = ~(table.conflicting[phase - 1] | against(phase));
        int leadMs = shadow.clearance().presentMs(keep, nowMs) + EARLY_MARGIN_MS;
        return arrivalMs - nowMs <= leadMs + slackMs;
    }

    /** All of them, or none: while one may not end, to end the others would help nobody. */
    private int endable(int greens, long nowMs) {
        for (int rest = greens; rest != 0; rest &= rest - 1) { // at most 16 turns
            if (!shadow.mayEnd(Integer.numberOfTrailingZeros(rest) + 1, nowMs)) {
                return 0;
            }
        }
        return greens;
    }

    /** Greens that keep a phase from starting, by conflict or by the order of its ring. */
    private int against(int phase) {
        int greens = shadow.greens();
        return (behind[phase - 1] & greens) != 0 ? greens : table.conflicting[phase - 1] & greens;
    }

    /** Greens to hold for a bus, bit {@code n - 1} for phase {@code n}. */
    int extending() {
        return extending;
    }

    /** Greens to end for a bus as soon as that is allowed, but those that another bus extends. */
    int ending() {
        return ending & ~extending;
    }

    /** The phase to call for a bus. */
    int called() {
        return earlyPhase == 0 ? 0 : 1 << (earlyPhase - 1);
    }

    long extensions() {
        return extensions;
    }

    long earlyGreens() {
        return earlyGreens;
    }

    void visit(StateCursor cursor) {
        cursor.visit(extendedMs);
        extending = cursor.visit(extending);
        extended = cursor.visit(extended);
        ending = cursor.visit(ending);
        earlyPhase = cursor.visit(earlyPhase);
        earlySinceMs = cursor.visit(earlySinceMs);
        lastMs = cursor.visit(lastMs);
        extensions = cursor.visit(extensions);
        earlyGreens = cursor.visit(earlyGreens);
    }
}
