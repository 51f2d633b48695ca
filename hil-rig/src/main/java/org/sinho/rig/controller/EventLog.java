package org.sinho.rig.controller;

/** Passes events on with the time of the current step. */
final class EventLog {
    static final int PHASE_ON = 0;
    static final int BEGIN_GREEN = 1;
    static final int GAP_OUT = 4;
    static final int MAX_OUT = 5;
    static final int FORCE_OFF = 6;
    static final int GREEN_TERMINATION = 7;
    static final int BEGIN_YELLOW = 8;
    static final int END_YELLOW = 9;
    static final int BEGIN_RED_CLEARANCE = 10;
    static final int END_RED_CLEARANCE = 11;
    static final int PHASE_INACTIVE = 12;
    static final int WALK = 21;
    static final int PEDESTRIAN_CLEARANCE = 22;
    static final int DONT_WALK = 23;
    static final int PHASE_CALL_ON = 43;
    static final int PHASE_CALL_OFF = 44;
    static final int PEDESTRIAN_CALL = 45;
    static final int OVERLAP_GREEN = 61;
    static final int OVERLAP_TRAIL = 62;
    static final int OVERLAP_YELLOW = 63;
    static final int OVERLAP_RED_CLEARANCE = 64;
    static final int OVERLAP_OFF = 65;
    static final int DETECTOR_OFF = 81;
    static final int DETECTOR_ON = 82;
    static final int PREEMPT_CALL_ON = 102;
    static final int PREEMPT_CALL_OFF = 104;
    static final int PREEMPT_ENTRY = 105;
    static final int PREEMPT_DWELL = 107;
    static final int PREEMPT_EXIT = 111;
    static final int PATTERN_CHANGE = 131;
    static final int CYCLE_CHANGE = 132;
    static final int OFFSET_CHANGE = 133;
    static final int COORDINATION_STATE = 150;
    static final int YIELD_POINT = 151;
    static final int UNIT_FLASH = 173;

    private EventListener listener = (timeMs, code, parameter) -> {};
    private long timeMs;

    void listener(EventListener to) {
        listener = to;
    }

    void at(long stepMs) {
        timeMs = stepMs;
    }

    void record(int code, int parameter) {
        listener.onEvent(timeMs, code, parameter);
    }
}
