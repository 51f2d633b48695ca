package org.sinho.center.pipeline;

import org.sinho.core.time.TimeSource;

/** The bench's clock: stands still between two steps. Any thread. */
public final class StepTime implements TimeSource {
    private volatile long utcMs;

    /**
     * Creates a clock.
     *
     * @param utcMs where it stands until the first step
     */
    public StepTime(long utcMs) {
        this.utcMs = utcMs;
    }

    /**
     * Moves the clock.
     *
     * @param nowUtcMs the step's time
     */
    public void set(long nowUtcMs) {
        utcMs = nowUtcMs;
    }

    @Override
    public long utcMs() {
        return utcMs;
    }

    @Override
    public long monotonicNs() {
        return System.nanoTime();
    }
}
