package org.sinho.center.check;

import org.sinho.center.sheet.PhaseNames;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** I-03 and I-04: yellow, red clearance and the two intergreen matrices. */
final class ClearanceRules {
    private final SiteSheet sheet;
    private final SitePhases phases;
    private final CountryRules country;
    private final LintReport report;

    ClearanceRules(SheetDocument document, LintReport report) {
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.country = new CountryRules(sheet.profile());
        this.report = report;
    }

    void check() {
        sheet.phases().forEach(this::checkPhase);
        for (int from : phases.indices()) {
            for (int to : phases.indices()) {
                checkIntergreen(from, to);
            }
        }
    }

    private void checkPhase(VehiclePhase phase) {
        String of = " of phase " + phase.number();
        String path = "timing." + phase.number();
        report.requireWithin(
                "I-03",
                path + ".yellowChangeDs",
                "yellowChangeDs" + of,
                phase.yellowChangeDs(),
                country.yellowFloorDs(phase),
                country.yellowCeilingDs());
        report.requireWithin(
                "I-04",
                path + ".redClearanceDs",
                "redClearanceDs" + of,
                phase.redClearanceDs(),
                country.redFloorDs(phase),
                country.redCeilingDs(phase));
        if (phase.yellowChangeDs() >= country.yellowFloorDs(phase)) {
            // A yellow that is too short was reported and must not be repaired with red.
            report.requireAtLeast(
                    "I-04",
                    path + ".redClearanceDs",
                    "yellowChangeDs + redClearanceDs" + of,
                    SitePhases.changeDs(phase),
                    phases.longestIntergreenDs(SitePhases.indexOf(phase)));
        }
    }

    private void checkIntergreen(int from, int to) {
        int typedDs = sheet.intergreenDs()[from][to];
        int computedDs = sheet.intergreenCheckDs()[from][to];
        String of = " of " + SitePhases.pair(from, to);
        String row = "." + PhaseNames.nameOf(from);
        if (typedDs != computedDs) {
            report.add(
                    "I-04",
                    "intergreensComputedDs" + row,
                    "intergreensComputedDs" + of,
                    computedDs == 0 ? "." : computedDs,
                    (typedDs == 0 ? "." : typedDs) + " as in intergreensTypedDs");
        }
        String path = "intergreensTypedDs" + row;
        String what = "intergreensTypedDs" + of;
        if (phases.isForbidden(from, to)) {
            boolean vehicle = from < SiteSheet.PEDESTRIAN_INDEX;
            int floor = vehicle ? CountryRules.YELLOW_FLOOR_DS : 1;
            report.requireAtLeast("I-04", path, what, typedDs, floor);
        } else if (typedDs != 0 && sheet.conflicts()[from][to] != null) {
            report.add("I-04", path, what, typedDs, ". as the pair is not forbidden");
        }
    }
}
