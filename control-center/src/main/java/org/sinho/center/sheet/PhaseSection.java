package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code phases}, {@code timing} and {@code pedestrians}. */
final class PhaseSection {
    private static final int LAST = SiteSheet.PEDESTRIAN_INDEX;

    /** Longest interval that fits the controller's objects: 255 s. */
    private static final int LONGEST_DS = 2550;

    /** Longest yellow or red clearance: one octet of tenths of a second. */
    private static final int LONGEST_CHANGE_DS = 255;

    private static final Set<String> PHASE_KEYS =
            Set.of(
                    "ring",
                    "approach",
                    "approachSpeedKmh",
                    "gradePercent",
                    "clearingDistanceM",
                    "name");
    private static final Set<String> TIMING_KEYS =
            Set.of(
                    "minimumGreenDs",
                    "maximumGreenDs",
                    "passageDs",
                    "yellowChangeDs",
                    "redClearanceDs");
    private static final Set<String> PEDESTRIAN_KEYS =
            Set.of(
                    "parallelPhase",
                    "crossedLanes",
                    "crossingLengthM",
                    "protectionZone",
                    "walkDs",
                    "clearanceDs",
                    "bufferDs");

    private final SheetContext context;
    private final Map<Integer, Node> phases;
    private final Map<Integer, Node> timings;
    private final Map<Integer, Node> pedestrians;
    private final Map<Integer, List<Integer>> crossedLanes = new TreeMap<>();
    private final int timingLine;

    /** Notes which phases exist, so that all other sections can refer to them. */
    PhaseSection(SheetContext context, Fields file) {
        this.context = context;
        phases = file.numbered("phases", 1, LAST);
        timings = file.numbered("timing", 1, LAST);
        pedestrians = file.numbered("pedestrians", 1, LAST);
        timingLine = file.lineOf("timing");
        context.phases().addAll(phases.keySet());
        context.pedestrians().addAll(pedestrians.keySet());
    }

    List<VehiclePhase> readPhases() {
        timings.forEach(this::requireDescription);
        List<VehiclePhase> read = new ArrayList<>();
        phases.forEach((number, node) -> readPhase(number, node, read));
        return read;
    }

    private void requireDescription(int number, Node timing) {
        context.requirePhase(YamlText.line(timing), "phase in timing", number);
    }

    private void readPhase(int number, Node node, List<VehiclePhase> read) {
        String where = "phase " + number;
        Fields phase = new Fields(context, "phases." + number, where, node, PHASE_KEYS);
        int ring = phase.integer("ring", 1, 2);
        String name = phase.text("name", 40);
        int approach = phase.integer("approach", 1, 15);
        int speedKmh = phase.integer("approachSpeedKmh", 10, 120);
        int gradePercent = phase.integer("gradePercent", -15, 15);
        int distanceCm = phase.centimeters("clearingDistanceM", 1, 150);
        Node timingNode = timings.get(number);
        if (timingNode == null) {
            context.problem(timingLine, "timing of " + where, "missing", "one entry per phase");
            return;
        }
        Fields timing = new Fields(context, "timing." + number, where, timingNode, TIMING_KEYS);
        read.add(
                new VehiclePhase(
                        number,
                        ring,
                        name,
                        approach,
                        timing.integer("minimumGreenDs", 0, LONGEST_DS),
                        timing.integer("maximumGreenDs", 0, LONGEST_DS),
                        timing.integer("passageDs", 0, LONGEST_CHANGE_DS),
                        timing.integer("yellowChangeDs", 0, LONGEST_CHANGE_DS),
                        timing.integer("redClearanceDs", 0, LONGEST_CHANGE_DS),
                        speedKmh,
                        gradePercent,
                        distanceCm));
    }

    List<PedestrianPhase> readPedestrians() {
        List<PedestrianPhase> read = new ArrayList<>();
        pedestrians.forEach((number, node) -> read.add(readPedestrian(number, node)));
        return read;
    }

    private PedestrianPhase readPedestrian(int number, Node node) {
        String where = "pedestrian " + number;
        Fields walk = new Fields(context, "pedestrians." + number, where, node, PEDESTRIAN_KEYS);
        int parallelPhase = walk.integer("parallelPhase", 1, LAST);
        context.requirePhase(
                walk.lineOf("parallelPhase"), "parallelPhase of " + where, parallelPhase);
        List<Integer> crossed = walk.numbers("crossedLanes", 1, LaneSection.LAST);
        crossedLanes.put(number, crossed);
        return new PedestrianPhase(
                number,
                parallelPhase,
                walk.centimeters("crossingLengthM", 1, 100),
                walk.flag("protectionZone"),
                walk.integer("walkDs", 0, LONGEST_DS),
                walk.integer("clearanceDs", 0, LONGEST_DS),
                walk.integer("bufferDs", 0, LONGEST_CHANGE_DS),
                crossed);
    }

    /** Lane numbers by pedestrian phase; complete after {@link #readPedestrians()}. */
    Map<Integer, List<Integer>> crossedLanes() {
        return crossedLanes;
    }
}
