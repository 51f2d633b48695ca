package org.sinho.center.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single values exactly: no binary fractions, no octal, no quoted numbers. */
final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,9})?");

    private Scalars() {}

    static OptionalInt integer(Node node) {
        return node instanceof ScalarNode scalar && scalar.isPlain()
                ? integer(scalar.getValue())
                : OptionalInt.empty();
    }

    static OptionalInt integer(String text) {
        return INTEGER.matcher(text).matches()
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /**
     * Reads a decimal number as a whole number of smaller units.
     *
     * @param decimals how many decimals the unit has: 2 for meters to centimeters
     * @return empty when it is no number or has more decimals than that
     */
    static OptionalInt scaled(Node node, int decimals) {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.isPlain()
                || !DECIMAL.matcher(scalar.getValue()).matches()) {
            return OptionalInt.empty();
        }
        try {
            BigDecimal units = new BigDecimal(scalar.getValue()).movePointRight(decimals);
            return OptionalInt.of(units.intValueExact());
        } catch (ArithmeticException e) { // A fraction of the unit, or beyond an int.
            return OptionalInt.empty();
        }
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    static String describe(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    scalar.isPlain() || scalar.getValue().isEmpty()
                            ? scalar.getValue()
                            : "'" + scalar.getValue().strip() + "'";
            case SequenceNode ignored -> "a list";
            case MappingNode ignored -> "a mapping";
            default -> "unreadable";
        };
    }
}
