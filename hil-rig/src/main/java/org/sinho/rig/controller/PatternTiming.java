package org.sinho.rig.controller;

import java.util.List;

/**
 * Programming of one coordination pattern, with the split of the same number.
 *
 * <p>Whether the junction can run it is found out when it is called for: one that it cannot leaves
 * it free, with the reason in localFreeStatus.
 *
 * @param number patternNumber and patternSplitNumber, 1 to 253
 * @param cycleS patternCycleTime, seconds, 30 to 255
 * @param offsetS patternOffsetTime, seconds, 0 to 254: begin of the first coordinated green after a
 *     whole number of cycles since midnight
 * @param sequence patternSequenceNumber
 * @param coordinatedPhases splitCoordPhase: phases that are green until their yield point
 * @param splits one for each phase that the pattern serves, ascending by phase
 */
public record PatternTiming(
        int number,
        int cycleS,
        int offsetS,
        int sequence,
        List<Integer> coordinatedPhases,
        List<Split> splits) {
    /** Refuses values outside the ranges above. */
    public PatternTiming {
        Check.range("patternNumber", number, 1, 253, "");
        String where = " of pattern " + number;
        Check.range("cycleS", cycleS, 30, 255, where);
        Check.range("offsetS", offsetS, 0, 254, where);
        Check.range("sequence", sequence, 1, 16, where);
        coordinatedPhases = List.copyOf(coordinatedPhases);
        splits = List.copyOf(splits);
        Check.that(
                !coordinatedPhases.isEmpty(),
                "coordinatedPhases",
                coordinatedPhases,
                where,
                "at least one phase");
    }

    /**
     * Share of one phase in the cycle.
     *
     * @param phase splitPhase
     * @param timeS splitTime: green, yellow and red clearance together, seconds, 0 to 255
     * @param mode splitMode
     */
    public record Split(int phase, int timeS, SplitMode mode) {
        /** Refuses values outside the ranges above. */
        public Split {
            Check.range("splitS", timeS, 0, 255, " of phase " + phase);
        }
    }

    /**
     * Finds a split.
     *
     * @param phase phase number
     * @return its split, or null if the pattern does not serve it
     */
    public Split split(int phase) {
        for (Split split : splits) {
            if (split.phase() == phase) {
                return split;
            }
        }
        return null;
    }
}
