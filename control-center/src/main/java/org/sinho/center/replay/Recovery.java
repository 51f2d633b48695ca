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
     * Replays the journal into a core whose records go to this recovery.
     *
     * @param reader the epochs before this start that ran with the core's configuration
     * @param lastOutput sequence of the last record put out before this start
     * @param loop the core
     * @return events replayed
     */
    public long run(JournalReader reader, long lastOutput, ControlLoop loop) {
        List<EpochHeader> headers = reader.headers();
        if (headers.isEmpty()) {
            return 0;
        }
        Optional<JournalSnapshot> snapshot = reader.findLastSnapshot();
        long from = headers.getFirst().firstEventSequence();
        alreadyOut = lastOutput - (headers.getFirst().firstOutputSequence() - 1);
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
