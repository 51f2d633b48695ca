package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file while reading goes on. Bounded. */
final class ProblemList {
    /** A file with more problems than this is not a site sheet. */
    static final int LIMIT = 200;

    private static final int SHOWN_LENGTH = 40;

    private final String file;
    private final List<Finding> problems = new ArrayList<>();

    ProblemList(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(int line, String what, String value, String allowed) {
        add(line, Finding.FORM, what, value, allowed);
    }

    void add(int line, String rule, String what, String value, String allowed) {
        if (problems.size() < LIMIT) {
            problems.add(new Finding(file, line, rule, what, show(value), allowed));
        }
    }

    List<Finding> inOrderOfLine() {
        return problems.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    /** Makes foreign text harmless for a terminal: one short line, no control characters. */
    static String show(String text) {
        return show(text, SHOWN_LENGTH);
    }

    static String show(String text, int longest) {
        int[] points =
                text.codePoints()
                        .limit(longest + 1L)
                        .map(point -> isPrintable(point) ? point : '?')
                        .toArray();
        if (points.length == 0) {
            return "empty";
        }
        return points.length > longest
                ? new String(points, 0, longest) + "..."
                : new String(points, 0, points.length);
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
