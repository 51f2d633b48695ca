package org.sinho.signal.guard;

import java.util.Arrays;
import org.sinho.core.event.SignalCommand.ControlObject;

/** What the guard let through to one junction: what is live there, since when and how often. */
final class CommandLedger {
    private static final int PHASES_PER_GROUP = 8;
    private static final int GROUP_MASK = 0xFF;

    private long sequence;
    private int holds;
    private int forceOffs;
    private int omits;
    private int preempt;
    private int pattern;
    private final long[] holdSinceMs = new long[SiteTable.PHASE_COUNT];
    private final long[] omitSinceMs = new long[SiteTable.PHASE_COUNT];
    private final long[] omitEndMs = new long[SiteTable.PHASE_COUNT];
    private long presenceSinceMs;
    private long presenceEndMs = Limits.NEVER;
    private long activationMs = Limits.NEVER;
    private int activationRank;
    private long patternMs = Limits.NEVER;
    private int cycleMark;
    private int sentObject;
    private int sentIndex;
    private int sentValue;
    private long unreadMs = Limits.NEVER;
    private long failedMs = Limits.NEVER;
    private final long[] sentMs = new long[Limits.SET_RATE];
    private int oldestSent;

    CommandLedger() {
        Arrays.fill(omitEndMs, Limits.NEVER);
        Arrays.fill(sentMs, Limits.NEVER);
    }

    /**
     * Returns the mask over 16 phases that is live once {@code value} is SET in row {@code index}.
     */
    static int merge(int mask, int index, int value) {
        int shift = (index - 1) * PHASES_PER_GROUP;
        return mask & ~(GROUP_MASK << shift) | value << shift;
    }

    /** Returns phases 1 to 8 or 9 to 16. */
    static int group(int index) {
        return merge(0, index, GROUP_MASK);
    }

    /** Begins a new epoch: sequences start again, what is live at the controller stays. */
    void restartSequence() {
        sequence = 0;
        unreadMs = Limits.NEVER; // Outcomes of an earlier epoch are not heard any more.
    }

    /**
     * Follows the lamps: a green that ended has consumed its force-off, a served phase its omit.
     */
    void onLamps(int greens, int begun, long nowMs) {
        forceOffs &= greens;
        for (int rest = greens; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            omitSinceMs[bit] = nowMs;
            omitEndMs[bit] = Limits.NEVER;
        }
        if ((begun & cycleMark) != 0) {
            cycleMark = 0;
        }
    }

    /** Takes in what became of a command of the present epoch. */
    void onOutcome(long siteSequence, boolean commandFailed, long nowMs) {
        unreadMs = siteSequence == sequence ? Limits.NEVER : unreadMs;
        failedMs = commandFailed ? nowMs : failedMs;
    }

    /**
     * Counts a command that was allowed.
     *
     * @param rank class of those for whom a preempt is commanded, see {@link RequestLedger#rank}
     */
    void onAllowed(
            long siteSequence, int object, int index, int value, int rank, int greens, long nowMs) {
        sequence = siteSequence;
        sentObject = object;
        sentIndex = index;
        sentValue = value;
        unreadMs = nowMs;
        sentMs[oldestSent] = nowMs;
        oldestSent = (oldestSent + 1) % sentMs.length;
        switch (object) {
            case ControlObject.HOLD -> onHold(merge(holds, index, value), nowMs);
            case ControlObject.FORCE_OFF -> forceOffs = merge(forceOffs, index, value);
            case ControlObject.PHASE_OMIT -> onOmit(merge(omits, index, value), nowMs);
            case ControlObject.PREEMPT -> onPreempt(index, value, rank, nowMs);
            case ControlObject.PATTERN -> onPattern(value, greens, nowMs);
            case ControlObject.SYNC -> markCycle(greens, nowMs);
            default -> {
                // Calls stay with the controller; nothing is judged by them.
            }
        }
    }

    private void onHold(int mask, long nowMs) {
        for (int rest = mask & ~holds; rest != 0; rest &= rest - 1) {
            holdSinceMs[Integer.numberOfTrailingZeros(rest)] = nowMs;
        }
        holds = mask;
    }

    private void onOmit(int mask, long nowMs) {
        for (int rest = mask & ~omits; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            omitSinceMs[bit] = omitSinceMs(bit, nowMs);
        }
        for (int rest = omits & ~mask; rest != 0; rest &= rest - 1) {
            omitEndMs[Integer.numberOfTrailingZeros(rest)] = nowMs;
        }
        omits = mask;
    }

    private void onPreempt(int number, int value, int rank, long nowMs) {
        if (value == 0) {
            presenceEndMs = number == preempt ? nowMs : presenceEndMs;
            preempt = number == preempt ? 0 : preempt;
        } else if (preempt == 0) {
            presenceSinceMs = presenceSinceMs(nowMs);
            activationMs = nowMs;
            activationRank = rank;
            preempt = number;
        }
    }

    private void onPattern(int value, int greens, long nowMs) {
        if (value != 0 && value != pattern) {
            markCycle(greens, nowMs);
        }
        pattern = value;
    }

    private void markCycle(int greens, long nowMs) {
        patternMs = nowMs;
        cycleMark = greens;
    }

    long sequence() {
        return sequence;
    }

    int holds() {
        return holds;
    }

    int forceOffs() {
        return forceOffs;
    }

    int omits() {
        return omits;
    }

    /** Returns the live preempt, or 0. */
    int preempt() {
        return preempt;
    }

    /** Returns the pattern last commanded; 0 standby. */
    int pattern() {
        return pattern;
    }

    /** Returns since when a phase is held without a break. */
    long holdSinceMs(int bit) {
        return holdSinceMs[bit];
    }

    /**
     * Returns since when a phase counts as omitted if it is omitted now. A short break without
     * service in it does not start the time anew: else a phase could starve by instalments.
     */
    long omitSinceMs(int bit, long nowMs) {
        boolean live = (omits >>> bit & 1) != 0;
        return live || nowMs - omitEndMs[bit] < Limits.OMIT_MS ? omitSinceMs[bit] : nowMs;
    }

    /** Returns since when preemption lasts if a preempt is commanded now, whichever; likewise. */
    long presenceSinceMs(long nowMs) {
        boolean going = preempt != 0 || nowMs - presenceEndMs < Limits.PRESENCE_PAUSE_MS;
        return going ? presenceSinceMs : nowMs;
    }

    /** Returns whether a command says again what was SET last and is not read back yet. */
    boolean repeatsUnread(int object, int index, int value, long nowMs) {
        return nowMs - unreadMs < Limits.READ_BACK_MS
                && object == sentObject
                && index == sentIndex
                && value == sentValue;
    }

    /** Returns whether a SET was lost or read back differently a moment ago. */
    boolean failedLately(long nowMs) {
        return nowMs - failedMs < Limits.FAILURE_PAUSE_MS;
    }

    boolean rateExceeded(long nowMs) {
        return nowMs - sentMs[oldestSent] < Limits.RATE_WINDOW_MS;
    }

    /** A higher class, which is a lower rank, need not wait for the pause after a lower one. */
    boolean activationTooSoon(int rank, long nowMs) {
        return nowMs - activationMs < Limits.PREEMPT_PAUSE_MS && rank >= activationRank;
    }

    /** Returns whether neither the time nor the cycle since the last pattern change has passed. */
    boolean patternTooSoon(long nowMs) {
        long passedMs = nowMs - patternMs;
        return passedMs < Limits.PATTERN_PAUSE_MS
                || cycleMark != 0 && passedMs < Limits.LONGEST_CYCLE_MS;
    }

    void carry(StateCursor cursor) {
        sequence = cursor.carry(sequence);
        holds = cursor.carry(holds);
        forceOffs = cursor.carry(forceOffs);
        omits = cursor.carry(omits);
        preempt = cursor.carry(preempt);
        pattern = cursor.carry(pattern);
        cursor.carry(holdSinceMs);
        cursor.carry(omitSinceMs);
        cursor.carry(omitEndMs);
        presenceSinceMs = cursor.carry(presenceSinceMs);
        presenceEndMs = cursor.carry(presenceEndMs);
        activationMs = cursor.carry(activationMs);
        activationRank = cursor.carry(activationRank);
        patternMs = cursor.carry(patternMs);
        cycleMark = cursor.carry(cycleMark);
        sentObject = cursor.carry(sentObject);
        sentIndex = cursor.carry(sentIndex);
        sentValue = cursor.carry(sentValue);
        unreadMs = cursor.carry(unreadMs);
        failedMs = cursor.carry(failedMs);
        cursor.carry(sentMs);
        oldestSent = cursor.carry(oldestSent);
    }
}
