package org.sinho.signal.preempt;

import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.PreemptPlan;
import org.sinho.signal.ClearanceTime;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.SiteShadow;

/** How long before its arrival a vehicle's preempt must be asked for. Control thread only. */
final class LeadTime {
    /** Assumed arrivals per lane behind the first who waits. */
    private static final int ARRIVALS_PER_LANE_PER_HOUR = 250;

    private static final int QUEUE_LIMIT = 20;
    private static final int SPACE_PER_VEHICLE_CM = 750;
    private static final int QUEUED_SPEED_CMPS = 200;
    private static final int RED_LIMIT_MS = 300_000;
    private static final int MS_PER_HOUR = 3_600_000;

    /** A preempt is asked for this long before the last people are off the road. */
    private static final int IDLE_RESERVE_MS = 1_000;

    /** What may start next is not guarded against for longer: others pay more than anyone gains. */
    private static final int NEXT_LIMIT_MS = 22_000;

    /** From green until the first in a queue moves. */
    private static final int START_UP_MS = 2_000;

    private final PreemptPlan[] plans;
    private final int siteIndex;
    private final LaneMap lanes;
    private final TrafficPicture picture;
    private final SiteShadow shadow;
    private final ClearanceTime clearances;
    private final ControlSettings settings;

    /**
     * Creates the estimate for one junction.
     *
     * @param plans its preempts by number
     */
    LeadTime(
            PreemptPlan[] plans,
            int siteIndex,
            LaneMap lanes,
            TrafficPicture picture,
            SiteShadow shadow,
            ControlSettings settings) {
        this.plans = plans;
        this.siteIndex = siteIndex;
        this.lanes = lanes;
        this.picture = picture;
        this.shadow = shadow;
        clearances = shadow.clearance();
        this.settings = settings;
    }

    /** The same if the longest of all services were to begin in this moment. */
    int longestMs(RequestEntry entry, long nowMs) {
        return clearances.worstMs(plans[entry.preempt].dwellPhases()) + approachMs(entry, nowMs);
    }

    /**
     * How long before arrival the preempt must be asked for: clearance, queue, margin. While the
     * junction changes, the clearance is that of whatever might start in a moment, within a limit:
     * a crossing that has just been let go cannot be called back.
     */
    int presentMs(RequestEntry entry, long nowMs) {
        int dwell = plans[entry.preempt].dwellPhases();
        int clearance = clearances.presentMs(dwell, nowMs);
        boolean leaving = anySpent(shadow.greens() & dwell, nowMs);
        int next = leaving ? clearances.worstMs(dwell) : clearances.nextMs(dwell);
        return Math.max(clearance, Math.min(next, NEXT_LIMIT_MS)) + approachMs(entry, nowMs);
    }

    /**
     * Whether people on the road keep the junction from changing for some time to come: until then
     * the greens beside them serve others, and nobody arrives any later for it.
     */
    boolean isIdle(RequestEntry entry, long nowMs) {
        return clearances.idleMs(plans[entry.preempt].dwellPhases(), nowMs) > IDLE_RESERVE_MS;
    }

    private boolean anySpent(int phases, long nowMs) {
        for (int rest = phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            if (shadow.isSpent(Integer.numberOfTrailingZeros(rest) + 1, nowMs)) {
                return true;
            }
        }
        return false;
    }

    private int approachMs(RequestEntry entry, long nowMs) {
        int queue = queuedPerLane(entry, nowMs);
        int discharge = queue == 0 ? 0 : START_UP_MS + queue * settings.queueDischargeMs();
        return discharge + settings.preemptMarginMs();
    }

    private int queuedPerLane(RequestEntry entry, long nowMs) {
        // Whoever waits has called; who came first stands since then, others came after him.
        long waitedMs = shadow.queuedForMs(plans[entry.preempt].dwellPhases(), nowMs);
        long behind = Math.min(waitedMs, RED_LIMIT_MS) * ARRIVALS_PER_LANE_PER_HOUR / MS_PER_HOUR;
        int assumed = waitedMs == 0 ? 0 : 1 + (int) behind;
        int seenTailCm = 0;
        picture.seek(nowMs);
        for (int i = 0; i < picture.approachingCount(siteIndex); i++) {
            int slot = picture.approaching(siteIndex, i);
            if (picture.speedCmps(slot) < QUEUED_SPEED_CMPS
                    && lanes.approach(picture.lane(slot)) == entry.approach
                    && picture.distanceCm(slot) < entry.distanceCm) {
                seenTailCm = Math.max(seenTailCm, picture.distanceCm(slot));
            }
        }
        return Math.min(QUEUE_LIMIT, Math.max(assumed, seenTailCm / SPACE_PER_VEHICLE_CM));
    }
}
