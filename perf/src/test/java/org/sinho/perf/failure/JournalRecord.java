package org.sinho.perf.failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalFault;
import org.sinho.center.journal.JournalReader;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.signal.ntcip.NtcipClient;

/** What a journal holds, to be held against what was seen outside. */
final class JournalRecord {
    /** A notice to operators. */
    record Said(long utcMs, int code, int first, int second) {}

    private final List<String> commands = new ArrayList<>();
    private final Map<List<Integer>, Integer> answers = new HashMap<>();
    private final List<Said> notices = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private JournalRecord() {}

    static JournalRecord read(Path folder) {
        JournalRecord result = new JournalRecord();
        JournalReader reader = JournalReader.open(folder.resolve("journal"));
        long last = 0;
        try (JournalCursor events = reader.events()) {
            while (events.next()) {
                if (events.lastSequence() != ++last) {
                    result.lost.add("event " + last + " is not there");
                    last = events.lastSequence();
                }
            }
            result.noteFaults(events);
        }
        try (JournalCursor output = reader.output()) {
            while (output.next()) {
                result.take(output.record(), last);
            }
            result.noteFaults(output);
        }
        return result;
    }

    private void noteFaults(JournalCursor cursor) {
        cursor.faults().stream()
                .filter(fault -> fault.kind() != JournalFault.Kind.TORN_TAIL)
                .forEach(fault -> lost.add(fault.toString()));
    }

    private void take(DirectBuffer record, long lastEvent) {
        switch (EventHeader.type(record, 0)) {
            case RecordType.COMMAND -> {
                SignalCommand command = new SignalCommand().wrap(record, 0);
                commands.add(
                        NtcipClient.oid(command.object(), command.index()) + "=" + command.value());
                noteCause(command.causeSequence(), lastEvent);
            }
            case RecordType.REQUEST_STATUS -> {
                RequestStatus answer = new RequestStatus().wrap(record, 0);
                answers.merge(
                        List.of(
                                answer.vehicleId(),
                                answer.requestId(),
                                answer.sequenceNumber(),
                                answer.status()),
                        1,
                        Integer::sum);
                noteCause(answer.causeSequence(), lastEvent);
            }
            case RecordType.NOTICE -> {
                Notice notice = new Notice().wrap(record, 0);
                notices.add(
                        new Said(
                                EventHeader.utcMs(record, 0),
                                notice.code(),
                                notice.first(),
                                notice.second()));
            }
            default -> {
                // Nothing that leaves the center.
            }
        }
    }

    private void noteCause(long cause, long lastEvent) {
        if (cause < 1 || cause > lastEvent) {
            lost.add("event " + cause + " has caused something and is not there");
        }
    }

    /** Events that are missing, or damaged, or whose consequences are there without them. */
    List<String> lostEvents() {
        return lost;
    }

    List<Said> notices() {
        return notices;
    }

    /** SETs seen on the wire without a command in the journal, each command once and in order. */
    List<String> setsNotDecided(List<ControllerRecord.Set> sets) {
        List<String> missing = new ArrayList<>();
        int next = 0;
        String last = "";
        for (ControllerRecord.Set set : sets) {
            String wanted = set.oid() + "=" + set.value();
            int at = next;
            while (at < commands.size() && !commands.get(at).equals(wanted)) {
                at++; // Decided but never sent: the center was killed in between.
            }
            if (at < commands.size()) {
                next = at + 1;
            } else if (!wanted.equals(last)) { // Else the one retry.
                missing.add(set.toString());
            }
            last = wanted;
        }
        return missing;
    }

    /** Answers heard on the air that are not in the journal as often. */
    List<String> answersNotDecided(List<RadioRecord.Answer> heard) {
        Map<List<Integer>, Integer> left = new HashMap<>(answers);
        List<String> missing = new ArrayList<>();
        for (RadioRecord.Answer answer : heard) {
            List<Integer> key =
                    List.of(
                            answer.vehicleId(),
                            answer.requestId(),
                            answer.sequenceNumber(),
                            answer.status());
            if (left.merge(key, -1, Integer::sum) < 0) {
                missing.add(answer.toString());
            }
        }
        return missing;
    }
}
