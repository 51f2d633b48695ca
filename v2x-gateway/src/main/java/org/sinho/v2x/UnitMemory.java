package org.sinho.v2x;

import org.sinho.v2x.security.DuplicateFilter;

/**
 * What a network thread remembers of a moment ago: datagrams, and who was drawn for checking.
 *
 * <p>Units that share one memory pay once for a message that several of them heard. It belongs to
 * one thread.
 */
final class UnitMemory {
    private static final int CAPACITY = 8_192;
    private static final int SHARED_CAPACITY = 65_536;
    private static final int PERIOD_MS = 3_000;

    private final SignerSchedule schedule;
    private final DuplicateFilter duplicates;

    /** Memory of one unit. */
    UnitMemory(int unit, int verifyIntervalMs) {
        schedule = new SignerSchedule(verifyIntervalMs);
        // Fixed keys will do: an attacker who finds a collision drops only messages of his own.
        duplicates = new DuplicateFilter(CAPACITY, PERIOD_MS, unit, ~unit);
    }

    /** Memory that all units of a gateway share. */
    UnitMemory(int verifyIntervalMs) {
        schedule = new SignerSchedule(verifyIntervalMs);
        duplicates = new DuplicateFilter(SHARED_CAPACITY, PERIOD_MS, 0, ~0);
    }

    SignerSchedule schedule() {
        return schedule;
    }

    DuplicateFilter duplicates() {
        return duplicates;
    }
}
