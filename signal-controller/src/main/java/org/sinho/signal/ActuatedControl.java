package org.sinho.signal;

import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;

/**
 * Steers greens by calls, holds and force-offs from what connected vehicles report.
 *
 * <p>The controller stays actuated on its own loops; this adds what loops cannot see: a call before
 * a vehicle reaches its loop, a short hold for vehicles about to arrive on green, and an end to a
 * green that has reached its longest while others wait. Control thread only.
 */
final class ActuatedControl {
    /** A vehicle this near its stop line calls its phase. */
    private static final int CALL_DISTANCE_CM = 12_000;

    /** A vehicle that reaches the stop line within this is worth holding for. */
    private static final int ARRIVAL_MS = 3_000;

    /** One signer alone may prolong a green by this much (E-08). */
    private static final int SINGLE_SIGNER_MS = 5_000;

    private static final int MOVING_CMPS = 300;

    private final int siteIndex;
    private final PhaseTable table;
    private final LaneMap lanes;
    private final TrafficPicture picture;
    private final SiteShadow shadow;
    private final CommandDesk desk;
    private final Precedence precedence;
    private final BusPriority buses;

    /** Signers whose arrival is counted, and whose holding is accounted for, per phase. */
    private static final int SIGNERS = 8;

    private final long[] arriving = new long[PhaseTable.PHASE_COUNT * SIGNERS];
    private final int[] arrivingCount = new int[PhaseTable.PHASE_COUNT];
    private final long[] holder = new long[PhaseTable.PHASE_COUNT * SIGNERS];
    private final long[] heldMs = new long[PhaseTable.PHASE_COUNT * SIGNERS];
    private final int[] holderCount = new int[PhaseTable.PHASE_COUNT];
    private int called;
    private long lastMs = Long.MIN_VALUE / 2;

    ActuatedControl(
            int siteIndex,
            PhaseTable table,
            LaneMap lanes,
            TrafficPicture picture,
            SiteShadow shadow,
            CommandDesk desk,
            BusPriority buses) {
        this.siteIndex = siteIndex;
        this.table = table;
        this.lanes = lanes;
        this.picture = picture;
        this.shadow = shadow;
        this.desk = desk;
        precedence = new Precedence(table);
        this.buses = buses;
    }

    /**
     * Brings calls, holds and force-offs up to date; call it every tick without preempt.
     *
     * @param awaited phases that an authorized vehicle will need soon: held while they are green
     */
    void decide(int awaited, long nowMs) {
        long stepMs = Math.min(Math.max(nowMs - lastMs, 0), 1_000);
        lastMs = nowMs;
        look(nowMs);
        called |= buses.called();
        desk.forceOffServed(~shadow.greens());
        int waiting = shadow.vehCalls() | called;
        int overdue = shadow.overdue(nowMs);
        int hold = 0;
        int forceOff = 0;
        for (int rest = table.phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if (!shadow.isGreen(i + 1)) {
                holderCount[i] = 0;
                continue;
            }
            boolean conflict = (table.conflicting[i] & waiting & ~shadow.greens()) != 0;
            long greenMs = shadow.greenMs(i + 1, nowMs);
            boolean due = (table.conflicting[i] & overdue & ~shadow.greens()) != 0;
            boolean forBus = (buses.extending() & 1 << i) != 0;
            boolean againstBus = (buses.ending() & 1 << i) != 0;
            boolean mayHold =
                    !due
                            && !againstBus
                            && !shadow.isSpent(i + 1, nowMs)
                            && !shadow.keepsPedestrianWaiting(i + 1, nowMs);
            boolean isAwaited = (awaited & 1 << i) != 0;
            if (mayHold && (isAwaited || forBus || conflict && chargeHold(i, stepMs))) {
                hold |= 1 << i;
            }
            boolean ends = due || againstBus || conflict && greenMs >= table.maximumGreenMs[i];
            if (ends && shadow.mayEnd(i + 1, nowMs)) {
                forceOff |= 1 << i;
            }
        }
        set(ControlObject.VEH_CALL, called & ~shadow.greens(), buses.called(), nowMs);
        // What is about to end may not be held, nor be forced off what is still held (C-05).
        hold &= ~(forceOff | desk.live(ControlObject.FORCE_OFF));
        set(ControlObject.HOLD, hold, buses.extending(), nowMs);
        forceOff &= ~desk.live(ControlObject.HOLD);
        int ending = desk.live(ControlObject.FORCE_OFF) | forceOff;
        if (mayAllEnd(ending, nowMs)) {
            set(ControlObject.FORCE_OFF, ending, buses.ending(), nowMs);
        }
        int omits = precedence.omits(shadow.pressing(nowMs), shadow.greens(), nowMs);
        desk.set(ControlObject.PHASE_OMIT, omits, Reason.ACTUATED, nowMs);
    }

    /**
     * Whether no more is said than what is certain: over a gap in the push a green that was forced
     * off before may have ended and begun again, and has to be seen for its minimum once more.
     */
    private boolean mayAllEnd(int phases, long nowMs) {
        for (int rest = phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            if (!shadow.mayEnd(Integer.numberOfTrailingZeros(rest) + 1, nowMs)) {
                return false;
            }
        }
        return true;
    }

    private void set(int object, int mask, int forBuses, long nowMs) {
        boolean priority = (mask & forBuses) != 0;
        desk.set(object, mask, priority ? Reason.PRIORITY : Reason.ACTUATED, nowMs);
    }

    /**
     * Whether one of those who arrive may still have the green held for him; the time is charged to
     * the first who may. So nobody, under however many ids, holds for longer than his share (E-08).
     */
    private boolean chargeHold(int phaseIndex, long stepMs) {
        for (int i = 0; i < arrivingCount[phaseIndex]; i++) {
            int place = holderPlace(phaseIndex, arriving[phaseIndex * SIGNERS + i]);
            if (place >= 0 && heldMs[place] + stepMs <= SINGLE_SIGNER_MS) {
                heldMs[place] += stepMs;
                return true;
            }
        }
        return false;
    }

    private int holderPlace(int phaseIndex, long signer) {
        int first = phaseIndex * SIGNERS;
        int count = holderCount[phaseIndex];
        for (int place = first; place < first + count; place++) {
            if (holder[place] == signer) {
                return place;
            }
        }
        if (count == SIGNERS) {
            return -1;
        }
        holderCount[phaseIndex]++;
        holder[first + count] = signer;
        heldMs[first + count] = 0;
        return first + count;
    }

    private void noteArrival(int phaseIndex, long signer) {
        int first = phaseIndex * SIGNERS;
        int count = arrivingCount[phaseIndex];
        for (int place = first; place < first + count; place++) {
            if (arriving[place] == signer) {
                return;
            }
        }
        if (count < SIGNERS) {
            arriving[first + count] = signer;
            arrivingCount[phaseIndex]++;
        }
    }

    /** Ends what this control has set; the preempt takes over. */
    void yield(long nowMs) {
        desk.set(ControlObject.HOLD, 0, Reason.ACTUATED, nowMs);
        desk.set(ControlObject.VEH_CALL, 0, Reason.ACTUATED, nowMs);
        desk.set(ControlObject.PHASE_OMIT, 0, Reason.ACTUATED, nowMs);
        desk.forceOffServed(~shadow.greens());
    }

    /** Counts, per phase, the trusted vehicles that wait or are about to arrive. */
    private void look(long nowMs) {
        called = 0;
        java.util.Arrays.fill(arrivingCount, 0);
        picture.seek(nowMs);
        for (int i = 0; i < picture.approachingCount(siteIndex); i++) {
            int slot = picture.approaching(siteIndex, i);
            int phase = lanes.phase(picture.lane(slot));
            int distance = picture.distanceCm(slot);
            if (phase == 0) {
                continue;
            }
            if (distance <= CALL_DISTANCE_CM) {
                called |= 1 << (phase - 1);
            }
            int speed = picture.speedCmps(slot);
            if (speed >= MOVING_CMPS && distance * 1_000L / speed <= ARRIVAL_MS) {
                noteArrival(phase - 1, picture.signer(slot));
            }
        }
    }

    void visit(StateCursor cursor) {
        cursor.visit(holder);
        cursor.visit(heldMs);
        cursor.visit(holderCount);
        precedence.visit(cursor);
        lastMs = cursor.visit(lastMs);
    }
}
