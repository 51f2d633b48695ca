package org.sinho.signal.guard;

/** Numbers that the rules go by. Milliseconds unless the name says otherwise. */
final class Limits {
    /** Stands for "never happened"; far from overflow when subtracted from any time. */
    static final long NEVER = Long.MIN_VALUE / 4;

    /** Oldest status that a command may be decided on. */
    static final long STATUS_AGE_MS = 1_000;

    /** Oldest agreeing poll that still bears out the status push, which is not authenticated. */
    static final long POLL_AGE_MS = 3_000;

    /** Polls in succession that must disagree: one may fall into a change of lamps. */
    static final int DISAGREEMENTS = 2;

    /** Steps of the push's 8-bit counter that count as forward. */
    static final int FORWARD_STEPS = 127;

    /** A clearance seen shorter by no more than this is the jitter of sampling, not a fault. */
    static final int SAMPLING_SKEW_DS = 2;

    /** Longest wait of a pedestrian before nothing may be held or omitted against them. */
    static final long PEDESTRIAN_WAIT_MS = 240_000;

    /** Longest continuous omit of one phase; an own choice, half of the longest wait allowed. */
    static final long OMIT_MS = 120_000;

    /** Least time between the end of a preempt and a new presence, of whichever (S-11). */
    static final long PRESENCE_PAUSE_MS = 5_000;

    /** SETs to one site in {@link #RATE_WINDOW_MS}. */
    static final int SET_RATE = 10;

    /** Window of {@link #SET_RATE}. */
    static final long RATE_WINDOW_MS = 1_000;

    /** Least time between two pattern changes of one site. */
    static final long PATTERN_PAUSE_MS = 60_000;

    /** Longest cycle there is: after it a cycle has passed even if no phase was seen to return. */
    static final long LONGEST_CYCLE_MS = 255_000;

    /** Least time between two preempt activations of one site. */
    static final long PREEMPT_PAUSE_MS = 5_000;

    /** Greatest difference between control time and a request's generation time. */
    static final long REQUEST_FRESH_MS = 2_000;

    /** Silence after which a request has ended. */
    static final long REQUEST_SILENCE_MS = 5_000;

    /** Greatest clock uncertainty with which freshness can be judged. */
    static final int CLOCK_UNCERTAINTY_MS = 100;

    /** Time within which a SET is read back, or has failed. */
    static final long READ_BACK_MS = 1_000;

    /** After a SET that failed only releasing commands go for this long; an own choice. */
    static final long FAILURE_PAUSE_MS = 10_000;

    /** Oldest decision that may leave. */
    static final long DECISION_AGE_MS = 250;

    /**
     * Time for releasing commands after journal or clock failed; then silence frees controllers.
     */
    static final long LAST_WORDS_MS = 1_000;

    /** Milliseconds in a decisecond. */
    static final int DECISECOND_MS = 100;

    private Limits() {}

    /** Returns whole deciseconds that have passed for certain; for lower bounds. */
    static long elapsedAtLeastDs(long sinceMs, long nowMs) {
        return (nowMs - sinceMs) / DECISECOND_MS;
    }

    /** Returns deciseconds begun; for upper bounds. */
    static long elapsedAtMostDs(long sinceMs, long nowMs) {
        return (nowMs - sinceMs + DECISECOND_MS - 1) / DECISECOND_MS;
    }
}
