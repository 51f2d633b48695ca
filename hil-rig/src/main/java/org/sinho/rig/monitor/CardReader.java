package org.sinho.rig.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a {@link MonitorCard}; every pair of movements must be decided, exactly once. */
final class CardReader {
    private static final int MOVEMENTS = MonitorCard.MOVEMENTS;

    private final Map<?, ?> card;
    private final List<MonitorCard.Face> faces = new ArrayList<>();
    private final List<MonitorCard.Crossing> crossings = new ArrayList<>();
    private final Map<String, String> decided = new HashMap<>();
    private final long[] forbidden = new long[MOVEMENTS];
    private final int[][] intergreenDs = new int[MOVEMENTS][MOVEMENTS];

    private CardReader(Map<?, ?> card) {
        this.card = card;
    }

    static MonitorCard read(String name, String yaml) {
        try {
            Object root =
                    new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml);
            return new CardReader(map(root, "card")).read();
        } catch (IllegalArgumentException | YamlEngineException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private MonitorCard read() {
        only(
                card,
                "card",
                "phases",
                "pedestrians",
                "overlaps",
                "forbidden",
                "yield",
                "free",
                "intergreenDs",
                "allRedDs",
                "minimumFlashDs");
        rows("phases").forEach((n, row) -> faces.add(face(n, "phase", 0, row)));
        if (card.containsKey("overlaps")) {
            rows("overlaps")
                    .forEach(
                            (n, row) ->
                                    faces.add(face(n, "overlap", MonitorCard.FIRST_OVERLAP, row)));
        }
        rows("pedestrians").forEach((n, row) -> crossings.add(crossing(n, row)));
        for (String kind : new String[] {"forbidden", "yield", "free"}) {
            if (!(card.get(kind) instanceof List<?> pairs)) {
                throw new IllegalArgumentException(
                        kind + " is " + card.get(kind) + ", allowed a list of pairs");
            }
            pairs.forEach(pair -> decide(kind, String.valueOf(pair)));
        }
        requireEveryPair();
        intergreens();
        return new MonitorCard(
                faces,
                crossings,
                forbidden,
                intergreenDs,
                number(card, "allRedDs", "card"),
                number(card, "minimumFlashDs", "card"));
    }

    private static MonitorCard.Face face(int number, String kind, int before, Map<?, ?> row) {
        String where = kind + " " + number;
        MonitorCard.within(kind, number, 1, 16, "");
        only(
                row,
                where,
                "minimumGreenDs",
                "yellowDs",
                "yellowMaximumDs",
                "redClearDs",
                "redRevertDs");
        return new MonitorCard.Face(
                before + number,
                number(row, "minimumGreenDs", where),
                number(row, "yellowDs", where),
                number(row, "yellowMaximumDs", where),
                number(row, "redClearDs", where),
                number(row, "redRevertDs", where));
    }

    private MonitorCard.Crossing crossing(int phase, Map<?, ?> row) {
        String where = "pedestrians " + phase;
        only(row, where, "walkDs", "clearDs", "bufferDs", "parallel");
        return new MonitorCard.Crossing(
                phase,
                number(row, "walkDs", where),
                number(row, "clearDs", where),
                number(row, "bufferDs", where),
                parallel(row.get("parallel"), where));
    }

    /** A phase number, the name of an overlap, or 0 for none. */
    private int parallel(Object name, String where) {
        if (Integer.valueOf(0).equals(name)) {
            return 0;
        }
        for (MonitorCard.Face face : faces) {
            if (MonitorCard.name(face.movement()).equals(String.valueOf(name))) {
                return face.movement();
            }
        }
        throw new IllegalArgumentException(
                "parallel of " + where + " is " + name + ", allowed 0 or a face of this card");
    }

    private void decide(String kind, String pair) {
        String[] names = pair.split("-");
        if (names.length != 2) {
            throw new IllegalArgumentException("pair is " + pair + ", allowed a form like 2-P4");
        }
        int a = movement(names[0]);
        int b = movement(names[1]);
        if (a == b) {
            throw new IllegalArgumentException(
                    "pair " + pair + " is of one movement, allowed two different ones");
        }
        String before = decided.put(key(a, b), kind);
        if (before != null) {
            throw new IllegalArgumentException(
                    "pair " + pair + " is " + kind + " and " + before + ", allowed one decision");
        }
        if (kind.equals("forbidden")) {
            forbidden[a - 1] |= 1L << (b - 1);
            forbidden[b - 1] |= 1L << (a - 1);
        }
    }

    private void requireEveryPair() {
        List<Integer> all = movements();
        for (int a : all) {
            for (int b : all) {
                if (a < b && !decided.containsKey(key(a, b))) {
                    throw new IllegalArgumentException(
                            "pair "
                                    + MonitorCard.name(a)
                                    + "-"
                                    + MonitorCard.name(b)
                                    + " is undecided, allowed forbidden, yield or free");
                }
            }
        }
    }

    private void intergreens() {
        Map<?, ?> matrix = map(card.get("intergreenDs"), "intergreenDs");
        for (int a : movements()) {
            String name = MonitorCard.name(a);
            Object key = a <= MonitorCard.FIRST_PEDESTRIAN ? (Object) a : name;
            Map<?, ?> row = map(matrix.get(key), "intergreenDs of " + name);
            Set<Integer> given = new TreeSet<>();
            for (Map.Entry<?, ?> entry : row.entrySet()) {
                int b = movement(String.valueOf(entry.getKey()));
                given.add(b);
                intergreenDs[a - 1][b - 1] = number(row, entry.getKey(), "intergreenDs of " + name);
            }
            for (int b : movements()) {
                boolean needed = (forbidden[a - 1] >> (b - 1) & 1) != 0;
                if (needed != given.contains(b)) {
                    throw new IllegalArgumentException(
                            "intergreenDs of "
                                    + name
                                    + " to "
                                    + MonitorCard.name(b)
                                    + " is "
                                    + (needed ? "missing" : "given")
                                    + ", allowed for forbidden pairs, and all of them");
                }
            }
        }
    }

    private List<Integer> movements() {
        List<Integer> all = new ArrayList<>();
        faces.forEach(face -> all.add(face.movement()));
        crossings.forEach(crossing -> all.add(crossing.phase() + MonitorCard.FIRST_PEDESTRIAN));
        return all;
    }

    private int movement(String name) {
        for (int movement : movements()) {
            if (MonitorCard.name(movement).equals(name)) {
                return movement;
            }
        }
        throw new IllegalArgumentException(
                "movement is " + name + ", allowed phases, pedestrians and overlaps of this card");
    }

    private static String key(int a, int b) {
        return Math.min(a, b) + "-" + Math.max(a, b);
    }

    private Map<Integer, Map<?, ?>> rows(String name) {
        Map<Integer, Map<?, ?>> rows = new TreeMap<>();
        map(card.get(name), name)
                .forEach(
                        (key, row) -> {
                            if (!(key instanceof Integer number)) {
                                throw new IllegalArgumentException(
                                        "key of " + name + " is " + key + ", allowed numbers");
                            }
                            rows.put(number, map(row, name + " " + number));
                        });
        return rows;
    }

    private static Map<?, ?> map(Object node, String where) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(where + " is " + node + ", allowed a mapping");
    }

    private static int number(Map<?, ?> row, Object name, String where) {
        if (row.get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(
                name + " of " + where + " is " + row.get(name) + ", allowed a whole number");
    }

    private static void only(Map<?, ?> row, String where, String... names) {
        for (Object key : row.keySet()) {
            if (!List.of(names).contains(key)) {
                throw new IllegalArgumentException(
                        "field of " + where + " is " + key + ", allowed " + List.of(names));
            }
        }
    }
}
