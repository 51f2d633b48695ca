package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;
import org.sinho.rig.sumo.SumoNet;

/** Who must not meet whom, by SUMO's own right-of-way table and by rings and barriers. */
final class FoeTable {
    private final PhasePlan plan;
    private final SumoNet net;

    /** What may be shown together. */
    enum Verdict {
        /** Never. */
        FORBIDDEN,
        /** One gives way. */
        YIELD,
        /** Nothing to fear. */
        FREE
    }

    private record Way(String junction, List<Integer> requests, char turn) {}

    FoeTable(PhasePlan plan, SumoNet net) {
        this.plan = plan;
        this.net = net;
    }

    Verdict between(String a, String b) {
        PhasePlan.Phase first = plan.phase(ConflictPlan.number(a));
        PhasePlan.Phase second = plan.phase(ConflictPlan.number(b));
        boolean people = a.startsWith("P") || b.startsWith("P");
        boolean apart =
                first.number() != second.number()
                        && (first.ring() == second.ring() || first.group() != second.group());
        if (!people && apart) {
            return Verdict.FORBIDDEN; // The controller never shows them together either.
        }
        Verdict worst = Verdict.FREE;
        for (Way way : ways(a)) {
            for (Way other : ways(b)) {
                if (!foes(way, other)) {
                    continue;
                }
                boolean turn = way.turn() == 'r' || other.turn() == 'r';
                if (apart || !turn) {
                    return Verdict.FORBIDDEN;
                }
                worst = Verdict.YIELD;
            }
        }
        return worst;
    }

    private List<Way> ways(String name) {
        int number = ConflictPlan.number(name);
        List<Way> ways = new ArrayList<>();
        if (!name.startsWith("P")) {
            for (Movement way : plan.driven(plan.phase(number))) {
                ways.add(new Way(way.junction(), way.requests(), way.turn()));
            }
            return ways;
        }
        for (Crosswalk walk : plan.walks().get(number)) {
            ways.add(new Way(walk.junction(), List.of(walk.request()), 'p'));
        }
        for (Movement way : plan.ridden(number)) {
            ways.add(new Way(way.junction(), way.requests(), 'p'));
        }
        return ways;
    }

    private boolean foes(Way a, Way b) {
        if (!a.junction().equals(b.junction())) {
            return false;
        }
        SumoNet.Junction junction = net.junctions().get(a.junction());
        for (int i : a.requests()) {
            for (int k : b.requests()) {
                if (i >= 0
                        && k >= 0
                        && i < junction.foes().size()
                        && k < junction.foes().size()
                        && (junction.foes().get(i).get(k) || junction.foes().get(k).get(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
