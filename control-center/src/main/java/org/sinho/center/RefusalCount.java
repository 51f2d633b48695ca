package org.sinho.center;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.signal.guard.GuardRule;

/** Counts, from the journal, what the guard refused. */
final class RefusalCount {
    private RefusalCount() {}

    static Map<String, Integer> of(Path journal) {
        Map<String, Integer> counts = new TreeMap<>();
        SignalCommand command = new SignalCommand();
        try (JournalCursor output = JournalReader.open(journal).output()) {
            while (output.next()) {
                if (EventHeader.type(output.record(), 0) == RecordType.REFUSAL) {
                    int rule = command.wrap(output.record(), 0).rule();
                    counts.merge(GuardRule.idOf(rule), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
