package org.sinho.rig.controller;

/** Times the pedestrian signal of one phase and remembers its call. */
final class PedestrianPhase {
    private final EventLog events;
    private PhaseTiming timing;
    private PedestrianInterval interval = PedestrianInterval.DONT_WALK;
    private int elapsedDs;
    private boolean lockedCall;
    private boolean commanded;
    private boolean recalled;

    PedestrianPhase(PhaseTiming timing, EventLog events) {
        this.timing = timing;
        this.events = events;
    }

    void timing(PhaseTiming changed) {
        timing = changed;
    }

    PedestrianInterval interval() {
        return interval;
    }

    /** Whether nobody is crossing, so that the parallel green may end. */
    boolean clear() {
        return interval == PedestrianInterval.DONT_WALK;
    }

    /**
     * Advances by one step.
     *
     * @param walkLimitS walk ends at the lesser of this and its own, seconds
     * @param clearLimitS pedestrian clearance likewise, seconds
     */
    void tick(int walkLimitS, int clearLimitS) {
        elapsedDs++;
        switch (interval) {
            case WALK -> {
                if (elapsedDs >= Math.min(timing.walkS(), walkLimitS) * 10) {
                    moveTo(PedestrianInterval.PEDESTRIAN_CLEARANCE);
                    events.record(EventLog.PEDESTRIAN_CLEARANCE, timing.number());
                }
            }
            case PEDESTRIAN_CLEARANCE -> {
                if (elapsedDs >= Math.min(timing.pedestrianClearS(), clearLimitS) * 10) {
                    moveTo(PedestrianInterval.BUFFER);
                    events.record(EventLog.DONT_WALK, timing.number());
                }
            }
            case BUFFER -> {
                if (elapsedDs >= timing.pedestrianBufferDs()) {
                    moveTo(PedestrianInterval.DONT_WALK);
                }
            }
            case DONT_WALK -> {}
        }
    }

    /** Takes the buttons of this step. A press during walk is already served. */
    void detect(boolean pressed, boolean commandedCall, boolean recall) {
        recalled = recall || timing.pedestrianRecall();
        commanded = commandedCall && interval != PedestrianInterval.WALK;
        if (pressed
                && timing.hasPedestrians()
                && interval != PedestrianInterval.WALK
                && !lockedCall) {
            lockedCall = true;
            events.record(EventLog.PEDESTRIAN_CALL, timing.number());
        }
    }

    /** Whether somebody waits, or recall or a command says so. */
    boolean called() {
        return timing.hasPedestrians()
                && (lockedCall
                        || commanded
                        || recalled && interval == PedestrianInterval.DONT_WALK);
    }

    /** As {@link #called()}, but without recall: what starts a second walk in one green. */
    boolean calledAgain() {
        return timing.hasPedestrians() && clear() && (lockedCall || commanded);
    }

    void lockCall() {
        lockedCall = timing.hasPedestrians();
    }

    void startWalk() {
        moveTo(PedestrianInterval.WALK);
        lockedCall = false;
        commanded = false;
        events.record(EventLog.WALK, timing.number());
    }

    /** Tenths until the parallel green may end, with walk ending at {@code walkLimitS} at most. */
    int serviceLeftDs(int walkLimitS) {
        int afterWalk = timing.pedestrianClearS() * 10 + timing.pedestrianBufferDs();
        int walk = Math.min(timing.walkS(), walkLimitS) * 10;
        return switch (interval) {
            case DONT_WALK -> 0;
            case WALK -> Math.max(0, walk - elapsedDs) + afterWalk;
            case PEDESTRIAN_CLEARANCE -> afterWalk - elapsedDs;
            case BUFFER -> timing.pedestrianBufferDs() - elapsedDs;
        };
    }

    /** Tenths until the lamp changes, 0 if no change is being timed. */
    int lampLeftDs() {
        return switch (interval) {
            case WALK -> timing.walkS() * 10 - elapsedDs;
            case PEDESTRIAN_CLEARANCE -> timing.pedestrianClearS() * 10 - elapsedDs;
            default -> 0;
        };
    }

    /** Drops to DON'T WALK without an order: the lamps are taken over by flash. */
    void abandon() {
        interval = PedestrianInterval.DONT_WALK;
        elapsedDs = 0;
    }

    /** The only door between intervals. */
    private void moveTo(PedestrianInterval next) {
        if (next != interval.next()) {
            throw new IllegalStateException(
                    "pedestrians " + timing.number() + ": " + interval + " may not become " + next);
        }
        interval = next;
        elapsedDs = 0;
    }
}
