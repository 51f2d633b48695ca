package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the file with a fixed set of keys.
 *
 * <p>Reading never fails: what is missing, unknown, twice there, of the wrong type or out of range
 * is added to the problems, and the lowest legal value is returned so that reading goes on.
 */
final class Fields {
    private final SheetContext context;
    private final String path;
    private final String where;
    private final int line;
    private final boolean readable;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * Opens a mapping and reports keys that are unknown or twice there.
     *
     * @param path keys that lead here, joined by dots, empty for the file itself
     * @param where what messages call it, for example {@code phase 4}, empty for the file itself
     */
    Fields(SheetContext context, String path, String where, Node node, Set<String> known) {
        this.context = context;
        this.path = path;
        this.where = where;
        this.line = YamlText.line(node);
        this.readable = node instanceof MappingNode;
        context.mark(path, line);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> put(tuple, known));
        } else {
            String what = where.isEmpty() ? "file" : where;
            context.problem(line, what, Scalars.describe(node), "a mapping of " + list(known));
        }
    }

    private void put(NodeTuple tuple, Set<String> known) {
        String key =
                tuple.getKeyNode() instanceof ScalarNode scalar
                        ? scalar.getValue()
                        : Scalars.describe(tuple.getKeyNode());
        int keyLine = YamlText.line(tuple.getKeyNode());
        String what = of("key '" + ProblemList.show(key) + "'");
        if (!known.contains(key)) {
            Optional<String> rule = context.ruleAgainst(path, key);
            context.problem(
                    keyLine,
                    rule.orElse(Finding.FORM),
                    what,
                    rule.isPresent() ? "set per pattern" : "unknown",
                    rule.isPresent() ? "in timing only" : NearestKey.of(key, known));
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            context.problem(keyLine, what, "there twice", "once");
        } else {
            context.mark(join(key), keyLine);
        }
    }

    /** {@return whether an optional key is there} */
    boolean has(String key) {
        return values.containsKey(key);
    }

    int integer(String key, int lowest, int highest) {
        Node node = values.get(key);
        String allowed = lowest + " to " + highest;
        if (node == null) {
            missing(key, allowed);
            return lowest;
        }
        return inRange(key, node, Scalars.integer(node), lowest, highest, allowed);
    }

    /** Reads a length in meters with at most two decimals; returns centimeters. */
    int centimeters(String key, int lowestM, int highestM) {
        Node node = values.get(key);
        String allowed = lowestM + " to " + highestM + " m, at most two decimals";
        if (node == null) {
            missing(key, allowed);
            return lowestM * 100;
        }
        OptionalInt found = Scalars.scaled(node, 2);
        return inRange(key, node, found, lowestM * 100, highestM * 100, allowed);
    }

    /** Reads degrees with at most seven decimals; returns tenths of a microdegree. */
    int degreesE7(String key, int limit) {
        Node node = values.get(key);
        String allowed = -limit + " to " + limit + " degrees, at most seven decimals";
        if (node == null) {
            missing(key, allowed);
            return 0;
        }
        OptionalInt found = Scalars.scaled(node, 7);
        return inRange(key, node, found, -limit * 10_000_000, limit * 10_000_000, allowed);
    }

    private int inRange(
            String key, Node node, OptionalInt found, int lowest, int highest, String allowed) {
        if (found.isPresent() && found.getAsInt() >= lowest && found.getAsInt() <= highest) {
            return found.getAsInt();
        }
        wrong(key, node, allowed);
        return lowest;
    }

    String text(String key, int longest) {
        Node node = values.get(key);
        String allowed = "text of 1 to " + longest + " characters";
        if (node == null) {
            missing(key, allowed);
            return "";
        }
        Optional<String> text = Scalars.text(node);
        boolean fits =
                text.isPresent()
                        && !text.get().isBlank()
                        && text.get().length() <= longest
                        && text.get().codePoints().noneMatch(Character::isISOControl);
        if (!fits) {
            wrong(key, node, allowed);
            return "";
        }
        return text.get();
    }

    boolean flag(String key) {
        return choice(key, Map.of("true", true, "false", false), false);
    }

    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Node node = values.get(key);
        String allowed = list(new TreeMap<>(choices).keySet());
        if (node == null) {
            missing(key, allowed);
            return otherwise;
        }
        T choice =
                node instanceof ScalarNode scalar && scalar.isPlain()
                        ? choices.get(scalar.getValue())
                        : null;
        if (choice == null) {
            wrong(key, node, allowed);
            return otherwise;
        }
        return choice;
    }

    /** Reads a list of different numbers. */
    List<Integer> numbers(String key, int lowest, int highest) {
        return context.numbers(items(key), of(key), lowest, highest);
    }

    /** Reads a list of phase numbers that exist. */
    List<Integer> phases(String key) {
        List<Integer> numbers = numbers(key, 1, SiteSheet.PEDESTRIAN_INDEX);
        numbers.forEach(number -> context.requirePhase(lineOf(key), of(key), number));
        return numbers;
    }

    List<Node> items(String key) {
        Node node = values.get(key);
        if (node == null) {
            missing(key, "a list");
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(key, node, "a list");
        return List.of();
    }

    /** Reads a mapping whose keys are numbers: the entries in order of number. */
    Map<Integer, Node> numbered(String key, int lowest, int highest) {
        Map<Integer, Node> entries = new TreeMap<>();
        Node node = values.get(key);
        String allowed = "a mapping by number, " + lowest + " to " + highest;
        if (node == null) {
            missing(key, allowed);
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                putNumbered(key, tuple, lowest, highest, entries);
            }
        } else {
            wrong(key, node, allowed);
        }
        return entries;
    }

    private void putNumbered(
            String key, NodeTuple tuple, int lowest, int highest, Map<Integer, Node> entries) {
        int keyLine = YamlText.line(tuple.getKeyNode());
        OptionalInt number = Scalars.integer(tuple.getKeyNode());
        if (number.isEmpty() || number.getAsInt() < lowest || number.getAsInt() > highest) {
            String value = Scalars.describe(tuple.getKeyNode());
            context.problem(keyLine, "number in " + of(key), value, lowest + " to " + highest);
        } else if (entries.putIfAbsent(number.getAsInt(), tuple.getValueNode()) != null) {
            context.problem(keyLine, number.getAsInt() + " in " + of(key), "there twice", "once");
        } else {
            context.mark(join(key) + "." + number.getAsInt(), keyLine);
        }
    }

    /** Reads a literal block, the text after {@code |}; its first line is one below the mark. */
    Optional<ScalarNode> block(String key) {
        Node node = values.get(key);
        if (node == null) {
            missing(key, "a table after |");
        } else if (node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            return Optional.of(scalar);
        } else {
            wrong(key, node, "a table after |");
        }
        return Optional.empty();
    }

    Optional<Node> node(String key) {
        Node node = values.get(key);
        if (node == null) {
            missing(key, "an entry");
        }
        return Optional.ofNullable(node);
    }

    int lineOf(String key) {
        return context.marks().lineOf(join(key));
    }

    private void missing(String key, String allowed) {
        if (readable) {
            context.problem(line, of(key), "missing", allowed);
        }
    }

    private void wrong(String key, Node node, String allowed) {
        context.problem(YamlText.line(node), of(key), Scalars.describe(node), allowed);
    }

    private String of(String key) {
        return where.isEmpty() ? key : key + " of " + where;
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String list(Iterable<String> words) {
        List<String> sorted = new ArrayList<>();
        words.forEach(sorted::add);
        sorted.sort(null);
        return String.join(", ", sorted);
    }
}
