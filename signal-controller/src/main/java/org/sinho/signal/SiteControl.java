package org.sinho.signal;

import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.SiteCheck;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.preempt.MissionBoard;
import org.sinho.signal.preempt.PreemptDesk;
import org.sinho.signal.preempt.PreemptEnd;
import org.sinho.signal.preempt.PriorityDesk;
import org.sinho.signal.preempt.ReplayWindow;
import org.sinho.signal.preempt.RequestCause;

/** One junction under control: doubt, preempt, actuated control, heartbeat. Control thread only. */
final class SiteControl implements PreemptDesk.Listener {
    /** All must have been well for this long before a site is commanded again. */
    private static final int CONFIDENCE_MS = 2_000;

    /** After a failed command the site is left alone for this long. */
    private static final int FAILURE_PAUSE_MS = 10_000;

    /** Releasing is repeated this often while it cannot be confirmed. */
    private static final int RELEASE_INTERVAL_MS = 1_000;

    private static final int RELEASE_LIMIT = 5;

    /** Refusals are told to operators at most this often; all are counted. */
    private static final int REFUSAL_NOTICES = 5;

    private static final int REFUSAL_WINDOW_MS = 10_000;

    private final SiteSheet sheet;
    private final ControlSettings settings;
    private final Output output;
    final SiteShadow shadow;
    final PreemptDesk preempts;
    final PriorityDesk priority;
    final BusPriority buses;
    final PedestrianDesk people;
    private final CommandDesk desk;
    private final ActuatedControl actuated;
    private final boolean coordinated;
    private int pattern;
    private final MissionBoard missions;
    private final YieldLedger yields;
    private SiteDoubt doubt = SiteDoubt.NOT_SEEN;
    private long wellSinceMs = Long.MIN_VALUE / 2;
    private boolean compared;
    private boolean agrees;
    private boolean well;
    private long failedMs = Long.MIN_VALUE / 2;
    private long releasedMs = Long.MIN_VALUE / 2;
    private int releaseCount;
    private long refusalWindowMs = Long.MIN_VALUE / 2;
    private int refusalNotices;
    private boolean backup;
    private int active;
    private long siteSequence;

    /** What a site says to the outside. */
    interface Output extends CommandDesk.Gate {
        /** Puts out a notice. */
        void notice(int siteId, NoticeCode code, int first, int second);

        /** Puts out the answer to a request. */
        void answer(int siteId, PreemptDesk.Answer answer);
    }

    SiteControl(
            SiteSheet sheet,
            int index,
            LaneMap lanes,
            TrafficPicture picture,
            MissionBoard missions,
            ReplayWindow replays,
            ControlSettings settings,
            SignalCommand command,
            Output output) {
        this.sheet = sheet;
        this.settings = settings;
        this.output = output;
        this.missions = missions;
        yields = new YieldLedger(settings.preemptsPerHour());
        PhaseTable table = new PhaseTable(sheet);
        shadow = new SiteShadow(table);
        int preemptMask = 0;
        for (PreemptPlan plan : sheet.preempts()) {
            preemptMask |= 1 << (plan.number() - 1);
        }
        coordinated = isCoordinated(settings, sheet.siteId());
        desk =
                new CommandDesk(
                        sheet.siteId(),
                        table.phases,
                        table.pedestrians,
                        preemptMask,
                        coordinated,
                        sheet.backupTimeS(),
                        command,
                        output);
        preempts =
                new PreemptDesk(
                        sheet, index, lanes, picture, missions, shadow, replays, settings, this);
        priority = new PriorityDesk(table, lanes, picture, shadow, replays, settings, this);
        buses = new BusPriority(sheet, table, shadow, priority);
        people = new PedestrianDesk(sheet);
        actuated = new ActuatedControl(index, table, lanes, picture, shadow, desk, buses);
    }

    private static boolean isCoordinated(ControlSettings settings, int siteId) {
        return settings.coordination().stream()
                .flatMap(zone -> zone.members().stream())
                .anyMatch(member -> member.siteId() == siteId);
    }

    int siteId() {
        return sheet.siteId();
    }

    SiteDoubt doubt() {
        return doubt;
    }

    int activePreempt() {
        return active;
    }

    long nextSequence() {
        return siteSequence + 1;
    }

    void sequenceUsed() {
        siteSequence++;
    }

    /**
     * A new epoch: nothing is known of the controller until it speaks.
     *
     * @param higher whether it is higher than the last, and sequences start again
     */
    void forget(boolean higher, long nowMs) {
        shadow.forget();
        people.reset();
        preempts.forget(nowMs);
        priority.forget(nowMs);
        desk.reset();
        doubt = SiteDoubt.NOT_SEEN;
        compared = false;
        agrees = false;
        well = false;
        active = 0;
        backup = false;
        siteSequence = higher ? 0 : siteSequence;
    }

    /** Takes in an authenticated request; returns why it was refused. */
    RequestCause receive(SignalRequest request, CenterState center, long nowMs) {
        boolean clockGood = center.clockCertain();
        return priority.isFor(request)
                ? priority.receive(request, clockGood, nowMs)
                : preempts.receive(request, clockGood, nowMs);
    }

    /** Takes in a poll; returns whether the conflict monitor has begun to flash the junction. */
    boolean onPoll(ControllerPoll poll, long nowMs) {
        boolean flash = shadow.isMonitorFlash();
        boolean disagreement = shadow.isDisagreement();
        shadow.apply(poll, nowMs);
        if (shadow.isDisagreement() && !disagreement) {
            output.notice(siteId(), NoticeCode.SHADOW_DIFFERS, shadow.differenceCount(), 0);
        }
        boolean began = shadow.isMonitorFlash() && !flash;
        if (began) {
            output.notice(siteId(), NoticeCode.MONITOR_FLASH, shadow.flashStatus(), 0);
        }
        return began;
    }

    /** Says which pattern the site's zone has; 0 for the controller's own plan. */
    void coordinate(int pattern) {
        this.pattern = pattern;
    }

    /** Whether the controller does what we say, as of the last slice. */
    boolean isSteerable() {
        return doubt == SiteDoubt.NONE && !backup && !desk.isUnknown();
    }

    /** Whether another pattern could begin now: no preempt, and the guard would let it (C-07). */
    boolean mayChangePattern(long nowMs) {
        return active == 0 && desk.mayChangePattern(nowMs);
    }

    long lastSetMs() {
        return desk.lastSetMs();
    }

    /** The center stood still: the controller must be heard anew, and may hold nothing of ours. */
    void standStill() {
        shadow.forget();
        desk.forget();
    }

    void onCheck(SiteCheck check) {
        compared = true;
        agrees = check.agrees() == 1;
        if (!agrees) {
            output.notice(siteId(), NoticeCode.CONTROLLER_DIFFERS, check.findings(), 0);
        }
    }

    void onOutcome(CommandOutcome outcome, long nowMs) {
        switch (outcome.outcome()) {
            case CommandOutcome.Outcome.FAILED -> {
                failedMs = nowMs;
                desk.forget();
                output.notice(
                        siteId(), NoticeCode.COMMAND_FAILED, outcome.object(), outcome.detail());
            }
            case CommandOutcome.Outcome.DISCARDED -> desk.unsent(outcome.object(), outcome.index());
            default -> {
                // Sent and confirmed is as expected.
            }
        }
    }

    /** One slice: every tick, and at once when a request has arrived. */
    void advance(CenterState center, long nowMs) {
        assess(center, nowMs);
        int share = yields.pass(active != 0, missions.isDispatchDown(nowMs), nowMs);
        if (share > 0) {
            output.notice(siteId(), NoticeCode.PREEMPTS_LONG, share, 0);
        }
        if (doubt != SiteDoubt.NONE) {
            giveBack(center, nowMs);
            return;
        }
        if (shadow.isBackup() && !backup) {
            desk.forget(); // It has cleared what we had set, and runs its own plan.
        }
        backup = shadow.isBackup();
        if (desk.isUnknown() && !release(nowMs)) {
            return;
        }
        if (backup) {
            abandon(nowMs);
            desk.heartbeat(nowMs); // A SET brings it back, at a place in the cycle that it chooses.
            return;
        }
        int wished = preempts.decide(center.clockCertain(), nowMs);
        priority.decide(center.clockCertain(), nowMs);
        desk.endPreemptsBut(wished, nowMs);
        if (wished != 0) {
            buses.yield();
            actuated.yield(nowMs);
            desk.preempt(wished, true, Reason.PREEMPT_START, nowMs);
        } else if (settings.actuated()) {
            int awaited = preempts.awaited(nowMs);
            buses.decide(awaited == 0, nowMs);
            actuated.decide(awaited, nowMs);
        }
        if (wished == 0) {
            int pushed = people.calls(shadow.walks(), nowMs);
            desk.set(ControlObject.PED_CALL, pushed, Reason.ACTUATED, nowMs);
        }
        if (coordinated && (wished == 0 || pattern == 0)) {
            desk.pattern(pattern, Reason.COORDINATION, nowMs);
        }
        noteActive(wished, nowMs);
        desk.heartbeat(nowMs);
    }

    private void abandon(long nowMs) {
        preempts.abandon(nowMs);
        priority.abandon(nowMs);
        buses.yield();
        active = 0;
    }

    private void noteActive(int wished, long nowMs) {
        boolean live = wished != 0 && (desk.livePreempts() & 1 << (wished - 1)) != 0;
        int now = live ? wished : 0;
        if (now != 0 && now != active) {
            preempts.onActivated(nowMs);
            output.notice(siteId(), NoticeCode.PREEMPT_STARTED, now, preempts.owner());
            int count = yields.start(missions.isDispatchDown(nowMs), nowMs);
            if (count > 0) {
                output.notice(siteId(), NoticeCode.PREEMPTS_FREQUENT, count, 0);
            }
        }
        active = now;
    }

    private void assess(CenterState center, long nowMs) {
        SiteDoubt found = center.isHealthy() ? shadow.doubt(nowMs) : SiteDoubt.CENTER_UNHEALTHY;
        if (found == SiteDoubt.NONE && center.isZoneStopped(nowMs)) {
            found = SiteDoubt.ZONE_STOPPED;
        }
        if (found == SiteDoubt.NONE && !agrees) {
            found = compared ? SiteDoubt.CONTROLLER_DIFFERS : SiteDoubt.NOT_COMPARED;
        }
        if (found == SiteDoubt.NONE && nowMs - failedMs < FAILURE_PAUSE_MS) {
            found = SiteDoubt.COMMAND_FAILED;
        }
        if (found == SiteDoubt.NONE) {
            if (!well) {
                well = true;
                wellSinceMs = nowMs;
            }
            if (doubt != SiteDoubt.NONE && nowMs - wellSinceMs >= CONFIDENCE_MS) {
                doubt = SiteDoubt.NONE;
                if (!desk.isClear()) {
                    desk.forget(); // Something could not be given back: now it can.
                }
                output.notice(siteId(), NoticeCode.CONTROLLED, 0, 0);
            }
            return;
        }
        well = false;
        if (doubt != found) {
            if (doubt == SiteDoubt.NONE) {
                releaseCount = 0;
                releasedMs = Long.MIN_VALUE / 2;
            }
            doubt = found;
            output.notice(siteId(), NoticeCode.RELEASED, found.ordinal(), 0);
        }
    }

    /** In doubt: set to zero what we set, a few times, then be silent and let it fall back. */
    private void giveBack(CenterState center, long nowMs) {
        abandon(nowMs);
        if (doubt == SiteDoubt.NOT_SEEN
                || desk.isClear()
                || !center.mayRelease(nowMs)
                || releaseCount >= RELEASE_LIMIT
                || nowMs - releasedMs < RELEASE_INTERVAL_MS) {
            return;
        }
        releasedMs = nowMs;
        releaseCount++;
        release(nowMs);
    }

    private boolean release(long nowMs) {
        boolean done = desk.release(Reason.RELEASE, nowMs);
        if (done) {
            preempts.onReleased(nowMs);
        }
        return done;
    }

    @Override
    public void onAnswer(PreemptDesk.Answer answer) {
        output.answer(siteId(), answer);
    }

    @Override
    public void onPreemptEnd(int preempt, PreemptEnd end) {
        output.notice(siteId(), NoticeCode.PREEMPT_ENDED, preempt, end.ordinal());
    }

    @Override
    public void onRefusal(int vehicleId, RequestCause cause, long nowMs) {
        if (nowMs - refusalWindowMs >= REFUSAL_WINDOW_MS) {
            refusalWindowMs = nowMs;
            refusalNotices = 0;
        }
        if (refusalNotices < REFUSAL_NOTICES) {
            refusalNotices++;
            output.notice(siteId(), NoticeCode.REQUEST_REFUSED, vehicleId, cause.code());
        }
    }

    void visit(StateCursor cursor) {
        shadow.visit(cursor);
        preempts.visit(cursor);
        priority.visit(cursor);
        buses.visit(cursor);
        people.visit(cursor);
        desk.visit(cursor);
        actuated.visit(cursor);
        yields.visit(cursor);
        doubt = SiteDoubt.of(cursor.visit(doubt.ordinal()));
        wellSinceMs = cursor.visit(wellSinceMs);
        compared = cursor.visit(compared);
        agrees = cursor.visit(agrees);
        well = cursor.visit(well);
        failedMs = cursor.visit(failedMs);
        releasedMs = cursor.visit(releasedMs);
        releaseCount = cursor.visit(releaseCount);
        refusalWindowMs = cursor.visit(refusalWindowMs);
        refusalNotices = cursor.visit(refusalNotices);
        backup = cursor.visit(backup);
        pattern = cursor.visit(pattern);
        active = cursor.visit(active);
        siteSequence = cursor.visit(siteSequence);
    }
}
