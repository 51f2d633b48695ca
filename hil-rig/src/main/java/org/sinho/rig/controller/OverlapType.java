package org.sinho.rig.controller;

/** overlapType of NTCIP 1202, as far as this controller knows them. */
public enum OverlapType {
    /** Green with any included phase. */
    NORMAL(2, "normal"),
    /** Green with any included phase, but never with a modifier phase. */
    MINUS_GREEN_YELLOW(3, "minusGreenYellow");

    private final int code;
    private final String word;

    OverlapType(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** {@return the value of the object, 2 or 3} */
    public int code() {
        return code;
    }

    static OverlapType of(String word, String where) {
        for (OverlapType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "type" + where + " is " + word + ", allowed normal or minusGreenYellow");
    }
}
