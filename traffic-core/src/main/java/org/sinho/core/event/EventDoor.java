package org.sinho.core.event;

import org.agrona.DirectBuffer;

/**
 * The way into the ring. Any thread; the bytes are copied before the call returns.
 *
 * <p>Never blocks and never throws for a full ring: what has no room is dropped and counted, sensor
 * data first.
 */
public interface EventDoor {
    /**
     * Takes one event.
     *
     * @param source who made it, see {@link EventSource}
     * @param order arrival number of the datagram it came from, counted per source; events of one
     *     source keep this order even when workers finish out of order in a lock-step
     * @param event holds the event with its header
     * @param offset first octet of the header
     * @param length octets, header included, at most {@link EventHeader#RECORD_LIMIT}
     */
    void accept(int source, long order, DirectBuffer event, int offset, int length);

    /**
     * Notes that one datagram of a source has been dealt with, whatever came of it. A lock-step
     * waits for these; otherwise it does nothing.
     *
     * @param source who sent it
     */
    default void dealtWith(int source) {}
}
