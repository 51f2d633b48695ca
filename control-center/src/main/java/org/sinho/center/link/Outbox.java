package org.sinho.center.link;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.JournalTailer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.time.TimeSource;
import org.sinho.signal.ntcip.CommandSender;

/** Tails the core's output and hands each record to who acts on it. One thread at a time. */
public final class Outbox {
    private final JournalTailer tailer;
    private final CommandSender sender;
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
     * @param sender takes commands
     * @param broadcaster takes answers to vehicles
     * @param notices takes what operators should see
     */
    public Outbox(
            JournalTailer tailer,
            CommandSender sender,
            Broadcaster broadcaster,
            NoticeLog notices) {
        this.tailer = tailer;
        this.sender = sender;
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
     * Acts on the next record, if there is one. May wait for one controller's answers.
     *
     * @param nowUtcMs present time, milliseconds
     * @return whether there was one
     */
    public boolean actOnNext(long nowUtcMs) {
        if (tailer.poll(record) == 0) {
            return false;
        }
        switch (EventHeader.type(record, 0)) {
            case RecordType.COMMAND -> sender.onCommand(record, 0, nowUtcMs);
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
