package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A square matrix as a text table: names across the top after the word {@code phase}, the same
 * names down the left.
 *
 * <p>YAML takes the indent of a table from its first line, hence a word in the corner. The order is
 * free, {@code #} starts a comment, and every cell must be there: a short row is an error, never a
 * default.
 */
final class Grid {
    private static final String CORNER = "phase";

    private final SheetContext context;
    private final String key;
    private final String rule;
    private final int firstLine;
    private final String[][] cells = new String[SiteSheet.INDEX_COUNT][SiteSheet.INDEX_COUNT];
    private final int[] rowLines = new int[SiteSheet.INDEX_COUNT];
    private List<Integer> columns = List.of();

    /**
     * Reads a table.
     *
     * @param key where it stands in the file
     * @param rule what an incomplete table violates
     */
    Grid(SheetContext context, String key, String rule, ScalarNode block) {
        this.context = context;
        this.key = key;
        this.rule = rule;
        this.firstLine = YamlText.line(block) + 1;
        List<String> lines = block.getValue().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                readLine(firstLine + i, line.split("\\s+"));
            }
        }
        reportMissingRows();
    }

    private void readLine(int line, String[] words) {
        if (words.length > SiteSheet.INDEX_COUNT + 1) {
            context.problem(line, rule, key, words.length + " cells in a line", "up to 33");
        } else if (columns.isEmpty()) {
            columns = readHeader(line, words);
        } else {
            readRow(line, words);
        }
    }

    private List<Integer> readHeader(int line, String[] words) {
        List<Integer> header = new ArrayList<>();
        if (!words[0].equals(CORNER)) {
            context.problem(line, rule, "first word of " + key, words[0], CORNER);
        }
        for (String word : List.of(words).subList(1, words.length)) {
            OptionalInt index = PhaseNames.indexOf(word);
            if (index.isEmpty() || !context.indices().contains(index.getAsInt())) {
                context.problem(line, rule, "column of " + key, word, names());
            } else if (header.contains(index.getAsInt())) {
                context.problem(line, rule, "column " + word + " of " + key, "there twice", "once");
            }
            header.add(index.orElse(-1));
        }
        for (int index : context.indices()) {
            if (!header.contains(index)) {
                String what = "column " + PhaseNames.nameOf(index) + " of " + key;
                context.problem(line, rule, what, "missing", names());
            }
        }
        return header;
    }

    private void readRow(int line, String[] words) {
        OptionalInt row = PhaseNames.indexOf(words[0]);
        if (row.isEmpty() || !context.indices().contains(row.getAsInt())) {
            context.problem(line, rule, "row of " + key, words[0], names());
            return;
        }
        String what = "row " + words[0] + " of " + key;
        if (rowLines[row.getAsInt()] != 0) {
            context.problem(line, rule, what, "there twice", "once");
            return;
        }
        rowLines[row.getAsInt()] = line;
        context.mark(key + "." + words[0], line);
        if (words.length - 1 != columns.size()) {
            context.problem(
                    line, rule, what, words.length - 1 + " cells", columns.size() + " cells");
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) >= 0) {
                cells[row.getAsInt()][columns.get(i)] = words[i + 1];
            }
        }
    }

    private void reportMissingRows() {
        for (int index : context.indices()) {
            if (rowLines[index] == 0) {
                String what = "row " + PhaseNames.nameOf(index) + " of " + key;
                context.problem(firstLine - 1, rule, what, "missing", names());
            }
        }
    }

    /** Returns what is written, or null when the table is incomplete there, which was reported. */
    String cell(int row, int column) {
        return cells[row][column];
    }

    int lineOf(int row) {
        return rowLines[row];
    }

    private String names() {
        return "each of "
                + Arrays.toString(context.indices().stream().map(PhaseNames::nameOf).toArray());
    }
}
