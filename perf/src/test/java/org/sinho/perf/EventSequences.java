package org.sinho.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.OverlapTiming;
import org.sinho.rig.controller.PhaseTiming;
import org.sinho.rig.sumo.CityFolder;

/**
 * What a user of ATSPM relies on in a kept {@code events.csv}: every phase goes through its codes
 * in their order without a gap, at the moments at which the conflict monitor saw the lamps change,
 * and its clearances last as long as its controller is programmed.
 */
final class EventSequences {
    private static final int PHASE_ON = 0;
    private static final int BEGIN_GREEN = 1;
    private static final int GAP_OUT = 4;
    private static final int FORCE_OFF = 6;
    private static final int GREEN_TERMINATION = 7;
    private static final int BEGIN_YELLOW = 8;
    private static final int END_YELLOW = 9;
    private static final int BEGIN_RED_CLEARANCE = 10;
    private static final int END_RED_CLEARANCE = 11;
    private static final int PHASE_INACTIVE = 12;
    private static final int WALK = 21;
    private static final int PEDESTRIAN_CLEARANCE = 22;
    private static final int DONT_WALK = 23;
    private static final int OVERLAP_GREEN = 61;
    private static final int OVERLAP_TRAIL = 62;
    private static final int OVERLAP_YELLOW = 63;
    private static final int OVERLAP_RED_CLEARANCE = 64;
    private static final int OVERLAP_OFF = 65;
    private static final int PREEMPT_ENTRY = 105;
    private static final int PREEMPT_EXIT = 111;

    /** In which order the codes of a vehicle phase come, and start again. */
    private static final List<Integer> CYCLE =
            List.of(
                    PHASE_ON,
                    BEGIN_GREEN,
                    GREEN_TERMINATION,
                    BEGIN_YELLOW,
                    END_YELLOW,
                    BEGIN_RED_CLEARANCE,
                    END_RED_CLEARANCE,
                    PHASE_INACTIVE);

    private static final List<Integer> CROSSING = List.of(WALK, PEDESTRIAN_CLEARANCE, DONT_WALK);

    /** A trailing green may come between green and yellow. */
    private static final List<Integer> OVERLAP =
            List.of(OVERLAP_GREEN, OVERLAP_YELLOW, OVERLAP_RED_CLEARANCE, OVERLAP_OFF);

    private static final int DECISECOND_MS = 100;
    private static final int HIGHEST_PHASE = 16;

    /** One phase of one junction, vehicles or pedestrians. */
    private static final class Track {
        final List<Integer> codes;
        int at = -1;
        long sinceMs;
        int reasons;

        Track(List<Integer> codes) {
            this.codes = codes;
        }
    }

    private final Map<Integer, ControllerDatabase> controllers = new TreeMap<>();
    private final Map<String, Track> tracks = new TreeMap<>();
    private final Map<Integer, Long> preemptedMs = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Set<String> changes = new TreeSet<>();
    private long lastMs;
    private int cycles;

    private EventSequences(CityFolder city) throws IOException {
        for (CityFolder.Junction junction : city.junctions()) {
            controllers.put(
                    junction.number(), ControllerDatabase.read(junction.controllers().getFirst()));
        }
    }

    /**
     * Checks what a run left.
     *
     * @param findings empty when everything is consistent
     * @param cycles red clearances that ended, over all phases
     */
    record Result(List<String> findings, int cycles) {}

    static Result check(Path kept, CityFolder city) throws IOException {
        EventSequences sequences = new EventSequences(city);
        try (Stream<String> rows = Files.lines(kept.resolve("events.csv"))) {
            rows.skip(1).forEach(sequences::event);
        }
        sequences.compare(lampChanges(kept.resolve("lamps.csv")));
        return new Result(sequences.findings, sequences.cycles);
    }

    private void event(String row) {
        String[] cells = row.split(",");
        long timeMs = Long.parseLong(cells[0]);
        int junction = Integer.parseInt(cells[1]);
        int code = Integer.parseInt(cells[2]);
        int phase = Integer.parseInt(cells[3]);
        if (timeMs < lastMs) {
            findings.add(row + ": earlier than the row before");
        }
        lastMs = timeMs;
        if (code == PREEMPT_ENTRY) {
            preemptedMs.put(junction, Long.MAX_VALUE);
        } else if (code == PREEMPT_EXIT) {
            preemptedMs.put(junction, timeMs);
        } else if (code >= GAP_OUT && code <= FORCE_OFF) {
            reason(track(junction, phase, CYCLE), row);
        } else if (CYCLE.contains(code)) {
            vehicles(track(junction, phase, CYCLE), junction, phase, code, timeMs, row);
        } else if (CROSSING.contains(code)) {
            pedestrians(track(junction, phase, CROSSING), junction, phase, code, timeMs, row);
        } else if (code == OVERLAP_TRAIL) {
            Track track = track(junction, phase, OVERLAP);
            if (track.at != 0) {
                findings.add(row + ": a trailing green, but not in a green");
            }
        } else if (OVERLAP.contains(code)) {
            overlaps(track(junction, phase, OVERLAP), junction, phase, code, timeMs, row);
        }
    }

    private Track track(int junction, int phase, List<Integer> codes) {
        String name = junction + " " + codes + " " + phase;
        return tracks.computeIfAbsent(name, n -> new Track(codes));
    }

    private void reason(Track track, String row) {
        boolean green = track.at >= 0 && CYCLE.get(track.at) == BEGIN_GREEN;
        track.reasons++;
        if (!green || track.reasons > 1) {
            findings.add(row + ": a reason to end, but not once in a green");
        }
    }

    private void vehicles(Track track, int junction, int phase, int code, long timeMs, String row) {
        PhaseTiming timing = controllers.get(junction).phase(phase);
        long lastedMs = timeMs - track.sinceMs;
        advance(track, code, timeMs, row);
        switch (code) {
            case BEGIN_GREEN -> {
                expect(row, "from phase on", lastedMs, 0);
                track.reasons = 0;
                changes.add(change(timeMs, junction, "phase", phase, "G"));
            }
            case GREEN_TERMINATION -> {
                if (lastedMs < timing.minimumGreenS() * 1_000L) {
                    findings.add(row + ": green of " + lastedMs + " ms is below its minimum");
                }
                // A preempt ends greens on its way in, and the one it dwelt in on its way out.
                boolean preempted = preemptedMs.getOrDefault(junction, 0L) > timeMs - lastedMs;
                if (track.reasons == 0 && !preempted) {
                    findings.add(row + ": a green ended for no reason");
                }
            }
            case BEGIN_YELLOW -> {
                expect(row, "from termination", lastedMs, 0);
                changes.add(change(timeMs, junction, "phase", phase, "Y"));
            }
            case END_YELLOW -> {
                expect(row, "yellow", lastedMs, timing.yellowChangeDs() * DECISECOND_MS);
                changes.add(change(timeMs, junction, "phase", phase, "R"));
            }
            case BEGIN_RED_CLEARANCE -> expect(row, "from end of yellow", lastedMs, 0);
            case END_RED_CLEARANCE -> {
                expect(row, "red clearance", lastedMs, timing.redClearDs() * DECISECOND_MS);
                cycles++;
            }
            case PHASE_INACTIVE -> expect(row, "from end of clearance", lastedMs, 0);
            default -> {
                // PHASE_ON: red lasts as long as it lasts.
            }
        }
    }

    private void pedestrians(
            Track track, int junction, int phase, int code, long timeMs, String row) {
        PhaseTiming timing = controllers.get(junction).phase(phase);
        long lastedMs = timeMs - track.sinceMs;
        advance(track, code, timeMs, row);
        switch (code) {
            case WALK -> changes.add(change(timeMs, junction, "ped", phase, "W"));
            case PEDESTRIAN_CLEARANCE -> {
                if (lastedMs < timing.walkS() * 1_000L) {
                    findings.add(row + ": WALK of " + lastedMs + " ms is too short");
                }
                changes.add(change(timeMs, junction, "ped", phase, "FDW"));
            }
            default -> {
                expect(row, "pedestrian clearance", lastedMs, timing.pedestrianClearS() * 1_000);
                changes.add(change(timeMs, junction, "ped", phase, "DW"));
            }
        }
    }

    private void overlaps(
            Track track, int junction, int overlap, int code, long timeMs, String row) {
        OverlapTiming timing =
                controllers.get(junction).overlaps().stream()
                        .filter(one -> one.number() == overlap)
                        .findFirst()
                        .orElseThrow();
        long lastedMs = timeMs - track.sinceMs;
        advance(track, code, timeMs, row);
        switch (code) {
            case OVERLAP_GREEN -> changes.add(change(timeMs, junction, "overlap", overlap, "G"));
            case OVERLAP_YELLOW -> {
                if (lastedMs < timing.minimumGreenS() * 1_000L) {
                    findings.add(row + ": green of " + lastedMs + " ms is below its minimum");
                }
                changes.add(change(timeMs, junction, "overlap", overlap, "Y"));
            }
            case OVERLAP_RED_CLEARANCE -> {
                expect(row, "yellow", lastedMs, timing.yellowChangeDs() * DECISECOND_MS);
                changes.add(change(timeMs, junction, "overlap", overlap, "R"));
            }
            default -> {
                expect(row, "red clearance", lastedMs, timing.redClearDs() * DECISECOND_MS);
                cycles++;
            }
        }
    }

    private void advance(Track track, int code, long timeMs, String row) {
        int next = (track.at + 1) % track.codes.size();
        if (track.codes.get(next) != code) {
            findings.add(row + ": expected code " + track.codes.get(next));
        }
        track.at = track.codes.indexOf(code);
        track.sinceMs = timeMs;
    }

    private void expect(String row, String what, long lastedMs, int expectedMs) {
        if (lastedMs != expectedMs) {
            findings.add(row + ": " + what + " took " + lastedMs + " ms, not " + expectedMs);
        }
    }

    private static String change(long timeMs, int junction, String kind, int number, String to) {
        return timeMs + "," + junction + "," + kind + "," + number + "," + to;
    }

    /** What the monitor saw of the same: each lamp that became green, yellow, red after yellow. */
    private static Set<String> lampChanges(Path lamps) throws IOException {
        Set<String> seen = new TreeSet<>();
        Map<String, String> shown = new TreeMap<>();
        for (String row : Files.readAllLines(lamps).stream().skip(1).toList()) {
            String[] cells = row.split(",");
            int number = Integer.parseInt(cells[3]);
            String state = cells[4];
            String before =
                    shown.put(cells[1] + cells[2] + number, state) instanceof String was ? was : "";
            boolean change =
                    switch (state) {
                        case "G", "Y", "W", "FDW" -> true;
                        case "R" -> before.equals("Y") || before.equals("G");
                        case "DW" -> before.equals("FDW") || before.equals("W");
                        default -> false;
                    };
            if (change && number <= HIGHEST_PHASE) {
                seen.add(row);
            }
        }
        return seen;
    }

    private void compare(Set<String> seen) {
        for (String change : seen) {
            if (!changes.contains(change)) {
                findings.add(change + ": in lamps.csv, not in events.csv");
            }
        }
        for (String change : changes) {
            if (!seen.contains(change)) {
                findings.add(change + ": in events.csv, not in lamps.csv");
            }
        }
    }
}
