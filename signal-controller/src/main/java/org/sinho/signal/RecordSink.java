package org.sinho.signal;

import org.agrona.DirectBuffer;

/**
 * Takes what the core puts out, in order. Called on the control thread; must not block for long.
 */
public interface RecordSink {
    /**
     * Takes one record in the form of {@link org.sinho.core.event.EventHeader}; its sequence is the
     * sink's to give. The bytes are valid during the call only.
     *
     * @param record holds the record
     * @param offset its first octet
     * @param length octets, header included
     */
    void onRecord(DirectBuffer record, int offset, int length);
}
