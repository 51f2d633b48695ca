package org.sinho.signal;

import java.util.List;
import org.sinho.core.picture.StateCursor;

/**
 * Chooses the coordination pattern of one zone. Control thread only.
 *
 * <p>Each pattern has the flow that it was made for: inbound, outbound and across, at each
 * junction. The distance to it is the sum of the differences over the junctions that are measured;
 * the nearest pattern is the best. Another one is chosen only when it has been the best for some
 * minutes, nearer by {@link #MARGIN_PERCENT} than the present one, and not soon after the last
 * change. Where less than half of the junctions are measured, every controller gets its own plan.
 */
final class PatternChoice {
    /** By how much another pattern must be nearer than the present one, percent. */
    static final int MARGIN_PERCENT = 15;

    /** Hears of each change. */
    interface Listener {
        /** The zone has another pattern; 0 when its controllers have their own plan. */
        void onPattern(int zone, int pattern);
    }

    private static final int NONE = -1;
    private static final int MS_PER_S = 1_000;
    private static final int MILLI = 1_000;
    private static final int PERCENT = 100;

    private final int number;
    private final SiteControl[] sites;
    private final FlowMeter[] meters;
    private final Listener listener;
    private final int[] patterns;
    private final int[] phases;
    private final int[] allPhases;
    private final long[] reference;
    private final long[] distance;
    private final long steadyMs;
    private final long leastMs;

    /** Place of the present pattern and of the one that would be better; or {@link #NONE}. */
    private int present = NONE;

    private int rival = NONE;
    private long rivalSinceMs = Long.MIN_VALUE / 2;
    private long changedMs = Long.MIN_VALUE / 2;

    /**
     * Creates a choice that nothing is known for.
     *
     * @param number of the zone, 1 and up
     * @param sites as the zone lists them, like {@code meters}
     */
    PatternChoice(
            int number,
            CoordinationZone zone,
            SiteControl[] sites,
            FlowMeter[] meters,
            Listener listener) {
        this.number = number;
        this.sites = sites;
        this.meters = meters;
        this.listener = listener;
        steadyMs = zone.steadyS() * (long) MS_PER_S;
        leastMs = zone.leastS() * (long) MS_PER_S;
        patterns = zone.patterns().stream().mapToInt(CoordinationZone.Pattern::number).toArray();
        distance = new long[patterns.length];
        int width = sites.length * CoordinationZone.DIRECTIONS;
        phases = new int[width];
        allPhases = new int[sites.length];
        reference = new long[patterns.length * width];
        for (int i = 0; i < width; i++) {
            int site = i / CoordinationZone.DIRECTIONS;
            int direction = i % CoordinationZone.DIRECTIONS;
            CoordinationZone.Member member = zone.members().get(site);
            phases[i] = mask(member.phases(direction));
            allPhases[site] |= phases[i];
            for (int p = 0; p < patterns.length; p++) {
                List<Integer> flows = zone.patterns().get(p).flows().get(member.siteId());
                reference[p * width + i] = (long) flows.get(direction) * MILLI;
            }
        }
    }

    private static int mask(List<Integer> phases) {
        return phases.stream().mapToInt(phase -> 1 << phase - 1).reduce(0, (a, b) -> a | b);
    }

    /** Brings the choice up to date; call it every tick, before the sites. */
    void decide(long nowMs) {
        int measured = measure(nowMs);
        if (2 * measured < sites.length || measured == 0) {
            rival = NONE;
            if (present != NONE) {
                change(NONE, nowMs);
            }
        } else {
            weigh(nowMs);
        }
        for (SiteControl site : sites) {
            site.coordinate(pattern());
        }
    }

    private int pattern() {
        return present == NONE ? 0 : patterns[present];
    }

    /** Reckons the distance to every pattern; returns over how many sites. */
    private int measure(long nowMs) {
        java.util.Arrays.fill(distance, 0);
        int measured = 0;
        for (int s = 0; s < sites.length; s++) { // at most 64 turns, 16 patterns, 3 directions
            if (!sites[s].isSteerable() || !meters[s].isKnown(allPhases[s], nowMs)) {
                continue;
            }
            measured++;
            for (int d = 0; d < CoordinationZone.DIRECTIONS; d++) {
                int at = s * CoordinationZone.DIRECTIONS + d;
                if (phases[at] == 0) {
                    continue;
                }
                long flow = meters[s].flow(phases[at]);
                for (int p = 0; p < patterns.length; p++) {
                    distance[p] += Math.abs(flow - reference[p * phases.length + at]);
                }
            }
        }
        return measured;
    }

    private void weigh(long nowMs) {
        int nearest = present == NONE ? 0 : present;
        for (int p = 0; p < patterns.length; p++) {
            nearest = distance[p] < distance[nearest] ? p : nearest;
        }
        boolean better =
                present == NONE
                        || distance[nearest] * PERCENT
                                < distance[present] * (PERCENT - MARGIN_PERCENT);
        if (nearest == present || !better) {
            rival = NONE;
            return;
        }
        if (nearest != rival) {
            rival = nearest;
            rivalSinceMs = nowMs;
        }
        if (nowMs - rivalSinceMs >= steadyMs && nowMs - changedMs >= leastMs && mayAll(nowMs)) {
            change(rival, nowMs);
            rival = NONE;
        }
    }

    /** Whether every site that follows can change in this moment: all change, or none. */
    private boolean mayAll(long nowMs) {
        for (SiteControl site : sites) {
            if (site.isSteerable() && !site.mayChangePattern(nowMs)) {
                return false;
            }
        }
        return true;
    }

    private void change(int place, long nowMs) {
        present = place;
        changedMs = nowMs;
        listener.onPattern(number, pattern());
    }

    void visit(StateCursor cursor) {
        present = cursor.visit(present);
        rival = cursor.visit(rival);
        rivalSinceMs = cursor.visit(rivalSinceMs);
        changedMs = cursor.visit(changedMs);
    }
}
