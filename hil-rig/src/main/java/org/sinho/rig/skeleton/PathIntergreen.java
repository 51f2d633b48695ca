package org.sinho.rig.skeleton;

/**
 * The second way to an intergreen: over every driven way of a phase, without the phase's own
 * intervals. Tenths of a second, in whole numbers of decimetres and km/h.
 */
final class PathIntergreen {
    private final PhasePlan plan;

    PathIntergreen(PhasePlan plan) {
        this.plan = plan;
    }

    int fromEndOf(String name) {
        if (name.startsWith("P")) {
            return 30;
        }
        PhasePlan.Phase phase = plan.phase(ConflictPlan.number(name));
        int usual = phase.left() ? 15 : 20;
        int longest = 0;
        int right = 0;
        boolean only = plan.driven(phase).stream().allMatch(way -> way.turn() == 'r');
        for (Movement way : plan.driven(phase)) {
            if (way.turn() == 'r') {
                right = Math.max(right, change(way));
            }
            if (way.turn() != 'r' || only) {
                longest = Math.max(longest, change(way));
            }
        }
        // Up to 5 s it is yellow, beyond that red clearance, which is at least the usual one.
        int yellow = Math.min(50, Math.max(30, Math.max(longest, right - usual)));
        return Math.max(yellow + usual, Math.max(longest, right));
    }

    /** 1.0 s + V / (2 * 5.0) + (W + 5 m) / V - 1.5 s, over the common denominator. */
    private static int change(Movement way) {
        long speed = way.speedKmh();
        long distance = (long) Math.ceil(way.lengthM() * 10.0 - 1e-6) + 50;
        // Tenths: -5 + V / 3.6 + 3.6 distance / V, all times 180 V.
        long numerator = 10 * (-90 * speed + 5 * speed * speed) + 648 * distance;
        return Math.toIntExact(Math.ceilDiv(numerator, 180 * speed));
    }
}
