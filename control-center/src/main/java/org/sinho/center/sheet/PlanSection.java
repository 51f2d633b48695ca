package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.core.site.PreemptPlan;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what the field controller is programmed with: rings, preempts, patterns. */
final class PlanSection {
    /** Highest pattern: 254 is Free and 255 is Flash in {@code systemPatternControl}. */
    private static final int LAST_PATTERN = 253;

    private static final Set<String> PREEMPT_KEYS =
            Set.of(
                    "approach",
                    "dwellPhases",
                    "exitPhases",
                    "minimumGreenDs",
                    "enterYellowChangeDs",
                    "enterRedClearDs",
                    "enterPedClearS",
                    "maximumPresenceS");
    private static final Set<String> PATTERN_KEYS = Set.of("cycleS", "offsetS", "splitsS");

    private final SheetContext context;

    PlanSection(SheetContext context) {
        this.context = context;
    }

    /** Reads a list of lists of phases: {@code rings} or {@code barrierGroups}. */
    List<List<Integer>> readPhaseLists(Fields file, String key) {
        List<List<Integer>> lists = new ArrayList<>();
        List<Node> items = file.items(key);
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            int line = YamlText.line(item);
            String what = "entry " + (i + 1) + " of " + key;
            context.mark(key + "." + (i + 1), line);
            if (item instanceof SequenceNode sequence) {
                List<Integer> numbers = context.numbers(sequence.getValue(), what, 1, 16);
                numbers.forEach(number -> context.requirePhase(line, what, number));
                lists.add(numbers);
            } else {
                context.problem(line, what, Scalars.describe(item), "a list of phases");
            }
        }
        return lists;
    }

    List<PreemptPlan> readPreempts(Fields file) {
        List<PreemptPlan> preempts = new ArrayList<>();
        file.numbered("preempts", 1, 16)
                .forEach((number, node) -> preempts.add(readPreempt(number, node)));
        return preempts;
    }

    private PreemptPlan readPreempt(int number, Node node) {
        Fields preempt =
                new Fields(context, "preempts." + number, "preempt " + number, node, PREEMPT_KEYS);
        return new PreemptPlan(
                number,
                preempt.integer("approach", 1, 15),
                bits(preempt.phases("dwellPhases")),
                bits(preempt.phases("exitPhases")),
                preempt.integer("minimumGreenDs", 0, 2550),
                preempt.integer("enterYellowChangeDs", 0, 255),
                preempt.integer("enterRedClearDs", 0, 255),
                preempt.integer("enterPedClearS", 0, 255),
                preempt.integer("maximumPresenceS", 0, 65_535));
    }

    private static int bits(List<Integer> phases) {
        return phases.stream().mapToInt(phase -> 1 << (phase - 1)).reduce(0, (a, b) -> a | b);
    }

    List<CoordinationPattern> readPatterns(Fields file) {
        List<CoordinationPattern> patterns = new ArrayList<>();
        file.numbered("patterns", 1, LAST_PATTERN)
                .forEach((number, node) -> patterns.add(readPattern(number, node)));
        return patterns;
    }

    private CoordinationPattern readPattern(int number, Node node) {
        String where = "pattern " + number;
        String path = "patterns." + number;
        Fields pattern = new Fields(context, path, where, node, PATTERN_KEYS);
        int cycleS = pattern.integer("cycleS", 1, 999);
        int offsetS = pattern.integer("offsetS", 0, 999);
        Map<Integer, Integer> splits = new HashMap<>();
        pattern.node("splitsS").ifPresent(found -> readSplits(path, where, found, splits));
        return new CoordinationPattern(number, cycleS, offsetS, splits);
    }

    private void readSplits(String path, String where, Node node, Map<Integer, Integer> splits) {
        Set<String> names = new TreeSet<>();
        context.phases().forEach(phase -> names.add(Integer.toString(phase)));
        Fields fields = new Fields(context, path + ".splitsS", "splitsS of " + where, node, names);
        context.phases().forEach(phase -> splits.put(phase, fields.integer(phase + "", 1, 255)));
    }
}
