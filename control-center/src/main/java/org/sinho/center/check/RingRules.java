package org.sinho.center.check;

import java.util.List;
import java.util.stream.IntStream;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** I-02: rings, barriers and the conflict matrix tell the same story. */
final class RingRules {
    private static final String RULE = "I-02";

    private final SiteSheet sheet;
    private final SitePhases phases;
    private final LintReport report;

    RingRules(SheetDocument document, LintReport report) {
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.report = report;
    }

    void check() {
        sheet.phases().forEach(this::checkPlace);
        for (int ring = 1; ring <= sheet.rings().size(); ring++) {
            checkOrder(ring, sheet.rings().get(ring - 1));
        }
        for (VehiclePhase first : sheet.phases()) {
            for (VehiclePhase second : sheet.phases()) {
                if (first.number() < second.number()) {
                    checkConcurrent(first, second);
                }
            }
        }
        sheet.pedestrians().forEach(this::checkWalk);
    }

    private void checkPlace(VehiclePhase phase) {
        String what = "phase " + phase.number();
        List<Integer> rings = places(sheet.rings(), phase.number());
        if (rings.size() != 1) {
            report.add(RULE, "rings", "places of " + what + " in rings", rings.size(), "1");
        } else if (rings.getFirst() != phase.ring()) {
            String path = "phases." + phase.number() + ".ring";
            report.add(RULE, path, "ring of " + what, phase.ring(), rings.getFirst() + " by rings");
        }
        int groups = places(sheet.barrierGroups(), phase.number()).size();
        if (groups != 1) {
            String of = "places of " + what + " in barrierGroups";
            report.add(RULE, "barrierGroups", of, groups, "1");
        }
    }

    private static List<Integer> places(List<List<Integer>> lists, int number) {
        return IntStream.rangeClosed(1, lists.size())
                .filter(position -> lists.get(position - 1).contains(number))
                .boxed()
                .toList();
    }

    /** A ring runs through the barrier groups in the order in which they are listed. */
    private void checkOrder(int ring, List<Integer> sequence) {
        int last = 0;
        for (int number : sequence) {
            List<Integer> group = places(sheet.barrierGroups(), number);
            if (group.size() == 1 && group.getFirst() < last) {
                report.add(
                        RULE,
                        "rings." + ring,
                        "order of ring " + ring,
                        "phase " + number + " after barrier group " + last,
                        "barrier groups in the same order in all rings");
                return;
            }
            last = group.isEmpty() ? last : group.getFirst();
        }
    }

    private void checkConcurrent(VehiclePhase first, VehiclePhase second) {
        if (phases.mayRunTogether(first.number(), second.number())
                && phases.isForbidden(SitePhases.indexOf(first), SitePhases.indexOf(second))) {
            report.add(
                    RULE,
                    "barrierGroups",
                    "conflict of " + first.number() + " and " + second.number(),
                    "X",
                    "y or . as rings and barriers let them run together");
        }
    }

    /** A walk is shown with its parallel phase and so with all that may run beside that. */
    private void checkWalk(PedestrianPhase walk) {
        for (VehiclePhase phase : sheet.phases()) {
            boolean together =
                    phase.number() == walk.parallelPhase()
                            || phases.mayRunTogether(phase.number(), walk.parallelPhase());
            if (together
                    && phases.isForbidden(SitePhases.indexOf(phase), SitePhases.indexOf(walk))) {
                report.add(
                        RULE,
                        "pedestrians." + walk.number() + ".parallelPhase",
                        "conflict of " + phase.number() + " and P" + walk.number(),
                        "X",
                        "y or . as P"
                                + walk.number()
                                + " walks with phase "
                                + walk.parallelPhase());
            }
        }
    }
}
