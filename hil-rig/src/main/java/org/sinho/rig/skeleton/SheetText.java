package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sinho.rig.sumo.GeoFrame;
import org.sinho.rig.sumo.LaneTable;

/** Writes a site sheet. */
final class SheetText {
    private static final int BACKUP_S = 10;

    private final int number;
    private final String name;
    private final PhasePlan plan;
    private final SheetTiming timing;
    private final ConflictPlan conflicts;
    private final List<Integer> cyclesS;
    private final String signedBy;
    private final StringBuilder text = new StringBuilder();

    SheetText(
            int number,
            String name,
            PhasePlan plan,
            SheetTiming timing,
            List<Integer> cyclesS,
            String signedBy) {
        this.number = number;
        this.name = name;
        this.plan = plan;
        this.timing = timing;
        this.conflicts = new ConflictPlan(plan);
        this.cyclesS = cyclesS;
        this.signedBy = signedBy;
    }

    String write(GeoFrame frame, List<LaneTable.Lane> lanes, int offsetS) {
        Intersection at = plan.junction();
        line(
                "# Site sheet of %s: the center's one source of truth about what may be green"
                        + " together",
                name);
        line(
                "# and for how long. Begun by ./sinho skeleton, owned by the engineer. Checked"
                        + " by ./sinho");
        line(
                "# check; the controller's own database is programmed apart from it and"
                        + " compared with it.");
        line("# Lengths in meters, _Ds in tenths of a second.");
        line("siteId: %d", number);
        line("name: %s", name);
        line("profile: KR");
        line(
                "location: { latitude: %.7f, longitude: %.7f }",
                frame.latDeg(at.yM()), frame.lonDeg(at.xM()));
        line("backupTimeS: %d", BACKUP_S);
        phases();
        timing();
        pedestrians(lanes);
        rings();
        matrices();
        lanes(lanes);
        preempts();
        patterns(offsetS);
        return text.toString();
    }

    private void phases() {
        line("");
        line(
                "# Of the movement that needs the longest change: approachSpeedKmh is the speed"
                        + " at which");
        line(
                "# it clears, clearingDistanceM its way from the stop line to beyond the last"
                        + " crossing.");
        line("phases:");
        for (PhasePlan.Phase phase : plan.phases()) {
            SheetTiming.Change change = timing.change(phase.number());
            line(
                    "  %d: { ring: %d, approach: %d, approachSpeedKmh: %d, gradePercent: 0,"
                            + " clearingDistanceM: %s, name: %s }",
                    phase.number(),
                    phase.ring(),
                    phase.approach().number(),
                    change.speedKmh(),
                    metres(change.distanceDm()),
                    phase.name());
        }
    }

    private void timing() {
        line("");
        line(
                "# Yellow is the whole change interval of the Korean formula, rounded up, 3 to"
                        + " 5 s; what");
        line(
                "# is left of it above 5 s is red clearance, which is never below 1.5 s (lefts)"
                        + " or 2 s.");
        line("timing:");
        for (PhasePlan.Phase phase : plan.phases()) {
            SheetTiming.Change change = timing.change(phase.number());
            line(
                    "  %d: { minimumGreenDs: %d, maximumGreenDs: %d, passageDs: %d,"
                            + " yellowChangeDs: %d, redClearanceDs: %d } # formula %d",
                    phase.number(),
                    timing.minimumGreen(phase),
                    timing.maximumGreen(phase, cyclesS),
                    timing.passage(),
                    change.yellow(),
                    change.red(),
                    change.formula());
        }
    }

    private void pedestrians(List<LaneTable.Lane> lanes) {
        line("");
        if (timing.walks().isEmpty()) {
            line("pedestrians: {}");
            return;
        }
        line(
                "# Walking at %s m/s after 7 s of WALK; the buffer is the steady hand before a"
                        + " conflicting green.",
                timing.protectionZone() ? "0.7" : "1.0");
        line("pedestrians:");
        timing.walks()
                .forEach(
                        (ped, walk) ->
                                line(
                                        "  %d: { parallelPhase: %d, crossedLanes: %s,"
                                                + " crossingLengthM: %s,%n       protectionZone:"
                                                + " %b, walkDs: %d, clearanceDs: %d, bufferDs:"
                                                + " %d }",
                                        ped,
                                        ped,
                                        crossedLanes(ped, lanes),
                                        metres(walk.crossingDm()),
                                        timing.protectionZone(),
                                        walk.walk(),
                                        walk.clear(),
                                        walk.buffer()));
    }

    private List<Integer> crossedLanes(int ped, List<LaneTable.Lane> lanes) {
        List<Integer> crossed = new ArrayList<>();
        List<String> edges =
                plan.walks().get(ped).stream().flatMap(walk -> walk.crossed().stream()).toList();
        for (LaneTable.Lane lane : lanes) {
            String first = lane.sumoLanes().getFirst();
            if (lane.kind() != LaneTable.Kind.CROSSWALK
                    && edges.contains(first.substring(0, first.lastIndexOf('_')))) {
                crossed.add(lane.number());
            }
        }
        return crossed;
    }

    private void rings() {
        List<List<List<Integer>>> sequence = plan.sequence();
        line("");
        line("rings:");
        for (List<List<Integer>> ring : sequence) {
            line("  - %s", ring.stream().flatMap(List::stream).toList());
        }
        line("barrierGroups: # what may be green between two barriers");
        for (int group = 0; group < sequence.getFirst().size(); group++) {
            int index = group;
            line(
                    "  - %s",
                    sequence.stream().flatMap(ring -> ring.get(index).stream()).sorted().toList());
        }
    }

    private void matrices() {
        List<String> names = conflicts.names();
        line("");
        line("# X forbidden   y yield, signed below   . free   - itself   ? not decided (refused)");
        grid("conflicts", names, (a, b) -> String.valueOf(conflicts.decide(a, b)));
        line("");
        yields(names);
        line("");
        line(
                "# End of green (of the row; for P: end of flashing) to start of green (of the"
                        + " column).");
        line(
                "# Typed: yellow and red clearance from the timing above. Computed: the Korean"
                        + " formula");
        line("# over the driven ways of the row's movements. The two must agree in every cell.");
        grid("intergreensTypedDs", names, this::typed);
        line("");
        PathIntergreen paths = new PathIntergreen(plan);
        grid(
                "intergreensComputedDs",
                names,
                (a, b) -> between(a, b, String.valueOf(paths.fromEndOf(a))));
    }

    private void yields(List<String> names) {
        boolean any = false;
        for (String a : names) {
            for (String b : names) {
                if (names.indexOf(a) < names.indexOf(b) && conflicts.decide(a, b) == 'y') {
                    if (!any) {
                        line("yields:");
                        any = true;
                    }
                    line("  - pair: [%s, %s]", a, b);
                    line("    signedOffBy: %s", signedBy);
                    line(
                            "    reason: %s right turn gives way",
                            plan.phase(ConflictPlan.number(a)).approach().name());
                }
            }
        }
        if (!any) {
            line("yields: []");
        }
    }

    private String typed(String a, String b) {
        boolean walk = a.startsWith("P");
        int number = ConflictPlan.number(a);
        int ds = walk ? timing.walks().get(number).buffer() : timing.change(number).total();
        return between(a, b, String.valueOf(ds));
    }

    private String between(String a, String b, String value) {
        return switch (conflicts.decide(a, b)) {
            case '-' -> "-";
            case 'X' -> value;
            default -> ".";
        };
    }

    private interface Cell {
        String of(String row, String column);
    }

    private void grid(String key, List<String> names, Cell cell) {
        line("%s: |", key);
        line("  %-6s%s", "phase", cells(names));
        for (String row : names) {
            line(
                    "  %-6s%s",
                    row, cells(names.stream().map(column -> cell.of(row, column)).toList()));
        }
    }

    private static String cells(List<String> values) {
        return values.stream()
                .map(value -> String.format("%4s", value))
                .collect(Collectors.joining());
    }

    private void lanes(List<LaneTable.Lane> lanes) {
        double x = plan.junction().xM();
        double y = plan.junction().yM();
        line("");
        line(
                "# As in the MAP message: meters east and north of the location, from the stop"
                        + " line or the");
        line("# junction outwards.");
        line("lanes:");
        for (LaneTable.Lane lane : lanes) {
            if (lane.kind() == LaneTable.Kind.CROSSWALK) {
                continue;
            }
            boolean ingress = lane.kind() == LaneTable.Kind.INGRESS;
            line("  %d:", lane.number());
            line("    approach: %d", lane.approach());
            line("    ingress: %b", ingress);
            line(
                    "    nodes: [%s]",
                    lane.nodesM().stream()
                            .map(
                                    p ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "[%.2f, %.2f]",
                                                    p[0] - x,
                                                    p[1] - y))
                            .collect(Collectors.joining(", ")));
            line(ingress ? "    connections:" : "    connections: []");
            for (LaneTable.Movement way : lane.movements()) {
                line(
                        "      - { lane: %d, maneuver: %s, phase: %d }",
                        way.toLane(),
                        way.maneuver().equals("uturn") ? "left" : way.maneuver(),
                        way.phase());
            }
        }
    }

    private void preempts() {
        line("");
        line(
                "# One per approach: its through and its own protected left. 255 (255 s for"
                        + " minimum green)");
        line("# is the phase's own interval: nothing is cut short.");
        line("preempts:");
        PreemptWish wish = new PreemptWish(plan);
        for (Approach approach : plan.approaches()) {
            List<Integer> dwell = wish.dwell(approach);
            if (dwell.isEmpty()) {
                continue;
            }
            line("  %d:", approach.number());
            line("    approach: %d", approach.number());
            line("    dwellPhases: %s", dwell);
            line("    exitPhases: %s", wish.exit(dwell));
            line("    minimumGreenDs: 2550");
            line("    enterYellowChangeDs: 255");
            line("    enterRedClearDs: 255");
            line("    enterPedClearS: 255");
            line("    maximumPresenceS: 120");
        }
    }

    private void patterns(int offsetS) {
        String[] names = {"day", "night", "peak"};
        line("");
        line("# Split: green, yellow and red clearance of a phase together.");
        line("patterns:");
        for (int i = 0; i < cyclesS.size(); i++) {
            Map<Integer, Integer> splits = timing.splitsS(cyclesS.get(i));
            line("  %d: # %s", i + 1, names[i]);
            line("    cycleS: %d", cyclesS.get(i));
            line("    offsetS: %d", offsetS % cyclesS.get(i));
            line(
                    "    splitsS: { %s }",
                    splits.entrySet().stream()
                            .map(split -> split.getKey() + ": " + split.getValue())
                            .collect(Collectors.joining(", ")));
        }
        line("");
        line("localPattern: 1 # what the controller runs when the center is silent");
        line("flashYellowPhases: [] # all flash red");
    }

    private static String metres(int decimetres) {
        return decimetres / 10 + "." + decimetres % 10;
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
