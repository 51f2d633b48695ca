package org.sinho.center.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;

/**
 * Holds the events of one lock-step until all that was announced has come, then puts them into the
 * ring in the order (source, arrival), so that a run repeats exactly. Any thread; a bench's door,
 * so it allocates.
 */
public final class StepDoor implements EventDoor {
    private record Held(int source, long order, byte[] octets) {}

    private final EventDoor ring;
    private final List<Held> held = new ArrayList<>();
    private final Map<Integer, Long> dealtWith = new TreeMap<>();

    /**
     * Creates a door in front of the ring's.
     *
     * @param ring takes the events of a step
     */
    public StepDoor(EventDoor ring) {
        this.ring = ring;
    }

    @Override
    public synchronized void accept(
            int source, long order, DirectBuffer event, int offset, int length) {
        byte[] octets = new byte[length];
        event.getBytes(offset, octets);
        held.add(new Held(source, order, octets));
    }

    @Override
    public synchronized void dealtWith(int source) {
        dealtWith.merge(source, 1L, Long::sum);
        notifyAll();
    }

    /**
     * Waits until all announced datagrams have been dealt with.
     *
     * @param announced datagrams since the start, by source
     * @param timeoutMs longest wait, milliseconds
     * @return whether all had come
     * @throws InterruptedException when the center closes
     */
    public synchronized boolean await(Map<Integer, Long> announced, long timeoutMs)
            throws InterruptedException {
        long deadlineNs = System.nanoTime() + timeoutMs * 1_000_000;
        while (!hasAll(announced)) {
            long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    private boolean hasAll(Map<Integer, Long> announced) {
        return announced.entrySet().stream()
                .allMatch(entry -> dealtWith.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    /**
     * Puts the held events into the ring, stamped with the step's time.
     *
     * @param utcMs the step's time
     */
    public synchronized void release(long utcMs) {
        held.sort(Comparator.comparingInt(Held::source).thenComparingLong(Held::order));
        for (Held event : held) {
            UnsafeBuffer buffer = new UnsafeBuffer(event.octets());
            buffer.putLong(EventHeader.UTC_MS_OFFSET, utcMs);
            ring.accept(event.source(), event.order(), buffer, 0, event.octets().length);
        }
        held.clear();
    }
}
