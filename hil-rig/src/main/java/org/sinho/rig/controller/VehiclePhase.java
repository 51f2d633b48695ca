package org.sinho.rig.controller;

/** Times one vehicle phase and remembers its calls; who may be green is decided elsewhere. */
final class VehiclePhase {
    /** Red time of a phase that has not been green since power-up. */
    private static final int NEVER_GREEN_DS = 1_000_000;

    private final EventLog events;
    private PhaseTiming timing;
    private VehicleInterval interval = VehicleInterval.RED;
    private int elapsedDs;
    private int sinceYellowDs = NEVER_GREEN_DS;
    private int yellowDs;
    private int redClearDs;
    private int passageLeftDs;
    private int maximumElapsedDs;
    private boolean lockedCall;
    private boolean presence;
    private boolean extending;
    private boolean commanded;
    private boolean called;

    VehiclePhase(PhaseTiming timing, EventLog events) {
        this.timing = timing;
        this.events = events;
    }

    PhaseTiming timing() {
        return timing;
    }

    void timing(PhaseTiming changed) {
        timing = changed;
    }

    int number() {
        return timing.number();
    }

    int bit() {
        return timing.bit();
    }

    VehicleInterval interval() {
        return interval;
    }

    boolean green() {
        return interval.green();
    }

    boolean red() {
        return interval == VehicleInterval.RED;
    }

    int elapsedDs() {
        return elapsedDs;
    }

    /** Advances the timers by one step and leaves the intervals that end by time alone. */
    void tick() {
        elapsedDs++;
        sinceYellowDs++;
        if (green()) {
            passageLeftDs = extending ? timing.passageDs() : Math.max(0, passageLeftDs - 1);
        }
        switch (interval) {
            case MINIMUM_GREEN -> {
                if (elapsedDs >= timing.minimumGreenS() * 10) {
                    interval = interval.next(); // The green goes on: its clock does, too.
                }
            }
            case YELLOW_CHANGE -> {
                if (elapsedDs >= yellowDs) {
                    events.record(EventLog.END_YELLOW, number());
                    moveTo(VehicleInterval.RED_CLEARANCE);
                    events.record(EventLog.BEGIN_RED_CLEARANCE, number());
                    sinceYellowDs = 0;
                }
            }
            case RED_CLEARANCE -> {
                if (elapsedDs >= redClearDs) {
                    moveTo(VehicleInterval.RED);
                    events.record(EventLog.END_RED_CLEARANCE, number());
                    events.record(EventLog.PHASE_INACTIVE, number());
                }
            }
            default -> {}
        }
    }

    /** Takes the detectors of this step. */
    void detect(boolean call, boolean lock, boolean extend, boolean commandedCall) {
        presence = call;
        extending = extend;
        commanded = commandedCall;
        if (!green() && call && (lock || timing.lockDetectors())) {
            lockedCall = true;
        }
        boolean now = calledNow();
        if (now != called) {
            called = now;
            events.record(now ? EventLog.PHASE_CALL_ON : EventLog.PHASE_CALL_OFF, number());
        }
    }

    /** Whether a vehicle waits, or recall or a command says so; never while green. */
    boolean called() {
        return called && !green();
    }

    private boolean calledNow() {
        return !green() && (lockedCall || presence || commanded || timing.recall() != Recall.NONE);
    }

    void lockCall() {
        lockedCall = true;
    }

    /** Counts the maximum timer, which runs only while a conflicting call waits. */
    void conflictingCall(boolean waiting) {
        maximumElapsedDs = green() && waiting ? maximumElapsedDs + 1 : 0;
    }

    boolean minimumServed() {
        return interval == VehicleInterval.EXTENSION_GREEN;
    }

    boolean minimumServed(int limitS) {
        return green() && elapsedDs >= Math.min(timing.minimumGreenS(), limitS) * 10;
    }

    boolean gappedOut() {
        return passageLeftDs == 0 && timing.recall() != Recall.MAXIMUM;
    }

    boolean maxedOut() {
        return maximumElapsedDs >= timing.maximum1S() * 10;
    }

    /** Tenths until max-out if a conflicting call is or comes in now. */
    int maximumLeftDs() {
        return Math.max(0, timing.maximum1S() * 10 - maximumElapsedDs);
    }

    int minimumLeftDs(int limitS) {
        int minimumDs = Math.min(timing.minimumGreenS(), limitS) * 10;
        return green() ? Math.max(0, minimumDs - elapsedDs) : 0;
    }

    int passageLeftDs() {
        return passageLeftDs;
    }

    /** Tenths until the end of yellow and red clearance, if green ended now or has ended. */
    int clearanceLeftDs() {
        return switch (interval) {
            case RED -> 0;
            case MINIMUM_GREEN, EXTENSION_GREEN -> timing.yellowChangeDs() + timing.redClearDs();
            case YELLOW_CHANGE -> yellowDs - elapsedDs + redClearDs;
            case RED_CLEARANCE -> redClearDs - elapsedDs;
        };
    }

    int yellowLeftDs() {
        return interval == VehicleInterval.YELLOW_CHANGE ? yellowDs - elapsedDs : 0;
    }

    /** Tenths of red still needed before the phase may be green again. */
    int redRevertLeftDs(int unitRedRevertDs) {
        return Math.max(0, Math.max(unitRedRevertDs, timing.redRevertDs()) - sinceYellowDs);
    }

    void startGreen() {
        moveTo(VehicleInterval.MINIMUM_GREEN);
        lockedCall = false;
        passageLeftDs = timing.passageDs();
        maximumElapsedDs = 0;
        events.record(EventLog.PHASE_ON, number());
        events.record(EventLog.BEGIN_GREEN, number());
        if (called) {
            called = false;
            events.record(EventLog.PHASE_CALL_OFF, number());
        }
    }

    /** Ends green. Yellow and red clearance end at the lesser of the phase's own and the limits. */
    void endGreen(int yellowLimitDs, int redClearLimitDs) {
        if (interval == VehicleInterval.MINIMUM_GREEN) {
            moveTo(VehicleInterval.EXTENSION_GREEN); // A preempt's shorter minimum is served.
        }
        events.record(EventLog.GREEN_TERMINATION, number());
        moveTo(VehicleInterval.YELLOW_CHANGE);
        events.record(EventLog.BEGIN_YELLOW, number());
        yellowDs = Math.min(timing.yellowChangeDs(), yellowLimitDs);
        redClearDs = Math.min(timing.redClearDs(), redClearLimitDs);
        if (passageLeftDs > 0 && timing.lockDetectors()) {
            lockedCall = true; // Its last vehicle may not have crossed the stop line.
        }
    }

    /** Drops to red without an order: the lamps are taken over by flash. */
    void abandon() {
        interval = VehicleInterval.RED;
        elapsedDs = 0;
        sinceYellowDs = 0;
    }

    /** The only door between intervals. */
    private void moveTo(VehicleInterval next) {
        if (next != interval.next()) {
            throw new IllegalStateException(
                    "phase " + number() + ": " + interval + " may not become " + next);
        }
        interval = next;
        elapsedDs = 0;
    }
}
