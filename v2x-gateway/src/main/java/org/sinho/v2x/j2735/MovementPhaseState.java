package org.sinho.v2x.j2735;

/** What a signal group shows: DE_MovementPhaseState, wire values. */
public final class MovementPhaseState {
    /** Not known. */
    public static final int UNAVAILABLE = 0;

    /** Signal dark. */
    public static final int DARK = 1;

    /** Flashing red. */
    public static final int STOP_THEN_PROCEED = 2;

    /** Red. */
    public static final int STOP_AND_REMAIN = 3;

    /** Red and yellow, about to be green. */
    public static final int PRE_MOVEMENT = 4;

    /** Green, yielding to conflicting movements. */
    public static final int PERMISSIVE_MOVEMENT_ALLOWED = 5;

    /** Green, no conflicting movement is green. */
    public static final int PROTECTED_MOVEMENT_ALLOWED = 6;

    /** Yellow after a permissive green. */
    public static final int PERMISSIVE_CLEARANCE = 7;

    /** Yellow after a protected green. */
    public static final int PROTECTED_CLEARANCE = 8;

    /** Flashing yellow. */
    public static final int CAUTION_CONFLICTING_TRAFFIC = 9;

    private static final String[] NAMES = {
        "unavailable",
        "dark",
        "stop-Then-Proceed",
        "stop-And-Remain",
        "pre-Movement",
        "permissive-Movement-Allowed",
        "protected-Movement-Allowed",
        "permissive-clearance",
        "protected-clearance",
        "caution-Conflicting-Traffic",
    };

    private MovementPhaseState() {}

    /**
     * Name of a value, as in the standard.
     *
     * @param value any int
     * @return the name, or {@code "unknown"} for a value that is none of these
     */
    public static String name(int value) {
        return value >= 0 && value < NAMES.length ? NAMES[value] : "unknown";
    }
}
