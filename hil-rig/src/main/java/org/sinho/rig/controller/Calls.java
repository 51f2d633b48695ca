package org.sinho.rig.controller;

/** Who calls, and whether that call may be served now: omits and the running pattern say so. */
final class Calls {
    private final VehiclePhase[] phases;
    private final PedestrianPhase[] pedestrians;
    private final int[] conflicts;
    private final Coordinator coordinator;
    private ControlObjects controls = new ControlObjects();
    private boolean flashPending;

    Calls(
            VehiclePhase[] phases,
            PedestrianPhase[] pedestrians,
            int[] conflicts,
            Coordinator coordinator) {
        this.phases = phases;
        this.pedestrians = pedestrians;
        this.conflicts = conflicts;
        this.coordinator = coordinator;
    }

    /** Sets the circumstances of the step. */
    void at(ControlObjects live, boolean flash) {
        controls = live;
        flashPending = flash;
    }

    /** {@return those of some phases whose pedestrians will walk from the start of green} */
    int walkPhases(int of, int allowed) {
        int walks = 0;
        for (int rest = of & allowed; rest != 0; rest &= rest - 1) {
            VehiclePhase phase = phases[Integer.numberOfTrailingZeros(rest)];
            walks |= walks(phase, allowed) ? phase.bit() : 0;
        }
        return walks;
    }

    boolean walks(VehiclePhase phase, int allowed) {
        return (allowed & phase.bit()) != 0
                && pedestrians[phase.number() - 1].called()
                && !pedestriansOmitted(phase)
                && coordinator.walkFits(phase);
    }

    /** Whether a phase that may not run with this one has a call that can be served. */
    boolean conflictingCall(VehiclePhase phase) {
        boolean waiting = flashPending;
        for (int rest = conflicts[phase.number() - 1]; rest != 0; rest &= rest - 1) {
            waiting |= serviceable(phases[Integer.numberOfTrailingZeros(rest)]);
        }
        return waiting;
    }

    boolean serviceable(VehiclePhase phase) {
        if (phase.green() || omitted(phase)) {
            return false;
        }
        boolean walk = pedestrians[phase.number() - 1].called() && !pedestriansOmitted(phase);
        if (!coordinator.running()) {
            return phase.called() || walk;
        }
        int clearanceDs = clearanceBeforeDs(phase);
        return phase.called() && coordinator.fits(phase, clearanceDs, false)
                || walk && coordinator.fits(phase, clearanceDs, true);
    }

    /** Tenths that it takes at least to clear what may not run with a phase. */
    private int clearanceBeforeDs(VehiclePhase phase) {
        int longestDs = 0;
        for (int rest = conflicts[phase.number() - 1]; rest != 0; rest &= rest - 1) {
            VehiclePhase other = phases[Integer.numberOfTrailingZeros(rest)];
            longestDs = Math.max(longestDs, other.clearanceLeftDs());
        }
        return longestDs;
    }

    boolean omitted(VehiclePhase phase) {
        return (controls.phases(ControlObject.PHASE_OMIT) & phase.bit()) != 0
                || coordinator.omits(phase);
    }

    boolean pedestriansOmitted(VehiclePhase phase) {
        return (controls.phases(ControlObject.PEDESTRIAN_OMIT) & phase.bit()) != 0;
    }
}
