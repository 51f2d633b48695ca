package org.sinho.signal.preempt;

import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.PreemptPlan;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.SiteShadow;

/** How long before its arrival a vehicle's preempt must be asked for. Control thread only. */
final class LeadTime {
    /** Assumed arrivals per lane while it is red; measured flows replace it later. */
    private static final int ARRIVALS_PER_LANE_PER_HOUR = 250;

    private static final int QUEUE_LIMIT = 20;
    private static final int SPACE_PER_VEHICLE_CM = 750;
    private static final int QUEUED_SPEED_CMPS = 200;
    private static final int RED_LIMIT_MS = 300_000;
    private static final int MS_PER_HOUR = 3_600_000;

    /** From green until the first in a queue moves. */
    private static final int START_UP_MS = 2_000;

    private final PreemptPlan[] plans;
    private final int siteIndex;
    private final LaneMap lanes;
    private final TrafficPicture picture;
    private final SiteShadow shadow;
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
        this.settings = settings;
    }

    /** The same if the longest of all services were to begin in this moment. */
    int longestMs(RequestEntry entry, long nowMs) {
        return shadow.worstClearanceMs(plans[entry.preempt].dwellPhases())
                + approachMs(entry, nowMs);
    }

    /**
     * How long before arrival the preempt must be asked for: clearance, queue, margin. While the
     * junction changes, the clearance is that of whatever might start in a moment: a crossing that
     * has just been let go cannot be called back.
     */
    int presentMs(RequestEntry entry, long nowMs) {
        int dwell = plans[entry.preempt].dwellPhases();
        int clearance = shadow.clearanceMs(dwell, nowMs);
        boolean leaving = anySpent(shadow.greens() & dwell, nowMs);
        int next = leaving ? shadow.worstClearanceMs(dwell) : shadow.nextClearanceMs(dwell);
        return Math.max(clearance, next) + approachMs(entry, nowMs);
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
        int dwell = plans[entry.preempt].dwellPhases();
        int first = Integer.numberOfTrailingZeros(dwell) + 1;
        long redMs = Math.min(shadow.sinceGreenMs(first, nowMs), RED_LIMIT_MS);
        int assumed = (int) (redMs * ARRIVALS_PER_LANE_PER_HOUR / MS_PER_HOUR);
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
