package org.sinho.center.pipeline;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/** One place of the ring: room for one event in its flat form. */
public final class RingSlot {
    private final UnsafeBuffer buffer =
            new UnsafeBuffer(ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));

    /** Creates an empty slot. */
    RingSlot() {}

    /**
     * Returns the slot's octets; the event begins at 0.
     *
     * @return room for {@link EventHeader#RECORD_LIMIT} octets
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }
}
