package org.sinho.center.check;

import java.util.List;
import java.util.function.ToIntFunction;
import org.sinho.center.sheet.CoordinationPattern;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** I-08, I-09 and I-13: greens within bounds, cycles that can be kept, waits that end. */
final class GreenRules {
    private static final int MINIMUM_GREEN_DS = 50;
    private static final int SHORTEST_CYCLE_S = 30;
    private static final int LONGEST_CYCLE_S = 255;
    private static final int LONGEST_WAIT_DS = 2_400;

    private final SheetDocument document;
    private final SiteSheet sheet;
    private final SitePhases phases;
    private final LintReport report;

    GreenRules(SheetDocument document, LintReport report) {
        this.document = document;
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.report = report;
    }

    /** I-08. */
    void checkGreens() {
        for (VehiclePhase phase : sheet.phases()) {
            String path = "timing." + phase.number();
            String of = " of phase " + phase.number();
            int minimumDs = phase.minimumGreenDs();
            report.requireAtLeast(
                    "I-08",
                    path + ".minimumGreenDs",
                    "minimumGreenDs" + of,
                    minimumDs,
                    MINIMUM_GREEN_DS);
            report.requireAtLeast(
                    "I-08",
                    path + ".maximumGreenDs",
                    "maximumGreenDs" + of,
                    phase.maximumGreenDs(),
                    minimumDs);
            for (CoordinationPattern pattern : document.patterns()) {
                report.requireWithin(
                        "I-08",
                        splitPath(pattern, phase),
                        "green in ds" + of + " in pattern " + pattern.number(),
                        splitGreenDs(pattern, phase),
                        minimumDs,
                        Math.max(minimumDs, phase.maximumGreenDs()));
            }
        }
    }

    /** I-09 and I-13; meaningful only when rings and barriers are sound. */
    void checkCycles() {
        for (CoordinationPattern pattern : document.patterns()) {
            checkCycle(pattern);
            checkSums(pattern);
            sheet.phases().forEach(phase -> checkWait(pattern, phase));
        }
        sheet.phases().forEach(this::checkLongestWait);
    }

    private void checkCycle(CoordinationPattern pattern) {
        String path = "patterns." + pattern.number() + ".cycleS";
        String what = "cycleS of pattern " + pattern.number();
        report.requireWithin(
                "I-09", path, what, pattern.cycleS(), SHORTEST_CYCLE_S, LONGEST_CYCLE_S);
        int neededDs = longestPathDs(phases::shortestServiceDs);
        if (pattern.cycleS() * 10 < neededDs) {
            String allowed = "at least " + Math.ceilDiv(neededDs, 10) + ", the critical path";
            report.add("I-09", path, what, pattern.cycleS(), allowed);
        }
    }

    /** Rings reach each barrier together, and the splits of a ring fill the cycle. */
    private void checkSums(CoordinationPattern pattern) {
        for (int i = 0; i < sheet.barrierGroups().size(); i++) {
            List<Integer> group = sheet.barrierGroups().get(i);
            List<Integer> sums =
                    sheet.rings().stream()
                            .map(ring -> sumS(pattern, ring, group))
                            .filter(sum -> sum > 0)
                            .toList();
            if (sums.stream().distinct().count() > 1) {
                String what =
                        "splitsS of pattern " + pattern.number() + " in barrier group " + (i + 1);
                String path = "patterns." + pattern.number() + ".splitsS";
                report.add("I-09", path, what, sums, "the same sum in every ring");
                return;
            }
        }
        int totalS =
                sheet.barrierGroups().stream().mapToInt(group -> longestS(pattern, group)).sum();
        if (totalS != pattern.cycleS()) {
            String what = "sum of splitsS of pattern " + pattern.number();
            String path = "patterns." + pattern.number() + ".splitsS";
            report.add("I-09", path, what, totalS, pattern.cycleS() + ", its cycleS");
        }
    }

    private int longestS(CoordinationPattern pattern, List<Integer> group) {
        return sheet.rings().stream().mapToInt(ring -> sumS(pattern, ring, group)).max().orElse(0);
    }

    private static int sumS(CoordinationPattern pattern, List<Integer> ring, List<Integer> group) {
        return ring.stream().filter(group::contains).mapToInt(pattern.splitsS()::get).sum();
    }

    private void checkWait(CoordinationPattern pattern, VehiclePhase phase) {
        int waitDs = pattern.cycleS() * 10 - splitGreenDs(pattern, phase);
        if (waitDs > LONGEST_WAIT_DS) {
            report.add(
                    "I-13",
                    splitPath(pattern, phase),
                    "longest wait in ds of phase "
                            + phase.number()
                            + " in pattern "
                            + pattern.number(),
                    waitDs,
                    "up to " + LONGEST_WAIT_DS);
        }
    }

    /** Longest wait when every other phase runs to its maximum. */
    private void checkLongestWait(VehiclePhase phase) {
        int cycleDs =
                longestPathDs(
                        other ->
                                Math.max(
                                        phases.shortestServiceDs(other),
                                        other.maximumGreenDs() + SitePhases.changeDs(other)));
        int waitDs = cycleDs - phase.maximumGreenDs();
        if (waitDs > LONGEST_WAIT_DS) {
            report.add(
                    "I-13",
                    "timing." + phase.number() + ".maximumGreenDs",
                    "longest wait in ds of phase " + phase.number(),
                    waitDs,
                    "up to " + LONGEST_WAIT_DS + " with all others at maximumGreenDs");
        }
    }

    private int longestPathDs(ToIntFunction<VehiclePhase> service) {
        int totalDs = 0;
        for (List<Integer> group : sheet.barrierGroups()) {
            int longestDs = 0;
            for (List<Integer> ring : sheet.rings()) {
                int ringDs =
                        sheet.phases().stream()
                                .filter(phase -> ring.contains(phase.number()))
                                .filter(phase -> group.contains(phase.number()))
                                .mapToInt(service)
                                .sum();
                longestDs = Math.max(longestDs, ringDs);
            }
            totalDs += longestDs;
        }
        return totalDs;
    }

    static int splitGreenDs(CoordinationPattern pattern, VehiclePhase phase) {
        return pattern.splitsS().get(phase.number()) * 10 - SitePhases.changeDs(phase);
    }

    static String splitPath(CoordinationPattern pattern, VehiclePhase phase) {
        return "patterns." + pattern.number() + ".splitsS." + phase.number();
    }
}
