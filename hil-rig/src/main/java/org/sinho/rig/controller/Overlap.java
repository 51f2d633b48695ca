package org.sinho.rig.controller;

/** Times one overlap's display; whether it is wanted is decided elsewhere. */
final class Overlap {
    private static final int NEVER_GREEN_DS = 1_000_000;

    private final EventLog events;
    private final OverlapTiming timing;
    private OverlapInterval interval = OverlapInterval.RED;
    private int elapsedDs;
    private int sinceYellowDs = NEVER_GREEN_DS;
    private int trailingDs;
    private boolean trailing;

    Overlap(OverlapTiming timing, EventLog events) {
        this.timing = timing;
        this.events = events;
    }

    OverlapTiming timing() {
        return timing;
    }

    OverlapInterval interval() {
        return interval;
    }

    boolean green() {
        return interval == OverlapInterval.GREEN;
    }

    /** Whether the red clearance is over, too. */
    boolean cleared() {
        return interval == OverlapInterval.RED;
    }

    boolean trailing() {
        return trailing;
    }

    /** Advances the timers by one step and leaves the intervals that end by time alone. */
    void tick() {
        elapsedDs++;
        sinceYellowDs++;
        trailingDs++;
        if (interval == OverlapInterval.YELLOW && elapsedDs >= timing.yellowChangeDs()) {
            moveTo(OverlapInterval.RED_CLEARANCE);
            sinceYellowDs = 0;
            events.record(EventLog.OVERLAP_RED_CLEARANCE, timing.number());
        } else if (interval == OverlapInterval.RED_CLEARANCE && elapsedDs >= timing.redClearDs()) {
            moveTo(OverlapInterval.RED);
            events.record(EventLog.OVERLAP_OFF, timing.number());
        }
    }

    void start() {
        moveTo(OverlapInterval.GREEN);
        trailing = false;
        events.record(EventLog.OVERLAP_GREEN, timing.number());
    }

    /** Its phases want it still, or again. */
    void keep() {
        trailing = false;
    }

    /** Its phases want it no more: ends once minimum and, unless {@code now}, trail are over. */
    void release(boolean now) {
        if (!trailing) {
            trailing = true;
            trailingDs = 0;
            if (timing.trailGreenS() > 0 && !now) {
                events.record(EventLog.OVERLAP_TRAIL, timing.number());
            }
        }
        if (releaseLeftDs(now) == 0) {
            moveTo(OverlapInterval.YELLOW);
            trailing = false;
            events.record(EventLog.OVERLAP_YELLOW, timing.number());
        }
    }

    /** Tenths of green left after the release. */
    private int releaseLeftDs(boolean now) {
        int trailLeftDs = now ? 0 : timing.trailGreenS() * 10 - (trailing ? trailingDs : 0);
        return Math.max(0, Math.max(trailLeftDs, timing.minimumGreenS() * 10 - elapsedDs));
    }

    /** Tenths until the green may end at the earliest, if nothing wants it from now on. */
    int minimumLeftDs() {
        return green() ? Math.max(0, timing.minimumGreenS() * 10 - elapsedDs) : 0;
    }

    /** Tenths until the green ends at the latest, if nothing wants it from now on. */
    int greenLeftDs() {
        return green() ? releaseLeftDs(false) : 0;
    }

    /** Tenths of yellow and red clearance to come, if green ended now or has ended. */
    int clearanceLeftDs() {
        return switch (interval) {
            case RED -> 0;
            case GREEN -> timing.yellowChangeDs() + timing.redClearDs();
            case YELLOW -> timing.yellowChangeDs() - elapsedDs + timing.redClearDs();
            case RED_CLEARANCE -> timing.redClearDs() - elapsedDs;
        };
    }

    int yellowLeftDs() {
        return interval == OverlapInterval.YELLOW ? timing.yellowChangeDs() - elapsedDs : 0;
    }

    /** Tenths of red still needed before it may be green again. */
    int redRevertLeftDs(int unitRedRevertDs) {
        return Math.max(0, Math.max(unitRedRevertDs, timing.redRevertDs()) - sinceYellowDs);
    }

    /** Drops to red without an order: the lamps are taken over by flash. */
    void abandon() {
        interval = OverlapInterval.RED;
        elapsedDs = 0;
        sinceYellowDs = 0;
        trailing = false;
    }

    /** The only door between intervals. */
    private void moveTo(OverlapInterval next) {
        if (next != interval.next()) {
            throw new IllegalStateException(
                    "overlap " + timing.number() + ": " + interval + " may not become " + next);
        }
        interval = next;
        elapsedDs = 0;
    }
}
