package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;

/** Which phases serve an approach's emergency vehicles, and which come after them. */
final class PreemptWish {
    private final PhasePlan plan;

    PreemptWish(PhasePlan plan) {
        this.plan = plan;
    }

    /** {@return the approach's phases that may be green at once, the through first} */
    List<Integer> dwell(Approach approach) {
        List<Integer> dwell = new ArrayList<>();
        for (PhasePlan.Phase phase : plan.phases()) {
            boolean own = phase.approach().number() == approach.number() && !phase.ways().isEmpty();
            if (own && dwell.stream().allMatch(n -> plan.phase(n).together(phase))) {
                dwell.add(phase.number());
            }
        }
        dwell.sort((a, b) -> Boolean.compare(plan.phase(a).left(), plan.phase(b).left()));
        return dwell;
    }

    /** {@return throughs of the other street, or another phase where there is no other street} */
    List<Integer> exit(List<Integer> dwell) {
        int group = plan.phase(dwell.getFirst()).group();
        List<Integer> exit = new ArrayList<>();
        List<PhasePlan.Phase> driven =
                plan.phases().stream()
                        .filter(phase -> !phase.ways().isEmpty() && !phase.left())
                        .toList();
        boolean street = driven.stream().anyMatch(phase -> phase.group() != group);
        for (PhasePlan.Phase phase : driven) {
            if ((street ? phase.group() != group : !dwell.contains(phase.number()))
                    && exit.stream().allMatch(n -> plan.phase(n).together(phase))) {
                exit.add(phase.number());
            }
        }
        return exit.isEmpty() ? dwell : exit;
    }
}
