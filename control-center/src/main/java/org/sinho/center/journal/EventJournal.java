package org.sinho.center.journal;

import net.openhft.chronicle.queue.ExcerptTailer;
import org.agrona.MutableDirectBuffer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;

/**
 * The events in ring order: the ring's first consumer appends here, control comes after.
 *
 * <p>One thread appends. Nothing is allocated per event; Chronicle allocates when a file rolls.
 */
public final class EventJournal {
    private final RecordQueue queue;
    private final RecordSeal seal = new RecordSeal();
    private final byte[] scratch = new byte[EventHeader.RECORD_LIMIT];

    private volatile long lastSequence;

    EventJournal(RecordQueue queue, long lastSequence) {
        this.queue = queue;
        this.lastSequence = lastSequence;
    }

    /**
     * Numbers, seals and appends one event. Sequence and checksum are also set in the given record,
     * so that control sees the journal's number. A record of type {@link EventType#VOID} is passed
     * over.
     *
     * @param record holds the event, at most {@link EventHeader#RECORD_LIMIT} octets
     * @param offset first octet of its header
     * @throws JournalException when the event is not in the journal: nothing may be decided from
     *     it; its sequence is used again for the next event
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer; others read.
    public void append(MutableDirectBuffer record, int offset) {
        if (EventHeader.type(record, offset) == EventType.VOID) {
            return;
        }
        int length = EventHeader.length(record, offset);
        if (length < EventHeader.SIZE || length > EventHeader.RECORD_LIMIT) {
            throw new IllegalArgumentException(
                    "event of " + length + " octets: allowed are 40 to " + scratch.length);
        }
        long sequence = lastSequence + 1;
        EventHeader.sequence(record, offset, sequence);
        record.getBytes(offset, scratch, 0, length);
        int checksum = seal.checksum(scratch, 0, length);
        record.putInt(offset + EventHeader.CRC_OFFSET, checksum);
        record.getBytes(
                offset + EventHeader.CRC_OFFSET, scratch, EventHeader.CRC_OFFSET, Integer.BYTES);
        queue.append(scratch, length);
        lastSequence = sequence;
    }

    /**
     * Returns the newest event in the journal; from any thread.
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
     * Returns how many files this epoch has begun; when it grows, a roll has happened and a
     * snapshot is due. From any thread.
     *
     * @return 0 before the first event, then 1 and up
     */
    public long filesBegun() {
        return queue.filesBegun();
    }

    /**
     * Opens a tailer at the next event to come.
     *
     * @return a tailer for one thread; the caller closes it
     */
    public JournalTailer tailFromEnd() {
        ExcerptTailer tailer = queue.tailer();
        return new JournalTailer(tailer.toEnd());
    }

    /**
     * Opens a tailer at an event of this epoch.
     *
     * @param sequence first event wanted; one of an earlier epoch means this epoch's first
     * @return a tailer for one thread; the caller closes it
     */
    public JournalTailer tailFrom(long sequence) {
        return new JournalTailer(queue.tailer(), sequence);
    }
}
