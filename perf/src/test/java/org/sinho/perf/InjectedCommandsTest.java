package org.sinho.perf;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;

/**
 * Thirty commands, each breaking one rule of C-01 to C-10, put before the guard in a run that is
 * otherwise real; beside it the same run without them.
 */
class InjectedCommandsTest {
    private static final int SECONDS = 180;
    private static final int COUNT = 30;

    @TempDir private static Path folder;

    private static DemoRun.Result tried;
    private static DemoRun.Result plain;

    @BeforeAll
    static void run() throws IOException {
        Path city = quietCity();
        CompletableFuture<DemoRun.Result> beside =
                CompletableFuture.supplyAsync(() -> run(city, "plain", 0));
        tried = run(city, "tried", COUNT);
        plain = beside.join();
    }

    /**
     * The junction with few cars at first, so that greens rest beyond their maximum, and with more
     * ambulances, at whose coming and going seconds are busy.
     */
    private static Path quietCity() throws IOException {
        Path original = Path.of(System.getProperty("sinho.home"), "cities/junction");
        Path city = folder.resolve("city");
        try (var files = Files.walk(original)) {
            files.forEach(file -> copy(file, city.resolve(original.relativize(file))));
        }
        Path yaml = city.resolve("city.yaml");
        String text = Files.readString(yaml);
        String quiet =
                text.replace("profile: {edge: 0.85, peak: 1.1}", "profile: {edge: 0.2, peak: 1.0}")
                        .replace(
                                "intervalSeconds: 75, firstSeconds: 60, tailSeconds: 150",
                                "intervalSeconds: 40, firstSeconds: 50, tailSeconds: 40");
        assertThat(quiet.lines().filter(line -> !text.contains(line))).hasSize(2);
        Files.writeString(yaml, quiet);
        return city;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoRun.Result run(Path city, String name, int injected) {
        RunProgress progress =
                new RunProgress(name, Phrases.of(Language.EN), new PrintStream(nullOutputStream()));
        BenchFiles files = new BenchFiles(city, folder.resolve(name), SECONDS, 2, 20, true);
        return new DemoRun(files.withInjected(injected), progress).execute();
    }

    /** Every SET as the sender saw it: when, what. */
    private static List<String> sets(String name, Set<Long> without) throws IOException {
        List<String> sets = new ArrayList<>();
        for (String row : Files.readAllLines(folder.resolve(name).resolve("commands.csv"))) {
            int cause = row.lastIndexOf(',');
            boolean header = row.startsWith("timeMs");
            if (!header && !without.contains(Long.parseLong(row.substring(cause + 1)))) {
                sets.add(row.substring(0, cause));
            }
        }
        return sets;
    }

    private static Set<Long> injectedEvents() {
        Set<Long> sequences = new TreeSet<>();
        try (JournalCursor events = JournalReader.open(folder.resolve("tried/journal")).events()) {
            while (events.next()) {
                if (EventHeader.type(events.record(), 0) == EventType.INJECTED_COMMAND) {
                    sequences.add(EventHeader.sequence(events.record(), 0));
                }
            }
        }
        return sequences;
    }

    @Test
    void shouldStopThirtyOfThirtyEachByTheRightRule() {
        JsonNode injected = tried.center().path("injected");
        assertThat(injected.path("count").asInt()).as("%s", injected).isEqualTo(COUNT);
        assertThat(injected.path("stopped").asInt()).isEqualTo(COUNT);
        assertThat(injected.path("wrongRule")).as("%s", injected).isEmpty();
        assertThat(injected.path("notStopped")).isEmpty();
        for (int rule = 1; rule <= 10; rule++) {
            assertThat(injected.path("byRule").path(String.format("C-%02d", rule)).asInt())
                    .as("C-%02d", rule)
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void shouldKeepThePlannersRefusalsApart() {
        assertThat(tried.center().path("guardRefusals")).isEmpty();
        assertThat(plain.center().path("guardRefusals")).isEmpty();
        assertThat(plain.center().has("injected")).isFalse();
    }

    @Test
    void shouldSendTheSameCommandsWithAndWithout() throws IOException {
        List<String> same = sets("plain", Set.of());
        assertThat(same).hasSizeGreaterThan(50);
        assertThat(sets("tried", injectedEvents())).isEqualTo(same);
    }

    @Test
    void shouldShowTheSameLampsWithAndWithout() throws IOException {
        assertThat(folder.resolve("tried/lamps.csv"))
                .hasSameTextualContentAs(folder.resolve("plain/lamps.csv"));
        assertThat(tried.rig().path("violations")).isEmpty();
        assertThat(tried.rig().path("monitorTripCount").asInt()).isZero();
    }

    @Test
    void shouldRepeatEveryRefusalInAReplay() throws IOException {
        ReplayResult replay =
                new JournalReplay(folder.resolve("tried/journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(Long.toHexString(replay.stateHash()))
                .isEqualTo(tried.center().path("stateHash").asText());
    }

    @Test
    void shouldLetNothingLeaveOfItsOwnButZerosThatFillASecond() {
        Set<Long> injected = injectedEvents();
        List<Integer> left = new ArrayList<>();
        SignalCommand command = new SignalCommand();
        try (JournalCursor output = JournalReader.open(folder.resolve("tried/journal")).output()) {
            while (output.next()) {
                if (EventHeader.type(output.record(), 0) == RecordType.COMMAND
                        && injected.contains(command.wrap(output.record(), 0).causeSequence())) {
                    left.add(command.value());
                }
            }
        }
        assertThat(left).containsOnly(0);
        assertThat(left).hasSize(tried.center().path("injected").path("fillers").asInt());
    }
}
