package org.sinho.signal.preempt;

import org.sinho.core.event.RequestStatus;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.SiteShadow;

/**
 * Decides which preempt of one junction is wished for now. Control thread only.
 *
 * <p>Korean semantics: a preempt serves the through and the protected left of one approach
 * together, all else is red. One at a time; the owner keeps it until its approach is empty, or a
 * vehicle of a higher class needs another approach while the owner is still far away: turning the
 * junction round costs more time than letting through a vehicle that is nearly there.
 */
public final class PreemptDesk implements RequestBook.Listener {
    private static final int STATUS_GRANTED = 4;
    private static final int STATUS_MAX_PRESENCE = 6;
    private static final int STATUS_RESERVICE_LOCKED = 7;

    /** After an overrun a vehicle may be served again this much later, if it still asks. */
    private static final int RESERVICE_MS = 15_000;

    /** A junction's preempts may not be started faster than this, but for a higher class (C-07). */
    private static final int START_INTERVAL_MS = 5_000;

    /**
     * Preempts with a shorter pause between them are one preemption as to its presence (S-11):
     * within less, the controller has hardly left the one before and served somebody else.
     */
    private static final int PRESENCE_PAUSE_MS = 15_000;

    /** A vehicle this near its stop line is not made to give way any more. */
    private static final int NEARLY_THERE_MS = 15_000;

    /** Gives up before the controller's own watchdog does. */
    private static final int PRESENCE_RESERVE_MS = 2_000;

    private static final PreemptEnd[] ENDS = PreemptEnd.values();

    /** Hears what is to be told to vehicles and operators. */
    public interface Listener {
        /**
         * A request's answer has changed.
         *
         * @param answer writes the answer into a record
         */
        void onAnswer(Answer answer);

        /**
         * A preempt ended.
         *
         * @param preempt its number
         * @param end why
         */
        void onPreemptEnd(int preempt, PreemptEnd end);

        /**
         * A request is refused, for another cause than before.
         *
         * @param vehicleId who asked
         * @param cause why not
         * @param nowMs control time, milliseconds
         */
        void onRefusal(int vehicleId, RequestCause cause, long nowMs);
    }

    /** Writes one answer into a record. */
    public interface Answer {
        /**
         * Fills the record.
         *
         * @param record takes the answer
         * @param siteId the junction
         * @param causeSequence event it was decided from
         * @param nowMs control time, milliseconds
         */
        void write(RequestStatus record, int siteId, long causeSequence, long nowMs);
    }

    private final PreemptPlan[] plans = new PreemptPlan[17];
    private final SiteShadow shadow;
    private final ControlSettings settings;
    private final LeadTime lead;
    private final WaitLimit waits;
    private final RequestBook book;
    private final RequestIntake intake;
    private final Listener listener;
    private long granted;
    private int wished;
    private int owner;
    private long startedMs = Long.MIN_VALUE / 2;
    private long stoppedMs = Long.MIN_VALUE / 2;
    private long activatedMs = Long.MIN_VALUE / 2;
    private int activatedRank;
    private boolean carried;
    private PreemptEnd lastEnd = PreemptEnd.PASSED;

    /**
     * Creates a desk without requests.
     *
     * @param sheet the junction
     * @param siteIndex its index in the picture
     * @param lanes its geometry
     * @param picture vehicles
     * @param missions who is on a mission
     * @param shadow the controller
     * @param replays what was heard lately, of all junctions
     * @param settings limits
     * @param listener who hears of answers and ends
     */
    public PreemptDesk(
            SiteSheet sheet,
            int siteIndex,
            LaneMap lanes,
            TrafficPicture picture,
            MissionBoard missions,
            SiteShadow shadow,
            ReplayWindow replays,
            ControlSettings settings,
            Listener listener) {
        this.shadow = shadow;
        this.settings = settings;
        this.listener = listener;
        RequestJudge judge = new RequestJudge(lanes, picture, missions, settings.requestFreshMs());
        RequestTerms terms = new PreemptTerms(sheet, judge);
        book = new RequestBook(judge, terms, lanes, settings.requestSilenceMs(), this);
        intake = new RequestIntake(judge, terms, replays, book, listener);
        for (PreemptPlan plan : sheet.preempts()) {
            plans[plan.number()] = plan;
        }
        lead = new LeadTime(plans, siteIndex, lanes, picture, shadow, settings);
        waits = new WaitLimit(plans, shadow);
    }

    /**
     * Takes in one authenticated request.
     *
     * @param request as the gateway made it
     * @param clockGood whether the center's clock can judge freshness
     * @param nowMs control time, milliseconds
     * @return why it was refused; NONE also for a silent duplicate
     */
    public RequestCause receive(SignalRequest request, boolean clockGood, long nowMs) {
        return intake.receive(request, clockGood, nowMs);
    }

    /**
     * Brings the wish up to date.
     *
     * @param clockGood whether the center's clock can judge freshness
     * @param nowMs control time, milliseconds
     * @return preempt number that should be active, 0 none
     */
    public int decide(boolean clockGood, long nowMs) {
        book.expire(nowMs);
        if (!settings.preemption()) {
            return 0;
        }
        if (!clockGood) {
            abandon(nowMs); // Nobody knows any more whether what is heard is fresh (E-02).
            return 0;
        }
        if (wished != 0) {
            review(nowMs);
        }
        RequestEntry best = wished == 0 ? bestDue(nowMs) : null;
        if (best != null && mayStart(best, nowMs)) {
            startedMs = presenceSinceMs(nowMs);
            wished = best.preempt;
            owner = best.vehicleId;
        }
        markGranted(nowMs);
        return wished;
    }

    private boolean mayStart(RequestEntry entry, long nowMs) {
        boolean rested = nowMs - activatedMs >= START_INTERVAL_MS;
        return (rested || entry.rank < activatedRank)
                && !lead.isIdle(entry, nowMs)
                && passesInTime(entry, nowMs)
                && !waits.starves(entry, nowMs);
    }

    /** Whether this one would have passed before the maximum presence ends the preemption. */
    private boolean passesInTime(RequestEntry entry, long nowMs) {
        long passedMs = Math.max(nowMs, entry.arrivalMs);
        return passedMs - presenceSinceMs(nowMs) < presenceMs(entry.preempt);
    }

    private long presenceSinceMs(long nowMs) {
        return nowMs - stoppedMs < PRESENCE_PAUSE_MS ? startedMs : nowMs;
    }

    private long presenceMs(int preempt) {
        return plans[preempt].maximumPresenceS() * 1_000L - PRESENCE_RESERVE_MS;
    }

    /**
     * Notes that the controller was told to begin what is wished for.
     *
     * @param nowMs control time, milliseconds
     */
    public void onActivated(long nowMs) {
        activatedMs = nowMs;
        activatedRank = Integer.MAX_VALUE;
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            // Who has passed and still asks counts too: to the guard he is one who asks (C-07).
            if (!entry.isFree() && entry.approach == plans[wished].approach()) {
                activatedRank = Math.min(activatedRank, entry.rank);
            }
        }
    }

    /**
     * Returns for whom the present wish was made.
     *
     * @return vehicle id
     */
    public int owner() {
        return owner;
    }

    /** Ends the present wish when it must or should end. */
    private void review(long nowMs) {
        if (nowMs - startedMs >= presenceMs(wished)) {
            lockAll(STATUS_MAX_PRESENCE, nowMs);
            stop(PreemptEnd.MAXIMUM_PRESENCE, nowMs);
            return;
        }
        int live = 0;
        int bestRank = Integer.MAX_VALUE;
        boolean nearlyThere = false;
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (!isCandidate(entry, nowMs) || entry.preempt != wished) {
                continue;
            }
            if (entry.deadlineMs == Long.MAX_VALUE) {
                entry.deadlineMs = entry.arrivalMs + settings.requestOverrunMs();
            } else if (nowMs > entry.deadlineMs) {
                lock(entry, STATUS_RESERVICE_LOCKED, nowMs);
                lastEnd = PreemptEnd.OVERRUN;
                continue;
            }
            live++;
            bestRank = Math.min(bestRank, entry.rank);
            nearlyThere |= entry.arrivalMs - nowMs <= NEARLY_THERE_MS;
        }
        if (live == 0) {
            stop(lastEnd, nowMs);
            return;
        }
        RequestEntry rival = nearlyThere ? null : bestDue(nowMs);
        if (rival != null && rival.preempt != wished && rival.rank < bestRank) {
            stop(PreemptEnd.CANCELLED, nowMs);
        }
    }

    private void lockAll(int status, long nowMs) {
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (entry.state == RequestEntry.State.ACCEPTED && entry.preempt == wished) {
                lock(entry, status, nowMs);
            }
        }
    }

    private void lock(RequestEntry entry, int status, long nowMs) {
        entry.lockedUntilMs = nowMs + RESERVICE_MS;
        entry.deadlineMs = Long.MAX_VALUE;
        book.answer(entry, status);
    }

    private void stop(PreemptEnd end, long nowMs) {
        int ended = wished;
        stoppedMs = nowMs;
        wished = 0;
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (entry.status == STATUS_GRANTED && entry.state == RequestEntry.State.ACCEPTED) {
                book.answer(entry, RequestBook.STATUS_PROCESSING);
            }
        }
        listener.onPreemptEnd(ended, end);
    }

    private static boolean isCandidate(RequestEntry entry, long nowMs) {
        return entry.state == RequestEntry.State.ACCEPTED && nowMs >= entry.lockedUntilMs;
    }

    /** First in order among those whose preempt must be asked for by now. */
    private RequestEntry bestDue(long nowMs) {
        return first(false, nowMs);
    }

    /** First in order among those who are near, by the present or by the longest way to green. */
    private RequestEntry first(boolean longest, long nowMs) {
        RequestEntry best = null;
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (!isCandidate(entry, nowMs)) {
                continue;
            }
            int leadMs = longest ? lead.longestMs(entry, nowMs) : lead.presentMs(entry, nowMs);
            if (entry.arrivalMs - nowMs <= leadMs && (best == null || entry.isBefore(best))) {
                best = entry;
            }
        }
        return best;
    }

    /**
     * Returns phases that somebody will need before another phase could be served and cleared
     * again: better to keep them green than to take them back.
     *
     * @param nowMs control time, milliseconds
     * @return bit {@code n - 1} for phase {@code n}, of the first in order; 0 when nobody is near
     */
    public int awaited(long nowMs) {
        RequestEntry best = settings.preemption() ? first(true, nowMs) : null;
        if (best == null || waits.starves(best, nowMs) || !passesInTime(best, nowMs)) {
            return 0;
        }
        int frozen = lead.isIdle(best, nowMs) ? shadow.greens() : 0;
        return plans[best.preempt].dwellPhases() | frozen;
    }

    private void markGranted(long nowMs) {
        if (wished == 0) {
            return;
        }
        int dwell = plans[wished].dwellPhases();
        boolean dwelling =
                shadow.greens() != 0 && (shadow.greens() & ~dwell) == 0 && shadow.yellows() == 0;
        for (int i = 0; dwelling && i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (isCandidate(entry, nowMs) && entry.preempt == wished) {
                if (entry.status != STATUS_GRANTED) {
                    granted++;
                }
                book.answer(entry, STATUS_GRANTED);
            }
        }
    }

    /**
     * Gives up the wish, because the site is not commanded; requests stay and still expire.
     *
     * @param nowMs control time, milliseconds
     */
    public void abandon(long nowMs) {
        book.expire(nowMs);
        if (wished != 0) {
            stop(PreemptEnd.RELEASED, nowMs);
        }
    }

    /**
     * Forgets every request, as after a restart; the replay window stays.
     *
     * @param nowMs control time, milliseconds
     */
    public void forget(long nowMs) {
        intake.forget(nowMs);
        carried |= wished != 0;
        wished = 0;
    }

    /**
     * Notes that the controller was told to end every preempt: one of an earlier epoch ends now.
     *
     * @param nowMs control time, milliseconds
     */
    public void onReleased(long nowMs) {
        stoppedMs = carried ? nowMs : stoppedMs;
        carried = false;
    }

    /**
     * Returns where its requests come in, with their counts.
     *
     * @return the intake of emergency vehicles' requests
     */
    public RequestIntake intake() {
        return intake;
    }

    /**
     * Counts requests that reached their green.
     *
     * @return since the first event of the journal
     */
    public long granted() {
        return granted;
    }

    @Override
    public void onStatus(RequestEntry entry) {
        listener.onAnswer(entry);
    }

    @Override
    public void onRefusal(RequestEntry entry, RequestCause cause, long nowMs) {
        listener.onRefusal(entry.vehicleId, cause, nowMs);
    }

    @Override
    public void onEnd(RequestEntry entry, PreemptEnd end) {
        lastEnd = end;
    }

    /**
     * Saves or restores the desk.
     *
     * @param cursor over the state
     */
    public void visit(StateCursor cursor) {
        intake.visit(cursor);
        granted = cursor.visit(granted);
        wished = cursor.visit(wished);
        owner = cursor.visit(owner);
        startedMs = cursor.visit(startedMs);
        stoppedMs = cursor.visit(stoppedMs);
        activatedMs = cursor.visit(activatedMs);
        activatedRank = cursor.visit(activatedRank);
        carried = cursor.visit(carried);
        lastEnd = ENDS[cursor.visit(lastEnd.ordinal())];
    }
}
