package org.sinho.signal.preempt;

/** Why a request was refused; codes never change their meaning. */
public enum RequestCause {
    /** Not refused. */
    NONE(0),
    /**
     * The certificate does not grant the role that is claimed, or nothing is given to that role.
     */
    WRONG_ROLE(1),
    /** Too old, from the future, or expired (E-02). */
    NOT_FRESH(2),
    /** The junction has no such lane or approach. */
    UNKNOWN_LANE(3),
    /** Not on the approach it names, too far, too fast, or headed elsewhere (E-04). */
    NOT_PLAUSIBLE(4),
    /** No open mission (E-05). */
    NO_MISSION(5),
    /** The center's clock is not good enough to judge freshness: confirm with dispatch (E-02). */
    CLOCK(6),
    /** All places for requests of this junction are taken. */
    TOO_MANY(7),
    /** No preempt of the controller serves the approach. */
    NO_PREEMPT(8),
    /** The request type is none that is known. */
    MALFORMED(9),
    /** No room to remember it, so nobody can tell whether it is new (E-03). */
    WINDOW_FULL(10);

    private final int code;

    RequestCause(int code) {
        this.code = code;
    }

    /**
     * Returns the code in records.
     *
     * @return 0 and up
     */
    public int code() {
        return code;
    }
}
