package org.sinho.rig.controller;

/** splitMode of NTCIP 1202, as far as this controller knows them. */
public enum SplitMode {
    /** As the phase itself is programmed. */
    NONE(2, "none"),
    /** A vehicle call in every cycle. */
    MINIMUM_RECALL(3, "minimumVehicleRecall"),
    /** A vehicle call in every cycle and green until the force-off. */
    MAXIMUM_RECALL(4, "maximumVehicleRecall"),
    /** A pedestrian call in every cycle. */
    PEDESTRIAN_RECALL(5, "pedestrianRecall"),
    /** Both of the above. */
    MAXIMUM_AND_PEDESTRIAN_RECALL(6, "maximumVehicleAndPedestrianRecall"),
    /** Never served in this pattern. */
    OMITTED(7, "phaseOmitted");

    private final int code;
    private final String word;

    SplitMode(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** {@return the value of the object, 2 to 7} */
    public int code() {
        return code;
    }

    boolean callsVehicles() {
        return this == MINIMUM_RECALL || holdsGreen();
    }

    boolean holdsGreen() {
        return this == MAXIMUM_RECALL || this == MAXIMUM_AND_PEDESTRIAN_RECALL;
    }

    boolean callsPedestrians() {
        return this == PEDESTRIAN_RECALL || this == MAXIMUM_AND_PEDESTRIAN_RECALL;
    }

    static SplitMode of(Object word, String where) {
        for (SplitMode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "mode"
                        + where
                        + " is "
                        + word
                        + ", allowed none, minimumVehicleRecall, maximumVehicleRecall,"
                        + " pedestrianRecall, maximumVehicleAndPedestrianRecall or phaseOmitted");
    }
}
