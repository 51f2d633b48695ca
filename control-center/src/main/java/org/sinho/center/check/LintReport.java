package org.sinho.center.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;

/** Collects the findings about one sheet, each pointing at the line of its entry. */
final class LintReport {
    private final SheetDocument document;
    private final List<Finding> findings = new ArrayList<>();

    LintReport(SheetDocument document) {
        this.document = document;
    }

    /**
     * Adds a finding.
     *
     * @param path entry concerned, as in {@code SheetMarks}
     */
    void add(String rule, String path, String what, Object value, String allowed) {
        int line = document.marks().lineOf(path);
        findings.add(new Finding(document.file(), line, rule, what, value.toString(), allowed));
    }

    void requireAtLeast(String rule, String path, String what, int value, int lowest) {
        if (value < lowest) {
            add(rule, path, what, value, "at least " + lowest);
        }
    }

    void requireWithin(String rule, String path, String what, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            add(rule, path, what, value, lowest + " to " + highest);
        }
    }

    int size() {
        return findings.size();
    }

    List<Finding> inOrderOfLine() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::rule))
                .toList();
    }
}
