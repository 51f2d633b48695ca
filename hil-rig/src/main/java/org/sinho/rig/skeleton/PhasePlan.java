package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which phase serves which way, in rings and barrier groups.
 *
 * <p>Three or four arms get two rings: main street 2 and 6 with protected lefts 5 and 1, side
 * street 4 and 8 with 7 and 3. A street where a left turn shares its lane has its two directions
 * one after the other in ring 1. Everything else is one ring with one phase per approach. A
 * crossing walks with the through phase on whose right it lies; one that fits no phase gets a phase
 * of its own in which nothing drives.
 */
final class PhasePlan {
    private static final double OPPOSITE_DEG = 140;

    private final Intersection junction;
    private final List<Approach> approaches = new ArrayList<>();
    private final Map<Integer, Phase> phases = new TreeMap<>();
    private final Map<Integer, List<Crosswalk>> walks = new TreeMap<>();
    private final Map<Movement, Integer> pedOf = new HashMap<>();

    /**
     * One phase.
     *
     * @param number NTCIP phase
     * @param ring 1 or 2
     * @param group barrier group, from 1
     * @param approach approach that it serves
     * @param left whether it serves left turns alone
     * @param ways what it serves; empty for a phase of people alone
     */
    record Phase(
            int number, int ring, int group, Approach approach, boolean left, List<Movement> ways) {
        boolean together(Phase other) {
            return number == other.number() || ring != other.ring() && group == other.group();
        }

        String name() {
            if (ways.isEmpty()) {
                return "people only";
            }
            boolean all = !left && ways.stream().anyMatch(way -> way.turn() == 'l');
            return approach.name() + (left ? " left" : all ? "" : " through");
        }
    }

    PhasePlan(Intersection junction) {
        this(junction, false);
    }

    /**
     * Plans a junction.
     *
     * @param stages whether it is to be one ring of stages, an approach each, whatever its form
     */
    PhasePlan(Intersection junction, boolean stages) {
        this.junction = junction;
        List<Approach> found = Approach.of(junction);
        List<Approach> open =
                new ArrayList<>(
                        found.stream()
                                .filter(approach -> !approach.ingress().isEmpty())
                                .sorted(Comparator.comparingDouble(Approach::weight).reversed())
                                .toList());
        List<Approach> main = street(open);
        List<Approach> side = street(open);
        if (open.isEmpty() && !stages) {
            street(number(main), 1, 2, 6, 5, 1, 1);
            street(number(side), 2, 4, 8, 7, 3, 3);
        } else {
            List<Approach> all = new ArrayList<>(main);
            all.addAll(side);
            all.addAll(open);
            oneRing(number(all));
        }
        number(found.stream().filter(approach -> approach.ingress().isEmpty()).toList());
        junction.crosswalks().forEach(this::walk);
        for (Phase phase : List.copyOf(phases.values())) {
            phase.ways().stream().filter(Movement::wheels).forEach(way -> wheels(phase, way));
        }
    }

    /** Takes the weightiest approach and the one that comes towards it, if there is one. */
    private static List<Approach> street(List<Approach> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        Approach first = open.removeFirst();
        Optional<Approach> second =
                open.stream()
                        .filter(
                                other ->
                                        Approach.between(first.headingDeg(), other.headingDeg())
                                                > OPPOSITE_DEG)
                        .findFirst();
        if (second.isEmpty()) {
            boolean stem = open.size() == 2; // The two others may be the main street.
            if (stem
                    && Approach.between(open.get(0).headingDeg(), open.get(1).headingDeg())
                            > OPPOSITE_DEG) {
                List<Approach> main = ordered(open.get(0), open.get(1));
                open.clear();
                open.add(first);
                return main;
            }
            return List.of(first);
        }
        open.remove(second.get());
        return ordered(first, second.get());
    }

    /** Eastbound before westbound, northbound before southbound. */
    private static List<Approach> ordered(Approach a, Approach b) {
        double rad = Math.toRadians(a.headingDeg());
        boolean first = Math.cos(rad) + 0.5 * Math.sin(rad) > 0;
        return first ? List.of(a, b) : List.of(b, a);
    }

    private List<Approach> number(List<Approach> some) {
        List<Approach> numbered = new ArrayList<>();
        for (Approach approach : some) {
            Approach with = approach.withNumber(approaches.size() + 1);
            approaches.add(with);
            numbered.add(with);
        }
        return numbered;
    }

    /** Two directions at once with their lefts apart, or one after the other. */
    private void street(
            List<Approach> street, int group, int one, int two, int left1, int left2, int second) {
        boolean dual = street.size() == 2 && street.stream().allMatch(Approach::ownLeftLanes);
        if (dual) {
            put(one, 1, group, street.get(0), false, street.get(0).ways(false));
            put(two, 2, group, street.get(1), false, street.get(1).ways(false));
            put(left1, 2, group, street.get(0), true, street.get(0).ways(true));
            put(left2, 1, group, street.get(1), true, street.get(1).ways(true));
            return;
        }
        for (int i = 0; i < street.size(); i++) {
            Approach approach = street.get(i);
            put(i == 0 ? one : second, 1, group, approach, false, approach.movements());
        }
    }

    private void oneRing(List<Approach> all) {
        for (int i = 0; i < all.size(); i++) {
            put(i + 1, 1, 1, all.get(i), false, all.get(i).movements());
        }
    }

    private void put(
            int number, int ring, int group, Approach from, boolean left, List<Movement> ways) {
        if (!ways.isEmpty()) {
            phases.put(number, new Phase(number, ring, group, from, left, ways));
        }
    }

    private void walk(Crosswalk crosswalk) {
        Phase best = null;
        for (Phase phase : phases.values()) {
            boolean taken = walks.containsKey(phase.number());
            if (!phase.left()
                    && !phase.ways().isEmpty()
                    && fits(crosswalk, phase)
                    && !(taken && turnsInto(crosswalk, phase))
                    && (best == null || turnsInto(crosswalk, phase))) {
                best = phase;
            }
        }
        if (best == null) {
            best = peopleOnly();
        }
        walks.computeIfAbsent(best.number(), id -> new ArrayList<>()).add(crosswalk);
    }

    /** Nothing that may be green meanwhile drives over it, but for right turns onto its arm. */
    private boolean fits(Crosswalk crosswalk, Phase walkedWith) {
        for (Phase phase : phases.values()) {
            if (!phase.together(walkedWith)) {
                continue;
            }
            for (Movement way : phase.ways()) {
                boolean leaves = crosswalk.crossed().contains(way.from().edge());
                boolean enters = crosswalk.crossed().contains(way.to().edge());
                if (leaves || enters && way.turn() != 'r') {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean turnsInto(Crosswalk crosswalk, Phase phase) {
        return phase.ways().stream().anyMatch(way -> crosswalk.crossed().contains(way.to().edge()));
    }

    private Phase peopleOnly() {
        for (Phase phase : phases.values()) {
            if (phase.ways().isEmpty()) {
                return phase;
            }
        }
        int number = phases.containsKey(3) ? 9 : 3;
        int group = phases.values().stream().mapToInt(Phase::group).max().orElse(1);
        Phase made = new Phase(number, 1, group, approaches.getFirst(), false, List.of());
        phases.put(number, made);
        return made;
    }

    /** Personal mobility on its own lane rides while people walk beside it, but for right turns. */
    private void wheels(Phase phase, Movement way) {
        if (way.turn() != 'r' && walks.containsKey(phase.number())) {
            pedOf.put(way, phase.number());
        }
    }

    Intersection junction() {
        return junction;
    }

    List<Approach> approaches() {
        return approaches;
    }

    List<Phase> phases() {
        return List.copyOf(phases.values());
    }

    Phase phase(int number) {
        return phases.get(number);
    }

    /** {@return crossings by the number of the phase that they walk with} */
    Map<Integer, List<Crosswalk>> walks() {
        return walks;
    }

    /** {@return ways that a phase's own lamps let go} */
    List<Movement> driven(Phase phase) {
        return phase.ways().stream().filter(way -> !pedOf.containsKey(way)).toList();
    }

    /** {@return ways of personal mobility that go with a walk} */
    List<Movement> ridden(int ped) {
        return junction.movements().stream()
                .filter(way -> Integer.valueOf(ped).equals(pedOf.get(way)))
                .toList();
    }

    /** {@return phases of each ring in each barrier group, in order of service} */
    List<List<List<Integer>>> sequence() {
        int groups = phases.values().stream().mapToInt(Phase::group).max().orElse(1);
        int first = phases.values().stream().mapToInt(Phase::group).min().orElse(1);
        List<List<List<Integer>>> rings = new ArrayList<>();
        for (int ring = 1; ring <= 2; ring++) {
            List<List<Integer>> ofRing = new ArrayList<>();
            for (int group = first; group <= groups; group++) {
                List<Integer> members = new ArrayList<>();
                for (Phase phase : phases.values()) {
                    if (phase.ring() == ring && phase.group() == group) {
                        members.add(phase.number());
                    }
                }
                ofRing.add(members);
            }
            if (ofRing.stream().anyMatch(members -> !members.isEmpty())) {
                rings.add(ofRing);
            }
        }
        return rings;
    }
}
