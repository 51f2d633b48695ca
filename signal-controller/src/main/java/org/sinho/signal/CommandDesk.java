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
    private final int preempts;
    private final int heartbeatMs;
    private final Gate gate;
    private final SignalCommand command;
    private final int[] live = new int[MASK_OBJECTS.length];
    private int livePreempts;
    private boolean unknown = true;
    private long lastSetMs = Long.MIN_VALUE / 2;

    /**
     * Creates the desk of a controller about which nothing is known.
     *
     * @param phases phases that the site has, bit {@code n - 1} for phase {@code n}
     * @param preempts preempts that the site has, same bits
     * @param command reused for every command; the gate gives it its number
     */
    CommandDesk(
            int siteId,
            int phases,
            int preempts,
            int backupTimeS,
            SignalCommand command,
            Gate gate) {
        this.siteId = siteId;
        this.preempts = preempts;
        this.command = command;
        this.gate = gate;
        groupCount = phases >>> PHASES_PER_GROUP == 0 ? 1 : GROUP_COUNT;
        heartbeatMs = backupTimeS * 1_000 / 3;
    }

    /** After a restart or a lost command the controller may hold anything of ours. */
    void forget() {
        unknown = true;
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
        int different = live[index] ^ mask;
        for (int group = 0; group < groupCount; group++) {
            int shift = group * PHASES_PER_GROUP;
            if ((different >>> shift & 0xFF) != 0
                    && submit(object, group + 1, mask >>> shift & 0xFF, reason, nowMs)) {
                int bits = 0xFF << shift;
                live[index] = (live[index] & ~bits) | (mask & bits);
            }
        }
    }

    /** The controller clears a force-off itself when the green ends. */
    void forceOffServed(int phases) {
        live[indexOf(ControlObject.FORCE_OFF)] &= ~phases;
    }

    /** Starts or ends a preempt, if that differs from what stands. */
    void preempt(int number, boolean active, int reason, long nowMs) {
        int bit = 1 << (number - 1);
        if (((livePreempts & bit) != 0) != active
                && submit(ControlObject.PREEMPT, number, active ? 1 : 0, reason, nowMs)) {
            livePreempts = active ? livePreempts | bit : livePreempts & ~bit;
        }
    }

    int livePreempts() {
        return livePreempts;
    }

    /** Repeats what stands, often enough that the controller does not fall back (F-02). */
    void heartbeat(long nowMs) {
        if (nowMs - lastSetMs < heartbeatMs) {
            return;
        }
        for (int group = 1; group <= groupCount; group++) {
            int value = live[0] >>> (group - 1) * PHASES_PER_GROUP & 0xFF;
            submit(ControlObject.HOLD, group, value, Reason.HEARTBEAT, nowMs);
        }
        for (int rest = livePreempts; rest != 0; rest &= rest - 1) { // at most 16 turns
            int number = Integer.numberOfTrailingZeros(rest) + 1;
            submit(ControlObject.PREEMPT, number, 1, Reason.HEARTBEAT, nowMs);
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
            if (live[i] == 0 && !unknown) {
                continue;
            }
            boolean done = true;
            for (int group = 1; group <= groupCount; group++) {
                done &= submit(MASK_OBJECTS[i], group, 0, reason, nowMs);
            }
            live[i] = done ? 0 : live[i];
            allowed &= done;
        }
        for (int number = 1; number <= PREEMPT_COUNT; number++) {
            int bit = 1 << (number - 1);
            if ((livePreempts & bit) == 0 && !(unknown && (preempts & bit) != 0)) {
                continue;
            }
            boolean done = submit(ControlObject.PREEMPT, number, 0, reason, nowMs);
            livePreempts = done ? livePreempts & ~bit : livePreempts;
            allowed &= done;
        }
        unknown &= !allowed;
        return allowed;
    }

    boolean isClear() {
        int any = livePreempts;
        for (int value : live) {
            any |= value;
        }
        return any == 0 && !unknown;
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
        }
        return allowed;
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
        livePreempts = 0;
        unknown = true;
        lastSetMs = Long.MIN_VALUE / 2;
    }

    void visit(StateCursor cursor) {
        cursor.visit(live);
        livePreempts = cursor.visit(livePreempts);
        unknown = cursor.visit(unknown);
        lastSetMs = cursor.visit(lastSetMs);
    }
}
