package org.sinho.center.journal;

import net.openhft.chronicle.queue.ExcerptTailer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/**
 * What the core put out, in the form of {@link EventHeader}: commands, refusals, hashes, snapshots.
 *
 * <p>One thread appends. Nothing is allocated per record after the longest one was seen; Chronicle
 * allocates when a file rolls.
 */
public final class OutputJournal {
    private final RecordQueue queue;
    private final int recordLimit;
    private final RecordSeal seal = new RecordSeal();
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);

    private volatile long lastSequence;

    OutputJournal(RecordQueue queue, int recordLimit, long lastSequence) {
        this.queue = queue;
        this.recordLimit = recordLimit;
        this.lastSequence = lastSequence;
    }

    /**
     * Numbers, seals and appends one record. The given bytes are not changed.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @param length octets with the header, equal to the header's own figure, at most 8 MiB + 4096
     * @throws JournalException when the record is not in the journal; its sequence is used again
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer; others read.
    public void append(DirectBuffer record, int offset, int length) {
        checkLength(record, offset, length);
        if (length > scratch.capacity()) {
            scratch.wrap(new byte[length]);
        }
        long sequence = lastSequence + 1;
        scratch.putBytes(0, record, offset, length);
        EventHeader.sequence(scratch, 0, sequence);
        byte[] bytes = scratch.byteArray();
        scratch.putInt(EventHeader.CRC_OFFSET, seal.checksum(bytes, 0, length));
        queue.append(bytes, length);
        lastSequence = sequence;
    }

    /**
     * Returns the newest record in the journal; from any thread.
     *
     * @return sequence, 0 when there has never been one
     */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * Returns whether the last append failed; from any thread.
     *
     * @return true after a failure, until an append succeeds
     */
    public boolean failed() {
        return queue.failed();
    }

    /**
     * Opens a tailer at the next record to come.
     *
     * @return a tailer for one thread; the caller closes it
     */
    public JournalTailer tailFromEnd() {
        ExcerptTailer tailer = queue.tailer();
        return new JournalTailer(tailer.toEnd());
    }

    /**
     * Opens a tailer at a record of this epoch.
     *
     * @param sequence first record wanted; one of an earlier epoch means this epoch's first
     * @return a tailer for one thread; the caller closes it
     */
    public JournalTailer tailFrom(long sequence) {
        return new JournalTailer(queue.tailer(), sequence);
    }

    private void checkLength(DirectBuffer record, int offset, int length) {
        if (length < EventHeader.SIZE || length > recordLimit) {
            throw new IllegalArgumentException(
                    "record of " + length + " octets: allowed are 40 to " + recordLimit);
        }
        if (EventHeader.length(record, offset) != length) {
            throw new IllegalArgumentException(
                    "record says "
                            + EventHeader.length(record, offset)
                            + " octets, given "
                            + length);
        }
    }
}
