package org.sinho.signal.preempt;

import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.StateCursor;
import org.sinho.signal.preempt.ReplayWindow.Verdict;

/**
 * Where the requests of one kind come in at one junction: fresh, new, then into the book; counts
 * them. Control thread only.
 */
public final class RequestIntake {
    private final RequestJudge judge;
    private final RequestTerms terms;
    private final ReplayWindow replays;
    private final RequestBook book;
    private final PreemptDesk.Listener listener;
    private final long[] refused = new long[RequestCause.values().length];
    private long received;
    private long duplicates;

    RequestIntake(
            RequestJudge judge,
            RequestTerms terms,
            ReplayWindow replays,
            RequestBook book,
            PreemptDesk.Listener listener) {
        this.judge = judge;
        this.terms = terms;
        this.replays = replays;
        this.book = book;
        this.listener = listener;
    }

    RequestCause receive(SignalRequest request, boolean clockGood, long nowMs) {
        received++;
        RequestCause cause;
        if (!judge.isFresh(request, nowMs)) {
            cause = RequestCause.NOT_FRESH; // Silent: an answer would serve only who replays.
            if (judge.isTimely(request, nowMs)) {
                book.hearExpired(request, nowMs);
            }
        } else {
            cause = hearFresh(request, clockGood, nowMs);
        }
        if (cause != RequestCause.NONE) {
            refused[cause.code()]++;
        }
        if (cause == RequestCause.TOO_MANY || cause == RequestCause.WINDOW_FULL) {
            listener.onRefusal(request.vehicleId(), cause, nowMs);
        }
        return cause;
    }

    /** Without authority a request takes no place in the window: nothing could come of a replay. */
    private RequestCause hearFresh(SignalRequest request, boolean clockGood, long nowMs) {
        boolean authorized = terms.authority(request) == RequestCause.NONE;
        Verdict verdict = authorized ? replays.admit(request, nowMs) : Verdict.NEW;
        if (verdict == Verdict.DUPLICATE) {
            duplicates++;
            return RequestCause.NONE;
        }
        if (verdict == Verdict.NO_ROOM) {
            return RequestCause.WINDOW_FULL;
        }
        return book.receive(request, clockGood, nowMs);
    }

    /** Forgets every request, as after a restart; the replay window stays. */
    void forget(long nowMs) {
        judge.beginEpoch(nowMs);
        book.clear();
    }

    /**
     * Counts requests heard, duplicates included.
     *
     * @return since the first event of the journal
     */
    public long received() {
        return received;
    }

    /**
     * Counts requests refused for one cause; repetitions count.
     *
     * @param cause the cause
     * @return since the first event of the journal
     */
    public long refused(RequestCause cause) {
        return refused[cause.code()];
    }

    /**
     * Counts exact duplicates, which are dropped in silence.
     *
     * @return since the first event of the journal
     */
    public long duplicates() {
        return duplicates;
    }

    void visit(StateCursor cursor) {
        judge.visit(cursor);
        book.visit(cursor);
        cursor.visit(refused);
        received = cursor.visit(received);
        duplicates = cursor.visit(duplicates);
    }
}
