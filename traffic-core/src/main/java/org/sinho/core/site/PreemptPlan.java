package org.sinho.core.site;

/**
 * What one preempt of the field controller serves and how it is programmed there.
 *
 * @param number NTCIP 1202 {@code preemptNumber}, 1 to 16
 * @param approach approach whose emergency vehicles it serves
 * @param dwellPhases phases green during dwell, bit {@code n - 1} for phase {@code n}
 * @param exitPhases phases served after dwell, same bits
 * @param minimumGreenDs {@code preemptMinimumGreen} in tenths of a second
 * @param enterYellowChangeDs {@code preemptEnterYellowChange}; 255 = the phase's own
 * @param enterRedClearDs {@code preemptEnterRedClear}; 255 = the phase's own
 * @param enterPedClearS {@code preemptEnterPedClear}, seconds; 255 = the phase's own
 * @param maximumPresenceS {@code preemptMaximumPresence}, seconds
 */
public record PreemptPlan(
        int number,
        int approach,
        int dwellPhases,
        int exitPhases,
        int minimumGreenDs,
        int enterYellowChangeDs,
        int enterRedClearDs,
        int enterPedClearS,
        int maximumPresenceS) {}
