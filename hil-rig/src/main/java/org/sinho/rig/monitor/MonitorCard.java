package org.sinho.rig.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Program card of a conflict monitor, entered from the drawings of the junction and independent of
 * the controller's database.
 *
 * <p>Movements are numbered 1 to 16 for vehicle phases, 17 to 32 for the pedestrians of phases 1 to
 * 16 and 33 to 48 for overlaps 1 to 16. A stage that drives no face of its own has none here.
 *
 * @param faces vehicle faces, of phases and of overlaps
 * @param crossings pedestrian signals
 * @param forbidden for each movement, at its number less 1, the movements that may never have the
 *     right of way with it, bit n - 1 for movement n; symmetric
 * @param intergreenDs {@code [a - 1][b - 1]}: tenths from the end of green of a (of the flashing
 *     clearance for pedestrians) to the start of a forbidden b; 0 for other pairs
 * @param allRedDs steady all red needed before the first green after dark or flash, tenths
 * @param minimumFlashDs shortest flash, tenths
 */
public record MonitorCard(
        List<Face> faces,
        List<Crossing> crossings,
        long[] forbidden,
        int[][] intergreenDs,
        int allRedDs,
        int minimumFlashDs) {
    /** Movements before those of the pedestrians. */
    static final int FIRST_PEDESTRIAN = 16;

    /** Movements before those of the overlaps. */
    static final int FIRST_OVERLAP = 32;

    /** Highest movement. */
    static final int MOVEMENTS = 48;

    /** Checks what the records within cannot. */
    public MonitorCard {
        faces = List.copyOf(faces);
        crossings = List.copyOf(crossings);
        if (allRedDs < 30 || minimumFlashDs < 10) {
            throw new IllegalArgumentException(
                    "allRedDs is "
                            + allRedDs
                            + " and minimumFlashDs "
                            + minimumFlashDs
                            + ", allowed from 30 and from 10");
        }
    }

    /**
     * One vehicle face.
     *
     * @param movement its movement, 1 to 16 or 33 to 48
     * @param minimumGreenDs shortest green, tenths, 50 or more
     * @param yellowDs shortest yellow, tenths, 30 to 60
     * @param yellowMaximumDs longest yellow, tenths, up to 60
     * @param redClearDs red clearance, tenths, 1 to 60
     * @param redRevertDs shortest red between two greens, tenths, 20 or more
     */
    public record Face(
            int movement,
            int minimumGreenDs,
            int yellowDs,
            int yellowMaximumDs,
            int redClearDs,
            int redRevertDs) {
        /** Refuses values outside the ranges above. */
        public Face {
            boolean overlap = movement > FIRST_OVERLAP;
            within(
                    overlap ? "overlap" : "phase",
                    overlap ? movement - FIRST_OVERLAP : movement,
                    1,
                    16,
                    "");
            String where = " of " + words(movement);
            within("minimumGreenDs", minimumGreenDs, 50, 2550, where);
            within("yellowDs", yellowDs, 30, 60, where);
            within("yellowMaximumDs", yellowMaximumDs, yellowDs, 60, where);
            within("redClearDs", redClearDs, 1, 60, where);
            within("redRevertDs", redRevertDs, 20, 255, where);
        }

        /** {@return whether this is the face of an overlap} */
        public boolean overlap() {
            return movement > FIRST_OVERLAP;
        }

        /** {@return number of its phase or overlap, 1 to 16} */
        public int number() {
            return overlap() ? movement - FIRST_OVERLAP : movement;
        }
    }

    /**
     * One pedestrian signal.
     *
     * @param phase its phase, 1 to 16
     * @param walkDs shortest walk, tenths, 40 or more
     * @param clearDs shortest flashing clearance, tenths, 30 or more
     * @param bufferDs shortest steady DON'T WALK before the right of way is over, tenths, 10 to 100
     * @param parallel vehicle movement that must be green meanwhile, or 0 for none
     */
    public record Crossing(int phase, int walkDs, int clearDs, int bufferDs, int parallel) {
        /** Refuses values outside the ranges above. */
        public Crossing {
            within("phase", phase, 1, 16, "");
            String where = " of pedestrians " + phase;
            within("walkDs", walkDs, 40, 2550, where);
            within("clearDs", clearDs, 30, 2550, where);
            within("bufferDs", bufferDs, 10, 100, where);
            within("parallel", parallel, 0, MOVEMENTS, where);
        }
    }

    /**
     * Reads and checks a card.
     *
     * @param file YAML, UTF-8
     * @return the card
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is wrong: file, what, where, value, allowed
     */
    public static MonitorCard read(Path file) throws IOException {
        return CardReader.read(file.toString(), Files.readString(file));
    }

    /**
     * Parses and checks a card.
     *
     * @param name put in front of error messages
     * @param yaml the text
     * @return the card
     * @throws IllegalArgumentException if it is wrong: name, what, where, value, allowed
     */
    public static MonitorCard parse(String name, String yaml) {
        return CardReader.read(name, yaml);
    }

    /** Name of a movement as it stands on the card: {@code 4}, {@code P4} or {@code O4}. */
    static String name(int movement) {
        if (movement <= FIRST_PEDESTRIAN) {
            return String.valueOf(movement);
        }
        return movement <= FIRST_OVERLAP
                ? "P" + (movement - FIRST_PEDESTRIAN)
                : "O" + (movement - FIRST_OVERLAP);
    }

    /** Name of a face in a sentence: {@code phase 4} or {@code overlap 4}. */
    static String words(int movement) {
        return movement > FIRST_OVERLAP
                ? "overlap " + (movement - FIRST_OVERLAP)
                : "phase " + movement;
    }

    static void within(String name, int value, int lowest, int highest, String where) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + where + " is " + value + ", allowed " + lowest + " to " + highest);
        }
    }
}
