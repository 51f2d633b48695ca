package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a controller's database and its monitor's program card. */
final class CabinetText {
    private final int number;
    private final PhasePlan plan;
    private final CabinetTiming timing;
    private final Map<Integer, List<String>> buttons;
    private final int advanceBase;
    private StringBuilder text = new StringBuilder();

    /**
     * Takes a junction.
     *
     * @param buttons pedestrian detectors by the phase that they call
     * @param advanceBase what is added to a phase for the number of its advance detector
     */
    CabinetText(
            int number,
            PhasePlan plan,
            CabinetTiming timing,
            Map<Integer, List<String>> buttons,
            int advanceBase) {
        this.number = number;
        this.plan = plan;
        this.timing = timing;
        this.buttons = buttons;
        this.advanceBase = advanceBase;
    }

    String database() {
        text = new StringBuilder();
        line(
                "# Controller database of junction %d, begun by ./sinho skeleton and apart from"
                        + " the sheet.",
                number);
        for (PhasePlan.Phase phase : plan.phases()) {
            line("#   %2d  %s", phase.number(), phase.name());
        }
        line("unit:");
        line("  backupTimeS: 10");
        line("  redRevertDs: 20");
        line("  startUpFlashS: 5");
        line("  startUpAllRedDs: 60");
        line("  minimumFlashS: 10");
        line("  volumeOccupancyPeriodS: 60");
        line("  startUpPhases: %s", startUp());
        line("");
        line("sequence:");
        plan.sequence().forEach(ring -> line("  - %s", ring));
        line("");
        line("phases:");
        plan.phases().forEach(this::phase);
        detectors();
        preempts();
        return text.toString();
    }

    private List<Integer> startUp() {
        PreemptWish wish = new PreemptWish(plan);
        List<Integer> first = new ArrayList<>();
        for (PhasePlan.Phase phase : plan.phases()) {
            boolean through = !phase.left() && !phase.ways().isEmpty() && phase.group() == 1;
            if (through && first.stream().allMatch(n -> plan.phase(n).together(phase))) {
                first.add(phase.number());
            }
        }
        return first.isEmpty() ? wish.dwell(plan.approaches().getFirst()) : first;
    }

    private void phase(PhasePlan.Phase phase) {
        boolean through = !phase.left() && !phase.ways().isEmpty();
        boolean main = through && phase.group() == 1;
        boolean paired =
                through
                        && plan.phases().stream()
                                .anyMatch(
                                        o ->
                                                o.ring() != phase.ring()
                                                        && o.group() == phase.group()
                                                        && !o.left());
        String walk =
                timing.walkS(phase) == 0
                        ? ""
                        : String.format(
                                " walkS: %d, pedestrianClearS: %d, pedestrianBufferDs: %d,%n     ",
                                timing.walkS(phase),
                                timing.pedestrianClearS(phase),
                                timing.bufferDs(phase));
        line(
                "  %d: {ring: %d,%s minimumGreenS: %d, passageDs: %d, maximum1S: %d, maximum2S:"
                        + " %d,%n"
                        + "      yellowChangeDs: %d, redClearDs: %d, redRevertDs: 20,"
                        + " lockDetectors: %b,%s%s concurrency: %s}",
                phase.number(),
                phase.ring(),
                walk,
                timing.minimumGreenS(phase),
                phase.left() ? 25 : 30,
                timing.maximumS(phase),
                timing.maximumS(phase) + 10,
                timing.yellowDs(phase),
                timing.redClearDs(phase),
                through,
                main && startUp().contains(phase.number()) ? " recall: minimum," : "",
                paired ? " dualEntry: true," : "",
                plan.phases().stream()
                        .filter(other -> other.ring() != phase.ring())
                        .filter(other -> other.group() == phase.group())
                        .map(PhasePlan.Phase::number)
                        .toList());
    }

    private void detectors() {
        List<PhasePlan.Phase> driven =
                plan.phases().stream().filter(phase -> !plan.driven(phase).isEmpty()).toList();
        line("");
        line("# Presence at the stop line: the phase's number. Advance loops extend only.");
        line("vehicleDetectors:");
        driven.forEach(phase -> line("  %d: {callPhase: %d}", phase.number(), phase.number()));
        driven.forEach(
                phase ->
                        line(
                                "  %d: {callPhase: %d, calls: false}",
                                phase.number() + advanceBase, phase.number()));
        if (!buttons.isEmpty()) {
            line("");
            line("pedestrianDetectors:");
            buttons.forEach(
                    (ped, numbers) ->
                            numbers.forEach(button -> line("  %s: {callPhase: %d}", button, ped)));
        }
    }

    private void preempts() {
        line("");
        line(
                "# One approach each, all equals: whoever is first keeps the junction, the"
                        + " center arbitrates.");
        line("preempts:");
        PreemptWish wish = new PreemptWish(plan);
        for (Approach approach : plan.approaches()) {
            List<Integer> dwell = wish.dwell(approach);
            if (!dwell.isEmpty()) {
                line(
                        "  %d: {nonLocking: true, equalToNext: true, minimumDurationS: 5,"
                                + " dwellGreenS: 5,%n      maximumPresenceS: 120, dwellPhases: %s,"
                                + " exitPhases: %s}",
                        approach.number(), dwell, wish.exit(dwell));
            }
        }
    }

    /** The card's pairs come from SUMO's own table of who must not meet whom. */
    String card(FoeTable foes) {
        text = new StringBuilder();
        line(
                "# Program card of the conflict monitor of junction %d. It repeats the database on",
                number);
        line(
                "# purpose; its pairs follow from the net's table of foes, the sheet's from the"
                        + " shapes of");
        line("# the ways. Times are tenths of a second; P2 walks with phase 2.");
        line("allRedDs: 30");
        line("minimumFlashDs: 100");
        line("");
        line("phases:");
        for (PhasePlan.Phase phase : plan.phases()) {
            line(
                    "  %d: {minimumGreenDs: %d, yellowDs: %d, yellowMaximumDs: %d, redClearDs: %d,"
                            + " redRevertDs: 20}",
                    phase.number(),
                    timing.minimumGreenS(phase) * 10,
                    timing.yellowDs(phase),
                    50,
                    timing.redClearDs(phase));
        }
        line("");
        line(plan.walks().isEmpty() ? "pedestrians: {}" : "pedestrians:");
        for (int ped : plan.walks().keySet()) {
            PhasePlan.Phase phase = plan.phase(ped);
            line(
                    "  %d: {walkDs: %d, clearDs: %d, bufferDs: %d, parallel: %d}",
                    ped,
                    timing.walkS(phase) * 10,
                    timing.pedestrianClearS(phase) * 10,
                    timing.bufferDs(phase),
                    ped);
        }
        pairs(foes);
        return text.toString();
    }

    private void pairs(FoeTable foes) {
        List<String> names =
                Stream.concat(
                                plan.phases().stream().map(phase -> "" + phase.number()),
                                plan.walks().keySet().stream().map(ped -> "P" + ped))
                        .toList();
        line("");
        line("# Every pair of movements stands in exactly one of the three lists.");
        for (FoeTable.Verdict verdict : FoeTable.Verdict.values()) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String a = names.get(i);
                String row =
                        names.subList(i + 1, names.size()).stream()
                                .filter(b -> foes.between(a, b) == verdict)
                                .map(b -> a + "-" + b)
                                .collect(Collectors.joining(", "));
                if (!row.isEmpty()) {
                    rows.add("    " + row + ",");
                }
            }
            line("%s:", verdict.name().toLowerCase(Locale.ROOT));
            line(rows.isEmpty() ? "  []" : "  [\n" + String.join("\n", rows) + "\n  ]");
        }
        line("");
        line("# From the end of green (row) to the start of green or walk (column).");
        line("intergreenDs:");
        for (String a : names) {
            PhasePlan.Phase phase = plan.phase(ConflictPlan.number(a));
            int ds =
                    a.startsWith("P")
                            ? timing.bufferDs(phase)
                            : timing.yellowDs(phase) + timing.redClearDs(phase);
            line(
                    "  %s: {%s}",
                    a,
                    names.stream()
                            .filter(b -> !a.equals(b))
                            .filter(b -> foes.between(a, b) == FoeTable.Verdict.FORBIDDEN)
                            .map(b -> b + ": " + ds)
                            .collect(Collectors.joining(", ")));
        }
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
