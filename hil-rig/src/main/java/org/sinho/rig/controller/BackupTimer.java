package org.sinho.rig.controller;

/** The dead man's switch: without a SET for {@code backupTimeS} the controller frees itself. */
final class BackupTimer {
    private int elapsedDs;
    private boolean expired;

    /** Advances one step; returns true in the step in which the timer expires. */
    boolean step(boolean commanded, int backupTimeS) {
        if (commanded) {
            elapsedDs = 0;
            expired = false;
            return false;
        }
        elapsedDs++;
        if (expired || elapsedDs < backupTimeS * 10) {
            return false;
        }
        expired = true;
        return true;
    }

    boolean expired() {
        return expired;
    }
}
