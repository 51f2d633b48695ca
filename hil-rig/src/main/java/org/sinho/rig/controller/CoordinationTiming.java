package org.sinho.rig.controller;

import java.util.List;

/**
 * Programming of coordination: patterns, the clock that chooses among them, and sequences.
 *
 * @param correctionMode coordCorrectionMode
 * @param operationalMode coordOperationalMode: 0 automatic, 1 to 253 that pattern, 254 free, 255
 *     flash
 * @param backupPattern what runs in backup mode: 1 to 253, 254 free, 0 as the day plan says
 * @param utcOffsetMinutes local time less UTC, minutes, -720 to 840: what the day plan goes by
 * @param patterns ascending by number
 * @param dayPlan what runs when nobody else decides, ascending by time; empty = free
 * @param sequences orders of service other than the first, as {@link ControllerDatabase#sequence}
 */
public record CoordinationTiming(
        CorrectionMode correctionMode,
        int operationalMode,
        int backupPattern,
        int utcOffsetMinutes,
        List<PatternTiming> patterns,
        List<Action> dayPlan,
        List<List<List<List<Integer>>>> sequences) {
    /** No patterns: the controller runs free. */
    static final CoordinationTiming NONE =
            new CoordinationTiming(
                    CorrectionMode.SHORTWAY, 0, 0, 0, List.of(), List.of(), List.of());

    /** Refuses values outside the ranges above. */
    public CoordinationTiming {
        Check.range("operationalMode", operationalMode, 0, 255, " of coordination");
        Check.range("backupPattern", backupPattern, 0, 254, " of coordination");
        Check.range("utcOffsetMinutes", utcOffsetMinutes, -720, 840, " of coordination");
        patterns = List.copyOf(patterns);
        dayPlan = List.copyOf(dayPlan);
        sequences = List.copyOf(sequences);
        for (int i = 1; i < dayPlan.size(); i++) {
            Check.that(
                    dayPlan.get(i).minuteOfDay() > dayPlan.get(i - 1).minuteOfDay(),
                    "at",
                    dayPlan.get(i).minuteOfDay(),
                    " of action " + (i + 1) + " of the day plan",
                    "minutes of the day in ascending order");
        }
    }

    /**
     * One entry of the day plan, a timebaseAscAction with the time from which it holds.
     *
     * @param minuteOfDay local time, minutes since midnight, 0 to 1439
     * @param pattern timebaseAscPattern: 1 to 253, 254 free, 255 flash
     */
    public record Action(int minuteOfDay, int pattern) {
        /** Refuses values outside the ranges above. */
        public Action {
            Check.range("minuteOfDay", minuteOfDay, 0, 1439, " of the day plan");
            Check.range("pattern", pattern, 1, 255, " of the day plan");
        }
    }

    /**
     * Finds a pattern.
     *
     * @param number patternNumber
     * @return the pattern, or null
     */
    public PatternTiming pattern(int number) {
        for (PatternTiming pattern : patterns) {
            if (pattern.number() == number) {
                return pattern;
            }
        }
        return null;
    }

    /** {@return the place in the day plan that holds at a time, 1 for the first, 0 for none} */
    int action(long timeMs) {
        if (dayPlan.isEmpty()) {
            return 0;
        }
        int minute = (int) (dayMs(timeMs) / 60_000);
        int action = dayPlan.size(); // Before the first entry that of last night holds on.
        for (int i = 0; i < dayPlan.size(); i++) {
            action = dayPlan.get(i).minuteOfDay() <= minute ? i + 1 : action;
        }
        return action;
    }

    long dayMs(long timeMs) {
        return Math.floorMod(timeMs + utcOffsetMinutes * 60_000L, 86_400_000L);
    }
}
