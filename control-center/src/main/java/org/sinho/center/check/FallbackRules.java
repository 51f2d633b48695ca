package org.sinho.center.check;

import java.util.List;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.SiteSheet;

/** I-11 and I-12: the controller takes over by itself, and has something sound to run. */
final class FallbackRules {
    static final int SHORTEST_BACKUP_S = 5;
    static final int LONGEST_BACKUP_S = 60;

    private final SheetDocument document;
    private final SiteSheet sheet;
    private final LintReport report;

    FallbackRules(SheetDocument document, LintReport report) {
        this.document = document;
        this.sheet = document.sheet();
        this.report = report;
    }

    void check() {
        report.requireWithin(
                "I-11",
                "backupTimeS",
                "backupTimeS",
                sheet.backupTimeS(),
                SHORTEST_BACKUP_S,
                LONGEST_BACKUP_S);
        if (!sheet.patterns().contains(document.localPattern())) {
            report.add(
                    "I-12",
                    "localPattern",
                    "localPattern",
                    document.localPattern(),
                    "one of the patterns " + sheet.patterns());
        }
        checkFlash();
    }

    private void checkFlash() {
        SitePhases phases = new SitePhases(sheet);
        List<Integer> yellow = document.flashYellowPhases();
        for (int first : yellow) {
            for (int second : yellow) {
                if (first < second && phases.isForbidden(first - 1, second - 1)) {
                    report.add(
                            "I-12",
                            "flashYellowPhases",
                            "flashYellowPhases",
                            first + " with " + second,
                            "phases without conflict");
                }
            }
        }
    }
}
