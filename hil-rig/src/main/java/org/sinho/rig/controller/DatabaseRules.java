package org.sinho.rig.controller;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules between the parts of a database: rings, barriers, concurrency, preempts. */
final class DatabaseRules {
    private final Map<Integer, PhaseTiming> phases = new HashMap<>();
    private final Map<Integer, Integer> groups = new HashMap<>();

    private DatabaseRules() {}

    static void check(
            UnitTiming unit,
            List<PhaseTiming> phases,
            List<List<List<Integer>>> sequence,
            List<VehicleDetectorTiming> vehicleDetectors,
            List<PedestrianDetectorTiming> pedestrianDetectors,
            List<PreemptTiming> preempts) {
        DatabaseRules rules = new DatabaseRules();
        rules.phases(phases);
        rules.sequence(sequence);
        phases.forEach(rules::concurrency);
        rules.together(unit.startUpPhases(), "startUpPhases", " of unit", false);
        rules.detectors(vehicleDetectors, pedestrianDetectors);
        rules.preempts(preempts);
    }

    private void phases(List<PhaseTiming> all) {
        Check.range("number of phases", all.size(), 1, 16, "");
        for (PhaseTiming phase : all) {
            Check.that(
                    phases.put(phase.number(), phase) == null,
                    "phaseNumber",
                    phase.number(),
                    "",
                    "each number once");
        }
    }

    private void sequence(List<List<List<Integer>>> sequence) {
        Check.range("number of rings", sequence.size(), 1, 4, " of sequence");
        for (int ring = 1; ring <= sequence.size(); ring++) {
            List<List<Integer>> of = sequence.get(ring - 1);
            int groupCount = sequence.get(0).size();
            Check.range(
                    "number of barrier groups",
                    of.size(),
                    groupCount,
                    groupCount,
                    " of ring " + ring);
            for (int group = 0; group < of.size(); group++) {
                for (int number : of.get(group)) {
                    place(number, ring, group);
                }
            }
        }
        for (int number : phases.keySet()) {
            Check.that(
                    groups.containsKey(number),
                    "sequence",
                    "missing",
                    " of phase " + number,
                    "each phase exactly once");
        }
    }

    private void place(int number, int ring, int group) {
        PhaseTiming phase = known(number, "sequence", " of ring " + ring);
        Check.that(
                phase.ring() == ring,
                "sequence",
                number,
                " of ring " + ring,
                "phases of that ring, but phase " + number + " is of ring " + phase.ring());
        Check.that(
                groups.put(number, group) == null,
                "sequence",
                number,
                " of ring " + ring,
                "each phase exactly once");
    }

    private void concurrency(PhaseTiming phase) {
        String where = " of phase " + phase.number();
        for (int number : phase.concurrency()) {
            PhaseTiming other = known(number, "concurrency", where);
            Check.that(
                    other.ring() != phase.ring(),
                    "concurrency",
                    number,
                    where,
                    "phases of other rings");
            Check.that(
                    groups.get(number).equals(groups.get(phase.number())),
                    "concurrency",
                    number,
                    where,
                    "phases between the same barriers");
            Check.that(
                    other.concurrency().contains(phase.number()),
                    "concurrency",
                    number,
                    where,
                    "phases that name this one in return");
        }
        for (PhaseTiming other : phases.values()) {
            boolean sameGroup = groups.get(other.number()).equals(groups.get(phase.number()));
            Check.that(
                    other.ring() == phase.ring()
                            || !sameGroup
                            || phase.concurrency().contains(other.number()),
                    "concurrency",
                    phase.concurrency(),
                    where,
                    "all phases of other rings between the same barriers, such as "
                            + other.number());
        }
    }

    private void detectors(
            List<VehicleDetectorTiming> vehicle, List<PedestrianDetectorTiming> pedestrian) {
        Set<Integer> seen = new HashSet<>();
        for (VehicleDetectorTiming detector : vehicle) {
            String where = " of vehicle detector " + detector.number();
            Check.that(seen.add(detector.number()), "number", detector.number(), where, "once");
            known(detector.callPhase(), "callPhase", where);
        }
        seen.clear();
        for (PedestrianDetectorTiming detector : pedestrian) {
            String where = " of pedestrian detector " + detector.number();
            Check.that(seen.add(detector.number()), "number", detector.number(), where, "once");
            PhaseTiming phase = known(detector.callPhase(), "callPhase", where);
            Check.that(
                    phase.hasPedestrians(),
                    "callPhase",
                    phase.number(),
                    where,
                    "phases with a walk");
        }
    }

    private void preempts(List<PreemptTiming> preempts) {
        Set<Integer> seen = new HashSet<>();
        for (PreemptTiming preempt : preempts) {
            String where = " of preempt " + preempt.number();
            Check.that(seen.add(preempt.number()), "number", preempt.number(), where, "once");
            together(preempt.trackPhases(), "trackPhases", where, true);
            together(preempt.dwellPhases(), "dwellPhases", where, false);
            together(preempt.exitPhases(), "exitPhases", where, true);
            for (int number : preempt.dwellPedestrians()) {
                Check.that(
                        preempt.dwellPhases().contains(number)
                                && phases.get(number).hasPedestrians(),
                        "dwellPedestrians",
                        number,
                        where,
                        "dwell phases with a walk");
            }
            for (PhaseTiming phase : phases.values()) {
                clearances(preempt, phase, where + " for phase " + phase.number());
            }
        }
    }

    /** A preempt must not shorten what protects people: rule I-10. */
    private static void clearances(PreemptTiming preempt, PhaseTiming phase, String where) {
        Check.range(
                "enterPedestrianClearS",
                preempt.enterPedestrianClearS(),
                Math.max(1, phase.pedestrianClearS()),
                PreemptTiming.OWN,
                where);
        int yellow = phase.yellowChangeDs();
        int red = phase.redClearDs();
        int own = PreemptTiming.OWN;
        Check.range("enterYellowChangeDs", preempt.enterYellowChangeDs(), yellow, own, where);
        Check.range("enterRedClearDs", preempt.enterRedClearDs(), red, own, where);
        Check.range("trackYellowChangeDs", preempt.trackYellowChangeDs(), yellow, own, where);
        Check.range("trackRedClearDs", preempt.trackRedClearDs(), red, own, where);
    }

    /** Checks a set of phases that is to be green together. */
    private void together(List<Integer> set, String name, String where, boolean mayBeEmpty) {
        Check.that(mayBeEmpty || !set.isEmpty(), name, set, where, "at least one phase");
        for (int a : set) {
            PhaseTiming phase = known(a, name, where);
            for (int b : set) {
                Check.that(
                        a == b || phase.concurrency().contains(b),
                        name,
                        set,
                        where,
                        "phases that may be green together, but " + a + " and " + b + " may not");
            }
        }
        Check.that(new HashSet<>(set).size() == set.size(), name, set, where, "each phase once");
    }

    private PhaseTiming known(int number, String name, String where) {
        PhaseTiming phase = phases.get(number);
        Check.that(phase != null, name, number, where, "numbers of enabled phases");
        return phase;
    }
}
