package org.sinho.center.journal;

import java.time.Duration;

/**
 * When records are forced from memory to the disk. A memory-mapped record survives the death of the
 * process at once; only the policy makes it survive a power failure.
 *
 * @param kind how often
 * @param intervalNs longest time between two syncs in nanoseconds, 0 unless {@link Kind#INTERVAL}
 */
public record SyncPolicy(Kind kind, long intervalNs) {
    /** How often. */
    public enum Kind {
        /** Never: the operating system writes when it likes. */
        NONE,
        /** By {@link Journal#syncIfDue}, on the caller's thread. */
        INTERVAL,
        /** Before each append returns. */
        EVERY
    }

    /**
     * Leaves writing to the operating system.
     *
     * @return the policy
     */
    public static SyncPolicy none() {
        return new SyncPolicy(Kind.NONE, 0);
    }

    /**
     * Syncs at an interval, off the appending thread.
     *
     * @param interval longest time between two syncs, more than 0
     * @return the policy
     */
    public static SyncPolicy interval(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException(
                    "sync interval: " + interval + " is not allowed, must be more than 0");
        }
        return new SyncPolicy(Kind.INTERVAL, interval.toNanos());
    }

    /**
     * Syncs each record before its append returns.
     *
     * @return the policy
     */
    public static SyncPolicy every() {
        return new SyncPolicy(Kind.EVERY, 0);
    }
}
