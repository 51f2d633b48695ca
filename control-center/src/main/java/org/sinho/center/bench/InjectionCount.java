package org.sinho.center.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;

/** Counts, from the journal, what became of the commands that a bench put before the guard. */
public final class InjectionCount {
    private InjectionCount() {}

    private record Injected(int rule, int siteId, long utcMs) {}

    /**
     * Holds each injected command against the record that it caused.
     *
     * @param journal the journal's folder
     * @return count, stopped, by rule; what was stopped by another rule and what was not stopped
     */
    public static Map<String, Object> of(Path journal) {
        Map<Long, Injected> injected = injected(journal);
        Map<Long, Integer> fate = fate(journal, injected);
        Map<String, Integer> byRule = new TreeMap<>();
        List<String> wrongRule = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        int count = 0;
        int fillers = 0;
        for (Map.Entry<Long, Injected> entry : injected.entrySet()) {
            int broken = entry.getValue().rule();
            if (broken == 0) {
                fillers++;
                continue;
            }
            count++;
            String what = BrokenRule.idOf(broken);
            String where =
                    what
                            + " at "
                            + entry.getValue().utcMs()
                            + ", site "
                            + entry.getValue().siteId();
            Integer rule = fate.get(entry.getKey());
            if (rule == null || rule == 0) {
                passed.add(where);
            } else {
                byRule.merge(what, 1, Integer::sum);
                if (rule != broken) {
                    wrongRule.add(where + " by rule " + rule);
                }
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", count);
        fields.put("stopped", count - passed.size());
        fields.put("byRule", byRule);
        fields.put("wrongRule", wrongRule);
        fields.put("notStopped", passed);
        fields.put("fillers", fillers);
        return fields;
    }

    private static Map<Long, Injected> injected(Path journal) {
        Map<Long, Injected> injected = new TreeMap<>();
        InjectedCommand command = new InjectedCommand();
        try (JournalCursor events = JournalReader.open(journal).events()) {
            while (events.next()) {
                DirectBuffer event = events.record();
                if (EventHeader.type(event, 0) == EventType.INJECTED_COMMAND) {
                    command.wrap(event, 0);
                    injected.put(
                            EventHeader.sequence(event, 0),
                            new Injected(
                                    command.rule(), command.siteId(), EventHeader.utcMs(event, 0)));
                }
            }
        }
        return injected;
    }

    /** By event: the rule that stopped the command, 0 when it left. */
    private static Map<Long, Integer> fate(Path journal, Map<Long, Injected> injected) {
        Map<Long, Integer> fate = new HashMap<>();
        SignalCommand command = new SignalCommand();
        try (JournalCursor output = JournalReader.open(journal).output()) {
            while (output.next()) {
                int type = EventHeader.type(output.record(), 0);
                if (type == RecordType.COMMAND || type == RecordType.INJECTED_REFUSAL) {
                    command.wrap(output.record(), 0);
                    if (injected.containsKey(command.causeSequence())) {
                        fate.put(command.causeSequence(), command.rule());
                    }
                }
            }
        }
        return fate;
    }
}
