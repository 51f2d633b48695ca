package org.sinho.center.sheet;

import java.util.Map;

/**
 * Fixed timing that the field controller runs by itself or on request.
 *
 * @param number NTCIP 1202 {@code patternNumber}, 1 to 253
 * @param cycleS cycle length, seconds
 * @param offsetS offset of the cycle, seconds
 * @param splitsS split of each vehicle phase (green, yellow and red clearance together), seconds,
 *     by phase number
 */
public record CoordinationPattern(
        int number, int cycleS, int offsetS, Map<Integer, Integer> splitsS) {
    /** Copies the splits. */
    public CoordinationPattern {
        splitsS = Map.copyOf(splitsS);
    }
}
