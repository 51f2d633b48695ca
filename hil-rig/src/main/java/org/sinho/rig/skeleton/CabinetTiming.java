package org.sinho.rig.skeleton;

import java.util.List;

/**
 * The cabinet's own numbers, worked out as a technician does with the junction's drawing and a
 * table, and not with the sheet's code: both are compared, and a slip in one shows.
 */
final class CabinetTiming {
    private static final int WHEELS_KMH = 10;
    private static final int BUFFER_DS = 30;

    private final PhasePlan plan;
    private final boolean protectionZone;

    CabinetTiming(PhasePlan plan, boolean protectionZone) {
        this.plan = plan;
        this.protectionZone = protectionZone;
    }

    /** Time to stop or to clear, from the last moment at which one may start to go: hundredths. */
    private static int clearingHundredths(int kmh, double wayM) {
        double metresPerSecond = kmh * 1000.0 / 3600.0;
        double way = Math.ceil((wayM - 1e-7) * 10.0) / 10.0;
        double stopping = metresPerSecond / 2.0 / 5.0;
        double crossing = (way + 5.0) / metresPerSecond;
        return (int) Math.ceil((stopping + crossing - 0.5) * 100.0 - 1e-6);
    }

    /** {@return tenths until the slowest of the right turns, or of all others, has cleared} */
    private int slowestDs(PhasePlan.Phase phase, boolean rightTurns) {
        int slowest = 0;
        for (Movement way : plan.driven(phase)) {
            if (rightTurns == (way.turn() == 'r')) {
                slowest = Math.max(slowest, clearingHundredths(way.speedKmh(), way.lengthM()));
            }
        }
        return (slowest + 9) / 10;
    }

    private static int usualRedDs(PhasePlan.Phase phase) {
        return phase.left() ? 15 : 20;
    }

    int yellowDs(PhasePlan.Phase phase) {
        int turning = slowestDs(phase, true);
        int going = slowestDs(phase, false);
        int tenths = going == 0 ? turning : Math.max(going, turning - usualRedDs(phase));
        return tenths > 50 ? 50 : tenths < 30 ? 30 : tenths;
    }

    int redClearDs(PhasePlan.Phase phase) {
        int slowest = Math.max(slowestDs(phase, true), slowestDs(phase, false));
        int rest = slowest - yellowDs(phase);
        return rest > usualRedDs(phase) ? rest : usualRedDs(phase);
    }

    /** {@return WALK, whole seconds; 0 for a phase without people} */
    int walkS(PhasePlan.Phase phase) {
        return plan.walks().containsKey(phase.number()) ? 7 : 0;
    }

    int pedestrianClearS(PhasePlan.Phase phase) {
        List<Crosswalk> crosswalks = plan.walks().get(phase.number());
        if (crosswalks == null) {
            return 0;
        }
        int decimetres = 0;
        for (Crosswalk crosswalk : crosswalks) {
            int curbToCurb = (int) Math.ceil(crosswalk.lengthM() * 10 + 5 - 1e-6);
            decimetres = Math.max(decimetres, curbToCurb);
        }
        int seconds = protectionZone ? -Math.floorDiv(-decimetres, 7) : (decimetres + 9) / 10;
        for (Movement way : plan.ridden(phase.number())) {
            double riding = way.lengthM() * 3.6 / WHEELS_KMH;
            seconds = Math.max(seconds, (int) Math.ceil(riding - BUFFER_DS / 10.0 - 1e-9));
        }
        return seconds;
    }

    int bufferDs(PhasePlan.Phase phase) {
        return plan.walks().containsKey(phase.number()) ? BUFFER_DS : 0;
    }

    int minimumGreenS(PhasePlan.Phase phase) {
        if (phase.left() || phase.ways().isEmpty()) {
            return 5;
        }
        return phase.group() == 1 ? 7 : 6;
    }

    /** {@return longest green without coordination} */
    int maximumS(PhasePlan.Phase phase) {
        int people = walkS(phase) + pedestrianClearS(phase) + (bufferDs(phase) + 9) / 10;
        int usual = phase.left() ? 20 : phase.group() == 1 ? 40 : 30;
        return Math.max(usual, people);
    }
}
