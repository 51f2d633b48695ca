package org.sinho.rig.controller;

/** preemptState of NTCIP 1202. */
public enum PreemptState {
    /** No call. */
    NOT_ACTIVE(2),
    /** A call that waits for its delay or for another preempt. */
    NOT_ACTIVE_WITH_CALL(3),
    /** The rings are being brought to the track or dwell phases. */
    ENTRY_STARTED(4),
    /** Track clearance green, and the change from there to dwell. */
    TRACK_SERVICE(5),
    /** The dwell phases rest in green. */
    DWELL(6),
    /** The rings are being brought to the exit phases. */
    EXIT_STARTED(8),
    /** The call was older than the maximum presence; it counts again after it has changed. */
    MAX_PRESENCE(9);

    private final int code;

    PreemptState(int code) {
        this.code = code;
    }

    /** {@return the value of the object, 2 to 9} */
    public int code() {
        return code;
    }
}
