package org.sinho.center.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import org.agrona.DirectBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;

/**
 * Puts events straight into the ring. Any thread, allocation-free.
 *
 * <p>When the ring fills, reports of vehicles and people, and sightings at the zone, go first: a
 * quarter of it is kept for requests, statuses and what the center says itself.
 */
public final class RingDoor implements EventDoor {
    private final RingBuffer<RingSlot> ring;
    private final Counters counters;
    private final int reserve;

    /**
     * Creates a door to a ring.
     *
     * @param pipeline owns the ring
     * @param counters counts what had no room
     */
    public RingDoor(Pipeline pipeline, Counters counters) {
        ring = pipeline.ring();
        this.counters = counters;
        reserve = ring.getBufferSize() / 4;
    }

    @Override
    public void accept(int source, long order, DirectBuffer event, int offset, int length) {
        int type = EventHeader.type(event, offset);
        boolean sensor =
                type == EventType.VEHICLE_REPORT
                        || type == EventType.PEDESTRIAN_REPORT
                        || type == EventType.ZONE_SIGHTING;
        if (sensor && ring.remainingCapacity() < reserve) {
            counters.increment(CounterId.RING_DROPPED);
            return;
        }
        long sequence;
        try {
            sequence = ring.tryNext();
        } catch (InsufficientCapacityException e) { // Preallocated: no stack trace.
            counters.increment(CounterId.RING_DROPPED);
            return;
        }
        ring.get(sequence).buffer().putBytes(0, event, offset, length);
        ring.publish(sequence);
    }
}
