package org.sinho.rig.controller;

import java.util.List;

/**
 * Programming of one preempt, NTCIP 1202 preempt table.
 *
 * <p>Entry intervals end at the lesser of the running phase's own value and the value here; 255
 * means the phase's own value.
 *
 * @param number preemptNumber, 1 to 32
 * @param control preemptControl: bit 0 non-locking, bit 1 do not override automatic flash, bit 2 do
 *     not override the next higher number; bit 3 (flash dwell) is refused
 * @param delayS preemptDelay, seconds, 0 to 600
 * @param minimumDurationS preemptMinimumDuration, from the start of entry, seconds, 0 to 65535
 * @param minimumGreenS preemptMinimumGreen, seconds, 5 to 255
 * @param minimumWalkS preemptMinimumWalk, seconds, 4 to 255
 * @param enterPedestrianClearS preemptEnterPedClear, seconds, 1 to 255
 * @param enterYellowChangeDs preemptEnterYellowChange, tenths, 30 to 255
 * @param enterRedClearDs preemptEnterRedClear, tenths, 1 to 255
 * @param trackGreenS preemptTrackGreen, seconds, 0 (no track clearance) to 255
 * @param trackYellowChangeDs preemptTrackYellowChange, tenths, 30 to 255
 * @param trackRedClearDs preemptTrackRedClear, tenths, 1 to 255
 * @param dwellGreenS preemptDwellGreen, seconds, 1 to 255
 * @param maximumPresenceS preemptMaximumPresence, seconds, 1 to 120
 * @param trackPhases phases green during track clearance; empty without it
 * @param dwellPhases phases green in dwell, at least one
 * @param dwellPedestrians phases whose pedestrians may be served in dwell
 * @param exitPhases phases served on leaving; empty = resume from the dwell phases
 */
public record PreemptTiming(
        int number,
        int control,
        int delayS,
        int minimumDurationS,
        int minimumGreenS,
        int minimumWalkS,
        int enterPedestrianClearS,
        int enterYellowChangeDs,
        int enterRedClearDs,
        int trackGreenS,
        int trackYellowChangeDs,
        int trackRedClearDs,
        int dwellGreenS,
        int maximumPresenceS,
        List<Integer> trackPhases,
        List<Integer> dwellPhases,
        List<Integer> dwellPedestrians,
        List<Integer> exitPhases) {
    /** preemptControl bit 0: the call does not outlive its input. */
    static final int NON_LOCKING = 1;

    /** preemptControl bit 1: automatic flash goes on. */
    static final int KEEP_FLASH = 2;

    /** preemptControl bit 2: this number and the next higher one are equals. */
    static final int EQUAL_TO_NEXT = 4;

    /** Entry value that stands for "the phase's own". */
    static final int OWN = 255;

    /** Refuses values outside the ranges above, among them every clearance of 0. */
    public PreemptTiming {
        Check.range("preemptNumber", number, 1, 32, "");
        String where = " of preempt " + number;
        Check.range("control", control, 0, 7, where);
        Check.range("delayS", delayS, 0, 600, where);
        Check.range("minimumDurationS", minimumDurationS, 0, 65535, where);
        Check.range("minimumGreenS", minimumGreenS, 5, OWN, where);
        Check.range("minimumWalkS", minimumWalkS, 4, OWN, where);
        Check.range("enterPedestrianClearS", enterPedestrianClearS, 1, OWN, where);
        Check.range("enterYellowChangeDs", enterYellowChangeDs, 30, OWN, where);
        Check.range("enterRedClearDs", enterRedClearDs, 1, OWN, where);
        Check.range("trackGreenS", trackGreenS, 0, 255, where);
        Check.range("trackYellowChangeDs", trackYellowChangeDs, 30, OWN, where);
        Check.range("trackRedClearDs", trackRedClearDs, 1, OWN, where);
        Check.range("dwellGreenS", dwellGreenS, 1, 255, where);
        Check.range("maximumPresenceS", maximumPresenceS, 1, 120, where);
        trackPhases = List.copyOf(trackPhases);
        dwellPhases = List.copyOf(dwellPhases);
        dwellPedestrians = List.copyOf(dwellPedestrians);
        exitPhases = List.copyOf(exitPhases);
        Check.that(!dwellPhases.isEmpty(), "dwellPhases", dwellPhases, where, "at least one phase");
        Check.that(
                (trackGreenS > 0) != trackPhases.isEmpty(),
                "trackPhases",
                trackPhases,
                where,
                "phases if and only if trackGreenS is not 0");
    }

    boolean has(int controlBit) {
        return (control & controlBit) != 0;
    }
}
