package org.sinho.signal.guard;

/**
 * Values of NTCIP 1202 {@code unitControlStatus} and {@code unitFlashStatus} that rules ask for.
 */
final class ControllerMode {
    /** {@code unitFlashStatus}: not flashing. Every other value is flash, or not known. */
    static final int NOT_FLASHING = 2;

    /** {@code unitControlStatus} not read yet. */
    private static final int UNKNOWN = 0;

    private static final int BACKUP = 4;
    private static final int MANUAL = 5;
    private static final int REMOTE_MANUAL = 9;
    private static final int LOCAL_MANUAL = 10;

    private ControllerMode() {}

    /** Returns whether a person at the cabinet, or nobody known, has the junction in hand. */
    static boolean closedToCenter(int controlStatus) {
        return controlStatus == UNKNOWN
                || controlStatus == MANUAL
                || controlStatus == REMOTE_MANUAL
                || controlStatus == LOCAL_MANUAL;
    }

    /** Returns whether the controller runs its own plan because the center was silent. */
    static boolean backup(int controlStatus) {
        return controlStatus == BACKUP;
    }
}
