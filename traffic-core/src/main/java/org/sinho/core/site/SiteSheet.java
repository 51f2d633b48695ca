package org.sinho.core.site;

import java.util.List;
import java.util.Optional;

/**
 * One junction, as its engineer signed it off.
 *
 * <p>Phases are addressed by an <em>index</em> in the two matrices: vehicle phase {@code n} has
 * index {@code n - 1}, pedestrian phase {@code n} has index {@code 16 + n - 1}.
 *
 * @param siteId J2735 intersection id, 1 to 65535
 * @param name shown to operators
 * @param profile country rules
 * @param latitudeE7 reference point, tenths of a microdegree
 * @param longitudeE7 reference point, tenths of a microdegree
 * @param phases vehicle phases in order of number
 * @param pedestrians pedestrian phases in order of number
 * @param rings phase numbers of each ring in sequence
 * @param barrierGroups phase numbers that may be green between two barriers
 * @param conflicts 32 by 32, by index; pairs of unused phases are null
 * @param intergreenDs 32 by 32, by index: end of green of the row to start of green of the column,
 *     as typed by the engineer, tenths of a second
 * @param intergreenCheckDs the same matrix from the second, independent source
 * @param lanes lanes as in the MAP message
 * @param preempts preempts of the field controller
 * @param patterns coordination patterns that the center may select, besides standby
 * @param backupTimeS {@code unitBackupTime} of the field controller, seconds
 * @param overlaps overlaps in order of number
 */
public record SiteSheet(
        int siteId,
        String name,
        Profile profile,
        int latitudeE7,
        int longitudeE7,
        List<VehiclePhase> phases,
        List<PedestrianPhase> pedestrians,
        List<List<Integer>> rings,
        List<List<Integer>> barrierGroups,
        Conflict[][] conflicts,
        int[][] intergreenDs,
        int[][] intergreenCheckDs,
        List<Lane> lanes,
        List<PreemptPlan> preempts,
        List<Integer> patterns,
        int backupTimeS,
        List<Overlap> overlaps) {
    /** Rows and columns of the matrices. */
    public static final int INDEX_COUNT = 32;

    /** Index of pedestrian phase 1. */
    public static final int PEDESTRIAN_INDEX = 16;

    /** Copies the lists; the matrices are trusted not to change. */
    public SiteSheet {
        phases = List.copyOf(phases);
        pedestrians = List.copyOf(pedestrians);
        rings = rings.stream().map(List::copyOf).toList();
        barrierGroups = barrierGroups.stream().map(List::copyOf).toList();
        lanes = List.copyOf(lanes);
        preempts = List.copyOf(preempts);
        patterns = List.copyOf(patterns);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * Finds a vehicle phase.
     *
     * @param number 1 to 16
     * @return the phase, or empty when the site has none of that number
     */
    public Optional<VehiclePhase> findPhase(int number) {
        return phases.stream().filter(phase -> phase.number() == number).findFirst();
    }

    /**
     * Finds a pedestrian phase.
     *
     * @param number 1 to 16
     * @return the phase, or empty when the site has none of that number
     */
    public Optional<PedestrianPhase> findPedestrian(int number) {
        return pedestrians.stream().filter(phase -> phase.number() == number).findFirst();
    }

    /**
     * Finds the preempt that serves an approach.
     *
     * @param approach approach number
     * @return the preempt, or empty when none serves it
     */
    public Optional<PreemptPlan> findPreempt(int approach) {
        return preempts.stream().filter(plan -> plan.approach() == approach).findFirst();
    }
}
