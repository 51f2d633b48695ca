package org.sinho.rig.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * A junction drawn at random, written down twice: as a controller's database, and as the card of a
 * monitor that forbids everything of which the drawing does not say that it may run together.
 */
final class RandomJunction {
    private static final int[][] RING = {
        {}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {2, 0}, {2, 0}, {2, 1}, {2, 1}
    };

    /** One movement of the card: its name, and what comes between its end and another's start. */
    private record Movement(String name, int intergreenDs) {}

    private record Group(
            int number,
            TreeSet<Integer> included,
            TreeSet<Integer> modifiers,
            TreeSet<Integer> walkers,
            int yellowDs,
            int redDs) {}

    private final Random random;
    private final boolean stages;
    private final int phaseCount;
    private final List<Group> groups = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final StringBuilder database = new StringBuilder();
    private final StringBuilder faces = new StringBuilder();
    private final StringBuilder crossings = new StringBuilder();
    private final int[] changeDs = new int[9];
    private final boolean[] walk = new boolean[9];

    RandomJunction(long seed) {
        random = new Random(seed);
        stages = random.nextBoolean();
        phaseCount = stages ? 2 + random.nextInt(5) : 8;
        unit();
        phases();
        overlaps();
        rest();
    }

    private int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    private void unit() {
        database.append("unit: {backupTimeS: 10, redRevertDs: ").append(between(20, 40));
        database.append(", startUpFlashS: 2, startUpAllRedDs: 60, minimumFlashS: 10,");
        database.append(" startUpPhases: ").append(stages ? "[1]" : "[2, 6]").append("}\n");
        database.append("sequence:\n");
        if (stages) {
            database.append("  - [").append(new TreeSet<>(numbers())).append("]\n");
        } else {
            database.append("  - [[1, 2], [3, 4]]\n  - [[5, 6], [7, 8]]\n");
        }
    }

    private List<Integer> numbers() {
        List<Integer> all = new ArrayList<>();
        for (int n = 1; n <= phaseCount; n++) {
            all.add(n);
        }
        return all;
    }

    private void phases() {
        database.append("phases:\n");
        for (int n : numbers()) {
            int yellowDs = between(30, 50);
            int redDs = between(1, 25);
            int revertDs = between(20, 40);
            int greenS = between(5, 9);
            changeDs[n] = yellowDs + redDs;
            walk[n] = random.nextInt(3) > 0;
            int walkS = between(4, 9);
            int clearS = between(3, 15);
            int bufferDs = between(30, 40);
            database.append(
                    ("  %d: {ring: %d, minimumGreenS: %d, passageDs: %d, maximum1S: %d, "
                                    + "maximum2S: 99, ")
                            .formatted(
                                    n,
                                    stages ? 1 : RING[n][0],
                                    greenS,
                                    between(0, 40),
                                    between(9, 40)));
            database.append(
                    "yellowChangeDs: %d, redClearDs: %d, redRevertDs: %d, recall: %s, "
                            .formatted(
                                    yellowDs,
                                    redDs,
                                    revertDs,
                                    random.nextInt(3) == 0 ? "minimum" : "none"));
            if (walk[n]) {
                database.append(
                        "walkS: %d, pedestrianClearS: %d, pedestrianBufferDs: %d, "
                                .formatted(walkS, clearS, bufferDs));
                crossings.append(
                        "  %d: {walkDs: %d, clearDs: %d, bufferDs: %d, parallel: %d}\n"
                                .formatted(n, walkS * 10, clearS * 10, bufferDs, stages ? 0 : n));
                movements.add(new Movement("P" + n, bufferDs));
            }
            database.append(
                    "lockDetectors: %b, dualEntry: %b, concurrency: %s}\n"
                            .formatted(
                                    random.nextBoolean(), !stages && n % 2 == 0, concurrency(n)));
            if (!stages) {
                faces.append(
                        ("  %d: {minimumGreenDs: %d, yellowDs: %d, yellowMaximumDs: 60, "
                                        + "redClearDs: %d, redRevertDs: %d}\n")
                                .formatted(n, greenS * 10, yellowDs, redDs, revertDs));
                movements.add(new Movement(String.valueOf(n), changeDs[n]));
            }
        }
    }

    private List<Integer> concurrency(int n) {
        List<Integer> with = new ArrayList<>(numbers());
        with.removeIf(other -> other == n || !together(n, other));
        return with;
    }

    /** What the drawing says of two phases. */
    private boolean together(int a, int b) {
        return a == b || !stages && RING[a][0] != RING[b][0] && RING[a][1] == RING[b][1];
    }

    private TreeSet<Integer> some(int most) {
        TreeSet<Integer> some = new TreeSet<>();
        for (int i = between(1, most); i > 0; i--) {
            some.add(between(1, phaseCount));
        }
        return some;
    }

    private void overlaps() {
        database.append("overlaps:\n");
        faces.insert(0, stages ? "phases: {}\n" : "phases:\n").append("overlaps:\n");
        int count = between(1, 10);
        for (int n = 1; n <= count; n++) {
            TreeSet<Integer> included = some(stages ? 2 : 3);
            TreeSet<Integer> modifiers = random.nextInt(3) == 0 ? some(2) : new TreeSet<>();
            modifiers.removeAll(included);
            TreeSet<Integer> walkers = random.nextInt(3) == 0 ? some(2) : new TreeSet<>();
            walkers.removeIf(p -> !walk[p]);
            Group group =
                    new Group(n, included, modifiers, walkers, between(30, 50), between(1, 30));
            groups.add(group);
            int greenS = between(5, 10);
            int revertDs = between(20, 50);
            database.append(
                    ("  %d: {type: %s, includedPhases: %s, modifierPhases: %s, "
                                    + "conflictingPedestrians: %s, minimumGreenS: %d, "
                                    + "trailGreenS: %d, "
                                    + "yellowChangeDs: %d, redClearDs: %d, redRevertDs: %d}\n")
                            .formatted(
                                    n,
                                    modifiers.isEmpty() ? "normal" : "minusGreenYellow",
                                    included,
                                    modifiers,
                                    walkers,
                                    greenS,
                                    random.nextInt(3),
                                    group.yellowDs(),
                                    group.redDs(),
                                    revertDs));
            faces.append(
                    ("  %d: {minimumGreenDs: %d, yellowDs: %d, yellowMaximumDs: 60, "
                                    + "redClearDs: %d, redRevertDs: %d}\n")
                            .formatted(n, greenS * 10, group.yellowDs(), group.redDs(), revertDs));
            movements.add(new Movement("O" + n, group.yellowDs() + group.redDs()));
        }
    }

    private void rest() {
        database.append("vehicleDetectors:\n");
        for (int n : numbers()) {
            database.append("  %d: {callPhase: %d}\n".formatted(n, n));
        }
        database.append("pedestrianDetectors: {");
        for (int n : numbers()) {
            database.append(walk[n] ? "%d: {callPhase: %d}, ".formatted(n, n) : "");
        }
        database.append("}\npreempts:\n");
        for (int n = 1; n <= 4; n++) {
            int dwell = between(1, phaseCount);
            int exit = between(1, phaseCount);
            database.append(
                    ("  %d: {nonLocking: %b, equalToNext: %b, dwellGreenS: 5, "
                                    + "maximumPresenceS: 120, dwellPhases: [%d], "
                                    + "exitPhases: [%d]}\n")
                            .formatted(n, random.nextBoolean(), random.nextBoolean(), dwell, exit));
        }
        database.append(
                "coordination: {backupPattern: %d, correctionMode: %s}\n"
                        .formatted(
                                random.nextInt(3),
                                List.of("dwell", "shortway", "addOnly", "subtractOnly")
                                        .get(random.nextInt(4))));
        database.append("patterns:\n");
        for (int n = 1; n <= 2; n++) {
            int a = between(30, 50);
            int b = between(30, 50);
            String splits =
                    stages
                            ? ""
                            : "1: %d, 2: %d, 3: %d, 4: %d, 5: %d, 6: %d, 7: %d, 8: %d"
                                    .formatted(a, b, b, a, b, a, a, b);
            int cycleS = stages ? 0 : 2 * (a + b);
            for (int p = 1; stages && p <= phaseCount; p++) {
                int split = between(30, 45);
                cycleS += split;
                splits += p + ": " + split + ", ";
            }
            database.append(
                    "  %d: {cycleS: %d, offsetS: %d, coordinatedPhases: %s, splitsS: {%s}}\n"
                            .formatted(
                                    n,
                                    Math.min(255, cycleS),
                                    between(0, 59),
                                    stages ? "[1]" : "[2, 6]",
                                    splits));
        }
    }

    String database() {
        return database.toString();
    }

    String card() {
        StringBuilder forbidden = new StringBuilder("forbidden: [");
        StringBuilder free = new StringBuilder("free: [");
        StringBuilder intergreens = new StringBuilder("intergreenDs:\n");
        for (int i = 0; i < movements.size(); i++) {
            Movement a = movements.get(i);
            intergreens.append("  ").append(a.name()).append(": {");
            for (int j = 0; j < movements.size(); j++) {
                Movement b = movements.get(j);
                boolean against = i != j && !mayRunTogether(a.name(), b.name());
                if (against) {
                    intergreens.append("%s: %d, ".formatted(b.name(), a.intergreenDs()));
                }
                if (i < j) {
                    (against ? forbidden : free).append("%s-%s, ".formatted(a.name(), b.name()));
                }
            }
            intergreens.append("}\n");
        }
        return "allRedDs: 30\nminimumFlashDs: 100\n"
                + faces
                + (crossings.isEmpty() ? "pedestrians: {}\n" : "pedestrians:\n" + crossings)
                + forbidden
                + "]\nyield: []\n"
                + free
                + "]\n"
                + intergreens;
    }

    private boolean mayRunTogether(String a, String b) {
        Group first = group(a);
        Group second = group(b);
        if (first != null && second != null) {
            return first.included().stream()
                    .filter(i -> !second.modifiers().contains(i))
                    .anyMatch(
                            i ->
                                    second.included().stream()
                                            .filter(j -> !first.modifiers().contains(j))
                                            .anyMatch(j -> together(i, j)));
        }
        if (first == null && second == null) {
            return a.startsWith("P") && b.startsWith("P") || together(number(a), number(b));
        }
        Group group = first == null ? second : first;
        String other = first == null ? a : b;
        int phase = number(other);
        if (group.modifiers().contains(phase)
                || other.startsWith("P") && group.walkers().contains(phase)) {
            return false;
        }
        return group.included().stream().anyMatch(i -> together(i, phase));
    }

    private Group group(String name) {
        return name.startsWith("O") ? groups.get(number(name) - 1) : null;
    }

    private static int number(String name) {
        return Integer.parseInt(name.replaceAll("[PO]", ""));
    }
}
