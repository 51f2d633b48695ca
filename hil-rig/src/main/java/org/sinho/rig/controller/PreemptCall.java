package org.sinho.rig.controller;

/** Input side of one preempt: locking, delay, and the watchdog against a stuck request. */
final class PreemptCall {
    private final EventLog events;
    private PreemptTiming timing;
    private boolean physicalInput;
    private boolean input;
    private boolean locked;
    private boolean invalid;
    private int presenceDs;
    private int delayDs;

    PreemptCall(PreemptTiming timing, EventLog events) {
        this.timing = timing;
        this.events = events;
    }

    PreemptTiming timing() {
        return timing;
    }

    void timing(PreemptTiming changed) {
        timing = changed;
    }

    void physicalInput(boolean on) {
        physicalInput = on;
    }

    void step(boolean commanded) {
        boolean now = physicalInput || commanded;
        if (now != input) {
            input = now;
            invalid = false;
            presenceDs = 0;
            events.record(
                    now ? EventLog.PREEMPT_CALL_ON : EventLog.PREEMPT_CALL_OFF, timing.number());
            locked |= now && !timing.has(PreemptTiming.NON_LOCKING);
        }
        presenceDs += input ? 1 : 0;
        if (presenceDs > timing.maximumPresenceS() * 10) {
            invalid = true;
            locked = false;
        }
        delayDs = called() ? delayDs + 1 : 0;
    }

    /** Whether the preempt is asked for, now or as remembered. */
    boolean called() {
        return input && !invalid || locked;
    }

    boolean invalid() {
        return invalid;
    }

    boolean ready() {
        return called() && delayDs > timing.delayS() * 10;
    }

    /** A locked call is served once dwell has begun; from then on the input alone keeps it. */
    void served() {
        locked = false;
    }
}
