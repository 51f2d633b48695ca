package org.sinho.signal.preempt;

import java.util.Arrays;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.PhaseTable;
import org.sinho.signal.SiteShadow;

/**
 * The buses that ask for priority at one junction, and when the next of them needs which phase.
 * Control thread only.
 *
 * <p>Knows no preempt, and takes no place from those who may have one: its book is its own.
 */
public final class PriorityDesk implements RequestBook.Listener {
    /** A bus that reaches its stop line within this is about to arrive, milliseconds. */
    public static final int NEAR_MS = 8_000;

    /** {@link #arrivalMs} of a phase for which no bus asks. */
    public static final long NOBODY = Long.MAX_VALUE;

    private static final int STATUS_GRANTED = 4;

    private final SiteShadow shadow;
    private final RequestBook book;
    private final RequestIntake intake;
    private final PreemptDesk.Listener listener;
    private final boolean enabled;
    private final long[] arrivalMs = new long[PhaseTable.PHASE_COUNT];
    private long granted;

    /**
     * Creates a desk without requests.
     *
     * @param table timing of the junction
     * @param lanes its geometry
     * @param picture vehicles
     * @param shadow the controller
     * @param replays what was heard lately, of all junctions
     * @param settings limits
     * @param listener who hears of answers
     */
    public PriorityDesk(
            PhaseTable table,
            LaneMap lanes,
            TrafficPicture picture,
            SiteShadow shadow,
            ReplayWindow replays,
            ControlSettings settings,
            PreemptDesk.Listener listener) {
        this.shadow = shadow;
        this.listener = listener;
        // Without actuated control there would be no hand to give what is promised.
        enabled = settings.priority() && settings.actuated();
        RequestJudge judge = new RequestJudge(lanes, picture, null, settings.requestFreshMs());
        RequestTerms terms = new PriorityTerms(table, lanes);
        book = new RequestBook(judge, terms, lanes, settings.requestSilenceMs(), this);
        intake = new RequestIntake(judge, terms, replays, book, listener);
        Arrays.fill(arrivalMs, NOBODY);
    }

    /**
     * Tells whether a request is for this desk, be it granted or refused.
     *
     * @param request as the gateway made it
     * @return whether it claims to come from a bus, and buses may ask
     */
    public boolean isFor(SignalRequest request) {
        return enabled && request.role() == PriorityTerms.ROLE_TRANSIT;
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
     * Brings arrivals and answers up to date.
     *
     * @param clockGood whether the center's clock can judge freshness
     * @param nowMs control time, milliseconds
     */
    public void decide(boolean clockGood, long nowMs) {
        if (!clockGood) {
            abandon(nowMs); // Nobody knows any more whether what is heard is fresh (E-02).
            return;
        }
        book.expire(nowMs);
        Arrays.fill(arrivalMs, NOBODY);
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (entry.state != RequestEntry.State.ACCEPTED) {
                continue;
            }
            int index = entry.phase - 1;
            arrivalMs[index] = Math.min(arrivalMs[index], entry.arrivalMs);
            boolean served = shadow.isGreen(entry.phase) && entry.arrivalMs - nowMs <= NEAR_MS;
            if (served && entry.status != STATUS_GRANTED) {
                granted++;
            }
            book.answer(entry, served ? STATUS_GRANTED : RequestBook.STATUS_PROCESSING);
        }
    }

    /**
     * Returns when the next bus is at the stop line of a phase.
     *
     * @param phase phase number
     * @return control time, milliseconds; {@link #NOBODY} when none asks
     */
    public long arrivalMs(int phase) {
        return arrivalMs[phase - 1];
    }

    /**
     * Promises nothing more, because the site is not commanded; requests stay and still expire.
     *
     * @param nowMs control time, milliseconds
     */
    public void abandon(long nowMs) {
        book.expire(nowMs);
        Arrays.fill(arrivalMs, NOBODY);
        for (int i = 0; i < RequestBook.ENTRY_COUNT; i++) {
            RequestEntry entry = book.entry(i);
            if (entry.state == RequestEntry.State.ACCEPTED) {
                book.answer(entry, RequestBook.STATUS_PROCESSING);
            }
        }
    }

    /**
     * Forgets every request, as after a restart; the replay window stays.
     *
     * @param nowMs control time, milliseconds
     */
    public void forget(long nowMs) {
        intake.forget(nowMs);
        Arrays.fill(arrivalMs, NOBODY);
    }

    /**
     * Returns where its requests come in, with their counts.
     *
     * @return the intake of buses' requests
     */
    public RequestIntake intake() {
        return intake;
    }

    /**
     * Counts requests that had green when they were about to arrive.
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
        // Nothing is held by the request itself: without it, nobody arrives any more.
    }

    /**
     * Saves or restores the desk.
     *
     * @param cursor over the state
     */
    public void visit(StateCursor cursor) {
        intake.visit(cursor);
        cursor.visit(arrivalMs);
        granted = cursor.visit(granted);
    }
}
