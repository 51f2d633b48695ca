package org.sinho.center.journal;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/**
 * Follows the records of the living epoch. Never blocks and allocates nothing per record; it holds
 * nobody up. For one thread at a time.
 */
public final class JournalTailer implements AutoCloseable {
    private final ExcerptTailer tailer;
    private final UnsafeBuffer window = new UnsafeBuffer(0, 0);

    private long wanted;
    private long passedOver;

    JournalTailer(ExcerptTailer tailer) {
        this(tailer, 0);
    }

    JournalTailer(ExcerptTailer tailer, long wanted) {
        this.tailer = tailer;
        this.wanted = wanted;
    }

    /**
     * Copies the next record.
     *
     * @param target takes the record from its first octet; one that is longer than the target's
     *     capacity (a snapshot, for a reader of commands) is passed over and counted
     * @return the record's octets, header included, or 0 when there is none yet
     */
    public int poll(MutableDirectBuffer target) {
        while (true) {
            try (DocumentContext document = tailer.readingDocument()) {
                if (!document.isPresent()) {
                    return 0;
                }
                Bytes<?> bytes = document.wire().bytes();
                int length = (int) bytes.readRemaining();
                window.wrap(bytes.addressForRead(bytes.readPosition()), length);
                if (EventHeader.sequence(window, 0) < wanted) {
                    continue;
                }
                if (length > target.capacity()) {
                    passedOver++;
                    continue;
                }
                target.putBytes(0, window, 0, length);
                return length;
            }
        }
    }

    /**
     * Returns the records that were longer than their target.
     *
     * @return count since the tailer was opened
     */
    public long passedOver() {
        return passedOver;
    }

    @Override
    public void close() {
        tailer.close();
    }
}
