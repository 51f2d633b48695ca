package org.sinho.core.site;

import java.util.List;

/**
 * Signed-off timing of one pedestrian phase.
 *
 * @param number 1 to 16; it runs together with the vehicle phase {@code parallelPhase}
 * @param parallelPhase vehicle phase it runs with, 1 to 16
 * @param crossingLengthCm curb to curb, centimeters
 * @param protectionZone whether the slower design speed of a protection zone applies
 * @param walkDs WALK, tenths of a second
 * @param clearanceDs flashing DON'T WALK, tenths of a second
 * @param bufferDs steady DON'T WALK before a conflicting green, tenths of a second
 * @param crossedLanes lane numbers that the crossing runs across, from curb to curb or in any order
 */
public record PedestrianPhase(
        int number,
        int parallelPhase,
        int crossingLengthCm,
        boolean protectionZone,
        int walkDs,
        int clearanceDs,
        int bufferDs,
        List<Integer> crossedLanes) {
    /** Copies the list. */
    public PedestrianPhase {
        crossedLanes = List.copyOf(crossedLanes);
    }
}
