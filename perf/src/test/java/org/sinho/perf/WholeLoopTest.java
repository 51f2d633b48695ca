package org.sinho.perf;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.perf.failure.BatchReplay;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.signal.ControlSettings;

/** Center and rig as two processes over real sockets, then the journal they leave. */
class WholeLoopTest {
    private static final int SECONDS = 420;

    @TempDir private static Path folder;

    private static DemoRun.Result result;

    @BeforeAll
    static void run() {
        Path city = Path.of(System.getProperty("sinho.home"), "cities/junction");
        RunProgress progress =
                new RunProgress(
                        "run", Phrases.of(Language.EN), new PrintStream(nullOutputStream()));
        result = new DemoRun(city, folder.resolve("run"), SECONDS, 1, 20, true, progress).execute();
    }

    private static ReplayResult replay(UnaryOperator<ControlSettings> change) throws IOException {
        return new JournalReplay(folder.resolve("run/journal"), change).run(Long.MAX_VALUE);
    }

    @Test
    void shouldTurnTheLightWhenAnAmbulanceAsks() {
        assertThat(result.center().path("requests").path("granted").asInt()).isPositive();
        assertThat(result.center().path("counters").path("SSM_SENT").asInt()).isPositive();
    }

    @Test
    void shouldNeverViolateASafetyRuleWhenPreempted() {
        assertThat(result.rig().path("violations")).isEmpty();
        assertThat(result.rig().path("monitorTripCount").asInt()).isZero();
    }

    @Test
    void shouldLoseNoDatagramInLockStep() {
        assertThat(result.center().path("counters").has("STEP_INCOMPLETE")).isFalse();
        assertThat(result.center().path("counters").path("V2X_DATAGRAMS").asLong())
                .isEqualTo(result.rig().path("datagramsUp").asLong());
    }

    @Test
    void shouldReplayToTheLiveHashesAndCommands() throws IOException {
        ReplayResult replay = replay(UnaryOperator.identity());
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(replay.commands()).isPositive();
        assertThat(Long.toHexString(replay.stateHash()))
                .isEqualTo(result.center().path("stateHash").asText());
    }

    @Test
    void shouldGiveTheSameHashesWhenReplayedTwice() throws IOException {
        assertThat(replay(UnaryOperator.identity())).isEqualTo(replay(UnaryOperator.identity()));
    }

    @Test
    void shouldNameTheSequenceWhenARuleHasChanged() throws IOException {
        ReplayResult replay = replay(WholeLoopTest::withoutMargin);
        assertThat(replay.equal()).isFalse();
        assertThat(replay.divergence()).isPositive();
    }

    @Test
    void shouldGiveTheSameCommandsAndHashesWhateverTheBatchesAre() throws IOException {
        BatchReplay batches = new BatchReplay(folder.resolve("run"));
        List<String> usual = batches.run(0);
        assertThat(usual).hasSizeGreaterThan(SECONDS);
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(batches.run(seed)).as("seed %s", seed).isEqualTo(usual);
        }
    }

    @Test
    void shouldLogEveryPhaseInOrderAndAsTheMonitorSawIt() throws IOException {
        EventSequences.Result events = EventSequences.check(folder.resolve("run"), city());
        assertThat(events.findings()).isEmpty();
        assertThat(events.cycles()).isGreaterThan(20);
    }

    @Test
    void shouldMissEachEventOfAPhaseThatIsLeftOutOfTheLog() throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("run/events.csv"));
        Path spoiled = Files.createDirectories(folder.resolve("spoiled"));
        Files.copy(
                folder.resolve("run/lamps.csv"),
                spoiled.resolve("lamps.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String code : List.of("1", "7", "8", "9", "10", "11", "21", "22", "23")) {
            List<String> left = new ArrayList<>(rows);
            List<String> some =
                    rows.stream().filter(row -> row.split(",")[2].equals(code)).toList();
            left.remove(some.get(some.size() / 2));
            Files.write(spoiled.resolve("events.csv"), left);
            assertThat(EventSequences.check(spoiled, city()).findings()).as(code).isNotEmpty();
        }
    }

    private static CityFolder city() {
        return CityFolder.read(Path.of(System.getProperty("sinho.home"), "cities/junction"));
    }

    private static ControlSettings withoutMargin(ControlSettings base) {
        return new ControlSettings(
                base.requestFreshMs(),
                base.requestSilenceMs(),
                base.requestOverrunMs(),
                0,
                base.queueDischargeMs(),
                base.dispatchSilenceMs(),
                base.preemptsPerHour(),
                base.snapshotIntervalMs(),
                base.actuated(),
                base.preemption(),
                base.priority(),
                base.injection(),
                base.coordination());
    }
}
