package org.sinho.signal;

import org.sinho.core.event.HealthReport;
import org.sinho.core.picture.StateCursor;

/**
 * Whether the center may command at all: its journal, its clock, and the conflict monitors of its
 * zone. Control thread only.
 */
final class CenterState {
    /** What was taken may be given back for this long after journal or clock failed. */
    private static final int LAST_WORDS_MS = 1_000;

    /** With a greater clock uncertainty nobody can call a request fresh (E-02). */
    private static final int CLOCK_UNCERTAINTY_MS = 100;

    /** A monitor that flashes within this after a SET of ours may flash because of it (F-07). */
    private static final int AFTER_SET_MS = 60_000;

    /** Two junctions that flash within this are a symptom (F-07), and the zone rests as long. */
    private static final int FLASH_WINDOW_MS = 300_000;

    private static final long GOOD = Long.MAX_VALUE;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long journalFailedMs = GOOD;
    private long clockFailedMs = GOOD;
    private int clockUncertaintyMs;
    private boolean ending;
    private final long[] flashMs;
    private long zoneStoppedMs = NEVER;

    /**
     * Creates a state in which all is well.
     *
     * @param siteCount junctions in the zone
     */
    CenterState(int siteCount) {
        flashMs = new long[siteCount];
        java.util.Arrays.fill(flashMs, NEVER);
    }

    /**
     * Takes in what the center says of itself.
     *
     * @return whether it is news for an operator
     */
    boolean onHealth(HealthReport health, long nowMs) {
        boolean good = health.healthy() == 1;
        boolean before = isHealthy();
        switch (health.kind()) {
            case HealthReport.Kind.JOURNAL ->
                    journalFailedMs = good ? GOOD : Math.min(journalFailedMs, nowMs);
            case HealthReport.Kind.CLOCK -> {
                clockFailedMs = good ? GOOD : Math.min(clockFailedMs, nowMs);
                clockUncertaintyMs = health.value();
            }
            case HealthReport.Kind.CENTER -> ending = !good;
            default -> {
                // Of a later version.
            }
        }
        return before != isHealthy();
    }

    /** Whether the center has said that it ends. */
    boolean isEnding() {
        return ending;
    }

    /** A new start: whoever ended was the one before. */
    void begin() {
        ending = false;
    }

    /**
     * A junction's monitor has begun to flash it.
     *
     * @param index of the junction
     * @param lastSetMs when we last commanded it
     * @return flashes of the last minutes when the zone stops now, else 0
     */
    int onMonitorFlash(int index, long lastSetMs, long nowMs) {
        flashMs[index] = nowMs;
        int count = 0;
        for (long time : flashMs) {
            count += nowMs - time <= FLASH_WINDOW_MS ? 1 : 0;
        }
        if (count < 2 && nowMs - lastSetMs > AFTER_SET_MS) {
            return 0;
        }
        boolean before = isZoneStopped(nowMs);
        zoneStoppedMs = nowMs;
        return before ? 0 : count;
    }

    boolean isZoneStopped(long nowMs) {
        return nowMs - zoneStoppedMs < FLASH_WINDOW_MS;
    }

    boolean isHealthy() {
        return journalFailedMs == GOOD && clockFailedMs == GOOD && !ending;
    }

    boolean clockCertain() {
        return clockFailedMs == GOOD && clockUncertaintyMs <= CLOCK_UNCERTAINTY_MS;
    }

    /** Whether a releasing command may still leave; then silence frees the controllers (F-02). */
    boolean mayRelease(long nowMs) {
        return (journalFailedMs == GOOD || nowMs - journalFailedMs <= LAST_WORDS_MS)
                && (clockFailedMs == GOOD || nowMs - clockFailedMs <= LAST_WORDS_MS);
    }

    void visit(StateCursor cursor) {
        journalFailedMs = cursor.visit(journalFailedMs);
        clockFailedMs = cursor.visit(clockFailedMs);
        clockUncertaintyMs = cursor.visit(clockUncertaintyMs);
        ending = cursor.visit(ending);
        cursor.visit(flashMs);
        zoneStoppedMs = cursor.visit(zoneStoppedMs);
    }
}
