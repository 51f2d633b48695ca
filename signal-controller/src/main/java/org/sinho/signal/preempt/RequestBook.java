package org.sinho.signal.preempt;

import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;

/**
 * The requests of one junction: takes them in, judges them, lets them end. Control thread only.
 *
 * <p>Every datagram of an authenticated vehicle passes here; an answer is due only when a request's
 * state changes (E-11), which the caller learns through {@link Listener}.
 */
final class RequestBook {
    /** Requests of one junction that can be open at once. */
    static final int ENTRY_COUNT = 16;

    /** Requests of one signer that can be open at once at one junction. */
    private static final int PER_SIGNER = 4;

    /**
     * The request is over: nothing is held for it any more. J2735 has no word of its own for that;
     * this is the only one of its eight that is not false.
     */
    static final int STATUS_UNKNOWN = 0;

    static final int STATUS_PROCESSING = 2;
    static final int STATUS_REJECTED = 5;

    /** Last seen this close to the stop line and then off the approach: it has passed. */
    private static final int PASSED_WITHIN_CM = 4_000;

    /** Hears of changes that someone must be told of. */
    interface Listener {
        /** The answer to {@code entry} has changed. */
        void onStatus(RequestEntry entry);

        /** {@code entry} was refused for another cause than before. */
        void onRefusal(RequestEntry entry, RequestCause cause, long nowMs);

        /** {@code entry} is over; it is still readable during the call. */
        void onEnd(RequestEntry entry, PreemptEnd end);
    }

    private final RequestEntry[] entries = new RequestEntry[ENTRY_COUNT];
    private final RequestJudge judge;
    private final RequestTerms terms;
    private final LaneMap lanes;
    private final Listener listener;
    private final int silenceMs;

    RequestBook(
            RequestJudge judge,
            RequestTerms terms,
            LaneMap lanes,
            int silenceMs,
            Listener listener) {
        this.judge = judge;
        this.terms = terms;
        this.lanes = lanes;
        this.silenceMs = silenceMs;
        this.listener = listener;
        for (int i = 0; i < ENTRY_COUNT; i++) {
            entries[i] = new RequestEntry();
        }
    }

    RequestEntry entry(int index) {
        return entries[index];
    }

    /**
     * Takes in a request that is fresh and new.
     *
     * @return why it is refused, or {@link RequestCause#NONE}
     */
    RequestCause receive(SignalRequest request, boolean clockGood, long nowMs) {
        RequestEntry entry = find(request);
        return switch (request.requestType()) {
            case 1, 2 -> ask(entry, request, clockGood, nowMs);
            case 3 -> {
                // An older cancellation than the last word was overtaken: says nothing new.
                if (entry != null && request.generationUtcMs() > entry.generationMs) {
                    entry.hear(request, nowMs);
                    close(entry, PreemptEnd.CANCELLED);
                }
                yield RequestCause.NONE;
            }
            default -> RequestCause.MALFORMED;
        };
    }

    private RequestCause ask(
            RequestEntry known, SignalRequest request, boolean clockGood, long nowMs) {
        if (known != null && request.generationUtcMs() <= known.generationMs) {
            return RequestCause.NONE; // Overtaken by a newer one: says nothing new.
        }
        int approach = judge.approach(request);
        boolean plausible = approach != LaneMap.NONE && judge.isPlausible(request, approach, nowMs);
        if (!plausible && known != null && hasPassed(known)) {
            known.hear(request, nowMs);
            close(known, PreemptEnd.PASSED);
            return RequestCause.NONE;
        }
        RequestCause cause = cause(request, approach, plausible, clockGood, nowMs);
        if (known != null && known.state == RequestEntry.State.ENDED && !plausible) {
            known.hear(request, nowMs);
            return RequestCause.NONE; // On its way out of the junction, not yet silent.
        }
        boolean accepted = known != null && known.state == RequestEntry.State.ACCEPTED;
        if (accepted && cause == RequestCause.NOT_PLAUSIBLE) {
            return cause; // One wild position is no news of a vehicle; silence will end it (E-07).
        }
        RequestEntry entry = known != null ? known : free(request.signer());
        if (entry == null) {
            return RequestCause.TOO_MANY;
        }
        if (known == null) {
            entry.take(request, nowMs);
        } else {
            entry.hear(request, nowMs);
        }
        if (cause == RequestCause.NONE) {
            accept(entry, request, approach, nowMs);
        } else {
            entry.approach = Math.max(approach, 0);
            entry.rank = RequestJudge.rank(request.role());
            refuse(entry, cause, nowMs);
        }
        return cause;
    }

    /** The last word of a vehicle came when it had expired: what it said before is over, too. */
    void hearExpired(SignalRequest request, long nowMs) {
        RequestEntry entry = find(request);
        if (entry != null && request.generationUtcMs() > entry.generationMs) {
            entry.hear(request, nowMs);
        }
    }

    private static boolean hasPassed(RequestEntry entry) {
        return entry.state == RequestEntry.State.ACCEPTED && entry.distanceCm <= PASSED_WITHIN_CM;
    }

    private RequestCause cause(
            SignalRequest request, int approach, boolean plausible, boolean clockGood, long nowMs) {
        RequestCause authority = terms.authority(request);
        if (authority != RequestCause.NONE) {
            return authority;
        }
        if (!clockGood) {
            return RequestCause.CLOCK;
        }
        if (approach == LaneMap.NONE) {
            return RequestCause.UNKNOWN_LANE;
        }
        if (!plausible) {
            return RequestCause.NOT_PLAUSIBLE;
        }
        return terms.refusal(request, approach, nowMs);
    }

    private void accept(RequestEntry entry, SignalRequest request, int approach, long nowMs) {
        if (entry.state == RequestEntry.State.ENDED) {
            entry.take(request, nowMs);
        }
        entry.approach = approach;
        entry.rank = RequestJudge.rank(request.role());
        entry.distanceCm = lanes.distanceCm();
        terms.place(entry, request, nowMs);
        if (entry.state != RequestEntry.State.ACCEPTED) {
            entry.state = RequestEntry.State.ACCEPTED;
            entry.cause = 0;
            answer(entry, STATUS_PROCESSING);
        }
    }

    private void refuse(RequestEntry entry, RequestCause cause, long nowMs) {
        if (entry.state == RequestEntry.State.ACCEPTED) {
            listener.onEnd(entry, PreemptEnd.CANCELLED);
        }
        boolean changed = entry.cause != cause.code();
        entry.state = RequestEntry.State.REFUSED;
        entry.cause = cause.code();
        if (changed) {
            entry.status = STATUS_REJECTED;
            listener.onStatus(entry);
            listener.onRefusal(entry, cause, nowMs);
        }
    }

    void answer(RequestEntry entry, int status) {
        if (entry.status != status) {
            entry.status = status;
            listener.onStatus(entry);
        }
    }

    /** Lets requests end that were not repeated. */
    void expire(long nowMs) {
        for (RequestEntry entry : entries) {
            if (entry.state != RequestEntry.State.FREE && nowMs - entry.heardMs > silenceMs) {
                end(entry, PreemptEnd.SILENT);
            } else if (entry.state == RequestEntry.State.ACCEPTED && nowMs > entry.expiryMs) {
                close(entry, PreemptEnd.EXPIRED);
            }
        }
    }

    /** Ends everything, as after a restart; nobody is told. */
    void clear() {
        for (RequestEntry entry : entries) {
            entry.state = RequestEntry.State.FREE;
        }
    }

    private void close(RequestEntry entry, PreemptEnd end) {
        end(entry, end);
        entry.state = RequestEntry.State.ENDED;
    }

    private void end(RequestEntry entry, PreemptEnd end) {
        boolean accepted = entry.state == RequestEntry.State.ACCEPTED;
        if (accepted) {
            listener.onEnd(entry, end);
        }
        entry.state = RequestEntry.State.FREE;
        if (accepted) {
            // Its last answer promised something; a refused one has had its last word.
            answer(entry, STATUS_UNKNOWN);
        }
    }

    private RequestEntry find(SignalRequest request) {
        for (RequestEntry entry : entries) {
            if (entry.isOf(request)) {
                return entry;
            }
        }
        return null;
    }

    /** A place for one more request, or null: nobody may take the places of others. */
    private RequestEntry free(long signer) {
        RequestEntry idle = null;
        int accepted = 0;
        for (RequestEntry entry : entries) {
            boolean own = entry.state == RequestEntry.State.ACCEPTED && entry.signer == signer;
            accepted += own ? 1 : 0;
        }
        if (accepted >= PER_SIGNER) {
            return null;
        }
        for (RequestEntry entry : entries) {
            if (entry.state == RequestEntry.State.FREE) {
                return entry;
            }
            if (entry.state != RequestEntry.State.ACCEPTED
                    && (idle == null || entry.heardMs < idle.heardMs)) {
                idle = entry;
            }
        }
        return idle; // One who may not have a green makes room for one who might.
    }

    void visit(StateCursor cursor) {
        for (RequestEntry entry : entries) {
            entry.visit(cursor);
        }
    }
}
