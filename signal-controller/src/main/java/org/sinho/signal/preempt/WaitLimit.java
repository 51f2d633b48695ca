package org.sinho.signal.preempt;

import org.sinho.core.site.PreemptPlan;
import org.sinho.signal.SiteShadow;

/**
 * How long others may be made to wait for a vehicle with right of way (S-11). Control thread only.
 */
final class WaitLimit {
    private static final int WAIT_LIMIT_MS = 240_000;

    private final PreemptPlan[] plans;
    private final SiteShadow shadow;

    /**
     * Creates the limit of one junction.
     *
     * @param plans its preempts by number
     */
    WaitLimit(PreemptPlan[] plans, SiteShadow shadow) {
        this.plans = plans;
        this.shadow = shadow;
    }

    /**
     * Whether somebody would wait too long if this one were served before him: when it has passed,
     * the controller serves its exit phases first.
     */
    boolean starves(RequestEntry entry, long nowMs) {
        int dwell = plans[entry.preempt].dwellPhases();
        long waitedMs = shadow.longestWaitMs(dwell, nowMs);
        long untilPassedMs = Math.max(0, entry.arrivalMs - nowMs);
        long untilServedMs = untilPassedMs + shadow.clearance().worstMs(dwell);
        return waitedMs > 0 && waitedMs + untilServedMs > WAIT_LIMIT_MS;
    }
}
