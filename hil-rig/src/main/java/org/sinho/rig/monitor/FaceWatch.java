package org.sinho.rig.monitor;

/** Follows one vehicle face: order and length of its displays. */
final class FaceWatch {
    private static final int SHORTEST_YELLOW_DS = 30;
    private static final int HARDWARE_YELLOW_MS = 2700;
    private static final int RED_FAIL_MS = 800;
    private static final int DUAL_MS = 1000;
    private static final int SHORTEST_RED_DS = 20;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final MonitorCard.Face card;
    private final int skewMs;
    private final Findings findings;
    private final String name;
    private FaceLamp lamp = FaceLamp.DARK;
    private long sinceMs = NEVER;
    private long greenEndMs = NEVER;
    private long yellowEndMs = NEVER;
    private boolean longYellowTold;
    private boolean started;
    private boolean joined;

    FaceWatch(MonitorCard.Face card, int skewMs, Findings findings) {
        this.card = card;
        this.skewMs = skewMs;
        this.findings = findings;
        this.name = MonitorCard.words(card.movement());
    }

    MonitorCard.Face card() {
        return card;
    }

    int movement() {
        return card.movement();
    }

    FaceLamp lamp() {
        return lamp;
    }

    boolean green() {
        return lamp == FaceLamp.GREEN;
    }

    /** Time at which the last green ended. */
    long greenEndMs() {
        return greenEndMs;
    }

    /** Green, yellow, or red while red clearance must still be running. */
    boolean rightOfWay(long timeMs) {
        return lamp == FaceLamp.GREEN
                || lamp == FaceLamp.YELLOW
                || lamp == FaceLamp.RED && timeMs - yellowEndMs < card.redClearDs() * 100L - skewMs;
    }

    /**
     * Forgets what it saw: the next display is of unknown age. Returns whether it showed a lamp.
     */
    boolean forget() {
        boolean shown = !started || lamp != FaceLamp.DARK;
        lamp = FaceLamp.DARK;
        sinceMs = NEVER;
        greenEndMs = NEVER;
        yellowEndMs = NEVER;
        started = false;
        joined = true;
        return shown;
    }

    /** Takes a sample; returns whether the display has changed. */
    boolean sample(long timeMs, FaceLamp now, boolean judged) {
        boolean changed = now != lamp || !started;
        if (changed) {
            if (judged && started) {
                judge(timeMs, now);
            }
            remember(timeMs, now);
        }
        if (judged) {
            watch(timeMs, changed);
        }
        return changed;
    }

    private void remember(long timeMs, FaceLamp now) {
        if (lamp == FaceLamp.GREEN) {
            greenEndMs = timeMs;
            yellowEndMs = timeMs; // Unless a yellow follows, clearance runs from here.
        }
        if (lamp == FaceLamp.YELLOW) {
            yellowEndMs = timeMs;
        }
        // It began at some time before: neither too short nor too long can be told.
        boolean ageUnknown =
                joined && !started && (now == FaceLamp.GREEN || now == FaceLamp.YELLOW);
        lamp = now;
        sinceMs = ageUnknown ? NEVER : timeMs;
        started = true;
        longYellowTold = ageUnknown;
    }

    private void judge(long timeMs, FaceLamp now) {
        long lastedMs = timeMs - sinceMs;
        switch (lamp) {
            case GREEN -> greenEnds(timeMs, now, lastedMs);
            case YELLOW -> yellowEnds(timeMs, now, lastedMs);
            default -> {}
        }
        if (now == FaceLamp.YELLOW && lamp != FaceLamp.GREEN) {
            violation(Rule.S07, timeMs, "yellow after " + lamp);
        }
        if (now == FaceLamp.GREEN) {
            greenBegins(timeMs);
        }
    }

    private void greenEnds(long timeMs, FaceLamp now, long lastedMs) {
        if (lastedMs < card.minimumGreenDs() * 100L - skewMs) {
            violation(Rule.S06, timeMs, "green lasted " + lastedMs + " ms");
        }
        if (now != FaceLamp.YELLOW) {
            violation(Rule.S03, timeMs, now + " after green");
            findings.trip(TripCause.SKIPPED_YELLOW, timeMs, name);
        }
    }

    private void yellowEnds(long timeMs, FaceLamp now, long lastedMs) {
        int shortestDs = Math.max(card.yellowDs() - 1, SHORTEST_YELLOW_DS);
        if (lastedMs < shortestDs * 100L - skewMs) {
            violation(Rule.S04, timeMs, "yellow lasted " + lastedMs + " ms");
        }
        if (lastedMs < HARDWARE_YELLOW_MS) {
            findings.trip(TripCause.SHORT_YELLOW, timeMs, name + ": " + lastedMs + " ms");
        }
        if (now != FaceLamp.RED) {
            violation(Rule.S05, timeMs, now + " after yellow");
        }
    }

    private void greenBegins(long timeMs) {
        if (lamp == FaceLamp.DARK || lamp.flashing()) {
            violation(Rule.S07, timeMs, "green after " + lamp);
        }
        long redMs = timeMs - yellowEndMs;
        if (lamp == FaceLamp.RED
                && redMs < Math.max(card.redRevertDs(), SHORTEST_RED_DS) * 100L - skewMs) {
            violation(Rule.S10, timeMs, "red lasted " + redMs + " ms");
        }
    }

    private void watch(long timeMs, boolean changed) {
        long lastedMs = timeMs - sinceMs;
        switch (lamp) {
            case YELLOW -> {
                if (lastedMs > (card.yellowMaximumDs() + 1) * 100L + skewMs && !longYellowTold) {
                    longYellowTold = true;
                    violation(Rule.S04, timeMs, "yellow lasts longer than " + lastedMs + " ms");
                }
            }
            case DARK, DUAL -> {
                if (changed) {
                    violation(Rule.S08, timeMs, "shows " + lamp);
                }
                boolean dark = lamp == FaceLamp.DARK;
                if (lastedMs >= (dark ? RED_FAIL_MS : DUAL_MS)) {
                    findings.trip(
                            dark ? TripCause.RED_FAIL : TripCause.DUAL_INDICATION, timeMs, name);
                }
            }
            default -> {}
        }
    }

    private void violation(Rule rule, long timeMs, String what) {
        findings.violation(rule, timeMs, name + ": " + what);
    }
}
