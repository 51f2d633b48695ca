package org.sinho.rig.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule S-11: whoever is there and waits is served within {@link #LIMIT_S} of stop-and-go; time in a
 * preemption has a bound of its own, {@link #PREEMPTION_LIMIT_S}, and does not count. Looks at the
 * field only: who stands at the stop line or has pressed a button, and what the lamps show. What
 * the controller believes to be its calls does not matter.
 *
 * <p>A driver waits from the first sample with somebody at the stop line until green, or until the
 * stop line was free for {@link #GAP_MS}; a pedestrian from the first sample with the button
 * pressed until walk, still there or not. Time in flash and in the dark does not count: nobody is
 * served then, and everybody may go with care. Not thread-safe.
 */
public final class StarvationWatch {
    /** Longest wait, seconds. */
    public static final int LIMIT_S = 240;

    /** Longest continuous preemption: presence of at most 120 s (I-10) and one clearance. */
    public static final int PREEMPTION_LIMIT_S = 180;

    /** A shorter absence is a car that rolls from one loop to the next, milliseconds. */
    static final int GAP_MS = 3_000;

    private static final long NOBODY = -1;

    private final List<Queue> faces = new ArrayList<>();
    private final List<Queue> pedestrians = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private long lastMs;
    private boolean started;
    private long preemptedMs;

    /** Who waits for one movement. */
    private static final class Queue {
        private final int number;
        private final String name;
        private long waitedMs = NOBODY;
        private long countedMs;
        private long absentMs;
        private long worstMs = NOBODY;
        private boolean told;

        Queue(int number, int movement) {
            this.number = number;
            name = MonitorCard.name(movement);
        }

        void end() {
            waitedMs = NOBODY;
            countedMs = 0;
            absentMs = 0;
            told = false;
        }

        boolean in(long mask) {
            return (mask >> (number - 1) & 1) != 0;
        }
    }

    /**
     * Creates a watch of every movement of a card.
     *
     * @param card program card
     */
    public StarvationWatch(MonitorCard card) {
        card.faces().forEach(face -> faces.add(new Queue(face.movement(), face.movement())));
        card.crossings()
                .forEach(
                        c ->
                                pedestrians.add(
                                        new Queue(
                                                c.phase(),
                                                c.phase() + MonitorCard.FIRST_PEDESTRIAN)));
    }

    /**
     * Joins a mask of phases and one of overlaps into one of movements, as a card numbers them.
     *
     * @param phases bit n - 1 for phase n, 1 to 16
     * @param overlaps bit n - 1 for overlap n, 1 to 16
     * @return bit n - 1 for movement n
     */
    public static long movements(int phases, int overlaps) {
        return phases & 0xFFFFL | (overlaps & 0xFFFFL) << MonitorCard.FIRST_OVERLAP;
    }

    /**
     * Takes one sample.
     *
     * @param timeMs when, milliseconds since the Unix epoch, never decreasing
     * @param present movements with somebody at their stop line: bit n - 1 for movement n
     * @param pressed pedestrian phases with a button that somebody presses: bit n - 1 for phase n
     * @param greens movements that show green: bit n - 1 for movement n
     * @param walks pedestrian phases that show WALK
     * @param steady whether the lamps are lit and do not flash
     * @param preempted whether the controller runs a preempt, from entry to exit
     */
    public void sample(
            long timeMs,
            long present,
            int pressed,
            long greens,
            int walks,
            boolean steady,
            boolean preempted) {
        long elapsedMs = started && steady ? timeMs - lastMs : 0;
        followPreemption(timeMs, started ? timeMs - lastMs : 0, preempted);
        for (Queue queue : faces) {
            boolean here = queue.in(present);
            queue.absentMs = here ? 0 : queue.absentMs + elapsedMs;
            boolean left = queue.absentMs >= GAP_MS;
            follow(queue, timeMs, elapsedMs, here, steady && queue.in(greens) || left);
        }
        for (Queue queue : pedestrians) {
            boolean served = steady && queue.in(walks);
            follow(queue, timeMs, elapsedMs, queue.in(pressed), served);
        }
        lastMs = timeMs;
        started = true;
    }

    private void followPreemption(long timeMs, long elapsedMs, boolean preempted) {
        long before = preemptedMs;
        preemptedMs = preempted ? preemptedMs + elapsedMs : 0;
        long limitMs = PREEMPTION_LIMIT_S * 1_000L;
        if (before <= limitMs && preemptedMs > limitMs) {
            String what = "a preemption has lasted for more than " + PREEMPTION_LIMIT_S + " s";
            violations.add(new Violation(Rule.S11, timeMs, what));
        }
    }

    private void follow(Queue queue, long timeMs, long elapsedMs, boolean here, boolean over) {
        if (queue.waitedMs != NOBODY) {
            queue.waitedMs += elapsedMs;
            queue.countedMs += preemptedMs == 0 ? elapsedMs : 0;
            queue.worstMs = Math.max(queue.worstMs, queue.waitedMs);
            if (queue.countedMs > LIMIT_S * 1_000L && !queue.told) {
                queue.told = true;
                violations.add(
                        new Violation(
                                Rule.S11,
                                timeMs,
                                queue.name + " has waited for more than " + LIMIT_S + " s"));
            }
        }
        if (over) {
            queue.end();
        }
        if (here && queue.waitedMs == NOBODY) {
            queue.waitedMs = 0;
            queue.worstMs = Math.max(queue.worstMs, 0);
        }
    }

    /** {@return one violation for each wait that was too long, oldest first} */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Returns the longest waits so far.
     *
     * @return seconds by movement as the card names it; null for one for which nobody came
     */
    public Map<String, Double> worstWaitSeconds() {
        Map<String, Double> worst = new LinkedHashMap<>();
        faces.forEach(queue -> worst.put(queue.name, seconds(queue.worstMs)));
        pedestrians.forEach(queue -> worst.put(queue.name, seconds(queue.worstMs)));
        return worst;
    }

    private static Double seconds(long ms) {
        return ms == NOBODY ? null : ms / 1_000.0;
    }
}
