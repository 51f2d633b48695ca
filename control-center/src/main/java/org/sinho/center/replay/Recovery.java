package org.sinho.center.replay;

import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.sinho.center.journal.EpochHeader;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.journal.JournalSnapshot;
import org.sinho.core.event.EventHeader;
import org.sinho.signal.ControlLoop;
import org.sinho.signal.RecordSink;

/**
 * Brings a fresh core to where the journal ends: newest snapshot, then the events after it.
 *
 * <p>What the core puts out meanwhile was put out before, except for the last events that a killed
 * process had journaled but not decided: those records go to the journal now, so that it stays
 * whole; the sender starts behind them, so that nothing old is sent.
 */
public final class Recovery implements RecordSink {
    private final RecordSink output;
    private long alreadyOut;
    private boolean live;
    private long recovered;

    /**
     * Creates a recovery.
     *
     * @param output takes new records: those that were lost, and all after {@link #finish}
     */
    public Recovery(RecordSink output) {
        this.output = output;
    }

    @Override
    public void onRecord(DirectBuffer record, int offset, int length) {
        if (!live && alreadyOut > 0) {
            alreadyOut--;
            return;
        }
        output.onRecord(record, offset, length);
    }

    /**
     * Finds how far back the present configuration was in force without a break. What a core with
     * other sheets or settings has lived through says nothing about this one.
     *
     * @param headers of every epoch, oldest first
     * @param present of the epoch that begins now
     * @return the oldest epoch to recover from; the present one when there is nothing to recover
     */
    static EpochHeader oldestAlike(List<EpochHeader> headers, EpochHeader present) {
        EpochHeader oldest = present;
        for (EpochHeader header : headers.reversed()) {
            if (header.epoch() >= present.epoch()) {
                continue;
            }
            if (!header.configuration().equals(present.configuration())) {
                break;
            }
            oldest = header;
        }
        return oldest;
    }

    /**
     * Replays the journal into a core whose records go to this recovery.
     *
     * @param reader the journal as it was before this start
     * @param present of the epoch that begins now
     * @param loop the core
     * @return events replayed
     */
    public long run(JournalReader reader, EpochHeader present, ControlLoop loop) {
        EpochHeader oldest = oldestAlike(reader.headers(), present);
        long lastOutput = present.firstOutputSequence() - 1;
        long from = oldest.firstEventSequence();
        alreadyOut = lastOutput - (oldest.firstOutputSequence() - 1);
        Optional<JournalSnapshot> snapshot =
                reader.findLastSnapshot().filter(found -> found.epoch() >= oldest.epoch());
        if (snapshot.isPresent()) {
            loop.load(snapshot.get().state(), 0);
            from = snapshot.get().causeSequence() + 1;
            alreadyOut = lastOutput - snapshot.get().sequence();
        }
        try (JournalCursor events = reader.events(from)) {
            while (events.next()) {
                loop.onEvent(events.record(), 0, EventHeader.length(events.record(), 0));
                recovered++;
            }
        }
        return recovered;
    }

    /** From now on every record is new. */
    public void finish() {
        live = true;
    }
}
