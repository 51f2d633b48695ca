package org.sinho.signal.preempt;

import org.sinho.core.event.SignalRequest;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** An emergency vehicle's: a preempt that serves its approach, and an open mission (E-05). */
final class PreemptTerms implements RequestTerms {
    /** Siren speed over the design speed, in percent. */
    private static final int SIREN_SPEED_PERCENT = 120;

    private final int[] preemptOfApproach = new int[32];
    private final int[] freeFlowCmps = new int[32];
    private final RequestJudge judge;

    PreemptTerms(SiteSheet sheet, RequestJudge judge) {
        this.judge = judge;
        for (PreemptPlan plan : sheet.preempts()) {
            preemptOfApproach[plan.approach()] = plan.number();
        }
        for (VehiclePhase phase : sheet.phases()) {
            int cmps = phase.approachSpeedKmh() * 1_000 / 36 * SIREN_SPEED_PERCENT / 100;
            freeFlowCmps[phase.approach()] = Math.max(freeFlowCmps[phase.approach()], cmps);
        }
    }

    @Override
    public RequestCause authority(SignalRequest request) {
        return judge.authority(request);
    }

    @Override
    public RequestCause refusal(SignalRequest request, int approach, long nowMs) {
        return preemptOfApproach[approach] == 0
                ? RequestCause.NO_PREEMPT
                : judge.mission(request, nowMs);
    }

    @Override
    public void place(RequestEntry entry, SignalRequest request, long nowMs) {
        entry.preempt = preemptOfApproach[entry.approach];
        // Free flow, not the present speed: it is the queue that we are to remove.
        int speed = freeFlowCmps[entry.approach];
        if (request.speedCmps() != SPEED_UNAVAILABLE) {
            speed = Math.max(speed, request.speedCmps());
        }
        entry.arrivalMs = nowMs + entry.distanceCm * 1_000L / speed;
    }
}
