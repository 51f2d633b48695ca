package org.sinho.center.link;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.JournalTailer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.time.TimeSource;

/** Tails the core's output and hands each record to who acts on it. One thread at a time. */
public final class Outbox {
    /** Takes commands. */
    public interface Commands {
        /**
         * Acts on a command; the record is valid during the call only.
         *
         * @param record holds a COMMAND record
         * @param offset its first octet
         * @param nowUtcMs present time, milliseconds
         */
        void onCommand(DirectBuffer record, int offset, long nowUtcMs);
    }

    private final JournalTailer tailer;
    private final Commands commands;
    private final Broadcaster broadcaster;
    private final NoticeLog notices;
    private final UnsafeBuffer record =
            new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final RequestStatus status = new RequestStatus();
    private final Notice notice = new Notice();

    /**
     * Creates an outbox.
     *
     * @param tailer over the output, at the first record to act on
     * @param commands takes commands
     * @param broadcaster takes answers to vehicles
     * @param notices takes what operators should see
     */
    public Outbox(
            JournalTailer tailer, Commands commands, Broadcaster broadcaster, NoticeLog notices) {
        this.tailer = tailer;
        this.commands = commands;
        this.broadcaster = broadcaster;
        this.notices = notices;
    }

    /**
     * Acts on every record that is there.
     *
     * @param time asked anew for each record: a silent controller holds up those behind it, and
     *     they are judged by their age when their turn comes (C-13)
     */
    public void drain(TimeSource time) {
        boolean more = true;
        while (more) {
            more = actOnNext(time.utcMs());
        }
    }

    /**
     * Acts on the next record, if there is one. Waits as long as who takes commands does.
     *
     * @param nowUtcMs present time, milliseconds
     * @return whether there was one
     */
    public boolean actOnNext(long nowUtcMs) {
        if (tailer.poll(record) == 0) {
            return false;
        }
        switch (EventHeader.type(record, 0)) {
            case RecordType.COMMAND -> commands.onCommand(record, 0, nowUtcMs);
            case RecordType.REQUEST_STATUS ->
                    broadcaster.onRequestStatus(
                            status.wrap(record, 0), EventHeader.utcMs(record, 0));
            case RecordType.NOTICE ->
                    notices.onNotice(notice.wrap(record, 0), EventHeader.utcMs(record, 0));
            default -> {
                // Refusals and hashes are for those who read the journal.
            }
        }
        return true;
    }
}
