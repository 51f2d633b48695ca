package org.sinho.rig.controller;

import java.util.List;

/**
 * Programming of one phase. Seconds and tenths as in the NTCIP 1202 phase table.
 *
 * @param number phaseNumber, 1 to 16
 * @param ring phaseRing, 1 to 4
 * @param walkS phaseWalk, seconds, 4 to 255; 0 = the phase has no pedestrian signal
 * @param pedestrianClearS phasePedestrianClear (flashing DON'T WALK), seconds, 3 to 255, or 0
 * @param pedestrianBufferDs steady DON'T WALK before the parallel green may end, tenths, 30 to 100,
 *     or 0 without a pedestrian signal
 * @param minimumGreenS phaseMinimumGreen, seconds, 5 to 255
 * @param passageDs phasePassage, tenths, 0 to 255
 * @param maximum1S phaseMaximum1, seconds, not below the minimum green, to 255
 * @param maximum2S phaseMaximum2, seconds, likewise; stored only, never selected
 * @param yellowChangeDs phaseYellowChange, tenths, 30 to 60
 * @param redClearDs phaseRedClear, tenths, 1 to 60
 * @param redRevertDs phaseRedRevert, tenths, 20 to 255
 * @param recall vehicle recall
 * @param pedestrianRecall whether the pedestrians are called without a button
 * @param lockDetectors whether a vehicle call is remembered after the vehicle has gone
 * @param dualEntry whether the phase is served along when its ring has no call at a barrier
 * @param concurrency phaseConcurrency: phases of other rings that may be green together with it
 */
public record PhaseTiming(
        int number,
        int ring,
        int walkS,
        int pedestrianClearS,
        int pedestrianBufferDs,
        int minimumGreenS,
        int passageDs,
        int maximum1S,
        int maximum2S,
        int yellowChangeDs,
        int redClearDs,
        int redRevertDs,
        Recall recall,
        boolean pedestrianRecall,
        boolean lockDetectors,
        boolean dualEntry,
        List<Integer> concurrency) {
    /** Refuses values outside the ranges above, among them every clearance of 0. */
    public PhaseTiming {
        Check.range("phaseNumber", number, 1, 16, "");
        String where = " of phase " + number;
        Check.range("ring", ring, 1, 4, where);
        Check.range("minimumGreenS", minimumGreenS, 5, 255, where);
        Check.range("passageDs", passageDs, 0, 255, where);
        Check.range("maximum1S", maximum1S, minimumGreenS, 255, where);
        Check.range("maximum2S", maximum2S, minimumGreenS, 255, where);
        Check.range("yellowChangeDs", yellowChangeDs, 30, 60, where);
        Check.range("redClearDs", redClearDs, 1, 60, where);
        Check.range("redRevertDs", redRevertDs, 20, 255, where);
        if (walkS == 0) {
            Check.range("pedestrianClearS", pedestrianClearS, 0, 0, where + " without walk");
            Check.range("pedestrianBufferDs", pedestrianBufferDs, 0, 0, where + " without walk");
            Check.that(!pedestrianRecall, "pedestrianRecall", true, where + " without walk", "no");
        } else {
            Check.range("walkS", walkS, 4, 255, where);
            Check.range("pedestrianClearS", pedestrianClearS, 3, 255, where);
            Check.range("pedestrianBufferDs", pedestrianBufferDs, 30, 100, where);
        }
        concurrency = List.copyOf(concurrency);
    }

    /** {@return whether the phase has a pedestrian signal} */
    public boolean hasPedestrians() {
        return walkS > 0;
    }

    int bit() {
        return 1 << (number - 1);
    }

    /** Full length of a pedestrian service: walk, clearance and buffer. */
    int pedestrianServiceDs() {
        return walkS * 10 + pedestrianClearS * 10 + pedestrianBufferDs;
    }
}
