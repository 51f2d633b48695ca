package org.sinho.center.check;

import java.util.Map;
import java.util.Set;

/**
 * What a field controller says it is programmed with, as read over SNMP.
 *
 * @param phases rows of the phase table that are enabled, by {@code phaseNumber}
 * @param preempts rows of the preempt table that are in use, by {@code preemptNumber}
 * @param unitBackupTimeS {@code unitBackupTime}, seconds; 0 = the controller never falls back
 * @param overlaps rows of the overlap table that include a phase, by {@code overlapNumber}
 */
public record ControllerReadBack(
        Map<Integer, Phase> phases,
        Map<Integer, Preempt> preempts,
        int unitBackupTimeS,
        Map<Integer, Overlap> overlaps) {
    /** Copies the maps. */
    public ControllerReadBack {
        phases = Map.copyOf(phases);
        preempts = Map.copyOf(preempts);
        overlaps = Map.copyOf(overlaps);
    }

    /**
     * One row of the overlap table, in the units of its objects.
     *
     * @param includedPhases phase numbers in {@code overlapIncludedPhases}
     * @param modifierPhases phase numbers in {@code overlapModifierPhases}
     * @param trailYellowDs {@code overlapTrailYellow}, tenths of a second
     * @param trailRedDs {@code overlapTrailRed}, tenths of a second
     */
    public record Overlap(
            Set<Integer> includedPhases,
            Set<Integer> modifierPhases,
            int trailYellowDs,
            int trailRedDs) {
        /** Copies the sets. */
        public Overlap {
            includedPhases = Set.copyOf(includedPhases);
            modifierPhases = Set.copyOf(modifierPhases);
        }
    }

    /**
     * One row of the phase table, in the units of its objects.
     *
     * @param ring {@code phaseRing}
     * @param concurrency phase numbers in {@code phaseConcurrency}
     * @param minimumGreenS {@code phaseMinimumGreen}, seconds
     * @param walkS {@code phaseWalk}, seconds; 0 without pedestrians
     * @param pedestrianClearS {@code phasePedestrianClear}, seconds; 0 without pedestrians
     * @param yellowChangeDs {@code phaseYellowChange}, tenths of a second
     * @param redClearDs {@code phaseRedClear}, tenths of a second
     */
    public record Phase(
            int ring,
            Set<Integer> concurrency,
            int minimumGreenS,
            int walkS,
            int pedestrianClearS,
            int yellowChangeDs,
            int redClearDs) {
        /** Copies the set. */
        public Phase {
            concurrency = Set.copyOf(concurrency);
        }
    }

    /**
     * One row of the preempt table, in the units of its objects.
     *
     * @param dwellPhases phase numbers in {@code preemptDwellPhase}
     * @param exitPhases phase numbers in {@code preemptExitPhase}
     * @param minimumGreenS {@code preemptMinimumGreen}, seconds; 255 = the phase's own
     * @param minimumWalkS {@code preemptMinimumWalk}, seconds; 255 = the phase's own
     * @param enterPedClearS {@code preemptEnterPedClear}, seconds; 255 = the phase's own
     * @param enterYellowChangeDs {@code preemptEnterYellowChange}, tenths; 255 = the phase's own
     * @param enterRedClearDs {@code preemptEnterRedClear}, tenths; 255 = the phase's own
     * @param maximumPresenceS {@code preemptMaximumPresence}, seconds; 0 = unbounded
     */
    public record Preempt(
            Set<Integer> dwellPhases,
            Set<Integer> exitPhases,
            int minimumGreenS,
            int minimumWalkS,
            int enterPedClearS,
            int enterYellowChangeDs,
            int enterRedClearDs,
            int maximumPresenceS) {
        /** Copies the sets. */
        public Preempt {
            dwellPhases = Set.copyOf(dwellPhases);
            exitPhases = Set.copyOf(exitPhases);
        }
    }
}
