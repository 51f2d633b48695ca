package org.sinho.rig.controller;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Rules between phases on one side and overlaps, sequences and patterns on the other. */
final class SignalRules {
    private final TreeMap<Integer, PhaseTiming> phases = new TreeMap<>();

    private SignalRules(List<PhaseTiming> all) {
        all.forEach(phase -> phases.put(phase.number(), phase));
    }

    static void check(
            List<PhaseTiming> phases,
            List<List<List<Integer>>> sequence,
            List<OverlapTiming> overlaps,
            CoordinationTiming coordination) {
        SignalRules rules = new SignalRules(phases);
        rules.overlaps(overlaps);
        rules.sequences(sequence, coordination.sequences());
        Set<Integer> seen = new HashSet<>();
        for (PatternTiming pattern : coordination.patterns()) {
            String where = " of pattern " + pattern.number();
            Check.that(seen.add(pattern.number()), "number", pattern.number(), where, "once");
            rules.pattern(pattern, sequence, coordination.sequences().size() + 1, where);
        }
    }

    private void overlaps(List<OverlapTiming> overlaps) {
        Set<Integer> seen = new HashSet<>();
        for (OverlapTiming overlap : overlaps) {
            String where = " of overlap " + overlap.number();
            Check.that(seen.add(overlap.number()), "number", overlap.number(), where, "once");
            known(overlap.includedPhases(), "includedPhases", where);
            known(overlap.modifierPhases(), "modifierPhases", where);
            known(overlap.conflictingPedestrians(), "conflictingPedestrians", where);
            for (int number : overlap.modifierPhases()) {
                Check.that(
                        !overlap.includedPhases().contains(number),
                        "modifierPhases",
                        number,
                        where,
                        "phases that are not included");
            }
            for (int number : overlap.conflictingPedestrians()) {
                Check.that(
                        phases.get(number).hasPedestrians(),
                        "conflictingPedestrians",
                        number,
                        where,
                        "phases with a walk");
            }
        }
    }

    /** Another sequence may turn phases around between their barriers, no more. */
    private void sequences(
            List<List<List<Integer>>> first, List<List<List<List<Integer>>>> others) {
        for (int i = 0; i < others.size(); i++) {
            String where = " of sequence " + (i + 2);
            Check.that(
                    same(first, others.get(i)),
                    "rings",
                    others.get(i),
                    where,
                    "the phases of "
                            + first
                            + " between the same barriers in the same ring, in any order");
        }
    }

    private static boolean same(List<List<List<Integer>>> a, List<List<List<Integer>>> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int ring = 0; ring < a.size(); ring++) {
            if (a.get(ring).size() != b.get(ring).size()) {
                return false;
            }
            for (int group = 0; group < a.get(ring).size(); group++) {
                if (!a.get(ring).get(group).stream()
                        .sorted()
                        .toList()
                        .equals(b.get(ring).get(group).stream().sorted().toList())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void pattern(
            PatternTiming pattern,
            List<List<List<Integer>>> sequence,
            int sequenceCount,
            String where) {
        Check.range("sequence", pattern.sequence(), 1, sequenceCount, where);
        known(pattern.coordinatedPhases(), "coordinatedPhases", where);
        known(pattern.splits().stream().map(PatternTiming.Split::phase).toList(), "splitsS", where);
        int group = group(sequence, pattern.coordinatedPhases().getFirst());
        Set<Integer> rings = new HashSet<>();
        for (int number : pattern.coordinatedPhases()) {
            Check.that(
                    rings.add(phases.get(number).ring()) && group(sequence, number) == group,
                    "coordinatedPhases",
                    pattern.coordinatedPhases(),
                    where,
                    "one phase of each ring at most, all between the same barriers");
        }
    }

    private static int group(List<List<List<Integer>>> sequence, int number) {
        for (List<List<Integer>> ring : sequence) {
            for (int group = 0; group < ring.size(); group++) {
                if (ring.get(group).contains(number)) {
                    return group;
                }
            }
        }
        return -1;
    }

    private void known(List<Integer> numbers, String name, String where) {
        for (int number : numbers) {
            Check.that(
                    phases.containsKey(number), name, number, where, "numbers of enabled phases");
        }
        Check.that(
                new HashSet<>(numbers).size() == numbers.size(),
                name,
                numbers,
                where,
                "each phase once");
    }
}
