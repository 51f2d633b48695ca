package org.sinho.center.check;

import java.util.List;
import org.sinho.center.sheet.PhaseNames;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** I-01 to I-04 and I-08 for overlaps: what follows phases obeys the rules of phases. */
final class OverlapRules {
    private static final int MINIMUM_GREEN_DS = 50;

    private final SheetDocument document;
    private final SiteSheet sheet;
    private final SitePhases phases;
    private final CountryRules country;
    private final LintReport report;

    OverlapRules(SheetDocument document, LintReport report) {
        this.document = document;
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.country = new CountryRules(sheet.profile());
        this.report = report;
    }

    void check() {
        for (Overlap overlap : sheet.overlaps()) {
            checkDecided(overlap);
            checkIncluded(overlap);
            checkTiming(overlap);
            checkCrossings(overlap);
            checkLanes(overlap);
        }
    }

    private void checkDecided(Overlap overlap) {
        for (int index : phases.indices()) {
            if (overlap.conflicts().get(index) == null) {
                add(overlap, "I-01", index, "not decided", "in forbidden, yields or free");
            }
        }
    }

    /** The controller shows it with an included phase, and so with all that runs beside that. */
    private void checkIncluded(Overlap overlap) {
        if (overlap.includedPhases().isEmpty()) {
            String what = "includedPhases of overlap " + overlap.number();
            report.add("I-02", path(overlap), what, "empty", "at least one phase");
        }
        for (VehiclePhase phase : sheet.phases()) {
            if (together(overlap, phase.number())
                    && overlap.conflicts().get(SitePhases.indexOf(phase)) == Conflict.FORBIDDEN) {
                add(
                        overlap,
                        "I-02",
                        SitePhases.indexOf(phase),
                        "X",
                        "y or . as rings and barriers let them run together");
            }
        }
        for (PedestrianPhase walk : sheet.pedestrians()) {
            if (together(overlap, walk.parallelPhase())
                    && overlap.conflicts().get(SitePhases.indexOf(walk)) == Conflict.FORBIDDEN) {
                String why = "y or . as it walks with phase " + walk.parallelPhase();
                add(overlap, "I-02", SitePhases.indexOf(walk), "X", why);
            }
        }
    }

    private boolean together(Overlap overlap, int number) {
        return overlap.includedPhases().stream()
                .anyMatch(by -> by == number || phases.mayRunTogether(by, number));
    }

    private void checkTiming(Overlap overlap) {
        String of = " of overlap " + overlap.number();
        VehiclePhase like = like(overlap);
        report.requireAtLeast(
                "I-08",
                path(overlap),
                "minimumGreenDs" + of,
                overlap.minimumGreenDs(),
                MINIMUM_GREEN_DS);
        report.requireWithin(
                "I-03",
                path(overlap),
                "yellowChangeDs" + of,
                overlap.yellowChangeDs(),
                country.yellowFloorDs(like),
                country.yellowCeilingDs());
        report.requireWithin(
                "I-04",
                path(overlap),
                "redClearanceDs" + of,
                overlap.redClearanceDs(),
                country.redFloorDs(like),
                country.redCeilingDs(like));
    }

    /** The formulas ask for speed, grade and distance only. */
    private static VehiclePhase like(Overlap overlap) {
        return new VehiclePhase(
                overlap.number(),
                1,
                overlap.name(),
                overlap.approach(),
                overlap.minimumGreenDs(),
                overlap.minimumGreenDs(),
                0,
                overlap.yellowChangeDs(),
                overlap.redClearanceDs(),
                overlap.approachSpeedKmh(),
                overlap.gradePercent(),
                overlap.clearingDistanceCm());
    }

    private void checkCrossings(Overlap overlap) {
        for (Way way : ways(overlap)) {
            for (PedestrianPhase walk : sheet.pedestrians()) {
                List<Integer> crossed = document.crossedLanes().get(walk.number());
                boolean leaves = crossed.contains(way.from().number());
                boolean enters = crossed.contains(way.to().number());
                if (leaves || enters) {
                    boolean turns = !leaves && way.maneuver() != Lane.Maneuver.STRAIGHT;
                    String because =
                            "lane " + (leaves ? way.from() : way.to()).number() + " is crossed";
                    requireStrict(overlap, SitePhases.indexOf(walk), turns, because);
                }
            }
        }
    }

    private void checkLanes(Overlap overlap) {
        for (Way way : ways(overlap)) {
            for (Way other : Way.of(sheet)) {
                if (other.overlap() == 0 && way.meets(other)) {
                    String because =
                            "lanes "
                                    + way.from().number()
                                    + " and "
                                    + other.from().number()
                                    + " meet";
                    requireStrict(overlap, other.phase() - 1, true, because);
                }
            }
        }
    }

    private List<Way> ways(Overlap overlap) {
        return Way.of(sheet).stream().filter(way -> way.overlap() == overlap.number()).toList();
    }

    private void requireStrict(Overlap overlap, int index, boolean mayYield, String because) {
        Conflict conflict = overlap.conflicts().get(index);
        if (conflict == Conflict.FREE || conflict == Conflict.YIELD && !mayYield) {
            String allowed = (mayYield ? "X or y" : "X") + " as " + because;
            add(overlap, "I-01", index, conflict == Conflict.FREE ? "." : "y", allowed);
        }
    }

    private void add(Overlap overlap, String rule, int index, String value, String allowed) {
        String what = "conflict of O" + overlap.number() + " and " + PhaseNames.nameOf(index);
        report.add(rule, path(overlap), what, value, allowed);
    }

    private static String path(Overlap overlap) {
        return "overlaps." + overlap.number();
    }
}
