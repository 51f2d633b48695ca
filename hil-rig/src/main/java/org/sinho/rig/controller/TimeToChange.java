package org.sinho.rig.controller;

import java.nio.ByteBuffer;

/**
 * Estimates when the lamps of a phase change: exact where an interval ends by time, else the
 * earliest and the latest moment that the rules allow, preempts, holds and omits still to come left
 * aside.
 */
final class TimeToChange {
    private final RingEngine engine;
    private ControlObjects controls;
    private SteeringOrder steering;
    private int unitRedRevertDs;
    private int minimumDs;
    private int maximumDs;

    TimeToChange(RingEngine engine) {
        this.engine = engine;
    }

    /** Sets the circumstances of the step; {@code order} is null when the rings serve calls. */
    void at(ControlObjects live, SteeringOrder order, int redRevertDs) {
        controls = live;
        steering = order;
        unitRedRevertDs = redRevertDs;
    }

    int minimumDs() {
        return minimumDs;
    }

    int maximumDs() {
        return maximumDs;
    }

    /** Writes the times of one block of the push: vehicles, pedestrians, overlap. */
    void write(int number, ByteBuffer message) {
        message.put((byte) number);
        VehiclePhase phase = engine.phase(number);
        if (phase == null) {
            message.putLong(0);
        } else {
            vehicle(phase);
            put(message);
            if (phase.timing().hasPedestrians()) {
                pedestrian(phase);
                put(message);
            } else {
                message.putInt(0);
            }
        }
        int place = engine.overlaps().place(number);
        if (place < 0) {
            message.putInt(0);
        } else {
            overlap(place);
            put(message);
        }
    }

    private void put(ByteBuffer message) {
        message.putShort((short) minimumDs).putShort((short) maximumDs);
    }

    /** Estimates the next change of an overlap's lamp. */
    void overlap(int place) {
        Overlap overlap = engine.overlaps().at(place);
        switch (overlap.interval()) {
            case YELLOW -> {
                minimumDs = overlap.yellowLeftDs();
                maximumDs = minimumDs;
            }
            case GREEN -> {
                minimumDs = overlapGreenMinimumDs(place, overlap);
                maximumDs = overlapGreenMaximumDs(place, overlap);
            }
            default -> {
                minimumDs = overlapRedMinimumDs(place, overlap);
                maximumDs = Tscbm.UNKNOWN;
            }
        }
    }

    private int overlapGreenMinimumDs(int place, Overlap overlap) {
        int least = overlap.minimumLeftDs();
        if (overlap.timing().modifierPhases().isEmpty()
                && overlap.timing().conflictingPedestrians().isEmpty()) {
            for (int rest = engine.overlaps().included(place); rest != 0; rest &= rest - 1) {
                VehiclePhase phase = engine.phase(Integer.numberOfTrailingZeros(rest) + 1);
                least = Math.max(least, phase.green() ? greenMinimumDs(phase) : 0);
            }
        }
        return least;
    }

    /** Bounded if it ends with the phases that are green now: nothing included can follow them. */
    private int overlapGreenMaximumDs(int place, Overlap overlap) {
        int latest = overlap.greenLeftDs();
        int trailDs = overlap.timing().trailGreenS() * 10;
        for (int rest = engine.overlaps().included(place); rest != 0; rest &= rest - 1) {
            VehiclePhase phase = engine.phase(Integer.numberOfTrailingZeros(rest) + 1);
            int phaseDs = phase.green() ? greenMaximumDs(phase) : Tscbm.UNKNOWN;
            boolean mayFollow = !phase.green() && !(overlap.trailing() && !promised(phase));
            if (mayFollow || phase.green() && phaseDs == Tscbm.UNKNOWN) {
                return Tscbm.UNKNOWN;
            }
            latest = Math.max(latest, phase.green() ? phaseDs + trailDs : 0);
        }
        return Math.max(overlapGreenMinimumDs(place, overlap), capped(latest));
    }

    private boolean promised(VehiclePhase phase) {
        return steering == null
                ? engine.rings().get(phase.timing().ring() - 1).next() == phase
                : (steering.targets() & phase.bit()) != 0;
    }

    private int overlapRedMinimumDs(int place, Overlap overlap) {
        int soonest = Tscbm.UNKNOWN - 1;
        for (int rest = engine.overlaps().included(place); rest != 0; rest &= rest - 1) {
            VehiclePhase phase = engine.phase(Integer.numberOfTrailingZeros(rest) + 1);
            soonest = Math.min(soonest, phase.green() ? 0 : redMinimumDs(phase));
        }
        int own = overlap.redRevertLeftDs(unitRedRevertDs);
        if (overlap.interval() == OverlapInterval.RED_CLEARANCE) {
            own = Math.max(own, overlap.clearanceLeftDs());
        }
        return Math.max(soonest, own);
    }

    /** Estimates the next change of the vehicle lamp. */
    void vehicle(VehiclePhase phase) {
        if (phase.green()) {
            minimumDs = greenMinimumDs(phase);
            maximumDs = greenMaximumDs(phase);
        } else if (phase.interval() == VehicleInterval.YELLOW_CHANGE) {
            minimumDs = phase.yellowLeftDs();
            maximumDs = minimumDs;
        } else {
            minimumDs = redMinimumDs(phase);
            maximumDs = redMaximumDs(phase);
        }
    }

    /** Estimates the next change of the pedestrian lamp. */
    void pedestrian(VehiclePhase phase) {
        PedestrianPhase pedestrian = engine.pedestrian(phase.number());
        switch (pedestrian.interval()) {
            case WALK, PEDESTRIAN_CLEARANCE -> {
                minimumDs = pedestrian.lampLeftDs();
                maximumDs = minimumDs;
            }
            default -> {
                vehicle(phase);
                boolean follows = !phase.green() && pedestrian.called();
                minimumDs = phase.green() ? 0 : minimumDs;
                maximumDs = follows ? maximumDs : Tscbm.UNKNOWN;
            }
        }
    }

    private boolean leaves(VehiclePhase phase) {
        return steering != null && (steering.targets() & phase.bit()) == 0;
    }

    private int greenMinimumDs(VehiclePhase phase) {
        int limitS = steering == null ? PreemptTiming.OWN : steering.minimumGreenLimitS();
        return Math.max(
                phase.minimumLeftDs(limitS),
                engine.pedestrian(phase.number()).serviceLeftDs(PreemptTiming.OWN));
    }

    private int greenMaximumDs(VehiclePhase phase) {
        if (leaves(phase)) {
            return greenMinimumDs(phase);
        }
        if (steering != null || !engine.calls().conflictingCall(phase) || unbounded()) {
            return Tscbm.UNKNOWN;
        }
        return capped(groupLeftDs());
    }

    private boolean unbounded() {
        return engine.coordinator().running()
                || controls.phases(ControlObject.HOLD) != 0
                || controls.live(ControlObject.RING_MAX_INHIBIT, 1) != 0;
    }

    private int redMinimumDs(VehiclePhase phase) {
        int least = phase.clearanceLeftDs();
        for (int rest = engine.conflicts(phase.number()); rest != 0; rest &= rest - 1) {
            VehiclePhase other = engine.phase(Integer.numberOfTrailingZeros(rest) + 1);
            int green = other.green() ? greenMinimumDs(other) : 0;
            least = Math.max(least, green + other.clearanceLeftDs());
        }
        for (int i = 0; i < engine.overlaps().count(); i++) {
            if ((engine.overlaps().conflictPhases(i) & phase.bit()) != 0) {
                Overlap overlap = engine.overlaps().at(i);
                int left = overlap.minimumLeftDs() + overlap.clearanceLeftDs();
                least = Math.max(least, left);
            }
        }
        return Math.max(least, phase.redRevertLeftDs(unitRedRevertDs));
    }

    private int redMaximumDs(VehiclePhase phase) {
        Ring ring = engine.rings().get(phase.timing().ring() - 1);
        if (ring.next() == phase) {
            // Promised: all that conflicts is already timing out.
            return capped(redMinimumDs(phase) + engine.overlaps().slackDs());
        }
        if (steering != null) {
            return leaves(phase) || ring.active() == phase
                    ? Tscbm.UNKNOWN
                    : capped(redMinimumDs(phase) + engine.overlaps().slackDs());
        }
        if (!engine.calls().serviceable(phase) || unbounded()) {
            return Tscbm.UNKNOWN;
        }
        return capped(queueDs(phase, ring));
    }

    /** Longest wait if everything that may come first does come and runs to its maximum. */
    private int queueDs(VehiclePhase phase, Ring ring) {
        int longest = groupLeftDs();
        for (int i = 1; i <= engine.groupCount(); i++) {
            int group = (engine.group() + i) % engine.groupCount();
            if (group == engine.groupOf(phase)) {
                for (VehiclePhase before : ring.order(group)) {
                    if (before == phase) {
                        break;
                    }
                    longest += fullDs(before);
                }
                return longest;
            }
            int slowest = 0;
            for (Ring other : engine.rings()) {
                int sum = 0;
                for (VehiclePhase each : other.order(group)) {
                    sum += fullDs(each);
                }
                slowest = Math.max(slowest, sum);
            }
            longest += slowest;
        }
        return longest;
    }

    /** Latest end of everything between the present barriers. */
    private int groupLeftDs() {
        int slowest = 0;
        for (Ring ring : engine.rings()) {
            VehiclePhase active = ring.active();
            int sum = 0;
            if (active != null && active.green()) {
                sum = Math.max(greenMinimumDs(active), active.maximumLeftDs());
            }
            sum += active == null ? 0 : active.clearanceLeftDs();
            VehiclePhase[] order = ring.order(engine.group());
            for (int i = ring.lastIndex() + 1; i < order.length; i++) {
                sum += fullDs(order[i]);
            }
            slowest = Math.max(slowest, sum);
        }
        return slowest;
    }

    private int fullDs(VehiclePhase phase) {
        PhaseTiming timing = phase.timing();
        int green = Math.max(timing.maximum1S() * 10, timing.pedestrianServiceDs());
        return engine.calls().omitted(phase)
                ? 0
                : green
                        + timing.yellowChangeDs()
                        + timing.redClearDs()
                        + timing.redRevertDs()
                        + engine.overlaps().slackDs();
    }

    private static int capped(int ds) {
        return Math.min(ds, Tscbm.UNKNOWN - 1);
    }
}
