package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;

/** The sheet's conflict matrix, from the shapes of the ways. */
final class ConflictPlan {
    private final PhasePlan plan;

    ConflictPlan(PhasePlan plan) {
        this.plan = plan;
    }

    /** {@return row and column names: phases, then pedestrians} */
    List<String> names() {
        List<String> names = new ArrayList<>();
        plan.phases().forEach(phase -> names.add(String.valueOf(phase.number())));
        plan.walks().keySet().forEach(number -> names.add("P" + number));
        return names;
    }

    /** {@return {@code X}, {@code y}, {@code .} or {@code -}} */
    char decide(String a, String b) {
        if (a.equals(b)) {
            return '-';
        }
        boolean walkA = a.startsWith("P");
        boolean walkB = b.startsWith("P");
        if (walkA && walkB) {
            return walks(number(a), number(b));
        }
        if (walkA || walkB) {
            return walkA
                    ? walk(number(a), plan.phase(number(b)))
                    : walk(number(b), plan.phase(number(a)));
        }
        return vehicles(plan.phase(number(a)), plan.phase(number(b)));
    }

    static int number(String name) {
        return Integer.parseInt(name.startsWith("P") ? name.substring(1) : name);
    }

    private char vehicles(PhasePlan.Phase a, PhasePlan.Phase b) {
        if (!a.together(b)) {
            return 'X';
        }
        for (Movement first : plan.driven(a)) {
            for (Movement second : plan.driven(b)) {
                if (first.meets(second)) {
                    return first.turn() == 'r' || second.turn() == 'r' ? 'y' : 'X';
                }
            }
        }
        return '.';
    }

    private char walk(int ped, PhasePlan.Phase phase) {
        boolean together = phase.together(plan.phase(ped));
        boolean yields = false;
        for (Movement way : plan.driven(phase)) {
            for (Crosswalk crosswalk : plan.walks().get(ped)) {
                boolean leaves = crosswalk.crossed().contains(way.from().edge());
                boolean enters = crosswalk.crossed().contains(way.to().edge());
                if (leaves || enters && !(together && way.turn() == 'r')) {
                    return 'X';
                }
                yields |= enters;
            }
            for (Movement rider : plan.ridden(ped)) {
                if (way.meets(rider)) {
                    if (!(together && way.turn() == 'r')) {
                        return 'X';
                    }
                    yields = true;
                }
            }
        }
        return yields ? 'y' : '.';
    }

    /** People never hinder each other; personal mobility that rides beside them does. */
    private char walks(int a, int b) {
        return ridesOver(a, b) || ridesOver(b, a) ? 'X' : '.';
    }

    private boolean ridesOver(int rider, int other) {
        for (Movement way : plan.ridden(rider)) {
            for (Crosswalk crosswalk : plan.walks().get(other)) {
                if (crosswalk.crossed().contains(way.from().edge())
                        || crosswalk.crossed().contains(way.to().edge())) {
                    return true;
                }
            }
            for (Movement crossing : plan.ridden(other)) {
                if (way.meets(crossing)) {
                    return true;
                }
            }
        }
        return false;
    }
}
