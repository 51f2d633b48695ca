package org.sinho.rig.monitor;

/** Follows one pedestrian signal: order and length of walk, clearance and buffer. */
final class CrossingWatch {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final MonitorCard.Crossing card;
    private final int skewMs;
    private final Findings findings;
    private CrossingLamp lamp = CrossingLamp.DARK;
    private long sinceMs = NEVER;
    private long clearanceEndMs = NEVER;
    private boolean parallelTold;
    private boolean started;
    private boolean joined;

    CrossingWatch(MonitorCard.Crossing card, int skewMs, Findings findings) {
        this.card = card;
        this.skewMs = skewMs;
        this.findings = findings;
    }

    MonitorCard.Crossing card() {
        return card;
    }

    int movement() {
        return card.phase() + MonitorCard.FIRST_PEDESTRIAN;
    }

    CrossingLamp lamp() {
        return lamp;
    }

    boolean walk() {
        return lamp == CrossingLamp.WALK;
    }

    /** Time at which the last flashing clearance (or what stood for it) ended. */
    long clearanceEndMs() {
        return clearanceEndMs;
    }

    /** Walk, clearance, or steady DON'T WALK while the buffer must still be running. */
    boolean rightOfWay(long timeMs) {
        return lamp == CrossingLamp.WALK
                || lamp == CrossingLamp.CLEARANCE
                || timeMs - clearanceEndMs < card.bufferDs() * 100L - skewMs;
    }

    /**
     * Forgets what it saw: the next display is of unknown age. Returns whether it showed a lamp.
     */
    boolean forget() {
        boolean shown = !started || lamp != CrossingLamp.DARK;
        lamp = CrossingLamp.DARK;
        sinceMs = NEVER;
        clearanceEndMs = NEVER;
        parallelTold = false;
        started = false;
        joined = true;
        return shown;
    }

    /** Takes a sample; returns whether the display has changed. */
    boolean sample(long timeMs, CrossingLamp now, boolean parallelGreen, boolean judged) {
        boolean changed = now != lamp || !started;
        if (changed) {
            if (judged && started) {
                judge(timeMs, now);
            }
            boolean wasOn = lamp == CrossingLamp.WALK || lamp == CrossingLamp.CLEARANCE;
            if (wasOn && now != CrossingLamp.CLEARANCE) {
                clearanceEndMs = timeMs;
            }
            boolean nowOn = now == CrossingLamp.WALK || now == CrossingLamp.CLEARANCE;
            lamp = now;
            sinceMs = joined && !started && nowOn ? NEVER : timeMs; // Too short cannot be told.
            started = true;
        }
        boolean alone = card.parallel() != 0 && !parallelGreen && rightOfWay(timeMs);
        if (judged && alone && !parallelTold) {
            violation(timeMs, lamp + " without green of " + MonitorCard.words(card.parallel()));
        }
        parallelTold = alone;
        return changed;
    }

    private void judge(long timeMs, CrossingLamp now) {
        long lastedMs = timeMs - sinceMs;
        switch (lamp) {
            case WALK -> {
                if (now != CrossingLamp.CLEARANCE) {
                    violation(timeMs, now + " after walk");
                }
                if (lastedMs < card.walkDs() * 100L - skewMs) {
                    violation(timeMs, "walk lasted " + lastedMs + " ms");
                }
            }
            case CLEARANCE -> {
                if (now != CrossingLamp.DONT_WALK) {
                    violation(timeMs, now + " after clearance");
                }
                if (lastedMs < card.clearDs() * 100L - skewMs) {
                    violation(timeMs, "clearance lasted " + lastedMs + " ms");
                }
            }
            default -> {
                if (now == CrossingLamp.CLEARANCE || now == CrossingLamp.DUAL) {
                    violation(timeMs, now + " after " + lamp);
                }
            }
        }
    }

    private void violation(long timeMs, String what) {
        findings.violation(Rule.S09, timeMs, "pedestrians " + card.phase() + ": " + what);
    }
}
