package org.sinho.perf.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;

/** Stands in for the ring: keeps a copy of each event, counts what has been dealt with. */
final class HearingDoor implements EventDoor {
    private static final long PATIENCE_MS = 20_000;

    private final List<UnsafeBuffer> events = new ArrayList<>();
    private long dealtWith;

    @Override
    public synchronized void accept(
            int source, long order, DirectBuffer event, int offset, int length) {
        byte[] octets = new byte[length];
        event.getBytes(offset, octets);
        events.add(new UnsafeBuffer(octets));
        notifyAll();
    }

    @Override
    public synchronized void dealtWith(int source) {
        dealtWith++;
        notifyAll();
    }

    synchronized long dealtWith() {
        return dealtWith;
    }

    /** Waits for datagrams, since the start, to have been dealt with. */
    synchronized void awaitDealtWith(long count) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (dealtWith < count) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError(dealtWith + " of " + count + " datagrams dealt with");
            }
            wait(leftMs);
        }
    }

    /** Waits for events, since the start. */
    synchronized void awaitEvents(int count) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (events.size() < count) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError(events.size() + " of " + count + " events came");
            }
            wait(leftMs);
        }
    }

    synchronized List<UnsafeBuffer> events() {
        return List.copyOf(events);
    }

    List<UnsafeBuffer> events(int type) {
        return events().stream().filter(event -> EventHeader.type(event, 0) == type).toList();
    }
}
