package org.sinho.center.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sinho.center.sheet.PhaseNames;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SignedYield;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;

/** I-01: the conflict matrix is decided, symmetric, signed, and not milder than the lanes. */
final class ConflictRules {
    private static final String RULE = "I-01";

    private final SheetDocument document;
    private final SiteSheet sheet;
    private final SitePhases phases;
    private final LintReport report;
    private final Set<String> reported = new HashSet<>();

    ConflictRules(SheetDocument document, LintReport report) {
        this.document = document;
        this.sheet = document.sheet();
        this.phases = new SitePhases(sheet);
        this.report = report;
    }

    void check() {
        List<Integer> indices = phases.indices();
        for (int first : indices) {
            checkItself(first);
            for (int second : indices) {
                if (first < second) {
                    checkPair(first, second);
                }
            }
        }
        checkSignatures();
        sheet.pedestrians().forEach(this::checkCrossing);
        checkLanes();
    }

    private void checkItself(int index) {
        Conflict conflict = sheet.conflicts()[index][index];
        if (conflict != Conflict.FREE) {
            add(index, index, describe(conflict), "- (itself)");
        }
    }

    private void checkPair(int first, int second) {
        Conflict upper = sheet.conflicts()[first][second];
        Conflict lower = sheet.conflicts()[second][first];
        if (upper == null || lower == null) {
            int row = upper == null ? first : second;
            int column = upper == null ? second : first;
            add(row, column, "not decided", "X, y or .");
        } else if (upper != lower) {
            String value = describe(lower) + " against " + describe(upper);
            add(second, first, value, "the same both ways");
        }
    }

    private void checkSignatures() {
        for (int first : phases.indices()) {
            for (int second : phases.indices()) {
                if (first < second
                        && sheet.conflicts()[first][second] == Conflict.YIELD
                        && document.yields().stream().noneMatch(is(first, second))) {
                    add(second, first, "y without signature", "y when listed in yields");
                }
            }
        }
        for (int i = 0; i < document.yields().size(); i++) {
            checkSignature(i, document.yields().get(i));
        }
    }

    private void checkSignature(int position, SignedYield signed) {
        String what = "yield of " + SitePhases.pair(signed.first(), signed.second());
        String path = "yields." + position;
        Conflict conflict = sheet.conflicts()[signed.first()][signed.second()];
        if (conflict != null && (conflict != Conflict.YIELD || signed.first() == signed.second())) {
            report.add(RULE, path, what, describe(conflict) + " in conflicts", "y in conflicts");
        }
        boolean again =
                document.yields().subList(0, position).stream()
                        .anyMatch(is(signed.first(), signed.second()));
        if (again) {
            report.add(RULE, path, what, "there twice", "once");
        }
    }

    private static Predicate<SignedYield> is(int first, int second) {
        return signed ->
                signed.first() == first && signed.second() == second
                        || signed.first() == second && signed.second() == first;
    }

    /** Who drives over a crossing may yield only when turning onto it; else never both. */
    private void checkCrossing(PedestrianPhase walk) {
        List<Integer> crossed = document.crossedLanes().get(walk.number());
        for (Way way : Way.of(sheet)) {
            boolean leaves = crossed.contains(way.from().number());
            boolean enters = crossed.contains(way.to().number());
            if (leaves || enters) {
                boolean turns = !leaves && way.maneuver() != Lane.Maneuver.STRAIGHT;
                requireStrict(
                        way.phase() - 1,
                        SitePhases.indexOf(walk),
                        turns,
                        "lane " + (leaves ? way.from() : way.to()).number() + " is crossed");
            }
        }
    }

    /** Ways of different phases that merge or cut across each other are not free. */
    private void checkLanes() {
        List<Way> ways = Way.of(sheet);
        for (Way first : ways) {
            for (Way second : ways) {
                if (first.phase() < second.phase() && first.meets(second)) {
                    requireStrict(
                            first.phase() - 1,
                            second.phase() - 1,
                            true,
                            "lanes "
                                    + first.from().number()
                                    + " and "
                                    + second.from().number()
                                    + " meet");
                }
            }
        }
    }

    private void requireStrict(int first, int second, boolean mayYield, String because) {
        Conflict conflict = sheet.conflicts()[first][second];
        if (conflict == Conflict.FREE || conflict == Conflict.YIELD && !mayYield) {
            String allowed = (mayYield ? "X or signed y" : "X") + " as " + because;
            String what = "conflict of " + SitePhases.pair(first, second);
            if (reported.add(what)) {
                add(second, first, describe(conflict), allowed);
            }
        }
    }

    private void add(int row, int column, String value, String allowed) {
        String path = "conflicts." + PhaseNames.nameOf(row);
        report.add(RULE, path, "conflict of " + SitePhases.pair(row, column), value, allowed);
    }

    private static String describe(Conflict conflict) {
        return switch (conflict) {
            case null -> "not decided";
            case FORBIDDEN -> "X";
            case YIELD -> "y";
            case FREE -> ".";
        };
    }
}
