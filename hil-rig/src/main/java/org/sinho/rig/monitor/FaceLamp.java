package org.sinho.rig.monitor;

/** What one vehicle face shows. */
enum FaceLamp {
    DARK("DARK"),
    RED("R"),
    YELLOW("Y"),
    GREEN("G"),
    FLASHING_RED("FR"),
    FLASHING_YELLOW("FY"),
    DUAL("DUAL");

    private final String shown;

    FaceLamp(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }

    boolean flashing() {
        return this == FLASHING_RED || this == FLASHING_YELLOW;
    }

    static FaceLamp of(boolean red, boolean yellow, boolean green, boolean flash) {
        int count = (red ? 1 : 0) + (yellow ? 1 : 0) + (green ? 1 : 0);
        if (count != 1) {
            return count == 0 ? DARK : DUAL;
        }
        if (green) {
            return flash ? DUAL : GREEN; // A flashing green is no display of this profile.
        }
        if (red) {
            return flash ? FLASHING_RED : RED;
        }
        return flash ? FLASHING_YELLOW : YELLOW;
    }
}
