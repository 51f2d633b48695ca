package org.sinho.rig.skeleton;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sheet's numbers of one junction: change intervals by the Korean formula, walks, greens.
 *
 * <p>Tenths of a second unless the name says otherwise.
 */
final class SheetTiming {
    private static final double REACTION_S = 1.0;
    private static final double TWICE_BRAKING_MPS2 = 10.0;
    private static final double VEHICLE_M = 5.0;
    private static final double START_S = 1.5;
    private static final int YELLOW_LEAST = 30;
    private static final int YELLOW_MOST = 50;
    private static final int RED_THROUGH = 20;
    private static final int RED_LEFT = 15;
    private static final int WALK = 70;
    private static final int BUFFER = 30;

    /** Design speed of personal mobility on the crossing, 10 km/h. */
    private static final double WHEELS_MPS = 10 / 3.6;

    private final PhasePlan plan;
    private final boolean protectionZone;
    private final Map<Integer, Change> changes = new TreeMap<>();
    private final Map<Integer, Walk> walks = new TreeMap<>();

    /** Change interval of a phase with what it follows from. */
    record Change(int speedKmh, int distanceDm, int formula, int yellow, int red) {
        int total() {
            return yellow + red;
        }
    }

    /** Walk of a pedestrian phase. */
    record Walk(int crossingDm, int walk, int clear, int buffer) {
        int total() {
            return walk + clear + buffer;
        }
    }

    SheetTiming(PhasePlan plan, boolean protectionZone) {
        this.plan = plan;
        this.protectionZone = protectionZone;
        for (PhasePlan.Phase phase : plan.phases()) {
            changes.put(phase.number(), change(phase));
        }
        plan.walks().forEach((number, crosswalks) -> walks.put(number, walk(number, crosswalks)));
    }

    /** Right turns are slow and short: they never set the phase's speed, but they do clear. */
    private Change change(PhasePlan.Phase phase) {
        List<Movement> ways = plan.driven(phase);
        List<Movement> rights = ways.stream().filter(way -> way.turn() == 'r').toList();
        List<Movement> others = ways.stream().filter(way -> way.turn() != 'r').toList();
        Measures.Clearing clearing = Measures.clearing(others.isEmpty() ? rights : others);
        int formula = formula(clearing);
        int turning = rights.isEmpty() ? 0 : formula(Measures.clearing(rights));
        int usual = phase.left() ? RED_LEFT : RED_THROUGH;
        int yellow = Math.clamp(Math.max(formula, turning - usual), YELLOW_LEAST, YELLOW_MOST);
        int red = Math.max(usual, Math.max(formula - YELLOW_MOST, turning - yellow));
        return new Change(clearing.speedKmh(), clearing.distanceDm(), formula, yellow, red);
    }

    private static int formula(Measures.Clearing clearing) {
        double speedMps = clearing.speedKmh() / 3.6;
        double seconds =
                REACTION_S
                        + speedMps / TWICE_BRAKING_MPS2
                        + (clearing.distanceDm() / 10.0 + VEHICLE_M) / speedMps
                        - START_S;
        return (int) Math.ceil(seconds * 10.0 - 1e-9);
    }

    private Walk walk(int number, List<Crosswalk> crosswalks) {
        int crossingDm = Measures.crossingDm(crosswalks);
        double speedMps = protectionZone ? 0.7 : 1.0;
        double seconds = crossingDm / 10.0 / speedMps;
        for (Movement way : plan.ridden(number)) {
            seconds = Math.max(seconds, way.lengthM() / WHEELS_MPS - BUFFER / 10.0);
        }
        int clear = 10 * (int) Math.ceil(seconds - 1e-9); // The controller counts whole seconds.
        return new Walk(crossingDm, WALK, clear, BUFFER);
    }

    boolean protectionZone() {
        return protectionZone;
    }

    Change change(int phase) {
        return changes.get(phase);
    }

    Map<Integer, Walk> walks() {
        return walks;
    }

    int minimumGreen(PhasePlan.Phase phase) {
        return phase.left() || phase.ways().isEmpty() ? 50 : phase.group() == 1 ? 70 : 60;
    }

    int passage() {
        return 30;
    }

    /** {@return green and change that a phase needs when someone walks, whole seconds} */
    int shortestS(PhasePlan.Phase phase) {
        Walk walk = walks.get(phase.number());
        int green = Math.max(minimumGreen(phase), walk == null ? 0 : walk.total());
        return Math.ceilDiv(green + change(phase.number()).total(), 10);
    }

    /** {@return the shortest cycle that serves everybody, seconds} */
    int shortestCycleS() {
        int total = 0;
        for (int group = 0; group < plan.sequence().getFirst().size(); group++) {
            total += groupS(group);
        }
        return total;
    }

    private int groupS(int group) {
        int longest = 0;
        for (List<List<Integer>> ring : plan.sequence()) {
            longest = Math.max(longest, ringS(ring.get(group)));
        }
        return longest;
    }

    private int ringS(List<Integer> members) {
        return members.stream().mapToInt(number -> shortestS(plan.phase(number))).sum();
    }

    /** {@return splits that fill a cycle: what is left over goes to throughs, more to group 1} */
    Map<Integer, Integer> splitsS(int cycleS) {
        List<List<List<Integer>>> sequence = plan.sequence();
        int groups = sequence.getFirst().size();
        int spare = cycleS - shortestCycleS();
        Map<Integer, Integer> splits = new TreeMap<>();
        int given = 0;
        for (int group = 0; group < groups; group++) {
            int share = group == groups - 1 ? spare - given : spare * 6 / 10;
            given += share;
            int total = groupS(group) + share;
            for (List<List<Integer>> ring : sequence) {
                fill(ring.get(group), total, splits);
            }
        }
        return splits;
    }

    /** A left gets a fifth of its ring's spare time, throughs share the rest. */
    private void fill(List<Integer> members, int totalS, Map<Integer, Integer> splits) {
        int spare = totalS - ringS(members);
        int left = spare;
        for (int i = 0; i < members.size(); i++) {
            PhasePlan.Phase phase = plan.phase(members.get(i));
            boolean last = i == members.size() - 1;
            int part = phase.left() ? spare / 5 : left / (members.size() - i);
            int extra = last ? left : part;
            left -= extra;
            splits.put(phase.number(), shortestS(phase) + extra);
        }
    }

    /** {@return longest green: that of the longest split, in steps of 5 s} */
    int maximumGreen(PhasePlan.Phase phase, List<Integer> cyclesS) {
        int longest = shortestS(phase) * 10 - change(phase.number()).total();
        for (int cycleS : cyclesS) {
            int split = splitsS(cycleS).get(phase.number()) * 10;
            longest = Math.max(longest, split - change(phase.number()).total());
        }
        return Math.ceilDiv(Math.max(longest, 100), 50) * 50;
    }
}
