package org.sinho.rig.monitor;

import java.util.ArrayList;
import java.util.List;

/** What a monitor has found; keeps the first ten thousand and counts the rest. */
final class Findings {
    private static final int KEPT = 10_000;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Trip> trips = new ArrayList<>();
    private long violationCount;
    private boolean latched;

    void violation(Rule rule, long timeMs, String what) {
        violationCount++;
        if (violations.size() < KEPT) {
            violations.add(new Violation(rule, timeMs, what));
        }
    }

    void trip(TripCause cause, long timeMs, String what) {
        if (!latched && trips.size() < KEPT) {
            trips.add(new Trip(cause, timeMs, what));
        }
        latched = true;
    }

    List<Violation> violations() {
        return violations;
    }

    List<Trip> trips() {
        return trips;
    }

    long violationCount() {
        return violationCount;
    }

    boolean latched() {
        return latched;
    }

    void unlatch() {
        latched = false;
    }
}
