package org.sinho.rig.monitor;

/** What one pedestrian signal shows. */
enum CrossingLamp {
    DARK("DARK"),
    WALK("W"),
    CLEARANCE("FDW"),
    DONT_WALK("DW"),
    DUAL("DUAL");

    private final String shown;

    CrossingLamp(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }

    static CrossingLamp of(boolean walk, boolean clearance, boolean dontWalk) {
        int count = (walk ? 1 : 0) + (clearance ? 1 : 0) + (dontWalk ? 1 : 0);
        if (count != 1) {
            return count == 0 ? DARK : DUAL;
        }
        if (walk) {
            return WALK;
        }
        return clearance ? CLEARANCE : DONT_WALK;
    }
}
