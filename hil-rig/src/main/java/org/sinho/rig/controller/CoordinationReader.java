package org.sinho.rig.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the sections {@code overlaps}, {@code patterns}, {@code sequences}, {@code dayPlan}. */
final class CoordinationReader {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    private CoordinationReader() {}

    static List<OverlapTiming> overlaps(YamlSection file) {
        List<OverlapTiming> overlaps = new ArrayList<>();
        if (file.has("overlaps")) {
            file.section("overlaps").numbered("overlap", (n, o) -> overlaps.add(overlap(n, o)));
        }
        return overlaps;
    }

    private static OverlapTiming overlap(int number, YamlSection overlap) {
        return new OverlapTiming(
                number,
                OverlapType.of(overlap.word("type", "normal"), " of overlap " + number),
                overlap.integers("includedPhases"),
                overlap.integers("modifierPhases"),
                overlap.integers("conflictingPedestrians"),
                overlap.integer("minimumGreenS", 5),
                overlap.integer("trailGreenS", 0),
                overlap.integer("yellowChangeDs"),
                overlap.integer("redClearDs"),
                overlap.integer("redRevertDs", 20));
    }

    static CoordinationTiming coordination(YamlSection file) {
        String correction = "shortway";
        int operationalMode = 0;
        int backupPattern = 0;
        int utcOffsetMinutes = 0;
        if (file.has("coordination")) {
            YamlSection section = file.section("coordination");
            correction = section.word("correctionMode", correction);
            operationalMode = section.integer("operationalMode", operationalMode);
            backupPattern = section.integer("backupPattern", backupPattern);
            utcOffsetMinutes = section.integer("utcOffsetMinutes", utcOffsetMinutes);
            section.finish();
        }
        List<PatternTiming> patterns = new ArrayList<>();
        if (file.has("patterns")) {
            file.section("patterns").numbered("pattern", (n, p) -> patterns.add(pattern(n, p)));
        }
        List<CoordinationTiming.Action> dayPlan = new ArrayList<>();
        for (Object entry : file.list("dayPlan")) {
            dayPlan.add(action(new YamlSection(entry, " of the day plan")));
        }
        List<List<List<List<Integer>>>> sequences = new ArrayList<>();
        for (Object sequence : file.list("sequences")) {
            Check.that(sequence instanceof List, "sequences", sequence, "", "lists of rings");
            sequences.add(DatabaseReader.sequence((List<?>) sequence));
        }
        return new CoordinationTiming(
                CorrectionMode.of(correction),
                operationalMode,
                backupPattern,
                utcOffsetMinutes,
                patterns,
                dayPlan,
                sequences);
    }

    private static PatternTiming pattern(int number, YamlSection pattern) {
        String where = " of pattern " + number;
        YamlSection modes = pattern.has("modes") ? pattern.section("modes") : null;
        List<PatternTiming.Split> splits = new ArrayList<>();
        YamlSection times = pattern.section("splitsS");
        for (int phase : times.numbers()) {
            SplitMode mode = SplitMode.NONE;
            if (modes != null && modes.has(phase)) {
                mode = SplitMode.of(modes.word(phase), where + " for phase " + phase);
            }
            splits.add(new PatternTiming.Split(phase, times.integer(phase), mode));
        }
        times.finish();
        if (modes != null) {
            modes.finish();
        }
        return new PatternTiming(
                number,
                pattern.integer("cycleS"),
                pattern.integer("offsetS", 0),
                pattern.integer("sequence", 1),
                pattern.integers("coordinatedPhases"),
                splits);
    }

    private static CoordinationTiming.Action action(YamlSection entry) {
        String at = entry.word("at", "missing");
        Matcher time = TIME.matcher(at);
        Check.that(time.matches(), "at", at, " of the day plan", "a quoted time like \"07:30\"");
        int minute = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        CoordinationTiming.Action action =
                new CoordinationTiming.Action(minute, entry.integer("pattern"));
        entry.finish();
        return action;
    }
}
