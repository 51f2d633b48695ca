package org.sinho.center.link;

/**
 * Which J2735 signal group stands for what, in MAP and SPaT alike: vehicle phase {@code n} is group
 * {@code n}, overlap {@code n} group {@code 16 + n}, pedestrian phase {@code n} group {@code 32 +
 * n}.
 */
final class SignalGroups {
    static final int PHASE_COUNT = 16;

    private static final int OVERLAPS = 16;
    private static final int PEDESTRIANS = 32;

    private SignalGroups() {}

    static int ofOverlap(int number) {
        return OVERLAPS + number;
    }

    /** Returns the overlap of a group, 0 when the group is none of an overlap. */
    static int overlap(int group) {
        return group > OVERLAPS && group <= OVERLAPS + PHASE_COUNT ? group - OVERLAPS : 0;
    }

    static int ofPedestrian(int number) {
        return PEDESTRIANS + number;
    }

    /** Returns the vehicle phase of a group, 0 when the group is none of a vehicle phase. */
    static int vehiclePhase(int group) {
        return group >= 1 && group <= PHASE_COUNT ? group : 0;
    }

    /** Returns the pedestrian phase of a group, 0 when the group is none of a pedestrian phase. */
    static int pedestrianPhase(int group) {
        return group > PEDESTRIANS && group <= PEDESTRIANS + PHASE_COUNT ? group - PEDESTRIANS : 0;
    }
}
