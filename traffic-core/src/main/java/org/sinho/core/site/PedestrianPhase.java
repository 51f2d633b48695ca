package org.sinho.core.site;

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
 */
public record PedestrianPhase(
        int number,
        int parallelPhase,
        int crossingLengthCm,
        boolean protectionZone,
        int walkDs,
        int clearanceDs,
        int bufferDs) {}
