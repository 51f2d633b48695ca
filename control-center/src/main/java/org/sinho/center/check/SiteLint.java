package org.sinho.center.check;

import java.util.List;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.Profile;

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

    /**
     * Says what is no violation and yet keeps a center from loading a sheet: profile BENCH is no
     * country's, it takes the mildest bound of each.
     *
     * @param document a sheet whose form is sound
     * @return in the form of findings, under {@link Finding#NOTICE}
     */
    public static List<Finding> notices(SheetDocument document) {
        LintReport report = new LintReport(document);
        if (document.sheet().profile() == Profile.BENCH) {
            report.add(
                    Finding.NOTICE,
                    "profile",
                    "profile",
                    Profile.BENCH,
                    "KR, US, DE in a center; BENCH is for benches on foreign nets");
        }
        return report.inOrderOfLine();
    }
}
