package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code overlaps}, which a sheet may leave out. */
final class OverlapSection {
    private static final int LONGEST_DS = 2550;
    private static final int LONGEST_CHANGE_DS = 255;
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "approach",
                    "approachSpeedKmh",
                    "gradePercent",
                    "clearingDistanceM",
                    "includedPhases",
                    "minimumGreenDs",
                    "yellowChangeDs",
                    "redClearanceDs",
                    "forbidden",
                    "yields",
                    "free",
                    "signedOffBy");

    private final SheetContext context;
    private final Map<Integer, Node> overlaps;

    /** Notes which overlaps exist, so that lanes can refer to them. */
    OverlapSection(SheetContext context, Fields file) {
        this.context = context;
        overlaps =
                file.has("overlaps")
                        ? file.numbered("overlaps", 1, SiteSheet.PEDESTRIAN_INDEX)
                        : Map.of();
        context.overlaps().addAll(overlaps.keySet());
    }

    List<Overlap> read() {
        List<Overlap> read = new ArrayList<>();
        overlaps.forEach((number, node) -> read.add(read(number, node)));
        return read;
    }

    private Overlap read(int number, Node node) {
        String where = "overlap " + number;
        Fields overlap = new Fields(context, "overlaps." + number, where, node, KEYS);
        List<Conflict> conflicts =
                new ArrayList<>(Collections.nCopies(SiteSheet.INDEX_COUNT, (Conflict) null));
        decide(overlap, "forbidden", where, Conflict.FORBIDDEN, conflicts);
        decide(overlap, "yields", where, Conflict.YIELD, conflicts);
        decide(overlap, "free", where, Conflict.FREE, conflicts);
        overlap.text("signedOffBy", 60); // For all three lists; only that it is there matters.
        return new Overlap(
                number,
                overlap.text("name", 40),
                overlap.integer("approach", 1, 15),
                overlap.phases("includedPhases"),
                overlap.integer("minimumGreenDs", 0, LONGEST_DS),
                overlap.integer("yellowChangeDs", 0, LONGEST_CHANGE_DS),
                overlap.integer("redClearanceDs", 0, LONGEST_CHANGE_DS),
                overlap.integer("approachSpeedKmh", 10, 120),
                overlap.integer("gradePercent", -15, 15),
                overlap.centimeters("clearingDistanceM", 1, 150),
                conflicts);
    }

    private void decide(
            Fields overlap, String key, String where, Conflict conflict, List<Conflict> decided) {
        for (Node name : overlap.items(key)) {
            String written = Scalars.describe(name);
            OptionalInt index = PhaseNames.indexOf(written);
            if (index.isEmpty() || !context.indices().contains(index.getAsInt())) {
                context.problem(
                        YamlText.line(name), key + " of " + where, written, "phases of this sheet");
            } else if (decided.set(index.getAsInt(), conflict) != null) {
                context.problem(
                        YamlText.line(name),
                        "I-01",
                        "conflict of O" + overlapNumber(where) + " and " + written,
                        "decided twice",
                        "in one of forbidden, yields, free");
            }
        }
    }

    private static String overlapNumber(String where) {
        return where.substring(where.indexOf(' ') + 1);
    }
}
