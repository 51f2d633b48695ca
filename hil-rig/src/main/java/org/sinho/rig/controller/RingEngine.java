package org.sinho.rig.controller;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the right of way: actuated dual-ring service within barriers, or steering to a given set.
 *
 * <p>No phase turns green unless every phase that may not run with it is red, cleared and free of
 * pedestrians; whatever the reasoning above got wrong, this holds.
 */
final class RingEngine {
    private final VehiclePhase[] phases = new VehiclePhase[16];
    private final PedestrianPhase[] pedestrians = new PedestrianPhase[16];
    private final int[] conflicts = new int[16];
    private final List<Ring> rings = new ArrayList<>();
    private final int[] groupOf = new int[16];
    private final int groupCount;
    private final EventLog events;
    private final Overlaps overlaps;
    private final Coordinator coordinator;
    private final Calls calls;
    private final ControllerDatabase db;
    private boolean boundary;
    private ControlObjects controls = new ControlObjects();
    private int unitRedRevertDs;
    private int group;
    private boolean flashPending;
    private int ringReasons;

    RingEngine(ControllerDatabase db, EventLog events, Coordinator coordinator) {
        this.db = db;
        this.events = events;
        this.coordinator = coordinator;
        calls = new Calls(phases, pedestrians, conflicts, coordinator);
        int enabled = 0;
        for (PhaseTiming timing : db.phases()) {
            phases[timing.number() - 1] = new VehiclePhase(timing, events);
            pedestrians[timing.number() - 1] = new PedestrianPhase(timing, events);
            enabled |= timing.bit();
        }
        for (PhaseTiming timing : db.phases()) {
            int concurrent = timing.bit();
            for (int other : timing.concurrency()) {
                concurrent |= 1 << (other - 1);
            }
            conflicts[timing.number() - 1] = enabled & ~concurrent;
        }
        for (List<List<Integer>> groups : db.sequence()) {
            rings.add(new Ring(rings.size() + 1, groups, phases));
            for (int g = 0; g < groups.size(); g++) {
                for (int number : groups.get(g)) {
                    groupOf[number - 1] = g;
                }
            }
        }
        groupCount = rings.get(0).groupCount();
        overlaps = new Overlaps(db, events);
    }

    /** Serves in the order of a sequence from now on. */
    void sequence(int number) {
        List<List<List<Integer>>> order =
                number == 1 ? db.sequence() : db.coordination().sequences().get(number - 2);
        for (int i = 0; i < rings.size(); i++) {
            rings.get(i).order(order.get(i), phases);
        }
    }

    Calls calls() {
        return calls;
    }

    Coordinator coordinator() {
        return coordinator;
    }

    Overlaps overlaps() {
        return overlaps;
    }

    VehiclePhase phase(int number) {
        return phases[number - 1];
    }

    PedestrianPhase pedestrian(int number) {
        return pedestrians[number - 1];
    }

    List<Ring> rings() {
        return rings;
    }

    int group() {
        return group;
    }

    int groupCount() {
        return groupCount;
    }

    int groupOf(VehiclePhase phase) {
        return groupOf[phase.number() - 1];
    }

    int conflicts(int number) {
        return conflicts[number - 1];
    }

    /** Serves calls. Returns whether a barrier is crossed, or could be crossed into flash. */
    boolean serve(ControlObjects live, int redRevertDs, boolean flash) {
        controls = live;
        calls.at(live, flash);
        unitRedRevertDs = redRevertDs;
        flashPending = flash;
        for (Ring ring : rings) {
            ring.release();
            if (ring.active() != null) {
                ring.active().conflictingCall(calls.conflictingCall(ring.active()));
            }
        }
        rings.forEach(this::moveWithinGroup);
        boolean crossed = crossBarrier();
        boundary = crossed || !coordinator.running() && resting() || coordinator.atZero();
        rings.forEach(this::startNext);
        int nexts = nexts();
        stepOverlaps(nexts, calls.walkPhases(nexts, ~0) | walkAgainPhases(~0, false), false);
        return crossed;
    }

    /** {@return phases promised the right of way} */
    int nexts() {
        int nexts = 0;
        for (Ring ring : rings) {
            nexts |= ring.next() == null ? 0 : ring.next().bit();
        }
        return nexts;
    }

    /** Lets the overlaps follow what the rings have just done. */
    private void stepOverlaps(int nexts, int walkSoon, boolean cutTrail) {
        int greens = 0;
        int busy = 0;
        int walking = walkSoon;
        for (VehiclePhase phase : phases) {
            if (phase != null) {
                greens |= phase.green() ? phase.bit() : 0;
                busy |= phase.red() ? 0 : phase.bit();
                walking |= pedestrian(phase.number()).clear() ? 0 : phase.bit();
            }
        }
        overlaps.step(greens, busy, nexts, walking, cutTrail, unitRedRevertDs);
    }

    /** Whether the last step crossed a barrier, began a cycle anew, or could have done so. */
    boolean atBoundary() {
        return boundary;
    }

    private boolean resting() {
        for (Ring ring : rings) {
            VehiclePhase active = ring.active();
            boolean rests =
                    active == null
                            ? ring.next() == null
                            : active.minimumServed() && !calls.conflictingCall(active);
            if (!rests) {
                return false;
            }
        }
        return true;
    }

    private void moveWithinGroup(Ring ring) {
        VehiclePhase active = ring.active();
        if (active == null || !active.green()) {
            return;
        }
        VehiclePhase successor = successor(ring);
        if (successor != null && mayEnd(ring)) {
            end(ring);
            ring.next(successor);
        }
    }

    private boolean crossBarrier() {
        int target = calledGroup();
        if (target < 0 && !flashPending) {
            return false;
        }
        for (Ring ring : rings) {
            if (!readyToCross(ring)) {
                return false;
            }
        }
        if (target < 0 || flashPending) {
            return true; // Flash entry ends the greens by itself.
        }
        for (Ring ring : rings) {
            if (ring.active() != null && ring.active().green()) {
                end(ring);
            }
        }
        group = target;
        chooseEntry();
        return true;
    }

    private void chooseEntry() {
        for (Ring ring : rings) {
            ring.enterGroup();
            VehiclePhase first = null;
            VehiclePhase dual = null;
            for (VehiclePhase phase : ring.order(group)) {
                first = first == null && calls.serviceable(phase) ? phase : first;
                boolean along =
                        phase.timing().dualEntry()
                                && !calls.omitted(phase)
                                && coordinator.fits(phase, 0, false);
                dual = dual == null && along ? phase : dual;
            }
            ring.next(first != null ? first : dual);
        }
    }

    private boolean readyToCross(Ring ring) {
        VehiclePhase active = ring.active();
        if (active != null && active.green()) {
            return successor(ring) == null && mayEnd(ring);
        }
        return ring.next() == null && (flashPending || firstCalled(ring, 0) == null);
    }

    private void startNext(Ring ring) {
        if (ring.active() != null) {
            return;
        }
        if (ring.next() == null || calls.omitted(ring.next())) {
            ring.next(flashPending ? null : firstCalled(ring, ring.lastIndex() + 1));
        }
        if (ring.next() != null && clearFor(ring.next(), ~0)) {
            int before = ring.lastIndex();
            start(ring, ring.next(), ~0);
            // One group only: the cycle begins anew where the order does.
            boundary |= groupCount == 1 && ring.lastIndex() <= before;
        }
    }

    /** Next phase of a ring between the present barriers, or null. */
    private VehiclePhase successor(Ring ring) {
        VehiclePhase[] order = ring.order(group);
        // With no call beyond the barriers the ring may turn around without crossing them.
        int end =
                calledGroup() < 0 && !flashPending ? order.length + ring.lastIndex() : order.length;
        for (int i = ring.lastIndex() + 1; i < end; i++) {
            if (calls.serviceable(order[i % order.length])) {
                return order[i % order.length];
            }
        }
        return null;
    }

    private VehiclePhase firstCalled(Ring ring, int from) {
        VehiclePhase[] order = ring.order(group);
        for (int i = from; i < from + order.length; i++) {
            if (calls.serviceable(order[i % order.length])) {
                return order[i % order.length];
            }
        }
        return null;
    }

    /** The next group beyond the barrier that has a call, or -1. */
    private int calledGroup() {
        for (int i = 1; i < groupCount; i++) {
            int candidate = (group + i) % groupCount;
            for (Ring ring : rings) {
                for (VehiclePhase phase : ring.order(candidate)) {
                    if (calls.serviceable(phase)) {
                        return candidate;
                    }
                }
            }
        }
        return -1;
    }

    private boolean mayEnd(Ring ring) {
        VehiclePhase phase = ring.active();
        if (!phase.minimumServed()
                || !pedestrian(phase.number()).clear()
                || (controls.phases(ControlObject.HOLD) & phase.bit()) != 0) {
            return false;
        }
        return reason(ring) != 0;
    }

    /** Event code of the reason why the green of a ring may end, or 0. */
    private int reason(Ring ring) {
        VehiclePhase phase = ring.active();
        if ((controls.phases(ControlObject.FORCE_OFF) & phase.bit()) != 0
                || (controls.live(ControlObject.RING_FORCE_OFF, 1) & ring.bit()) != 0) {
            return EventLog.FORCE_OFF;
        }
        if (coordinator.running()) {
            return coordinator.reason(phase);
        }
        if (phase.gappedOut()) {
            return EventLog.GAP_OUT;
        }
        boolean inhibited = (controls.live(ControlObject.RING_MAX_INHIBIT, 1) & ring.bit()) != 0;
        return phase.maxedOut() && !inhibited ? EventLog.MAX_OUT : 0;
    }

    private void end(Ring ring) {
        int reason = reason(ring);
        events.record(reason, ring.active().number());
        int shift = (Integer.numberOfTrailingZeros(ring.bit())) * 8;
        int status =
                switch (reason) {
                    case EventLog.GAP_OUT -> 0x08;
                    case EventLog.MAX_OUT -> 0x10;
                    default -> 0x20;
                };
        ringReasons = ringReasons & ~(0xFF << shift) | status << shift;
        ring.active().endGreen(255, 255);
        controls.clearForceOff(ring.active().bit());
    }

    /** Starts a green, with its pedestrians if they are called and allowed. */
    private void start(Ring ring, VehiclePhase phase, int walkPhases) {
        ring.start(phase, groupOf(phase));
        ringReasons &= ~(0xFF << (Integer.numberOfTrailingZeros(ring.bit()) * 8));
        if (calls.walks(phase, walkPhases) && pedestrian(phase.number()).clear()) {
            pedestrian(phase.number()).startWalk();
        }
    }

    /** Serves pedestrians a second time in a green that rests anyway. */
    void walkAgain(int walkPhases, boolean whileConflicting) {
        int again = walkAgainPhases(walkPhases, whileConflicting);
        for (int rest = again; rest != 0; rest &= rest - 1) {
            int number = Integer.numberOfTrailingZeros(rest) + 1;
            if (overlaps.clearForWalk(1 << (number - 1))) {
                pedestrian(number).startWalk();
            }
        }
    }

    /** {@return green phases whose pedestrians may be served a second time} */
    private int walkAgainPhases(int walkPhases, boolean whileConflicting) {
        int again = 0;
        for (Ring ring : rings) {
            VehiclePhase phase = ring.active();
            if (phase != null
                    && phase.green()
                    && (walkPhases & phase.bit()) != 0
                    && pedestrian(phase.number()).calledAgain()
                    && !calls.pedestriansOmitted(phase)
                    && coordinator.walkFits(phase)
                    && (whileConflicting || !calls.conflictingCall(phase))) {
                again |= phase.bit();
            }
        }
        return again;
    }

    /** Steers one step. Returns whether exactly the targets are green, or all is red for none. */
    boolean steer(SteeringOrder order, ControlObjects live, int redRevertDs) {
        controls = live;
        calls.at(live, false);
        unitRedRevertDs = redRevertDs;
        flashPending = false;
        int greens = 0;
        boolean idle = true;
        for (Ring ring : rings) {
            ring.release();
            ring.next(null);
            steer(ring, order);
            VehiclePhase active = ring.active();
            idle &= active == null;
            greens |= active != null && active.green() ? active.bit() : 0;
        }
        int nexts = order.targets() & ~greens;
        int walkSoon = calls.walkPhases(nexts, order.walkPhases());
        stepOverlaps(nexts, walkSoon | walkAgainPhases(order.walkPhases(), true), true);
        if (order.targets() != 0) {
            group = groupOf[Integer.numberOfTrailingZeros(order.targets())];
        }
        return order.targets() == 0 ? idle && overlaps.idle() : greens == order.targets();
    }

    private void steer(Ring ring, SteeringOrder order) {
        VehiclePhase active = ring.active();
        if (active != null) {
            boolean leave = (order.targets() & active.bit()) == 0;
            if (leave
                    && active.minimumServed(order.minimumGreenLimitS())
                    && pedestrian(active.number()).clear()) {
                active.endGreen(order.yellowLimitDs(), order.redClearLimitDs());
                controls.clearForceOff(active.bit());
            }
            return;
        }
        for (int g = 0; g < groupCount; g++) {
            for (VehiclePhase phase : ring.order(g)) {
                if ((order.targets() & phase.bit()) != 0 && clearFor(phase, order.walkPhases())) {
                    start(ring, phase, order.walkPhases());
                    return;
                }
            }
        }
    }

    /** The last word on every green: nothing that may not run with it has the right of way. */
    private boolean clearFor(VehiclePhase phase, int walkPhases) {
        for (int rest = conflicts[phase.number() - 1]; rest != 0; rest &= rest - 1) {
            int other = Integer.numberOfTrailingZeros(rest);
            if (!phases[other].red() || !pedestrians[other].clear()) {
                return false;
            }
        }
        return phase.red()
                && phase.redRevertLeftDs(unitRedRevertDs) == 0
                && overlaps.clearFor(phase.bit(), unitRedRevertDs)
                && (!calls.walks(phase, walkPhases) || overlaps.clearForWalk(phase.bit()));
    }

    /** Promises the right of way to the start-up phases; everybody is called once. */
    void startUp(List<Integer> first, ControlObjects live) {
        controls = live;
        calls.at(live, false);
        for (Ring ring : rings) {
            ring.abandon();
        }
        for (VehiclePhase phase : phases) {
            if (phase != null) {
                phase.lockCall();
                pedestrian(phase.number()).lockCall();
            }
        }
        for (int number : first) {
            group = groupOf[number - 1];
            rings.get(phase(number).timing().ring() - 1).next(phase(number));
        }
    }

    /** Drops everything to red because flash has taken over the lamps. */
    void abandon() {
        for (int i = 0; i < phases.length; i++) {
            if (phases[i] != null) {
                phases[i].abandon();
                pedestrians[i].abandon();
            }
        }
        rings.forEach(Ring::abandon);
        overlaps.abandon();
    }

    /** {@return ringStatus of NTCIP 1202} */
    int ringStatus(Ring ring) {
        boolean waiting = ring.active() != null && calls.conflictingCall(ring.active());
        int shift = Integer.numberOfTrailingZeros(ring.bit()) * 8;
        return ring.intervalCode(waiting) | ringReasons >>> shift & 0xF8;
    }
}
