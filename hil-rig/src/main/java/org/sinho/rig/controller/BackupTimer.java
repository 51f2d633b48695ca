package org.sinho.rig.controller;

/**
 * Backup timer of NTCIP 1202: restarted by each command, expires when the manager falls silent, and
 * gives control back no sooner than at a boundary of the cycle.
 */
final class BackupTimer {
    private int elapsedDs;
    private boolean expired;
    private boolean returning;

    /**
     * Advances one step.
     *
     * @param commanded whether a system control object was set
     * @param boundary whether a barrier or the end of a cycle has just been reached
     * @return true in the step in which the timer expires
     */
    boolean step(boolean commanded, boolean boundary, int backupTimeS) {
        if (commanded) {
            elapsedDs = 0;
            returning = expired;
        } else {
            elapsedDs++;
        }
        if (elapsedDs >= backupTimeS * 10) {
            boolean now = !expired || returning;
            expired = true;
            returning = false;
            return now;
        }
        if (returning && boundary) {
            expired = false;
            returning = false;
        }
        return false;
    }

    boolean expired() {
        return expired;
    }
}
