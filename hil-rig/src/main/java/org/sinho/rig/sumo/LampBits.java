package org.sinho.rig.sumo;

/**
 * What a junction's signal heads show: bit {@code n - 1} of a mask stands for phase {@code n}, or
 * overlap {@code n}, 1 to 32. A phase or overlap in no mask is red, a pedestrian phase in no mask
 * shows "don't walk".
 *
 * @param greens vehicle phases showing green
 * @param yellows vehicle phases showing yellow; with {@code flashing}, those flashing yellow
 * @param walks pedestrian phases showing walk
 * @param pedClears pedestrian phases flashing "don't walk": nobody new steps off
 * @param flashing whether the junction is in flash: vehicle phases not in {@code yellows} flash red
 * @param overlapGreens overlaps showing green
 * @param overlapYellows overlaps showing yellow; with {@code flashing}, those flashing yellow
 */
public record LampBits(
        int greens,
        int yellows,
        int walks,
        int pedClears,
        boolean flashing,
        int overlapGreens,
        int overlapYellows) {
    /** Every head red. */
    public static final LampBits ALL_RED = new LampBits(0, 0, 0, 0, false);

    /** No head lit: drivers and people give way, which SUMO calls a signal that is off. */
    public static final LampBits DARK = new LampBits(0, -1, 0, 0, true, 0, -1);

    /**
     * Lamps of a junction without overlaps.
     *
     * @param greens vehicle phases showing green
     * @param yellows vehicle phases showing yellow
     * @param walks pedestrian phases showing walk
     * @param pedClears pedestrian phases flashing "don't walk"
     * @param flashing whether the junction is in flash
     */
    public LampBits(int greens, int yellows, int walks, int pedClears, boolean flashing) {
        this(greens, yellows, walks, pedClears, flashing, 0, 0);
    }

    /**
     * Refuses lamps no head can show.
     *
     * @throws IllegalArgumentException if a phase or overlap is both green and yellow, or walk and
     *     clearing
     */
    public LampBits {
        if ((greens & yellows) != 0
                || (walks & pedClears) != 0
                || (overlapGreens & overlapYellows) != 0) {
            throw new IllegalArgumentException(
                    "lamps contradict: greens "
                            + Integer.toHexString(greens)
                            + " yellows "
                            + Integer.toHexString(yellows)
                            + " walks "
                            + Integer.toHexString(walks)
                            + " pedClears "
                            + Integer.toHexString(pedClears)
                            + " overlapGreens "
                            + Integer.toHexString(overlapGreens)
                            + " overlapYellows "
                            + Integer.toHexString(overlapYellows));
        }
    }
}
