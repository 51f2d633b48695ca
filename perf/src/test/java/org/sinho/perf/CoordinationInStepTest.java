package org.sinho.perf;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SignalCommand.ControlObject;

/** A junction whose pattern the center chooses by what the detectors of real traffic count. */
class CoordinationInStepTest {
    private static final int SECONDS = 190;
    private static final int PERIOD_S = 10;
    private static final int FREE = 254;
    private static final int FITTING = 2;

    @TempDir private static Path folder;

    private static DemoRun.Result result;

    /** Pattern that the controller runs, by the second of its poll. */
    private static final TreeMap<Long, Integer> running = new TreeMap<>();

    private static long setAtS;
    private static int counts;
    private static int vehicles;

    @BeforeAll
    static void run() throws IOException {
        Path city = copy(Path.of(System.getProperty("sinho.home"), "cities/junction"));
        Path controller = city.resolve("controllers/controller-1.yaml");
        String text = Files.readString(controller);
        String hasty =
                text.replace("volumeOccupancyPeriodS: 60", "volumeOccupancyPeriodS: " + PERIOD_S);
        assertThat(hasty).isNotEqualTo(text);
        Files.writeString(controller, hasty);
        BenchFiles files =
                new BenchFiles(city, folder.resolve("run"), SECONDS, 1, 20, false)
                        .withCoordination(
                                """
                                coordination:
                                  - name: junction
                                    sites:
                                      - {site: 1, inbound: [2], outbound: [6], cross: [4, 8]}
                                    patterns:
                                      - {number: 1, flows: {1: [9000, 9000, 9000]}}
                                      - {number: %d, flows: {1: [400, 400, 300]}}
                                    steadyS: 60
                                """
                                        .formatted(FITTING));
        RunProgress progress =
                new RunProgress(
                        "run", Phrases.of(Language.EN), new PrintStream(nullOutputStream()));
        result = new DemoRun(files, progress).execute();
        read();
    }

    private static Path copy(Path from) throws IOException {
        Path to = folder.resolve("city");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static void read() {
        JournalReader reader = JournalReader.open(folder.resolve("run/journal"));
        try (JournalCursor events = reader.events()) {
            while (events.next()) {
                DirectBuffer event = events.record();
                long atS = EventHeader.utcMs(event, 0) / 1_000 - BenchFiles.START_UTC_S;
                switch (EventHeader.type(event, 0)) {
                    case EventType.CONTROLLER_POLL ->
                            running.put(atS, new ControllerPoll().wrap(event, 0).patternStatus());
                    case EventType.COMMAND_OUTCOME ->
                            note(new CommandOutcome().wrap(event, 0), atS);
                    case EventType.DETECTOR_VOLUMES -> {
                        DetectorVolumes volumes = new DetectorVolumes().wrap(event, 0);
                        assertThat(volumes.periodS()).isEqualTo(PERIOD_S);
                        counts++;
                        vehicles += volumes.volume(2) + volumes.volume(6);
                    }
                    default -> {
                        // Nothing about patterns.
                    }
                }
            }
        }
    }

    private static void note(CommandOutcome outcome, long atS) {
        if (outcome.object() == ControlObject.PATTERN
                && outcome.value() == FITTING
                && outcome.outcome() == Outcome.CONFIRMED
                && setAtS == 0) {
            setAtS = atS;
        }
    }

    @Test
    void shouldJournalEachPeriodOfCounting() {
        assertThat(counts).isBetween(SECONDS / PERIOD_S - 3, SECONDS / PERIOD_S);
        assertThat(vehicles).as("vehicles on the main road").isGreaterThan(10);
    }

    @Test
    void shouldSetThePatternThatFitsTheFlowAndHaveItConfirmed() {
        assertThat(setAtS).as("after a minute of flow").isBetween(60L, 120L);
    }

    @Test
    void shouldSeeTheControllerRunThePatternThatWasSet() {
        List<Integer> before = List.copyOf(running.headMap(setAtS).values());
        assertThat(before).isNotEmpty().doesNotContain(1, FITTING);
        assertThat(before.getLast()).isEqualTo(FREE);
        assertThat(running.lastEntry().getValue()).isEqualTo(FITTING);
    }

    @Test
    void shouldNeverBeRefusedNorViolateASafetyRule() {
        assertThat(result.center().path("guardRefusals")).isEmpty();
        assertThat(result.rig().path("violations")).isEmpty();
        assertThat(result.rig().path("monitorTripCount").asInt()).isZero();
    }

    @Test
    void shouldReplayToTheLiveHashesAndCommands() throws IOException {
        ReplayResult replay =
                new JournalReplay(folder.resolve("run/journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(Long.toHexString(replay.stateHash()))
                .isEqualTo(result.center().path("stateHash").asText());
    }
}
