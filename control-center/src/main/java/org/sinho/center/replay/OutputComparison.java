package org.sinho.center.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.agrona.DirectBuffer;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalFault;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.signal.RecordSink;

/**
 * Holds each record of a replay against the next one that really went out.
 *
 * <p>Records may be missing for one reason only: the process died between journaling an event and
 * deciding from it. That can be so for the last events of a configuration, no more of them than the
 * ring holds and none older than the watchdog lets control lag; a later start with the same
 * configuration puts out what was missing. Anything else is a divergence.
 */
final class OutputComparison implements RecordSink {
    /** Twice what the watchdog allows control to stand still. */
    private static final long CONTROL_LAG_MS = 2_000;

    private final JournalCursor output;
    private final IntUnaryOperator generationOf;
    private final List<String> faults = new ArrayList<>();
    private final Set<Sent> missingCommands = new HashSet<>();
    private final SignalCommand command = new SignalCommand();
    private final CommandOutcome outcome = new CommandOutcome();
    private boolean pending;
    private int ringSlots;
    private long cause;
    private int epoch;
    private long utcMs;
    private long events;
    private long records;
    private long commands;
    private long commandHash = 1_125_899_906_842_597L;
    private long unanswered;
    private long missingSince;
    private int missingEpoch;
    private long missingUtcMs;
    private boolean missingWasSent;
    private boolean cut;
    private Long divergence;
    private String what;

    /** Names one command for good. */
    private record Sent(long epoch, int siteId, long siteSequence) {}

    OutputComparison(JournalCursor output, IntUnaryOperator generationOf) {
        this.output = output;
        this.generationOf = generationOf;
    }

    void ringSlots(int slots) {
        ringSlots = slots;
    }

    /** The next event is about to be replayed. */
    void cause(DirectBuffer event, int ofEpoch) {
        if (events == 0 && EventHeader.sequence(event, 0) != 1) {
            fault("the journal begins with event " + EventHeader.sequence(event, 0) + ", not 1", 1);
        }
        events++;
        pass(event, ofEpoch);
    }

    /** An event that may tell whether a missing record was once there. */
    void pass(DirectBuffer event, int ofEpoch) {
        cause = EventHeader.sequence(event, 0);
        epoch = ofEpoch;
        utcMs = Math.max(utcMs, EventHeader.utcMs(event, 0));
        if (isMissing() && EventHeader.type(event, 0) == EventType.COMMAND_OUTCOME) {
            outcome.wrap(event, 0);
            missingWasSent |=
                    missingCommands.contains(
                            new Sent(outcome.epoch(), outcome.siteId(), outcome.siteSequence()));
        }
    }

    boolean isMissing() {
        return missingSince > 0;
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
        if (isMissing() || !hasNext()) {
            miss(record, offset, type);
            return;
        }
        pending = false;
        DirectBuffer real = output.record();
        if (!same(record, offset, length, real)) {
            String went = name(EventHeader.type(real, 0));
            diverge(cause, name(type) + " differs from the " + went + " that went out");
        }
    }

    /** Tells whether a record is left that the present configuration may have put out. */
    private boolean hasNext() {
        pending = pending || output.next();
        return pending && generationOf.applyAsInt(output.epoch()) <= generationOf.applyAsInt(epoch);
    }

    private void miss(DirectBuffer record, int offset, int type) {
        unanswered++;
        if (!isMissing()) {
            missingSince = cause;
            missingEpoch = epoch;
            missingUtcMs = utcMs;
        }
        if (type == RecordType.COMMAND) {
            command.wrap(record, offset);
            missingCommands.add(
                    new Sent(command.epoch(), command.siteId(), command.siteSequence()));
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

    private void diverge(long event, String difference) {
        if (divergence == null) {
            divergence = event;
            what = difference;
        }
    }

    /** Something is wrong with the journal itself, from this event on. */
    void fault(String text, long event) {
        faults.add(text);
        diverge(event, text);
    }

    /** The replay ends before the journal does: what went out later is not missing. */
    void cut() {
        cut = true;
    }

    /** Every event of one configuration has been replayed. */
    void endGeneration() {
        if (isMissing() && !mayBeUndecided()) {
            diverge(missingSince, unanswered + " record(s) from this event on are missing");
        } else if (events > 0 && !isMissing() && !cut && hasNext()) {
            String went = name(EventHeader.type(output.record(), 0));
            diverge(cause + 1, "a " + went + " went out that the replay does not put out");
        }
        missingSince = 0;
        missingCommands.clear();
        missingWasSent = false;
    }

    private boolean mayBeUndecided() {
        return missingEpoch == epoch
                && cause - missingSince < ringSlots
                && utcMs - missingUtcMs <= CONTROL_LAG_MS
                && !missingWasSent
                && output.faults().stream().allMatch(OutputComparison::isHarmless);
    }

    private static boolean isHarmless(JournalFault fault) {
        return fault.kind() == JournalFault.Kind.TORN_TAIL;
    }

    void finish(JournalCursor eventCursor, JournalCursor outputCursor) {
        endGeneration();
        if (events == 0) {
            fault("there is no event to compare", 1);
        }
        if (divergence == null && !cut && (pending || output.next())) {
            String went = name(EventHeader.type(output.record(), 0));
            diverge(cause + 1, "a " + went + " went out that the replay does not put out");
        }
        addFaults(eventCursor);
        addFaults(outputCursor);
    }

    private void addFaults(JournalCursor cursor) {
        cursor.faults().stream()
                .filter(fault -> !isHarmless(fault))
                .forEach(fault -> fault(fault.toString(), cause + 1));
    }

    ReplayResult result(long stateHash) {
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
