package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.picture.StateCursor;

/**
 * What we have set at one controller, and the way to set something else. Control thread only.
 *
 * <p>Remembers the live value of every object, so that only changes are sent, the dead-man's
 * heartbeat repeats what stands, and giving up means setting to zero what is not zero.
 */
final class CommandDesk {
    private static final int PHASES_PER_GROUP = 8;
    private static final int GROUP_COUNT = 2;
    private static final int PREEMPT_COUNT = 16;

    /** SETs of one junction in {@link #RATE_WINDOW_MS} (C-07). */
    private static final int SET_RATE = 10;

    private static final int RATE_WINDOW_MS = 1_000;

    /** Of these, calls and the like leave room for preempts and heartbeats. */
    private static final int RATE_RESERVE = 4;

    private static final int TICK_MS = 100;

    /**
     * Least time between two patterns: the longest cycle there is, so that one has passed (C-07)
     * whatever the lamps were seen to do.
     */
    private static final int PATTERN_PAUSE_MS = 256_000;

    /** A pattern that the guard did not let pass is tried again after this. */
    private static final int PATTERN_RETRY_MS = 1_000;

    private static final int[] MASK_OBJECTS = {
        ControlObject.HOLD,
        ControlObject.FORCE_OFF,
        ControlObject.PHASE_OMIT,
        ControlObject.VEH_CALL,
        ControlObject.PED_CALL
    };

    /** Shows a command to the guard and, if allowed, puts it out. */
    interface Gate {
        /** Returns whether the command was allowed. */
        boolean submit(SignalCommand command);
    }

    private final int siteId;
    private final int groupCount;
    private final int phases;
    private final int pedestrians;
    private final int preempts;
    private final boolean coordinated;
    private final int heartbeatMs;
    private final Gate gate;
    private final SignalCommand command;
    private final int[] live = new int[MASK_OBJECTS.length];
    private final int[] unsent = new int[MASK_OBJECTS.length];
    private final long[] sentMs = new long[SET_RATE];
    private int oldestSent;
    private int livePreempts;
    private int unsentPreempts;
    private int livePattern;
    private boolean unsentPattern;
    private long patternMs = Long.MIN_VALUE / 2;
    private long patternTriedMs = Long.MIN_VALUE / 2;
    private boolean unknown = true;
    private long lastSetMs = Long.MIN_VALUE / 2;

    /**
     * Creates the desk of a controller about which nothing is known.
     *
     * @param phases phases that the site has, bit {@code n - 1} for phase {@code n}
     * @param pedestrians pedestrian phases that it has, same bits
     * @param preempts preempts that the site has, same bits
     * @param coordinated whether we choose its pattern; of any other it is never spoken
     * @param command reused for every command; the gate gives it its number
     */
    CommandDesk(
            int siteId,
            int phases,
            int pedestrians,
            int preempts,
            boolean coordinated,
            int backupTimeS,
            SignalCommand command,
            Gate gate) {
        this.siteId = siteId;
        this.phases = phases;
        this.pedestrians = pedestrians;
        this.preempts = preempts;
        this.coordinated = coordinated;
        this.command = command;
        this.gate = gate;
        groupCount = phases >>> PHASES_PER_GROUP == 0 ? 1 : GROUP_COUNT;
        heartbeatMs = backupTimeS * 1_000 / 3 - TICK_MS; // The next tick would be too late.
        Arrays.fill(sentMs, Long.MIN_VALUE / 2);
    }

    /** After a restart or a lost command the controller may hold anything of ours. */
    void forget() {
        unknown = true;
    }

    /** A command never left: what we believe to stand there must be said once more. */
    void unsent(int object, int number) {
        if (object == ControlObject.PREEMPT) {
            unsentPreempts |= 1 << (number - 1);
            return;
        }
        unsentPattern |= object == ControlObject.PATTERN && coordinated;
        for (int i = 0; i < MASK_OBJECTS.length; i++) {
            unsent[i] |= MASK_OBJECTS[i] == object ? 1 << number : 0;
        }
    }

    boolean isUnknown() {
        return unknown;
    }

    int live(int object) {
        return live[indexOf(object)];
    }

    /** Sets a mask object to a value for all phases, if it differs from what stands. */
    void set(int object, int mask, int reason, long nowMs) {
        int index = indexOf(object);
        for (int group = 1; group <= groupCount; group++) {
            int shift = (group - 1) * PHASES_PER_GROUP;
            int now = live[index] >>> shift & 0xFF;
            int wanted = mask >>> shift & 0xFF;
            if (wanted != 0 && isFast(RATE_RESERVE, nowMs)) {
                // Too fast: what is to end must end all the same, what is to begin can wait.
                wanted = (now & ~wanted) == 0 ? now : 0;
            }
            if (now != wanted && submit(object, group, wanted, reason, nowMs)) {
                live[index] = live[index] & ~(0xFF << shift) | wanted << shift;
                unsent[index] &= ~(1 << group);
            }
        }
    }

    /** Says again what never left, as far as it still stands. */
    private void restate(long nowMs) {
        for (int i = 0; i < MASK_OBJECTS.length; i++) {
            for (int group = 1; group <= groupCount; group++) {
                int value = live[i] >>> (group - 1) * PHASES_PER_GROUP & 0xFF;
                boolean due = (unsent[i] & 1 << group) != 0;
                if (due
                        && (value == 0 || !isFast(RATE_RESERVE, nowMs))
                        && submit(MASK_OBJECTS[i], group, value, Reason.HEARTBEAT, nowMs)) {
                    unsent[i] &= ~(1 << group);
                }
            }
        }
        for (int rest = unsentPreempts; rest != 0; rest &= rest - 1) { // at most 16 turns
            int bit = Integer.lowestOneBit(rest);
            int value = (livePreempts & bit) != 0 ? 1 : 0;
            int number = Integer.numberOfTrailingZeros(bit) + 1;
            if ((value == 0 || !isFast(0, nowMs))
                    && submit(ControlObject.PREEMPT, number, value, Reason.HEARTBEAT, nowMs)) {
                unsentPreempts &= ~bit;
            }
        }
        if (unsentPattern && (livePattern == 0 || !isFast(RATE_RESERVE, nowMs))) {
            unsentPattern = !submitPattern(livePattern, Reason.HEARTBEAT, nowMs);
        }
    }

    /** Whether another SET now would be one too many, {@code reserve} of them kept back (C-07). */
    private boolean isFast(int reserve, long nowMs) {
        return nowMs - sentMs[(oldestSent + reserve) % SET_RATE] < RATE_WINDOW_MS;
    }

    /** The controller clears a force-off itself when the green ends. */
    void forceOffServed(int phases) {
        live[indexOf(ControlObject.FORCE_OFF)] &= ~phases;
    }

    /** Starts or ends a preempt, if that differs from what stands. */
    void preempt(int number, boolean active, int reason, long nowMs) {
        int bit = 1 << (number - 1);
        if (((livePreempts & bit) != 0) != active
                && !(active && isFast(0, nowMs))
                && submit(ControlObject.PREEMPT, number, active ? 1 : 0, reason, nowMs)) {
            livePreempts = active ? livePreempts | bit : livePreempts & ~bit;
            unsentPreempts &= ~bit;
        }
    }

    /** Ends every preempt but one; 0 for all. */
    void endPreemptsBut(int number, long nowMs) {
        int kept = number == 0 ? 0 : 1 << (number - 1);
        for (int rest = livePreempts & ~kept; rest != 0; rest &= rest - 1) { // at most 16 turns
            preempt(Integer.numberOfTrailingZeros(rest) + 1, false, Reason.PREEMPT_END, nowMs);
        }
    }

    int livePreempts() {
        return livePreempts;
    }

    /** Whether another pattern may begin: neither too soon for the guard nor too many SETs. */
    boolean mayChangePattern(long nowMs) {
        return nowMs - patternMs >= PATTERN_PAUSE_MS && !isFast(RATE_RESERVE, nowMs);
    }

    /** Sets the pattern, 0 for the controller's own plan, if it differs from what stands. */
    void pattern(int number, int reason, long nowMs) {
        boolean pause = !mayChangePattern(nowMs) || nowMs - patternTriedMs < PATTERN_RETRY_MS;
        if (number == livePattern || number != 0 && pause) {
            return;
        }
        patternTriedMs = nowMs;
        if (submitPattern(number, reason, nowMs)) {
            patternMs = number == 0 ? patternMs : nowMs;
            livePattern = number;
            unsentPattern = false;
        }
    }

    private boolean submitPattern(int number, int reason, long nowMs) {
        return submit(ControlObject.PATTERN, 0, number, reason, nowMs);
    }

    /** Repeats what stands, often enough that the controller does not fall back (F-02). */
    void heartbeat(long nowMs) {
        restate(nowMs);
        if (nowMs - lastSetMs < heartbeatMs || isFast(RATE_RESERVE, nowMs)) {
            return;
        }
        for (int group = 1; group <= groupCount; group++) {
            if (!has(ControlObject.HOLD, group)) {
                continue;
            }
            int value = live[0] >>> (group - 1) * PHASES_PER_GROUP & 0xFF;
            submit(ControlObject.HOLD, group, value, Reason.HEARTBEAT, nowMs);
        }
        for (int rest = livePreempts; rest != 0; rest &= rest - 1) { // at most 16 turns
            int number = Integer.numberOfTrailingZeros(rest) + 1;
            submit(ControlObject.PREEMPT, number, 1, Reason.HEARTBEAT, nowMs);
        }
        if (livePattern != 0) {
            submitPattern(livePattern, Reason.HEARTBEAT, nowMs);
        }
    }

    /**
     * Sets to zero whatever we may have set.
     *
     * @return whether every command was allowed
     */
    boolean release(int reason, long nowMs) {
        boolean allowed = true;
        for (int i = 0; i < MASK_OBJECTS.length; i++) {
            if (live[i] == 0 && unsent[i] == 0 && !unknown) {
                continue;
            }
            boolean done = true;
            for (int group = 1; group <= groupCount; group++) {
                done &=
                        !has(MASK_OBJECTS[i], group)
                                || submit(MASK_OBJECTS[i], group, 0, reason, nowMs);
            }
            live[i] = done ? 0 : live[i];
            unsent[i] = done ? 0 : unsent[i];
            allowed &= done;
        }
        for (int number = 1; number <= PREEMPT_COUNT; number++) {
            int bit = 1 << (number - 1);
            if (((livePreempts | unsentPreempts) & bit) == 0
                    && !(unknown && (preempts & bit) != 0)) {
                continue;
            }
            boolean done = submit(ControlObject.PREEMPT, number, 0, reason, nowMs);
            livePreempts = done ? livePreempts & ~bit : livePreempts;
            unsentPreempts = done ? unsentPreempts & ~bit : unsentPreempts;
            allowed &= done;
        }
        if (livePattern != 0 || unsentPattern || unknown && coordinated) {
            boolean done = submitPattern(0, reason, nowMs);
            livePattern = done ? 0 : livePattern;
            unsentPattern &= !done;
            allowed &= done;
        }
        unknown &= !allowed;
        return allowed;
    }

    boolean isClear() {
        int any = livePreempts | unsentPreempts | livePattern;
        for (int i = 0; i < live.length; i++) {
            any |= live[i] | unsent[i];
        }
        return any == 0 && !unsentPattern && !unknown;
    }

    private boolean submit(int object, int index, int value, int reason, long nowMs) {
        command.siteId(siteId)
                .object(object)
                .index(index)
                .value(value)
                .reason(reason)
                .decidedUtcMs(nowMs);
        boolean allowed = gate.submit(command);
        if (allowed) {
            lastSetMs = nowMs;
            sentMs[oldestSent] = nowMs;
            oldestSent = (oldestSent + 1) % SET_RATE;
        }
        return allowed;
    }

    /** Whether the site has any phase of a group that an object can name. */
    private boolean has(int object, int group) {
        int mask = object == ControlObject.PED_CALL ? pedestrians : phases;
        return (mask >>> (group - 1) * PHASES_PER_GROUP & 0xFF) != 0;
    }

    /** Returns when something was last SET, control time in milliseconds. */
    long lastSetMs() {
        return lastSetMs;
    }

    private static int indexOf(int object) {
        for (int i = 0; i < MASK_OBJECTS.length; i++) {
            if (MASK_OBJECTS[i] == object) {
                return i;
            }
        }
        throw new IllegalArgumentException("object " + Integer.toHexString(object) + " is no mask");
    }

    void reset() {
        Arrays.fill(live, 0);
        Arrays.fill(unsent, 0);
        livePreempts = 0;
        unsentPreempts = 0;
        livePattern = 0;
        unsentPattern = false;
        unknown = true;
        lastSetMs = Long.MIN_VALUE / 2;
    }

    void visit(StateCursor cursor) {
        cursor.visit(live);
        cursor.visit(unsent);
        cursor.visit(sentMs);
        oldestSent = cursor.visit(oldestSent);
        unsentPreempts = cursor.visit(unsentPreempts);
        livePreempts = cursor.visit(livePreempts);
        livePattern = cursor.visit(livePattern);
        unsentPattern = cursor.visit(unsentPattern);
        patternMs = cursor.visit(patternMs);
        patternTriedMs = cursor.visit(patternTriedMs);
        unknown = cursor.visit(unknown);
        lastSetMs = cursor.visit(lastSetMs);
    }
}
