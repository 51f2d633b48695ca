package org.sinho.rig.controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A drawing of inputs that becomes a drawing of lamps; one character per second.
 *
 * <p>Time 0 is a controller that has rested in 2 and 6 for minutes. An input line is a name, a
 * number and a mark for each second in which the input is on ({@code .} = off): {@code vehicle},
 * {@code button}, {@code preempt}, {@code hold}, {@code force}, {@code omit}, {@code vehcall},
 * {@code pedcall}, {@code pattern} (number 255: that value while marked), {@code monitor}. Control
 * objects are SET when a mark begins or ends, and {@code beat 0} sets one anew each second.
 */
final class Scenario {
    static final long START_MS = 1_790_000_000_000L;
    private static final int REST_DS = 3000;

    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final VirtualController controller;
    private final List<String> events = new ArrayList<>();
    private int seconds;
    private long timeMs = START_MS;

    private Scenario(ControllerDatabase db, String drawing) {
        controller = new VirtualController(db);
        drawing.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> {
                            inputs.put(line.substring(0, 12).trim(), line.substring(12).trim());
                            seconds = Math.max(seconds, line.substring(12).trim().length());
                        });
        rest();
        controller.eventListener(
                (t, code, parameter) ->
                        events.add((t - START_MS) / 100 + " " + code + " " + parameter));
    }

    /** A scenario at junction 1. */
    static Scenario of(String drawing) {
        return new Scenario(junction(), drawing);
    }

    static Scenario of(UnaryOperator<ControllerDatabase> changes, String drawing) {
        return new Scenario(changes.apply(junction()), drawing);
    }

    static Scenario of(ControllerDatabase db, String drawing) {
        return new Scenario(db, drawing);
    }

    static ControllerDatabase junction() {
        return database("scenario-controller.yaml");
    }

    /** Junction 1 with the overlaps of the test resources. */
    static ControllerDatabase overlaps() {
        return database("scenario-controller.yaml", "overlaps.yaml");
    }

    /** The stage-based junction of the test resources. */
    static ControllerDatabase stages() {
        return database("stage-controller.yaml");
    }

    private static ControllerDatabase database(String... files) {
        StringBuilder yaml = new StringBuilder();
        for (String file : files) {
            try {
                yaml.append(
                        Files.readString(
                                Path.of(System.getProperty("sinho.home"))
                                        .resolve("hil-rig/src/test/resources")
                                        .resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ControllerDatabase.parse(files[0], yaml.toString());
    }

    VirtualController controller() {
        return controller;
    }

    /** Events as {@code tenths code parameter}, counted from the start of the drawing. */
    List<String> events() {
        return events;
    }

    private void rest() {
        for (int i = 0; i < REST_DS; i++) {
            controller.set(ControlObject.SYNC, 1, 0);
            controller.advance(timeMs - (REST_DS - i) * 100L);
        }
    }

    /**
     * Runs and draws the lines asked for, such as {@code phase 2}, {@code ped 4}, {@code state 1}.
     */
    String run(String... lines) {
        Map<String, StringBuilder> drawing = new LinkedHashMap<>();
        for (String line : lines) {
            drawing.put(line, new StringBuilder());
        }
        for (int second = 0; second < seconds; second++) {
            apply(second);
            for (int step = 0; step < 10; step++) {
                controller.advance(timeMs);
                timeMs += 100;
                if (step == 0) {
                    drawing.forEach((line, to) -> to.append(look(line)));
                }
            }
        }
        StringBuilder all = new StringBuilder();
        drawing.forEach((line, drawn) -> all.append("%-12s%s\n".formatted(line, drawn)));
        return all.toString();
    }

    private void apply(int second) {
        inputs.forEach(
                (name, line) -> {
                    boolean now = mark(line, second);
                    boolean before = second > 0 && mark(line, second - 1);
                    String kind = name.split(" +")[0];
                    int number = Integer.parseInt(name.split(" +")[1]);
                    switch (kind) {
                        case "vehicle" -> controller.vehicleDetector(number, now);
                        case "button" -> controller.pedestrianButton(number, now);
                        case "input" -> controller.preemptInput(number, now);
                        case "beat" -> {
                            if (now) {
                                controller.set(ControlObject.SYNC, 1, 0);
                            }
                        }
                        case "monitor" -> {
                            if (now) {
                                controller.monitorFlash();
                            } else if (before) {
                                controller.resetMonitorFlash();
                            }
                        }
                        default -> {
                            if (now != before) {
                                command(kind, number, now);
                            }
                        }
                    }
                });
    }

    private void command(String kind, int number, boolean on) {
        ControlObject object =
                switch (kind) {
                    case "preempt" -> ControlObject.PREEMPT;
                    case "pattern" -> ControlObject.PATTERN;
                    case "hold" -> ControlObject.HOLD;
                    case "force" -> ControlObject.FORCE_OFF;
                    case "omit" -> ControlObject.PHASE_OMIT;
                    case "pedomit" -> ControlObject.PEDESTRIAN_OMIT;
                    case "vehcall" -> ControlObject.VEHICLE_CALL;
                    case "pedcall" -> ControlObject.PEDESTRIAN_CALL;
                    default -> throw new IllegalArgumentException(kind);
                };
        switch (object) {
            case PREEMPT -> controller.set(object, number, on ? 1 : 0);
            case PATTERN -> controller.set(object, 1, on ? number : 0);
            default -> {
                int old = controller.get(object, 1);
                int bit = 1 << (number - 1);
                controller.set(object, 1, on ? old | bit : old & ~bit);
            }
        }
    }

    private static boolean mark(String line, int second) {
        return second < line.length() && line.charAt(second) != '.';
    }

    private char look(String line) {
        int number = Integer.parseInt(line.split(" +")[1]);
        int bit = 1 << (number - 1);
        LampState lamps = controller.lamps();
        return switch (line.split(" +")[0]) {
            case "phase" -> {
                if ((lamps.flash() & bit) != 0) {
                    yield '*';
                }
                yield (lamps.greens() & bit) != 0 ? 'G' : (lamps.yellows() & bit) != 0 ? 'y' : 'r';
            }
            case "overlap" -> {
                if ((lamps.overlapFlash() & bit) != 0) {
                    yield '*';
                }
                yield (lamps.overlapGreens() & bit) != 0
                        ? 'G'
                        : (lamps.overlapYellows() & bit) != 0 ? 'y' : 'r';
            }
            case "ped" ->
                    (lamps.walks() & bit) != 0
                            ? 'W'
                            : (lamps.pedestrianClears() & bit) != 0 ? 'F' : '-';
            case "state" -> (char) ('0' + controller.preemptState(number).code());
            case "control" -> (char) ('0' + controller.unitControlStatus());
            default -> throw new IllegalArgumentException(line);
        };
    }
}
