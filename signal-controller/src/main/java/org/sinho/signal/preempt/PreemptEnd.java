package org.sinho.signal.preempt;

/** Why a preempt was given up (E-07). */
public enum PreemptEnd {
    /** The last vehicle passed the stop line. */
    PASSED,
    /** The vehicle cancelled. */
    CANCELLED,
    /** No valid request for too long. */
    SILENT,
    /** Much later than the vehicle said it would be. */
    OVERRUN,
    /** The longest presence was reached. */
    MAXIMUM_PRESENCE,
    /** The site was given back to its own plan. */
    RELEASED,
    /** The request's own expiry has come (E-02). */
    EXPIRED
}
