package org.sinho.signal;

import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.event.SiteCheck;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.preempt.MissionBoard;
import org.sinho.signal.preempt.PreemptDesk;
import org.sinho.signal.preempt.PreemptEnd;

/** One junction under control: doubt, preempt, actuated control, heartbeat. Control thread only. */
final class SiteControl implements PreemptDesk.Listener {
    /** All must have been well for this long before a site is commanded again. */
    private static final int CONFIDENCE_MS = 2_000;

    /** After a failed command the site is left alone for this long. */
    private static final int FAILURE_PAUSE_MS = 10_000;

    /** Releasing is repeated this often while it cannot be confirmed. */
    private static final int RELEASE_INTERVAL_MS = 1_000;

    private static final int RELEASE_LIMIT = 5;
    private static final int HOUR_MS = 3_600_000;

    private final SiteSheet sheet;
    private final ControlSettings settings;
    private final Output output;
    final SiteShadow shadow;
    final PreemptDesk preempts;
    private final CommandDesk desk;
    private final ActuatedControl actuated;
    private final long[] startsMs;
    private SiteDoubt doubt = SiteDoubt.NOT_SEEN;
    private long wellSinceMs = Long.MIN_VALUE / 2;
    private boolean compared;
    private boolean agrees;
    private boolean well;
    private long failedMs = Long.MIN_VALUE / 2;
    private long releasedMs = Long.MIN_VALUE / 2;
    private int releaseCount;
    private int startCount;
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
            ControlSettings settings,
            SignalCommand command,
            Output output) {
        this.sheet = sheet;
        this.settings = settings;
        this.output = output;
        startsMs = new long[settings.preemptsPerHour()];
        java.util.Arrays.fill(startsMs, Long.MIN_VALUE / 2);
        PhaseTable table = new PhaseTable(sheet);
        shadow = new SiteShadow(table);
        int preemptMask = 0;
        for (PreemptPlan plan : sheet.preempts()) {
            preemptMask |= 1 << (plan.number() - 1);
        }
        desk =
                new CommandDesk(
                        sheet.siteId(),
                        table.phases,
                        preemptMask,
                        sheet.backupTimeS(),
                        command,
                        output);
        preempts = new PreemptDesk(sheet, index, lanes, picture, missions, shadow, settings, this);
        actuated = new ActuatedControl(index, table, lanes, picture, shadow, desk);
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

    /** A new epoch: nothing is known of the controller until it speaks. */
    void forget(long nowMs) {
        shadow.forget();
        preempts.forget(nowMs);
        desk.reset();
        doubt = SiteDoubt.NOT_SEEN;
        compared = false;
        agrees = false;
        well = false;
        active = 0;
        siteSequence = 0;
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
            case CommandOutcome.Outcome.DISCARDED -> desk.forget();
            default -> {
                // Sent and confirmed is as expected.
            }
        }
    }

    /** One slice: every tick, and at once when a request has arrived. */
    void advance(boolean centerHealthy, long nowMs) {
        assess(centerHealthy, nowMs);
        if (doubt != SiteDoubt.NONE) {
            giveBack(nowMs);
            return;
        }
        if (desk.isUnknown() && !desk.release(Reason.RELEASE, nowMs)) {
            return;
        }
        int wished = preempts.decide(nowMs);
        if (active != 0 && active != wished) {
            desk.preempt(active, false, Reason.PREEMPT_END, nowMs);
        }
        if (wished != 0) {
            actuated.yield(nowMs);
            desk.preempt(wished, true, Reason.PREEMPT_START, nowMs);
        } else if (settings.actuated()) {
            actuated.decide(nowMs);
        }
        noteActive(wished, nowMs);
        desk.heartbeat(nowMs);
    }

    private void noteActive(int wished, long nowMs) {
        boolean live = wished != 0 && (desk.livePreempts() & 1 << (wished - 1)) != 0;
        int now = live ? wished : 0;
        if (now != 0 && now != active) {
            output.notice(siteId(), NoticeCode.PREEMPT_STARTED, now, 0);
            int place = startCount++ % startsMs.length;
            if (nowMs - startsMs[place] < HOUR_MS) {
                output.notice(siteId(), NoticeCode.PREEMPTS_FREQUENT, startsMs.length + 1, 0);
            }
            startsMs[place] = nowMs;
        }
        active = now;
    }

    private void assess(boolean centerHealthy, long nowMs) {
        SiteDoubt found = SiteDoubt.CENTER_UNHEALTHY;
        if (centerHealthy) {
            found = shadow.doubt(nowMs);
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
                output.notice(siteId(), NoticeCode.CONTROLLED, 0, 0);
            }
            return;
        }
        well = false;
        if (doubt != found) {
            if (shadow.isMonitorFlash()) {
                output.notice(siteId(), NoticeCode.MONITOR_FLASH, shadow.flashStatus(), 0);
            }
            if (doubt == SiteDoubt.NONE) {
                releaseCount = 0;
                releasedMs = Long.MIN_VALUE / 2;
            }
            doubt = found;
            output.notice(siteId(), NoticeCode.RELEASED, found.ordinal(), 0);
        }
    }

    /** In doubt: set to zero what we set, a few times, then be silent and let it fall back. */
    private void giveBack(long nowMs) {
        preempts.abandon(nowMs);
        active = 0;
        if (doubt == SiteDoubt.NOT_SEEN
                || desk.isClear()
                || releaseCount >= RELEASE_LIMIT
                || nowMs - releasedMs < RELEASE_INTERVAL_MS) {
            return;
        }
        releasedMs = nowMs;
        releaseCount++;
        desk.release(Reason.RELEASE, nowMs);
    }

    @Override
    public void onAnswer(PreemptDesk.Answer answer) {
        output.answer(siteId(), answer);
    }

    @Override
    public void onPreemptEnd(int preempt, PreemptEnd end) {
        output.notice(siteId(), NoticeCode.PREEMPT_ENDED, preempt, end.ordinal());
    }

    void visit(StateCursor cursor) {
        shadow.visit(cursor);
        preempts.visit(cursor);
        desk.visit(cursor);
        actuated.visit(cursor);
        cursor.visit(startsMs);
        doubt = SiteDoubt.of(cursor.visit(doubt.ordinal()));
        wellSinceMs = cursor.visit(wellSinceMs);
        compared = cursor.visit(compared);
        agrees = cursor.visit(agrees);
        well = cursor.visit(well);
        failedMs = cursor.visit(failedMs);
        releasedMs = cursor.visit(releasedMs);
        releaseCount = cursor.visit(releaseCount);
        startCount = cursor.visit(startCount);
        active = cursor.visit(active);
        siteSequence = cursor.visit(siteSequence);
    }
}
