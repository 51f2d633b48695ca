package org.sinho.rig.controller;

/**
 * Where the local cycle stands, and how it comes into step with the clock of the day: by running
 * slower or faster than time, or by waiting at the yield point. Positions are counted from there.
 */
final class CycleClock {
    /** A cycle made longer takes 100 / (100 - this) of its time. */
    private static final int ADD_PERCENT = 20;

    private static final int STEP_MS = 100;

    /** What the clock is doing, as the parameter of the coordination state event. */
    enum State {
        FREE,
        IN_STEP,
        ADD,
        SUBTRACT,
        DWELL
    }

    private PatternPlan plan;
    private CorrectionMode correction;
    private int positionMs;
    private State state = State.FREE;

    /** Starts at the begin of the first coordinated green. */
    void start(PatternPlan newPlan, CorrectionMode mode) {
        plan = newPlan;
        correction = mode;
        positionMs = newPlan.zeroDs() * 100;
        state = State.IN_STEP;
    }

    void stop() {
        plan = null;
        state = State.FREE;
    }

    State state() {
        return state;
    }

    /** {@return tenths since the first yield point} */
    int positionDs() {
        return positionMs / 100;
    }

    private int cycleMs() {
        return plan.cycleDs() * 100;
    }

    /** {@return milliseconds since the begin of the first coordinated green} */
    int localMs() {
        return Math.floorMod(positionMs - plan.zeroDs() * 100, cycleMs());
    }

    /** Advances one step; returns whether the first coordinated green should begin now. */
    boolean step(long dayMs) {
        int masterMs = Math.floorMod(dayMs - plan.timing().offsetS() * 1000L, cycleMs());
        // Both are moved by this step: what they were apart before is what counts.
        int behindMs = Math.floorMod(masterMs - STEP_MS - localMs(), cycleMs());
        int before = localMs();
        positionMs = (positionMs + stepMs(behindMs)) % cycleMs();
        return localMs() < before;
    }

    private int stepMs(int behindMs) {
        if (behindMs == 0) {
            state = State.IN_STEP;
            return STEP_MS;
        }
        int gainMs = STEP_MS * plan.subtractPercent() / 100;
        int aheadMs = cycleMs() - behindMs;
        if (correction == CorrectionMode.DWELL) {
            return dwell(aheadMs);
        }
        boolean subtract =
                gainMs > 0
                        && (correction == CorrectionMode.SUBTRACT_ONLY
                                || correction == CorrectionMode.SHORTWAY
                                        && behindMs / gainMs < aheadMs / ADD_PERCENT);
        if (subtract) {
            state = State.SUBTRACT;
            return STEP_MS + Math.min(gainMs, behindMs);
        }
        state = State.ADD;
        return STEP_MS - Math.min(STEP_MS * ADD_PERCENT / 100, aheadMs);
    }

    /** Runs to the yield point and waits there. */
    private int dwell(int aheadMs) {
        state = State.DWELL;
        int toYieldMs = cycleMs() - positionMs;
        if (toYieldMs > STEP_MS) {
            return STEP_MS;
        }
        return STEP_MS - Math.min(STEP_MS, aheadMs);
    }
}
