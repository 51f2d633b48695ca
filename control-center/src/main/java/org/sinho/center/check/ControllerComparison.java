package org.sinho.center.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * I-06: the sheet and the controller, programmed apart from it, say the same.
 *
 * <p>A pure function; somebody else reads the controller. Findings point at the line of the sheet,
 * {@code value} is the controller's, {@code allowed} the sheet's. With any finding the site stays
 * in its local plan.
 */
public final class ControllerComparison {
    private static final String RULE = "I-06";

    private final SiteSheet sheet;
    private final ControllerReadBack controller;
    private final LintReport report;

    private ControllerComparison(SheetDocument document, ControllerReadBack controller) {
        this.sheet = document.sheet();
        this.controller = controller;
        this.report = new LintReport(document);
    }

    /**
     * Compares a sheet with a controller.
     *
     * @param document the signed-off sheet
     * @param controller what the controller answered
     * @return the differences, in order of line; empty when there is none
     */
    public static List<Finding> compare(SheetDocument document, ControllerReadBack controller) {
        ControllerComparison comparison = new ControllerComparison(document, controller);
        comparison.comparePhases();
        comparison.comparePreempts();
        comparison.compareOverlaps();
        comparison.compareBackup();
        return comparison.report.inOrderOfLine();
    }

    private void comparePhases() {
        for (VehiclePhase phase : sheet.phases()) {
            ControllerReadBack.Phase read = controller.phases().get(phase.number());
            if (read == null) {
                String what = "phase " + phase.number() + " of controller";
                report.add(RULE, "phases." + phase.number(), what, "not enabled", "enabled");
            } else {
                compareTiming(phase, read);
                compareWalk(phase, read);
                compareConcurrency(phase, read);
            }
        }
        for (int number : new TreeSet<>(controller.phases().keySet())) {
            if (sheet.findPhase(number).isEmpty()) {
                String what = "phase " + number + " of controller";
                report.add(RULE, "phases", what, "enabled", "not enabled");
            }
        }
    }

    private void compareTiming(VehiclePhase phase, ControllerReadBack.Phase read) {
        String of = " of phase " + phase.number();
        String path = "timing." + phase.number();
        equal(
                path + ".yellowChangeDs",
                "phaseYellowChange" + of,
                read.yellowChangeDs(),
                phase.yellowChangeDs());
        equal(
                path + ".redClearanceDs",
                "phaseRedClear" + of,
                read.redClearDs(),
                phase.redClearanceDs());
        equal(
                path + ".minimumGreenDs",
                "phaseMinimumGreen in ds" + of,
                read.minimumGreenS() * 10,
                phase.minimumGreenDs());
        equal("phases." + phase.number() + ".ring", "phaseRing" + of, read.ring(), phase.ring());
    }

    private void compareWalk(VehiclePhase phase, ControllerReadBack.Phase read) {
        String of = " of phase " + phase.number();
        // A controller times the walk of phase n by the row of phase n.
        Optional<PedestrianPhase> walk =
                sheet.pedestrians().stream()
                        .filter(at -> at.parallelPhase() == phase.number())
                        .findFirst();
        String path = walk.map(at -> "pedestrians." + at.number()).orElse("pedestrians");
        int walkDs = walk.map(PedestrianPhase::walkDs).orElse(0);
        int clearanceDs = walk.map(PedestrianPhase::clearanceDs).orElse(0);
        equal(path + ".walkDs", "phaseWalk in ds" + of, read.walkS() * 10, walkDs);
        equal(
                path + ".clearanceDs",
                "phasePedestrianClear in ds" + of,
                read.pedestrianClearS() * 10,
                clearanceDs);
    }

    /** What may run together in the controller is the complement of what the matrix forbids. */
    private void compareConcurrency(VehiclePhase phase, ControllerReadBack.Phase read) {
        for (VehiclePhase other : sheet.phases()) {
            if (other.number() == phase.number()) {
                continue; // Whether a phase lists itself is a matter of taste.
            }
            boolean together = read.concurrency().contains(other.number());
            boolean forbidden =
                    new SitePhases(sheet)
                            .isForbidden(SitePhases.indexOf(phase), SitePhases.indexOf(other));
            boolean oneRing = phase.ring() == other.ring();
            if (together == (forbidden || oneRing)) {
                report.add(
                        RULE,
                        "conflicts." + phase.number(),
                        "phaseConcurrency of phase " + phase.number(),
                        (together ? "with " : "without ") + other.number(),
                        (together ? "without " : "with ") + other.number());
            }
        }
        for (int number : new TreeSet<>(read.concurrency())) {
            if (sheet.findPhase(number).isEmpty()) {
                report.add(
                        RULE,
                        "conflicts." + phase.number(),
                        "phaseConcurrency of phase " + phase.number(),
                        "with " + number,
                        "phases of the sheet");
            }
        }
    }

    private void comparePreempts() {
        for (PreemptPlan plan : sheet.preempts()) {
            ControllerReadBack.Preempt read = controller.preempts().get(plan.number());
            if (read == null) {
                String what = "preempt " + plan.number() + " of controller";
                report.add(RULE, "preempts." + plan.number(), what, "not in use", "in use");
            } else {
                comparePreempt(plan, read);
            }
        }
        for (int number : new TreeSet<>(controller.preempts().keySet())) {
            if (sheet.preempts().stream().noneMatch(plan -> plan.number() == number)) {
                String what = "preempt " + number + " of controller";
                report.add(RULE, "preempts", what, "in use", "not in use");
            }
        }
    }

    private void comparePreempt(PreemptPlan plan, ControllerReadBack.Preempt read) {
        String of = " of preempt " + plan.number();
        String path = "preempts." + plan.number();
        equal(
                path + ".dwellPhases",
                "preemptDwellPhase" + of,
                read.dwellPhases(),
                plan.dwellPhases());
        equal(path + ".exitPhases", "preemptExitPhase" + of, read.exitPhases(), plan.exitPhases());
        equal(
                path + ".minimumGreenDs",
                "preemptMinimumGreen in ds" + of,
                read.minimumGreenS() * 10,
                plan.minimumGreenDs());
        equal(
                path + ".enterYellowChangeDs",
                "preemptEnterYellowChange" + of,
                read.enterYellowChangeDs(),
                plan.enterYellowChangeDs());
        equal(
                path + ".enterRedClearDs",
                "preemptEnterRedClear" + of,
                read.enterRedClearDs(),
                plan.enterRedClearDs());
        equal(
                path + ".enterPedClearS",
                "preemptEnterPedClear" + of,
                read.enterPedClearS(),
                plan.enterPedClearS());
        equal(
                path + ".maximumPresenceS",
                "preemptMaximumPresence" + of,
                read.maximumPresenceS(),
                plan.maximumPresenceS());
        // The sheet has no entry for it: 0 would end a walk at once.
        report.requireAtLeast(RULE, path, "preemptMinimumWalk" + of, read.minimumWalkS(), 1);
    }

    private void compareOverlaps() {
        for (Overlap overlap : sheet.overlaps()) {
            String path = "overlaps." + overlap.number();
            String of = " of overlap " + overlap.number();
            ControllerReadBack.Overlap read = controller.overlaps().get(overlap.number());
            if (read == null) {
                String what = "overlap " + overlap.number() + " of controller";
                report.add(RULE, path, what, "not in use", "in use");
                continue;
            }
            int included =
                    overlap.includedPhases().stream()
                            .mapToInt(number -> 1 << (number - 1))
                            .reduce(0, (a, b) -> a | b);
            equal(path, "overlapIncludedPhases" + of, read.includedPhases(), included);
            equal(path, "overlapModifierPhases" + of, read.modifierPhases(), 0);
            equal(path, "overlapTrailYellow" + of, read.trailYellowDs(), overlap.yellowChangeDs());
            equal(path, "overlapTrailRed" + of, read.trailRedDs(), overlap.redClearanceDs());
        }
        for (int number : new TreeSet<>(controller.overlaps().keySet())) {
            if (sheet.overlaps().stream().noneMatch(overlap -> overlap.number() == number)) {
                String what = "overlap " + number + " of controller";
                report.add(RULE, "phases", what, "in use", "not in use");
            }
        }
    }

    private void compareBackup() {
        int backupS = controller.unitBackupTimeS();
        equal("backupTimeS", "unitBackupTime of controller", backupS, sheet.backupTimeS());
        report.requireWithin(
                "I-11",
                "backupTimeS",
                "unitBackupTime of controller",
                backupS,
                FallbackRules.SHORTEST_BACKUP_S,
                FallbackRules.LONGEST_BACKUP_S);
    }

    private void equal(String path, String what, int read, int signed) {
        if (read != signed) {
            report.add(RULE, path, what, read, signed + " as in the sheet");
        }
    }

    private void equal(String path, String what, Set<Integer> read, int signedBits) {
        List<Integer> signed = SitePhases.numbersOf(signedBits);
        List<Integer> found = List.copyOf(new TreeSet<>(read));
        if (!found.equals(signed)) {
            report.add(RULE, path, what, found, signed + " as in the sheet");
        }
    }
}
