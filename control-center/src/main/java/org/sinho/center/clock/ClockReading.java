package org.sinho.center.clock;

/**
 * What is known of the clock at one moment.
 *
 * @param healthy whether somebody keeps it
 * @param uncertaintyMs how far it may be from UTC, milliseconds, rounded up
 */
public record ClockReading(boolean healthy, int uncertaintyMs) {
    /** Beyond this nobody can call a request fresh (E-02), milliseconds. */
    public static final int CERTAIN_MS = 100;

    /** Status bit of the Linux kernel: nobody keeps the clock. */
    private static final int STA_UNSYNC = 0x40;

    private static final int US_PER_MS = 1_000;

    /**
     * Decides from figures alone.
     *
     * @param result what {@code adjtimex} returned, less than 0 when it failed
     * @param status the kernel's status bits
     * @param maxErrorUs the kernel's greatest error, microseconds
     * @return the reading; what cannot be true counts as the worst
     */
    public static ClockReading of(int result, int status, long maxErrorUs) {
        if (result < 0 || maxErrorUs < 0) {
            return new ClockReading(false, Integer.MAX_VALUE);
        }
        long upMs = maxErrorUs / US_PER_MS + (maxErrorUs % US_PER_MS == 0 ? 0 : 1);
        return new ClockReading(
                (status & STA_UNSYNC) == 0, (int) Math.min(Integer.MAX_VALUE, upMs));
    }

    /**
     * Returns whether it is good enough to judge freshness by.
     *
     * @return true up to {@link #CERTAIN_MS}
     */
    public boolean certain() {
        return uncertaintyMs <= CERTAIN_MS;
    }
}
