package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code conflicts}, {@code yields} and the two intergreen matrices. */
final class MatrixSection {
    private static final int LONGEST_INTERGREEN_DS = 600;
    private static final Set<String> YIELD_KEYS = Set.of("pair", "signedOffBy", "reason");

    private final SheetContext context;

    MatrixSection(SheetContext context) {
        this.context = context;
    }

    /**
     * Reads the conflict matrix: {@code X} forbidden, {@code y} yield, {@code .} free, {@code -}
     * itself, {@code ?} not decided.
     *
     * @return 32 by 32; null where no phase is or where nothing is decided; FREE for itself
     */
    Conflict[][] readConflicts(Fields file) {
        Conflict[][] conflicts = new Conflict[SiteSheet.INDEX_COUNT][SiteSheet.INDEX_COUNT];
        file.block("conflicts")
                .map(block -> new Grid(context, "conflicts", "I-01", block))
                .ifPresent(grid -> fill(conflicts, grid));
        return conflicts;
    }

    private void fill(Conflict[][] conflicts, Grid grid) {
        for (int row : context.indices()) {
            for (int column : context.indices()) {
                String cell = grid.cell(row, column);
                if (cell != null) {
                    conflicts[row][column] = readConflict(grid, row, column, cell);
                }
            }
        }
    }

    private Conflict readConflict(Grid grid, int row, int column, String cell) {
        boolean diagonal = row == column;
        return switch (cell) {
            case "X" -> Conflict.FORBIDDEN;
            case "y" -> Conflict.YIELD;
            case "." -> diagonal ? wrong(grid, row, column, cell) : Conflict.FREE;
            case "-" -> diagonal ? Conflict.FREE : wrong(grid, row, column, cell);
            case "?" -> null;
            default -> wrong(grid, row, column, cell);
        };
    }

    private Conflict wrong(Grid grid, int row, int column, String cell) {
        context.problem(
                grid.lineOf(row),
                "I-01",
                "conflict of " + pair(row, column),
                "'" + cell + "'",
                row == column ? "- (itself)" : "X (forbidden), y (yield) or . (free)");
        return null;
    }

    /** Reads an intergreen matrix: tenths of a second, {@code .} where none, {@code -} itself. */
    int[][] readIntergreens(Fields file, String key) {
        int[][] intergreens = new int[SiteSheet.INDEX_COUNT][SiteSheet.INDEX_COUNT];
        file.block(key)
                .map(block -> new Grid(context, key, Finding.FORM, block))
                .ifPresent(grid -> fill(intergreens, key, grid));
        return intergreens;
    }

    private void fill(int[][] intergreens, String key, Grid grid) {
        for (int row : context.indices()) {
            for (int column : context.indices()) {
                String cell = grid.cell(row, column);
                if (cell != null) {
                    intergreens[row][column] = readIntergreen(key, grid, row, column, cell);
                }
            }
        }
    }

    private int readIntergreen(String key, Grid grid, int row, int column, String cell) {
        if (cell.equals(row == column ? "-" : ".")) {
            return 0;
        }
        OptionalInt read = Scalars.integer(cell);
        if (row != column
                && read.isPresent()
                && read.getAsInt() >= 1
                && read.getAsInt() <= LONGEST_INTERGREEN_DS) {
            return read.getAsInt();
        }
        context.problem(
                grid.lineOf(row),
                key + " of " + pair(row, column),
                "'" + cell + "'",
                row == column ? "-" : "1 to " + LONGEST_INTERGREEN_DS + " ds, or .");
        return 0;
    }

    List<SignedYield> readYields(Fields file) {
        List<SignedYield> yields = new ArrayList<>();
        List<Node> items = file.items("yields");
        for (int i = 0; i < items.size(); i++) {
            readYield(i, items.get(i), yields);
        }
        return yields;
    }

    private void readYield(int position, Node node, List<SignedYield> yields) {
        String where = "yield " + (position + 1);
        Fields fields = new Fields(context, "yields." + position, where, node, YIELD_KEYS);
        List<Integer> pair = new ArrayList<>();
        for (Node name : fields.items("pair")) {
            String written = Scalars.describe(name);
            OptionalInt index = PhaseNames.indexOf(written);
            if (index.isPresent() && context.indices().contains(index.getAsInt())) {
                pair.add(index.getAsInt());
            } else {
                context.problem(
                        YamlText.line(name), "pair of " + where, written, "phases of this sheet");
            }
        }
        String signedOffBy = fields.text("signedOffBy", 60);
        String reason = fields.text("reason", 120);
        if (pair.size() == 2) {
            yields.add(new SignedYield(pair.get(0), pair.get(1), signedOffBy, reason));
        } else {
            context.problem(
                    fields.lineOf("pair"), "pair of " + where, pair.size() + " phases", "two");
        }
    }

    private static String pair(int row, int column) {
        return PhaseNames.nameOf(row) + " and " + PhaseNames.nameOf(column);
    }
}
