package org.sinho.rig.controller;

import java.util.List;

/**
 * Programming of one overlap: a signal group that follows phases, NTCIP 1202 overlap table.
 *
 * <p>Unlike the table's yellow and red, which count only behind a trailing green, an overlap here
 * always times its own: its display never depends on what else the controller is doing.
 *
 * @param number overlapNumber, 1 to 16
 * @param type overlapType
 * @param includedPhases overlapIncludedPhases, at least one: the overlap is green with any of them
 * @param modifierPhases overlapModifierPhases: never green with it; none for the normal type
 * @param conflictingPedestrians overlapConflictingPedPhases: their walk and clearance keep it red
 * @param minimumGreenS shortest green, seconds, 5 to 255; no object
 * @param trailGreenS overlapTrailGreen: green after the last included phase, seconds, 0 to 255
 * @param yellowChangeDs overlapTrailYellow, tenths, 30 to 60
 * @param redClearDs overlapTrailRed, tenths, 1 to 60
 * @param redRevertDs shortest red between two greens, tenths, 20 to 255; no object
 */
public record OverlapTiming(
        int number,
        OverlapType type,
        List<Integer> includedPhases,
        List<Integer> modifierPhases,
        List<Integer> conflictingPedestrians,
        int minimumGreenS,
        int trailGreenS,
        int yellowChangeDs,
        int redClearDs,
        int redRevertDs) {
    /** Refuses values outside the ranges above, among them every clearance of 0. */
    public OverlapTiming {
        Check.range("overlapNumber", number, 1, 16, "");
        String where = " of overlap " + number;
        Check.range("minimumGreenS", minimumGreenS, 5, 255, where);
        Check.range("trailGreenS", trailGreenS, 0, 255, where);
        Check.range("yellowChangeDs", yellowChangeDs, 30, 60, where);
        Check.range("redClearDs", redClearDs, 1, 60, where);
        Check.range("redRevertDs", redRevertDs, 20, 255, where);
        includedPhases = List.copyOf(includedPhases);
        modifierPhases = List.copyOf(modifierPhases);
        conflictingPedestrians = List.copyOf(conflictingPedestrians);
        Check.that(
                !includedPhases.isEmpty(),
                "includedPhases",
                includedPhases,
                where,
                "at least one phase");
        Check.that(
                (type == OverlapType.MINUS_GREEN_YELLOW) != modifierPhases.isEmpty(),
                "modifierPhases",
                modifierPhases,
                where,
                "phases if and only if the type is minusGreenYellow");
    }

    int bit() {
        return 1 << (number - 1);
    }

    /** Trailing green, yellow and red clearance: what follows the end of the included phases. */
    int changeDs() {
        return trailGreenS * 10 + yellowChangeDs + redClearDs;
    }
}
