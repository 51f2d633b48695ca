package org.sinho.center.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads site sheets.
 *
 * <p>Judges the form only: a sheet that was read may still violate every safety rule. Reading never
 * throws for what is in a file; all problems of a file are reported together.
 */
public final class SiteSheetReader {
    private static final Set<String> KEYS =
            Set.of(
                    "siteId",
                    "name",
                    "profile",
                    "location",
                    "phases",
                    "timing",
                    "pedestrians",
                    "overlaps",
                    "rings",
                    "barrierGroups",
                    "conflicts",
                    "yields",
                    "intergreensTypedDs",
                    "intergreensComputedDs",
                    "lanes",
                    "preempts",
                    "patterns",
                    "localPattern",
                    "flashYellowPhases",
                    "backupTimeS");
    private static final Map<String, Profile> PROFILES =
            Map.of(
                    "KR", Profile.KR,
                    "US", Profile.US,
                    "DE", Profile.DE,
                    "BENCH", Profile.BENCH);

    /** Makes a reader; it keeps nothing between files. */
    public SiteSheetReader() {}

    /**
     * Reads one file.
     *
     * @param file YAML in UTF-8, up to 256 KiB, nested up to eight levels, without anchors, aliases
     *     and tags
     * @return the document, or at least one problem
     */
    public ReadResult read(Path file) {
        ProblemList problems = new ProblemList(ProblemList.show(file.toString(), 1000));
        SheetContext context = new SheetContext(problems);
        Optional<SheetDocument> document =
                new YamlText(problems)
                        .read(file)
                        .map(root -> assemble(problems.file(), context, root));
        List<Finding> found = problems.inOrderOfLine();
        return new ReadResult(found.isEmpty() ? document : Optional.empty(), found);
    }

    private static SheetDocument assemble(String name, SheetContext context, Node root) {
        Fields file = new Fields(context, "", "", root, KEYS);
        PhaseSection phases = new PhaseSection(context, file);
        MatrixSection matrices = new MatrixSection(context);
        OverlapSection overlaps = new OverlapSection(context, file);
        PlanSection plans = new PlanSection(context);
        LaneSection lanes = new LaneSection(context);
        List<CoordinationPattern> patterns = plans.readPatterns(file);
        Position position = readPosition(context, file);
        SiteSheet sheet =
                new SiteSheet(
                        file.integer("siteId", 1, 65_535),
                        file.text("name", 60),
                        file.choice("profile", PROFILES, Profile.KR),
                        position.latitudeE7(),
                        position.longitudeE7(),
                        phases.readPhases(),
                        phases.readPedestrians(),
                        plans.readPhaseLists(file, "rings"),
                        plans.readPhaseLists(file, "barrierGroups"),
                        matrices.readConflicts(file),
                        matrices.readIntergreens(file, "intergreensTypedDs"),
                        matrices.readIntergreens(file, "intergreensComputedDs"),
                        lanes.read(file),
                        plans.readPreempts(file),
                        patterns.stream().map(CoordinationPattern::number).toList(),
                        file.integer("backupTimeS", 0, 65_535),
                        overlaps.read());
        phases.crossedLanes().forEach(lanes::requireCrossed);
        return new SheetDocument(
                name,
                sheet,
                matrices.readYields(file),
                phases.crossedLanes(),
                patterns,
                file.integer("localPattern", 1, 255),
                file.phases("flashYellowPhases"),
                context.marks());
    }

    private record Position(int latitudeE7, int longitudeE7) {}

    private static Position readPosition(SheetContext context, Fields file) {
        return file.node("location")
                .map(
                        node ->
                                new Fields(
                                        context,
                                        "location",
                                        "location",
                                        node,
                                        Set.of("latitude", "longitude")))
                .map(
                        location ->
                                new Position(
                                        location.degreesE7("latitude", 90),
                                        location.degreesE7("longitude", 180)))
                .orElse(new Position(0, 0));
    }
}
