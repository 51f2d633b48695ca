package org.sinho.center.check;

import java.util.List;
import java.util.function.ToIntFunction;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * I-10: no preempt shortens a clearance, and what it serves may be green together.
 *
 * <p>A controller ends an entry interval at the lesser of the phase's and the preempt's own value,
 * so the preempt's must be at least that of every phase it may find green; 255 stands for the
 * phase's.
 */
final class PreemptRules {
    private static final String RULE = "I-10";
    private static final int OF_THE_PHASE = 255;
    private static final int MINIMUM_GREEN_DS = 50;
    private static final int LONGEST_PRESENCE_S = 120;

    private final SiteSheet sheet;
    private final SitePhases phases;
    private final CountryRules country;
    private final LintReport report;

    PreemptRules(SheetDocument document, LintReport report) {
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.country = new CountryRules(sheet.profile());
        this.report = report;
    }

    void check() {
        for (PreemptPlan plan : sheet.preempts()) {
            checkEntry(plan);
            checkServed(plan, "dwellPhases", SitePhases.numbersOf(plan.dwellPhases()));
            checkServed(plan, "exitPhases", SitePhases.numbersOf(plan.exitPhases()));
            checkApproach(plan);
        }
    }

    private void checkEntry(PreemptPlan plan) {
        int yellowDs = longest(sheet.phases(), VehiclePhase::yellowChangeDs);
        int redDs = longest(sheet.phases(), VehiclePhase::redClearanceDs);
        int walkDs = longest(sheet.pedestrians(), this::clearanceDs);
        requireEntry(plan, "enterYellowChangeDs", plan.enterYellowChangeDs(), yellowDs);
        // 0 ends the interval at once even when no phase needs a red clearance today.
        requireEntry(plan, "enterRedClearDs", plan.enterRedClearDs(), Math.max(1, redDs));
        requireEntry(
                plan,
                "enterPedClearS",
                plan.enterPedClearS(),
                Math.max(1, Math.ceilDiv(walkDs, 10)));
        report.requireAtLeast(
                RULE,
                path(plan, "minimumGreenDs"),
                what(plan, "minimumGreenDs"),
                plan.minimumGreenDs(),
                MINIMUM_GREEN_DS);
        report.requireWithin(
                RULE,
                path(plan, "maximumPresenceS"),
                what(plan, "maximumPresenceS"),
                plan.maximumPresenceS(),
                1,
                LONGEST_PRESENCE_S);
    }

    private int clearanceDs(PedestrianPhase walk) {
        return Math.max(walk.clearanceDs(), country.crossingDs(walk));
    }

    private static <T> int longest(List<T> all, ToIntFunction<T> duration) {
        return all.stream().mapToInt(duration).max().orElse(0);
    }

    private void requireEntry(PreemptPlan plan, String key, int value, int lowest) {
        if (value != OF_THE_PHASE && value < lowest) {
            String allowed = "at least " + lowest + ", or 255 for the phase's own";
            report.add(RULE, path(plan, key), what(plan, key), value, allowed);
        }
    }

    private void checkServed(PreemptPlan plan, String key, List<Integer> served) {
        if (served.isEmpty()) {
            report.add(RULE, path(plan, key), what(plan, key), "empty", "at least one phase");
        }
        for (int first : served) {
            for (int second : served) {
                if (first < second && !compatible(first, second)) {
                    report.add(
                            RULE,
                            path(plan, key),
                            what(plan, key),
                            first + " with " + second,
                            "phases of different rings without conflict");
                }
            }
        }
    }

    private boolean compatible(int first, int second) {
        return !phases.inOneRing(first, second) && !phases.isForbidden(first - 1, second - 1);
    }

    /** The vehicle that asked must get a green. */
    private void checkApproach(PreemptPlan plan) {
        boolean served =
                SitePhases.numbersOf(plan.dwellPhases()).stream()
                        .flatMap(number -> sheet.findPhase(number).stream())
                        .anyMatch(phase -> phase.approach() == plan.approach());
        if (!served && plan.dwellPhases() != 0) {
            report.add(
                    RULE,
                    path(plan, "dwellPhases"),
                    what(plan, "dwellPhases"),
                    SitePhases.numbersOf(plan.dwellPhases()),
                    "a phase of approach " + plan.approach());
        }
    }

    private static String path(PreemptPlan plan, String key) {
        return "preempts." + plan.number() + "." + key;
    }

    private static String what(PreemptPlan plan, String key) {
        return key + " of preempt " + plan.number();
    }
}
