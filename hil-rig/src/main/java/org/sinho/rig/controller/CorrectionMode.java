package org.sinho.rig.controller;

/** coordCorrectionMode of NTCIP 1202: how a local cycle comes into step with the clock. */
public enum CorrectionMode {
    /** The coordinated phases rest in green until it does. */
    DWELL(2, "dwell"),
    /** Longer or shorter cycles, whichever is over sooner. */
    SHORTWAY(3, "shortway"),
    /** Longer cycles only, also called the long way. */
    ADD_ONLY(4, "addOnly"),
    /** Shorter cycles only, as far as the splits can give. */
    SUBTRACT_ONLY(5, "subtractOnly");

    private final int code;
    private final String word;

    CorrectionMode(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** {@return the value of the object, 2 to 5} */
    public int code() {
        return code;
    }

    static CorrectionMode of(String word) {
        for (CorrectionMode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "correctionMode of coordination is "
                        + word
                        + ", allowed dwell, shortway, addOnly or subtractOnly");
    }
}
