package org.sinho.center.check;

import java.util.Map;
import java.util.Set;

/**
 * What a field controller says it is programmed with, as read over SNMP.
 *
 * @param phases rows of the phase table that are enabled, by {@code phaseNumber}
 * @param preempts rows of the preempt table that are in use, by {@code preemptNumber}
 * @param unitBackupTimeS {@code unitBackupTime}, seconds; 0 = the controller never falls back
 */
public record ControllerReadBack(
        Map<Integer, Phase> phases, Map<Integer, Preempt> preempts, int unitBackupTimeS) {
    /** Copies the maps. */
    public ControllerReadBack {
        phases = Map.copyOf(phases);
        preempts = Map.copyOf(preempts);
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
