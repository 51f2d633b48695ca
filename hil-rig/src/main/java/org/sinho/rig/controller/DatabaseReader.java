package org.sinho.rig.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns a YAML text into a {@link ControllerDatabase}. */
final class DatabaseReader {
    private DatabaseReader() {}

    static ControllerDatabase read(String name, String yaml) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            return database(new YamlSection(new Load(settings).loadFromString(yaml), ""));
        } catch (IllegalArgumentException | YamlEngineException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static ControllerDatabase database(YamlSection file) {
        YamlSection unit = file.section("unit");
        UnitTiming unitTiming = unit(unit);
        unit.finish();
        List<PhaseTiming> phases = new ArrayList<>();
        file.section("phases").numbered("phase", (n, p) -> phases.add(phase(n, p)));
        List<VehicleDetectorTiming> vehicle = new ArrayList<>();
        file.section("vehicleDetectors")
                .numbered("vehicle detector", (n, d) -> vehicle.add(vehicleDetector(n, d)));
        List<PedestrianDetectorTiming> pedestrian = new ArrayList<>();
        if (file.has("pedestrianDetectors")) {
            file.section("pedestrianDetectors")
                    .numbered(
                            "pedestrian detector",
                            (n, d) ->
                                    pedestrian.add(
                                            new PedestrianDetectorTiming(
                                                    n, d.integer("callPhase"))));
        }
        List<PreemptTiming> preempts = new ArrayList<>();
        if (file.has("preempts")) {
            file.section("preempts").numbered("preempt", (n, p) -> preempts.add(preempt(n, p)));
        }
        List<List<List<Integer>>> sequence = sequence(file.list("sequence"));
        List<OverlapTiming> overlaps = CoordinationReader.overlaps(file);
        CoordinationTiming coordination = CoordinationReader.coordination(file);
        file.finish();
        return new ControllerDatabase(
                unitTiming,
                phases,
                sequence,
                vehicle,
                pedestrian,
                preempts,
                overlaps,
                coordination);
    }

    private static UnitTiming unit(YamlSection unit) {
        return new UnitTiming(
                unit.integer("backupTimeS"),
                unit.integer("redRevertDs"),
                unit.integer("startUpFlashS"),
                unit.integer("startUpAllRedDs"),
                unit.integer("minimumFlashS"),
                unit.integer("volumeOccupancyPeriodS", 60),
                unit.integers("startUpPhases"));
    }

    private static PhaseTiming phase(int number, YamlSection phase) {
        String recall = phase.word("recall", "none");
        Check.that(
                List.of("none", "minimum", "maximum").contains(recall),
                "recall",
                recall,
                " of phase " + number,
                "none, minimum or maximum");
        return new PhaseTiming(
                number,
                phase.integer("ring"),
                phase.integer("walkS", 0),
                phase.integer("pedestrianClearS", 0),
                phase.integer("pedestrianBufferDs", 0),
                phase.integer("minimumGreenS"),
                phase.integer("passageDs"),
                phase.integer("maximum1S"),
                phase.integer("maximum2S"),
                phase.integer("yellowChangeDs"),
                phase.integer("redClearDs"),
                phase.integer("redRevertDs"),
                Recall.valueOf(recall.toUpperCase(Locale.ROOT)),
                phase.flag("pedestrianRecall", false),
                phase.flag("lockDetectors", false),
                phase.flag("dualEntry", false),
                phase.integers("concurrency"));
    }

    private static VehicleDetectorTiming vehicleDetector(int number, YamlSection detector) {
        return new VehicleDetectorTiming(
                number,
                detector.integer("callPhase"),
                detector.integer("delayDs", 0),
                detector.integer("extendDs", 0),
                detector.flag("calls", true),
                detector.flag("extendsGreen", true),
                detector.flag("locking", false));
    }

    private static PreemptTiming preempt(int number, YamlSection preempt) {
        int control =
                (preempt.flag("nonLocking", false) ? PreemptTiming.NON_LOCKING : 0)
                        | (preempt.flag("keepFlash", false) ? PreemptTiming.KEEP_FLASH : 0)
                        | (preempt.flag("equalToNext", false) ? PreemptTiming.EQUAL_TO_NEXT : 0);
        return new PreemptTiming(
                number,
                control,
                preempt.integer("delayS", 0),
                preempt.integer("minimumDurationS", 0),
                preempt.integer("minimumGreenS", PreemptTiming.OWN),
                preempt.integer("minimumWalkS", PreemptTiming.OWN),
                preempt.integer("enterPedestrianClearS", PreemptTiming.OWN),
                preempt.integer("enterYellowChangeDs", PreemptTiming.OWN),
                preempt.integer("enterRedClearDs", PreemptTiming.OWN),
                preempt.integer("trackGreenS", 0),
                preempt.integer("trackYellowChangeDs", PreemptTiming.OWN),
                preempt.integer("trackRedClearDs", PreemptTiming.OWN),
                preempt.integer("dwellGreenS"),
                preempt.integer("maximumPresenceS"),
                preempt.integers("trackPhases"),
                preempt.integers("dwellPhases"),
                preempt.integers("dwellPedestrians"),
                preempt.integers("exitPhases"));
    }

    static List<List<List<Integer>>> sequence(List<?> rings) {
        List<List<List<Integer>>> sequence = new ArrayList<>();
        for (Object ring : rings) {
            String where = " of ring " + (sequence.size() + 1);
            Check.that(ring instanceof List, "sequence", ring, where, "a list of barrier groups");
            List<List<Integer>> groups = new ArrayList<>();
            for (Object group : (List<?>) ring) {
                Check.that(group instanceof List, "barrier group", group, where, "a list");
                List<Integer> numbers = new ArrayList<>();
                for (Object number : (List<?>) group) {
                    Check.that(
                            number instanceof Integer, "sequence", number, where, "phase numbers");
                    numbers.add((Integer) number);
                }
                groups.add(numbers);
            }
            sequence.add(groups);
        }
        return sequence;
    }
}
