package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sinho.rig.sumo.SumoNet;

/** Writes a junction's part of {@code city.yaml}, its loops and its fallback program. */
final class CityText {
    private static final double ADVANCE_FAST_M = 55;
    private static final double ADVANCE_SLOW_M = 45;
    private static final double FAST_MPS = 15;

    /** Two points stand for one 6 m presence loop. */
    private static final double[] STOP_M = {3, 6};

    private final int number;
    private final PhasePlan plan;
    private final Map<Integer, List<String>> stopLoops = new TreeMap<>();
    private final Map<Integer, List<String>> advanceLoops = new TreeMap<>();
    private final Map<Integer, List<String>> wheelLoops = new TreeMap<>();
    private final Map<Integer, List<String>> buttons = new TreeMap<>();
    private final List<String> loops = new ArrayList<>();

    CityText(int number, PhasePlan plan) {
        this.number = number;
        this.plan = plan;
        for (PhasePlan.Phase phase : plan.phases()) {
            lanesOf(plan.driven(phase)).values().forEach(lane -> loops(phase.number(), lane));
        }
        for (int ped : plan.walks().keySet()) {
            lanesOf(plan.ridden(ped)).values().forEach(lane -> wheelLoop(ped, lane));
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < plan.walks().get(ped).size(); i++) {
                numbers.add(String.valueOf(ped + 16 * i));
            }
            buttons.put(ped, numbers);
        }
    }

    private static Map<String, SumoNet.Lane> lanesOf(List<Movement> ways) {
        Map<String, SumoNet.Lane> lanes = new LinkedHashMap<>();
        ways.forEach(way -> lanes.put(way.from().id(), way.from()));
        return lanes;
    }

    /** A lane that two phases share calls both at the stop line. */
    private void loops(int phase, SumoNet.Lane lane) {
        String tag =
                stopLoops.values().stream()
                                .flatMap(List::stream)
                                .anyMatch(id -> id.startsWith("stop." + lane.id() + "."))
                        ? "." + phase
                        : "";
        for (double at : STOP_M) {
            String id = "stop." + lane.id() + "." + (int) at + tag;
            stopLoops.computeIfAbsent(phase, n -> new ArrayList<>()).add(id);
            loop(id, lane, Math.min(at, lane.lengthM() / 2));
        }
        double advance = lane.speedMps() > FAST_MPS ? ADVANCE_FAST_M : ADVANCE_SLOW_M;
        if (lane.lengthM() > advance + 1) {
            String id = "advance." + lane.id() + tag;
            advanceLoops.computeIfAbsent(phase, n -> new ArrayList<>()).add(id);
            loop(id, lane, advance);
        }
    }

    private void wheelLoop(int ped, SumoNet.Lane lane) {
        String id = "wheels." + lane.id();
        wheelLoops.computeIfAbsent(ped, n -> new ArrayList<>()).add(id);
        loop(id, lane, Math.min(2, lane.lengthM() / 2));
    }

    private void loop(String id, SumoNet.Lane lane, double beforeLineM) {
        loops.add(
                String.format(
                        Locale.ROOT,
                        "    <inductionLoop id=\"%s\" lane=\"%s\" pos=\"-%.1f\" period=\"3600\""
                                + " file=\"NUL\"/>",
                        id,
                        lane.id(),
                        beforeLineM));
    }

    List<String> loops() {
        return loops;
    }

    Map<Integer, List<String>> buttons() {
        return buttons;
    }

    int advanceBase() {
        return plan.phases().getLast().number() > 9 ? 20 : 10;
    }

    String junction() {
        StringBuilder text = new StringBuilder();
        Intersection at = plan.junction();
        text.append(
                String.format(
                        "  - number: %d%n    tls: \"%s\"%n    node: \"%s\"%n    controllers:"
                                + " [controllers/controller-%d.yaml]%n%n    links:%n",
                        number, at.tls(), at.node(), number));
        links().forEach(text::append);
        text.append("\n    # Controller detector number = phase (stop line) or ")
                .append(advanceBase())
                .append(" + phase (advance).\n    detectors:\n");
        stopLoops.forEach((phase, ids) -> detector(text, phase, ids));
        advanceLoops.forEach((phase, ids) -> detector(text, phase + advanceBase(), ids));
        text.append(plan.walks().isEmpty() ? "\n    buttons: []\n" : "\n    buttons:\n");
        plan.walks().forEach((ped, walks) -> buttons(text, ped, walks));
        text.append("\n    approaches:\n");
        for (Approach approach : plan.approaches()) {
            text.append(
                    String.format(
                            "      - {number: %d, name: %s%s%s}%n",
                            approach.number(),
                            approach.name(),
                            key("ingress", approach.ingress()),
                            key("egress", approach.egress())));
        }
        return text.toString();
    }

    private static String key(String name, String value) {
        return value.isEmpty() ? "" : ", " + name + ": \"" + value + "\"";
    }

    private static void detector(StringBuilder text, int number, List<String> ids) {
        text.append(String.format("      - {number: %d, loops: %s}%n", number, quoted(ids)));
    }

    private void buttons(StringBuilder text, int ped, List<Crosswalk> walks) {
        for (int i = 0; i < walks.size(); i++) {
            List<String> wheels = i == 0 ? wheelLoops.getOrDefault(ped, List.of()) : List.of();
            text.append(
                    String.format(
                            "      - {number: %s, crossing: \"%s\"%s}%n",
                            buttons.get(ped).get(i),
                            walks.get(i).edge(),
                            wheels.isEmpty() ? "" : ", loops: " + quoted(wheels)));
        }
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private List<String> links() {
        Map<Integer, String> byIndex = new TreeMap<>();
        for (PhasePlan.Phase phase : plan.phases()) {
            for (Movement way : plan.driven(phase)) {
                String yields = yields(way, phase) ? ", yields: true" : "";
                put(byIndex, way.link(), "phase: " + phase.number() + yields, describe(way));
            }
        }
        plan.walks()
                .forEach(
                        (ped, walks) -> {
                            for (Crosswalk walk : walks) {
                                String over = "crossing over " + String.join(" ", walk.crossed());
                                put(byIndex, walk.link(), "ped: " + ped, over);
                            }
                            for (Movement way : plan.ridden(ped)) {
                                String with = "ped: " + ped + ", wheels: true";
                                put(byIndex, way.link(), with, describe(way));
                            }
                        });
        return List.copyOf(byIndex.values());
    }

    /** A right turn meets people, personal mobility and whoever comes towards it. */
    private boolean yields(Movement way, PhasePlan.Phase phase) {
        if (way.turn() == 'r') {
            return true;
        }
        for (PhasePlan.Phase other : plan.phases()) {
            for (Movement second :
                    other.together(phase) ? plan.driven(other) : List.<Movement>of()) {
                if (way.turn() == 'l'
                        && second.turn() == 's'
                        && !second.from().edge().equals(way.from().edge())
                        && way.meets(second)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String describe(Movement way) {
        String turn = way.turn() == 's' ? "through" : way.turn() == 'l' ? "left" : "right";
        return way.from().id() + " " + turn + (way.wheels() ? ", personal mobility" : "");
    }

    private static void put(Map<Integer, String> byIndex, int link, String what, String comment) {
        byIndex.put(link, String.format("      - {index: %d, %s} # %s%n", link, what, comment));
    }

    /** A plain fixed-time program, so that the net also runs alone in SUMO. */
    String program() {
        int size = linkCount();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        "    <tlLogic id=\"%s\" type=\"static\" programID=\"0\" offset=\"0\">%n",
                        plan.junction().tls()));
        for (List<Integer> stage : stages()) {
            append(text, 7, state(size, stage, 'G', true));
            append(text, 25, state(size, stage, 'G', false));
            append(text, 4, state(size, stage, 'y', false));
            append(text, 3, "r".repeat(size));
        }
        return text.append("    </tlLogic>\n").toString();
    }

    private static void append(StringBuilder text, int seconds, String state) {
        text.append(
                String.format("        <phase duration=\"%d\" state=\"%s\"/>%n", seconds, state));
    }

    private List<List<Integer>> stages() {
        List<List<Integer>> stages = new ArrayList<>();
        List<List<List<Integer>>> sequence = plan.sequence();
        for (int group = 0; group < sequence.getFirst().size(); group++) {
            int longest = 0;
            for (List<List<Integer>> ring : sequence) {
                longest = Math.max(longest, ring.get(group).size());
            }
            for (int i = 0; i < longest; i++) {
                List<Integer> stage = new ArrayList<>();
                for (List<List<Integer>> ring : sequence) {
                    if (i < ring.get(group).size()) {
                        stage.add(ring.get(group).get(i));
                    }
                }
                stages.add(stage);
            }
        }
        return stages;
    }

    private int linkCount() {
        Intersection at = plan.junction();
        int ways = at.movements().stream().mapToInt(Movement::link).max().orElse(-1);
        int walks = at.crosswalks().stream().mapToInt(Crosswalk::link).max().orElse(-1);
        return Math.max(ways, walks) + 1;
    }

    private String state(int size, List<Integer> stage, char green, boolean walk) {
        StringBuilder state = new StringBuilder("r".repeat(size));
        for (int number : stage) {
            PhasePlan.Phase phase = plan.phase(number);
            for (Movement way : plan.driven(phase)) {
                boolean yields = green == 'G' && yields(way, phase);
                state.setCharAt(way.link(), yields ? 'g' : green);
            }
            if (walk && plan.walks().containsKey(number)) {
                plan.walks().get(number).forEach(at -> state.setCharAt(at.link(), 'G'));
                plan.ridden(number).forEach(way -> state.setCharAt(way.link(), 'G'));
            }
        }
        return state.toString();
    }

    /** {@return netconvert's connection elements that fix the link indices} */
    List<String> linkElements() {
        return plan.junction().movements().stream()
                .map(
                        way ->
                                String.format(
                                        "    <connection from=\"%s\" to=\"%s\" fromLane=\"%d\""
                                                + " toLane=\"%d\" tl=\"%s\" linkIndex=\"%d\"/>",
                                        way.from().edge(),
                                        way.to().edge(),
                                        way.from().index(),
                                        way.to().index(),
                                        plan.junction().tls(),
                                        way.link()))
                .toList();
    }
}
