package org.sinho.center;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.sinho.center.clock.ClockReading;
import org.sinho.center.link.SenderLanes;
import org.sinho.center.text.Phrases;
import org.sinho.core.time.TimeSource;

/**
 * Drives the center by the machine's clock: a tick every tenth of a second, the sender between
 * them, and a watchdog that stops the process when one of them no longer beats (F-05).
 *
 * <p>Nothing that beats may wait for the outside: controllers are waited for in {@link
 * SenderLanes}, disk and clock are looked at on threads of their own.
 */
final class Heart {
    private static final int MAP_INTERVAL_MS = 1_000;
    private static final long BEAT_NS = 100_000_000;
    private static final long LOOK_INTERVAL_NS = 1_000_000_000;
    private static final long IDLE_NS = 200_000;
    private static final int EXIT_SILENT = 71;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Center center;
    private final SenderLanes lanes;
    private final TimeSource time;
    private final CenterEvents events;
    private final CenterEvents diskEvents;
    private final CenterEvents clockEvents;
    private final Watchdog watchdog = new Watchdog();
    private volatile boolean ticking = true;
    private volatile boolean sending = true;
    private volatile boolean watching = true;
    private volatile long ticks;
    private volatile long sends;
    private Thread ticker;
    private Thread sender;

    Heart(Center center, SenderLanes lanes) {
        this.center = center;
        this.lanes = lanes;
        time = center.time();
        events = new CenterEvents(center.ringDoor());
        diskEvents = new CenterEvents(center.ringDoor());
        clockEvents = new CenterEvents(center.ringDoor());
    }

    void start() {
        center.announceEpoch(time.utcMs());
        lookAtClock(); // Before anything is decided by it.
        watchdog.watch("ticker", () -> ticks)
                .watch("control", center.pipeline()::controlSequence)
                .watch("sender", () -> sends);
        lanes.start();
        ticker = thread("ticker", this::tick);
        sender = thread("sender", this::send);
        thread("disk", this::lookAtDisk);
        thread("clock", this::watchClock);
        thread("watchdog", this::watch);
    }

    /** A thread whose failure is the center's: it must not go on without it. */
    private Thread thread(String name, Runnable body) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler((thread, thrown) -> center.fail(thrown))
                .start(body);
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer.
    private void tick() {
        long nextNs = System.nanoTime();
        while (ticking) {
            events.tick(time.utcMs(), time.monotonicNs());
            ticks++;
            // After a standstill one tick says all: those that were missed are not made up for.
            nextNs = Math.max(nextNs + BEAT_NS, System.nanoTime());
            sleepUntil(nextNs);
        }
    }

    private void sleepUntil(long nextNs) {
        while (ticking && System.nanoTime() < nextNs) {
            LockSupport.parkNanos(nextNs - System.nanoTime());
        }
    }

    private void lookAtDisk() {
        while (ticking) {
            diskEvents.disk(center.disk(), time.utcMs(), time.monotonicNs());
            center.journal().syncIfDue(System.nanoTime());
            sleepUntil(System.nanoTime() + LOOK_INTERVAL_NS);
        }
    }

    private void watchClock() {
        while (ticking) {
            sleepUntil(System.nanoTime() + LOOK_INTERVAL_NS);
            lookAtClock();
        }
    }

    private void lookAtClock() {
        ClockReading now = center.clock().check();
        if (clockEvents.clock(now, time.utcMs(), time.monotonicNs())) {
            System.err.println(
                    "sinho: "
                            + Phrases.current()
                                    .say(
                                            center.clockChecked() ? said(now) : "clock.unchecked",
                                            now.uncertaintyMs(),
                                            ClockReading.CERTAIN_MS));
        }
    }

    private static String said(ClockReading now) {
        if (!now.healthy()) {
            return "clock.unsynchronized";
        }
        return now.certain() ? "clock.well" : "clock.uncertain";
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer.
    private void send() {
        boolean acted = true;
        long mapMs = 0;
        while (sending || acted) {
            long nowMs = time.utcMs();
            acted = center.outbox().actOnNext(nowMs);
            if (nowMs >= mapMs) {
                mapMs = nowMs - Math.floorMod(nowMs, MAP_INTERVAL_MS) + MAP_INTERVAL_MS;
                center.broadcaster().onSecond();
            }
            sends++;
            if (!acted) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    private void watch() {
        while (watching) {
            LockSupport.parkNanos(BEAT_NS);
            String silent = watchdog.round();
            if (silent != null && watching) {
                System.err.println(
                        "sinho: "
                                + silent
                                + " missed "
                                + Watchdog.LIMIT
                                + " beats: stopping, controllers fall back to their own plan"
                                + " (F-05)");
                Runtime.getRuntime().halt(EXIT_SILENT);
            }
        }
    }

    /** The most beats in a row that anyone has missed; call it after {@link #stop}. */
    Map<String, Integer> worstMissed() {
        return watchdog.worst();
    }

    /** Gives every controller back, lets that go out, then stands still. */
    void stop() throws InterruptedException {
        watching = false;
        ticking = false;
        ticker.join(LAST_WORDS);
        events.ending(time.utcMs(), time.monotonicNs());
        long target = center.pipeline().cursor();
        long endNs = System.nanoTime() + LAST_WORDS.toNanos();
        while (center.pipeline().controlSequence() < target && System.nanoTime() < endNs) {
            LockSupport.parkNanos(IDLE_NS);
        }
        sending = false;
        sender.join(LAST_WORDS);
        if (!lanes.finish(LAST_WORDS)) {
            System.err.println("sinho: a controller was not given back: it will free itself");
        }
    }
}
