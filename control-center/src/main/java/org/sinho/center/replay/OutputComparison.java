package org.sinho.center.replay;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalFault;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.signal.RecordSink;

/** Holds each record of a replay against the next one that really went out. */
final class OutputComparison implements RecordSink {
    private final JournalCursor output;
    private long cause;
    private long events;
    private long records;
    private long commands;
    private long commandHash = 1_125_899_906_842_597L;
    private long unanswered;
    private boolean cut;
    private Long divergence;
    private String what;

    OutputComparison(JournalCursor output) {
        this.output = output;
    }

    void cause(long sequence) {
        cause = sequence;
        events++;
    }

    Long divergence() {
        return divergence;
    }

    @Override
    public void onRecord(DirectBuffer record, int offset, int length) {
        records++;
        int type = EventHeader.type(record, offset);
        if (type == RecordType.COMMAND) {
            commands++;
            for (int i = EventHeader.SIZE; i < length; i++) {
                commandHash = commandHash * 31 + record.getByte(offset + i);
            }
        }
        if (divergence != null) {
            return;
        }
        if (unanswered > 0 || !output.next()) {
            unanswered++; // Nothing more went out: the process died here.
            return;
        }
        DirectBuffer real = output.record();
        if (!same(record, offset, length, real)) {
            diverge(
                    name(type)
                            + " differs from the "
                            + name(EventHeader.type(real, 0))
                            + " that went out");
        }
    }

    private static boolean same(DirectBuffer record, int offset, int length, DirectBuffer real) {
        if (EventHeader.length(real, 0) != length
                || EventHeader.type(real, 0) != EventHeader.type(record, offset)
                || EventHeader.utcMs(real, 0) != EventHeader.utcMs(record, offset)) {
            return false;
        }
        for (int i = EventHeader.SIZE; i < length; i++) {
            if (record.getByte(offset + i) != real.getByte(i)) {
                return false;
            }
        }
        return true;
    }

    private static String name(int type) {
        return switch (type) {
            case RecordType.COMMAND -> "command";
            case RecordType.REFUSAL -> "refusal";
            case RecordType.STATE_HASH -> "state hash";
            case RecordType.REQUEST_STATUS -> "answer to a request";
            case RecordType.NOTICE -> "notice";
            case RecordType.SNAPSHOT -> "snapshot";
            default -> "record of type " + type;
        };
    }

    private void diverge(String difference) {
        divergence = cause;
        what = difference;
    }

    /** The replay ends before the journal does: what went out later is not missing. */
    void cut() {
        cut = true;
    }

    void finish() {
        if (divergence == null && !cut && output.next()) {
            diverge(
                    "a "
                            + name(EventHeader.type(output.record(), 0))
                            + " went out that the replay does not put out");
        }
    }

    ReplayResult result(long stateHash, JournalCursor eventCursor, JournalCursor outputCursor) {
        List<String> faults = new ArrayList<>();
        eventCursor.faults().stream()
                .filter(fault -> fault.kind() != JournalFault.Kind.TORN_TAIL)
                .forEach(fault -> faults.add(fault.toString()));
        outputCursor.faults().stream()
                .filter(fault -> fault.kind() != JournalFault.Kind.TORN_TAIL)
                .forEach(fault -> faults.add(fault.toString()));
        return new ReplayResult(
                events,
                stateHash,
                records,
                commands,
                commandHash,
                unanswered,
                divergence,
                what,
                faults);
    }
}
