package org.sinho.center;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.sinho.center.link.StepServer;
import org.sinho.core.counter.CounterId;

/**
 * Drives the center in lock-step with a bench: one announced step, all its consequences, one
 * acknowledgement.
 */
final class StepDrive implements AutoCloseable {
    private static final long ANNOUNCED_TIMEOUT_MS = 2_000;
    private static final int POLL_INTERVAL_MS = 1_000;
    private static final long PARK_NS = 20_000;

    private final Center center;
    private final StepServer server;
    private final CenterEvents events;
    private long nextPollMs;
    private boolean begun;

    StepDrive(Center center, InetSocketAddress listen) throws IOException {
        this.center = center;
        server = new StepServer(listen);
        events = new CenterEvents(center.ringDoor());
    }

    boolean run() throws IOException, InterruptedException {
        return server.serve(this::step);
    }

    private void step(long utcMs, Map<Integer, Long> announced) throws InterruptedException {
        if (!begun) {
            begun = true;
            center.inspector().warm();
            center.announceEpoch(utcMs);
        }
        if (!center.stepDoor().await(announced, ANNOUNCED_TIMEOUT_MS)) {
            center.counters().increment(CounterId.STEP_INCOMPLETE);
        }
        center.stepTime().set(utcMs);
        boolean second = utcMs >= nextPollMs;
        if (second) {
            nextPollMs = utcMs - Math.floorMod(utcMs, POLL_INTERVAL_MS) + POLL_INTERVAL_MS;
            events.disk(center.disk(), utcMs, System.nanoTime());
        }
        center.injector().ifPresent(bench -> bench.step(utcMs));
        center.stepDoor().release(utcMs);
        events.tick(utcMs, System.nanoTime());
        finish();
        if (second) {
            center.inspector().inspect(utcMs);
            center.sender().pollAll(utcMs);
            center.broadcaster().onSecond();
            center.journal().syncIfDue(System.nanoTime());
        }
    }

    /** Until all is decided and sent. */
    private void finish() {
        awaitControl();
        center.outbox().drain(center.time());
    }

    /** Gives every controller back, as {@link Heart} does. */
    void giveBack() {
        events.ending(center.stepTime().utcMs(), System.nanoTime());
        finish();
    }

    private void awaitControl() {
        long target = center.pipeline().cursor();
        while (center.pipeline().controlSequence() < target) {
            LockSupport.parkNanos(PARK_NS);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
