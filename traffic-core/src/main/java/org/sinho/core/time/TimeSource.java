package org.sinho.core.time;

/**
 * Stamps events on their way into the ring; nothing behind the ring reads it. Any thread,
 * allocation-free.
 */
public interface TimeSource {
    /**
     * Returns the time that rules go by.
     *
     * @return UTC, milliseconds since 1970
     */
    long utcMs();

    /**
     * Returns a time for latency figures.
     *
     * @return monotonic, nanoseconds
     */
    long monotonicNs();

    /**
     * Returns the machine's own clocks.
     *
     * @return a source that reads them
     */
    static TimeSource ofMachine() {
        return new TimeSource() {
            @Override
            public long utcMs() {
                return System.currentTimeMillis();
            }

            @Override
            public long monotonicNs() {
                return System.nanoTime();
            }
        };
    }
}
