package org.sinho.center;

import java.util.concurrent.locks.LockSupport;
import org.sinho.core.time.TimeSource;

/**
 * Drives the center by the machine's clock: a tick every tenth of a second, the sender between
 * them, and a watchdog that stops the process when one of them no longer beats (F-05).
 */
final class Heart implements AutoCloseable {
    private static final int TICK_MS = 100;
    private static final int POLL_INTERVAL_MS = 1_000;
    private static final long IDLE_NS = 200_000;
    private static final int MISSED_BEATS = 10;

    private final Center center;
    private final TimeSource time;
    private final CenterEvents events;
    private volatile boolean running = true;
    private volatile long senderBeatNs = System.nanoTime();
    private volatile long controlBeatNs = System.nanoTime();

    Heart(Center center) {
        this.center = center;
        time = center.time();
        events = new CenterEvents(center.ringDoor());
    }

    void start() {
        center.announceEpoch(time.utcMs());
        Thread.ofPlatform().daemon().name("ticker").start(this::tick);
        Thread.ofPlatform().daemon().name("sender").start(this::send);
        Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    private void tick() {
        long nextNs = System.nanoTime();
        long ticks = 0;
        while (running) {
            if (ticks++ % 10 == 0) {
                events.disk(center.disk(), time.utcMs(), time.monotonicNs());
                center.journal().syncIfDue(System.nanoTime());
            }
            events.tick(time.utcMs(), time.monotonicNs());
            nextNs += TICK_MS * 1_000_000L;
            while (running && System.nanoTime() < nextNs) {
                LockSupport.parkNanos(nextNs - System.nanoTime());
            }
        }
    }

    private void send() {
        long nextPollMs = 0;
        while (running) {
            long nowMs = time.utcMs();
            boolean acted = center.outbox().actOnNext(nowMs);
            if (nowMs >= nextPollMs) {
                nextPollMs = nowMs - Math.floorMod(nowMs, POLL_INTERVAL_MS) + POLL_INTERVAL_MS;
                center.inspector().inspect(nowMs);
                center.sender().pollAll(nowMs);
                center.broadcaster().onSecond();
            }
            senderBeatNs = System.nanoTime();
            if (!acted) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    private void watch() {
        long seen = -1;
        while (running) {
            LockSupport.parkNanos(TICK_MS * 1_000_000L);
            long now = System.nanoTime();
            long control = center.pipeline().controlSequence();
            if (control != seen) {
                seen = control;
                controlBeatNs = now;
            }
            long limitNs = MISSED_BEATS * TICK_MS * 1_000_000L;
            if (now - controlBeatNs > limitNs || now - senderBeatNs > 3 * limitNs) {
                System.err.println(
                        "sinho: control or sender stopped beating: stopping, controllers fall"
                                + " back to their own plan (F-05)");
                Runtime.getRuntime().halt(71);
            }
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
