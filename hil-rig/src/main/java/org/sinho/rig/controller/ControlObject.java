package org.sinho.rig.controller;

/**
 * System control objects of NTCIP 1202: a SET of any of them restarts the backup timer, and the
 * backup timer resets all of them to 0.
 */
public enum ControlObject {
    /** phaseControlGroupPhaseOmit, one octet for each 8 phases. */
    PHASE_OMIT(2, 255),
    /** phaseControlGroupPedOmit, one octet for each 8 phases. */
    PEDESTRIAN_OMIT(2, 255),
    /** phaseControlGroupHold, one octet for each 8 phases. */
    HOLD(2, 255),
    /** phaseControlGroupForceOff; the controller clears a bit when that green ends. */
    FORCE_OFF(2, 255),
    /** phaseControlGroupVehCall, one octet for each 8 phases. */
    VEHICLE_CALL(2, 255),
    /** phaseControlGroupPedCall, one octet for each 8 phases. */
    PEDESTRIAN_CALL(2, 255),
    /** systemPatternControl: 0 standby, 1 to 253 a pattern, 254 free, 255 flash. */
    PATTERN(1, 255),
    /** systemSyncControl, stored only: cycles are counted from midnight. */
    SYNC(1, 255),
    /** preemptControlState, by preempt number: 1 = as if the input were on. */
    PREEMPT(32, 1),
    /** ringControlGroupForceOff, bit 0 = ring 1. */
    RING_FORCE_OFF(1, 15),
    /** ringControlGroupMaxInhibit, bit 0 = ring 1. */
    RING_MAX_INHIBIT(1, 15),
    /** ringControlGroupStopTime: only 0 is accepted, this controller never stops time. */
    RING_STOP_TIME(1, 0),
    /** ringControlGroupMax2: only 0 is accepted. */
    RING_MAX2(1, 0),
    /** ringControlGroupPedRecycle: only 0 is accepted. */
    RING_PEDESTRIAN_RECYCLE(1, 0),
    /** ringControlGroupRedRest: only 0 is accepted. */
    RING_RED_REST(1, 0),
    /** ringControlGroupOmitRedClear: only 0 is accepted, a clearance is never omitted. */
    RING_OMIT_RED_CLEAR(1, 0),
    /** ringControlGroupMax3: only 0 is accepted. */
    RING_MAX3(1, 0),
    /** unitControl: only 0 is accepted. */
    UNIT(1, 0),
    /** specialFunctionOutputControl, stored only. */
    SPECIAL_FUNCTION(8, 1),
    /** vehicleDetectorControlGroupActuation, one octet for each 8 detectors. */
    VEHICLE_ACTUATION(16, 255),
    /** pedestrianDetectorControlGroupActuation, one octet for each 8 detectors. */
    PEDESTRIAN_ACTUATION(9, 255),
    /** actionPlanControl: only 0 is accepted. */
    ACTION_PLAN(1, 0);

    private final int count;
    private final int highest;

    ControlObject(int count, int highest) {
        this.count = count;
        this.highest = highest;
    }

    /** {@return the number of instances, numbered from 1} */
    public int count() {
        return count;
    }

    /** {@return the highest value that is accepted; the lowest is 0} */
    public int highest() {
        return highest;
    }
}
