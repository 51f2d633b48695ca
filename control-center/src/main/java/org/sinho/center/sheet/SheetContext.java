package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.nodes.Node;

/** What all sections of one file share while it is read: problems, marks and known numbers. */
final class SheetContext {
    /** Timing that is one value per phase for all patterns (I-05). */
    private static final Set<String> CONSTANT_TIMING = Set.of("yellowChangeDs", "redClearanceDs");

    private final ProblemList problems;
    private final SheetMarks marks = new SheetMarks();
    private final Set<Integer> phases = new TreeSet<>();
    private final Set<Integer> pedestrians = new TreeSet<>();
    private final Set<Integer> overlaps = new TreeSet<>();

    SheetContext(ProblemList problems) {
        this.problems = problems;
    }

    void problem(int line, String what, String value, String allowed) {
        problems.add(line, what, value, allowed);
    }

    void problem(int line, String rule, String what, String value, String allowed) {
        problems.add(line, rule, what, value, allowed);
    }

    void mark(String path, int line) {
        marks.put(path, line);
    }

    SheetMarks marks() {
        return marks;
    }

    Set<Integer> phases() {
        return phases;
    }

    Set<Integer> pedestrians() {
        return pedestrians;
    }

    Set<Integer> overlaps() {
        return overlaps;
    }

    /** {@return the rule that forbids an unknown key, when it is more than a slip of the pen} */
    Optional<String> ruleAgainst(String path, String key) {
        return path.startsWith("patterns.") && CONSTANT_TIMING.contains(key)
                ? Optional.of("I-05")
                : Optional.empty();
    }

    void requirePhase(int line, String what, int number) {
        if (!phases.contains(number)) {
            problem(line, what, Integer.toString(number), "phases " + phases);
        }
    }

    /** Reads a list of different numbers. */
    List<Integer> numbers(List<Node> items, String what, int lowest, int highest) {
        List<Integer> numbers = new ArrayList<>();
        for (Node item : items) {
            OptionalInt number = Scalars.integer(item);
            String allowed = "different numbers " + lowest + " to " + highest;
            if (number.isEmpty() || number.getAsInt() < lowest || number.getAsInt() > highest) {
                problem(YamlText.line(item), what, Scalars.describe(item), allowed);
            } else if (numbers.contains(number.getAsInt())) {
                problem(YamlText.line(item), what, number.getAsInt() + " twice", allowed);
            } else {
                numbers.add(number.getAsInt());
            }
        }
        return numbers;
    }

    /** {@return matrix indices of all phases of the site, in order} */
    List<Integer> indices() {
        List<Integer> indices = new ArrayList<>();
        phases.forEach(number -> indices.add(number - 1));
        pedestrians.forEach(number -> indices.add(SiteSheet.PEDESTRIAN_INDEX + number - 1));
        return indices;
    }
}
