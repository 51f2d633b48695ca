package org.sinho.core.site;

/**
 * Signed-off timing of one vehicle phase.
 *
 * @param number 1 to 16, as NTCIP 1202 {@code phaseNumber}
 * @param ring 1 or 2
 * @param name what an engineer calls it, for example {@code eastbound through}
 * @param approach number of the approach it serves, 1 to 15
 * @param minimumGreenDs shortest green, tenths of a second
 * @param maximumGreenDs longest green against a waiting conflict, tenths of a second
 * @param passageDs gap that ends a green, tenths of a second
 * @param yellowChangeDs yellow change interval, tenths of a second
 * @param redClearanceDs red clearance interval, tenths of a second
 * @param approachSpeedKmh design speed of the approach, kilometers per hour
 * @param gradePercent grade of the approach, percent, uphill positive
 * @param clearingDistanceCm stop line to the far side of the last conflict, centimeters
 */
public record VehiclePhase(
        int number,
        int ring,
        String name,
        int approach,
        int minimumGreenDs,
        int maximumGreenDs,
        int passageDs,
        int yellowChangeDs,
        int redClearanceDs,
        int approachSpeedKmh,
        int gradePercent,
        int clearingDistanceCm) {}
