package org.sinho.signal.guard;

import org.sinho.core.event.HealthReport;

/**
 * Whether journal and clock are well. They count as well until a report says otherwise: reports
 * tell of changes only.
 */
final class CenterHealth {
    private static final long WELL = Long.MAX_VALUE;

    private long journalFailedMs = WELL;
    private long clockFailedMs = WELL;
    private int clockUncertaintyMs;

    void onHealth(HealthReport health, long nowMs) {
        boolean well = health.healthy() == 1;
        switch (health.kind()) {
            case HealthReport.Kind.JOURNAL ->
                    journalFailedMs = well ? WELL : Math.min(journalFailedMs, nowMs);
            case HealthReport.Kind.CLOCK -> {
                clockFailedMs = well ? WELL : Math.min(clockFailedMs, nowMs);
                clockUncertaintyMs = health.value();
            }
            default -> {
                // A kind of health that no command depends on.
            }
        }
    }

    /**
     * Says whether a command may leave: any while all is well, then releasing ones for a moment,
     * then none, so that controllers notice the silence.
     */
    int check(boolean releasing, long nowMs) {
        if (blocks(journalFailedMs, releasing, nowMs)) {
            return GuardRule.C_11.code();
        }
        return blocks(clockFailedMs, releasing, nowMs)
                ? GuardRule.F_02.code()
                : SafetyGuard.ALLOWED;
    }

    /** Returns whether the clock is good enough to call a request fresh. */
    boolean clockCertain() {
        return clockUncertaintyMs <= Limits.CLOCK_UNCERTAINTY_MS;
    }

    private static boolean blocks(long failedMs, boolean releasing, long nowMs) {
        return failedMs != WELL && !(releasing && nowMs - failedMs <= Limits.LAST_WORDS_MS);
    }

    void carry(StateCursor cursor) {
        journalFailedMs = cursor.carry(journalFailedMs);
        clockFailedMs = cursor.carry(clockFailedMs);
        clockUncertaintyMs = cursor.carry(clockUncertaintyMs);
    }
}
