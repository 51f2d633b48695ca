package org.sinho.center.check;

import java.util.List;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;

/**
 * Checks a site sheet against the static invariants I-01 to I-13; a sheet that fails one is not
 * loadable.
 *
 * <p>I-05 is checked while reading (a pattern cannot carry yellow or red clearance), I-06 by {@link
 * ControllerComparison} against the real controller.
 */
public final class SiteLint {
    private SiteLint() {}

    /**
     * Checks a sheet.
     *
     * @param document a sheet whose form is sound
     * @return what is wrong, in order of line; empty when the sheet may be loaded
     */
    public static List<Finding> check(SheetDocument document) {
        LintReport report = new LintReport(document);
        new ConflictRules(document, report).check();
        new ClearanceRules(document, report).check();
        new OverlapRules(document, report).check();
        new PedestrianRules(document, report).check();
        new PreemptRules(document, report).check();
        new FallbackRules(document, report).check();
        GreenRules greens = new GreenRules(document, report);
        greens.checkGreens();
        int before = report.size();
        new RingRules(document, report).check();
        if (report.size() == before) {
            greens.checkCycles(); // Sums along broken rings would only add noise.
        }
        return report.inOrderOfLine();
    }
}
