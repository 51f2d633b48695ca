package org.sinho.center.check;

import org.sinho.center.sheet.CoordinationPattern;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** I-07: who starts to walk gets across, with a margin, within the parallel green. */
final class PedestrianRules {
    private static final String RULE = "I-07";

    private final SheetDocument document;
    private final SiteSheet sheet;
    private final SitePhases phases;
    private final CountryRules country;
    private final LintReport report;

    PedestrianRules(SheetDocument document, LintReport report) {
        this.document = document;
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.country = new CountryRules(sheet.profile());
        this.report = report;
    }

    void check() {
        for (PedestrianPhase walk : sheet.pedestrians()) {
            checkIntervals(walk);
            checkTotals(walk);
            sheet.findPhase(walk.parallelPhase()).ifPresent(phase -> checkFit(walk, phase));
        }
    }

    private void checkIntervals(PedestrianPhase walk) {
        String path = "pedestrians." + walk.number();
        String of = " of pedestrian " + walk.number();
        report.requireAtLeast(
                RULE, path + ".walkDs", "walkDs" + of, walk.walkDs(), country.walkFloorDs(walk));
        int intergreenDs = phases.longestIntergreenDs(SitePhases.indexOf(walk));
        report.requireAtLeast(
                RULE,
                path + ".bufferDs",
                "bufferDs" + of,
                walk.bufferDs(),
                Math.max(CountryRules.BUFFER_FLOOR_DS, intergreenDs));
    }

    private void checkTotals(PedestrianPhase walk) {
        String path = "pedestrians." + walk.number() + ".clearanceDs";
        String of = " of pedestrian " + walk.number();
        report.requireAtLeast(
                RULE,
                path,
                "clearanceDs + bufferDs" + of,
                walk.clearanceDs() + walk.bufferDs(),
                country.crossingDs(walk));
        report.requireAtLeast(
                RULE,
                path,
                "walkDs + clearanceDs" + of,
                walk.walkDs() + walk.clearanceDs(),
                country.walkAndClearanceFloorDs(walk));
        report.requireAtLeast(
                RULE,
                path,
                "walkDs + clearanceDs + bufferDs" + of,
                SitePhases.totalDs(walk),
                country.totalFloorDs(walk));
    }

    private void checkFit(PedestrianPhase walk, VehiclePhase phase) {
        int totalDs = SitePhases.totalDs(walk);
        String what = "walkDs + clearanceDs + bufferDs of pedestrian " + walk.number();
        if (totalDs > phase.maximumGreenDs()) {
            String path = "pedestrians." + walk.number();
            String allowed =
                    "up to "
                            + phase.maximumGreenDs()
                            + ", maximumGreenDs of phase "
                            + phase.number();
            report.add(RULE, path, what, totalDs, allowed);
        }
        for (CoordinationPattern pattern : document.patterns()) {
            int greenDs = GreenRules.splitGreenDs(pattern, phase);
            if (totalDs > greenDs) {
                String path = GreenRules.splitPath(pattern, phase);
                String allowed =
                        "up to "
                                + greenDs
                                + ", green of phase "
                                + phase.number()
                                + " in pattern "
                                + pattern.number();
                report.add(RULE, path, what, totalDs, allowed);
            }
        }
    }
}
