package org.sinho.rig.monitor;

/** Hardware conflict timer: 300 ms of conflict trip, 666 ms without forget. */
final class ConflictTimer {
    private static final int TRIP_MS = 300;
    private static final int FORGET_MS = 666;

    private long conflictMs;
    private long clearMs;
    private boolean shown;

    /**
     * Adds the time since the last sample, for which that sample's display was on.
     *
     * @return whether the monitor trips
     */
    boolean sample(boolean conflict, long elapsedMs) {
        boolean wasShown = shown;
        shown = conflict;
        if (wasShown) {
            conflictMs += elapsedMs;
            clearMs = 0;
        } else {
            clearMs += elapsedMs;
            if (clearMs >= FORGET_MS) {
                conflictMs = 0;
            }
        }
        return conflictMs >= TRIP_MS;
    }

    void reset() {
        shown = false;
        conflictMs = 0;
        clearMs = 0;
    }
}
