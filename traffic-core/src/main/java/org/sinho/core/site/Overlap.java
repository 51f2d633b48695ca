package org.sinho.core.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Signed-off timing of one overlap: a vehicle face that follows phases.
 *
 * @param number 1 to 16, as NTCIP 1202 {@code overlapNumber}
 * @param name what an engineer calls it
 * @param approach number of the approach it serves, 1 to 15
 * @param includedPhases phases with any of which it is green, in order
 * @param minimumGreenDs shortest green, tenths of a second
 * @param yellowChangeDs yellow change interval, tenths of a second
 * @param redClearanceDs red clearance interval, tenths of a second
 * @param approachSpeedKmh speed at which its movement clears, kilometers per hour
 * @param gradePercent grade of the approach, percent, uphill positive
 * @param clearingDistanceCm stop line to the far side of the last conflict, centimeters
 * @param conflicts 32, by index as in {@link SiteSheet}: how it may be shown with each phase; null
 *     where no phase is or where nothing is decided
 */
public record Overlap(
        int number,
        String name,
        int approach,
        List<Integer> includedPhases,
        int minimumGreenDs,
        int yellowChangeDs,
        int redClearanceDs,
        int approachSpeedKmh,
        int gradePercent,
        int clearingDistanceCm,
        List<Conflict> conflicts) {
    /** Copies the lists. */
    public Overlap {
        includedPhases = List.copyOf(includedPhases);
        conflicts = Collections.unmodifiableList(new ArrayList<>(conflicts));
    }
}
