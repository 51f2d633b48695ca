package org.sinho.center.check;

import java.util.List;
import java.util.function.ToIntFunction;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * I-10: no preempt shortens a clearance, and what it serves may be green together.
 *
 * <p>A controller ends an entry interval at the lesser of the phase's and the preempt's own value,
 * so the preempt's must be at least that of every phase it may find green; 255 stands for the
 * phase's.
 *
 * <p>In Korea a preempt dwells in the through and the protected left of its own approach.
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
            int before = report.size();
            checkServed(plan, "dwellPhases", SitePhases.numbersOf(plan.dwellPhases()));
            if (report.size() == before) { // Else a second word on the same phases is only noise.
                checkApproach(plan);
            }
            checkServed(plan, "exitPhases", SitePhases.numbersOf(plan.exitPhases()));
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

    /** The vehicle that asked must get a green; in Korea it and nobody else. */
    private void checkApproach(PreemptPlan plan) {
        List<Integer> dwell = SitePhases.numbersOf(plan.dwellPhases());
        List<Integer> own = own(plan);
        if (dwell.stream().noneMatch(own::contains)) {
            addDwell(plan, dwell, "a phase of approach " + plan.approach());
        } else if (sheet.profile() == Profile.KR && !isWhole(dwell, own)) {
            addDwell(
                    plan,
                    dwell,
                    own + ", the through and the protected left of approach " + plan.approach());
        }
    }

    private List<Integer> own(PreemptPlan plan) {
        return sheet.phases().stream()
                .filter(phase -> phase.approach() == plan.approach())
                .map(VehiclePhase::number)
                .toList();
    }

    /**
     * Lefts are protected: with the opposing through green instead of its own left, the queue that
     * turns left stands before the vehicle, and the vehicle itself may not turn.
     *
     * @return whether it is phases of the approach only, and all that may be green with them
     */
    private boolean isWhole(List<Integer> dwell, List<Integer> own) {
        return own.containsAll(dwell)
                && own.stream()
                        .filter(phase -> !dwell.contains(phase))
                        .noneMatch(
                                left -> dwell.stream().allMatch(phase -> compatible(left, phase)));
    }

    private void addDwell(PreemptPlan plan, List<Integer> dwell, String allowed) {
        String key = "dwellPhases";
        report.add(RULE, path(plan, key), what(plan, key), dwell, allowed);
    }

    private static String path(PreemptPlan plan, String key) {
        return "preempts." + plan.number() + "." + key;
    }

    private static String what(PreemptPlan plan, String key) {
        return key + " of preempt " + plan.number();
    }
}
