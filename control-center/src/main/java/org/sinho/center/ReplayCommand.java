package org.sinho.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sinho replay}: runs a journal through a fresh core. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a journal and compares state hashes and commands with those that really went"
                    + " out.",
            "Exit code 1 when they differ: the first event concerned is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./sinho replay journal --verify",
            "  ./sinho replay journal --until 2026-11-22T10:15:00Z --json",
            "",
            "Exit code: 0 equal or not asked to verify, 1 different or unreadable, 2 bad usage."
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "folder of the journal")
    private Path journal;

    @Option(names = "--verify", description = "exit 1 when anything differs")
    private boolean verify;

    @Option(names = "--until", description = "leaves out later events (ISO 8601, UTC)")
    private Instant until;

    @Option(names = "--json", description = "prints the result as JSON as the last line")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        long limit = until == null ? Long.MAX_VALUE : until.toEpochMilli();
        ReplayResult result = new JournalReplay(journal, UnaryOperator.identity()).run(limit);
        result.faults().forEach(fault -> System.err.println("sinho: journal: " + fault));
        System.err.println(
                result.equal()
                        ? "equal: "
                                + result.events()
                                + " events, "
                                + result.commands()
                                + " commands"
                        : failure(result));
        if (json || verify) {
            System.out.println(new ObjectMapper().writeValueAsString(fields(result)));
        }
        return !verify || result.equal() ? 0 : 1;
    }

    private Map<String, Object> fields(ReplayResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("events", result.events());
        fields.put("stateHash", Long.toHexString(result.stateHash()));
        fields.put("records", result.records());
        fields.put("commands", result.commands());
        fields.put("commandHash", Long.toHexString(result.commandHash()));
        fields.put("equal", result.equal());
        fields.put("firstDivergence", result.divergence());
        fields.put("what", result.what());
        fields.put("unanswered", result.unanswered());
        fields.put("faults", result.faults());
        if (verify && !result.equal()) {
            fields.put("error", failure(result));
        }
        return fields;
    }

    private static String failure(ReplayResult result) {
        return result.divergence() == null
                ? "the journal is damaged: " + result.faults().getFirst()
                : "different at event " + result.divergence() + ": " + result.what();
    }
}
