package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.signal.NoticeCode;
import org.sinho.signal.SiteDoubt;

/**
 * Silence is safe (F-01): a stopped center and every way to cut the wires between it and the
 * controller, one after the other; each time the controller falls back, and control comes back.
 */
@Execution(ExecutionMode.CONCURRENT) // It mostly waits for answers that do not come.
class CutWireTest {
    private static final int SECONDS = 480;
    private static final long BACKUP_MS = 10_000;

    /**
     * Cycle of the pattern that runs in backup: the controller comes back at its boundary (F-04).
     */
    private static final long CYCLE_MS = 120_000;

    private static final long STEP_MS = 100;
    private static final int TIMEOUT_MS = 400;
    private static final int PATIENCE_STEPS = 1_300;

    /** What happened in one silence, in simulated time. */
    private record Silence(
            long beganMs, long lastSetMs, long backupMs, long endedMs, long backMs) {}

    private interface Act {
        void run() throws IOException;
    }

    @TempDir private static Path folder;

    private static final Map<String, Silence> SILENCES = new LinkedHashMap<>();
    private static JournalRecord journal;
    private static JsonNode rig;

    @BeforeAll
    static void run() throws Exception {
        Path city = BusyCity.write(folder.resolve("city"), 40);
        try (Bench bench =
                new Bench(city, folder.resolve("run"), SECONDS, 4, TIMEOUT_MS, new RadioRecord())) {
            bench.start();
            awaitControl(bench, ControllerRecord.SYSTEM_STANDBY);
            silence(bench, "stopped", bench::stopCenter, bench::continueCenter);
            silence(bench, "all", () -> cutAll(bench), () -> mendAll(bench));
            silence(bench, "answers", bench.snmp::cutAnswers, bench.snmp::mend);
            silence(bench, "requests", bench.snmp::cut, bench.snmp::mend);
            silence(bench, "push", bench.status::cut, bench.status::mend);
            while (bench.step()) {
                // To the end of the run, so that the monitor sees all of it.
            }
            rig = new ObjectMapper().readTree(bench.ending("rig"));
            bench.ending("center");
            journal = JournalRecord.read(bench.folder);
        }
    }

    private static void cutAll(Bench bench) {
        bench.snmp.cut();
        bench.status.cut();
        bench.up.cut();
    }

    private static void mendAll(Bench bench) {
        bench.snmp.mend();
        bench.status.mend();
        bench.up.mend();
    }

    private static void silence(Bench bench, String name, Act begin, Act end) throws IOException {
        long beganMs = bench.utcMs();
        begin.run();
        long backupMs = awaitControl(bench, ControllerRecord.BACKUP_MODE);
        long lastSetMs = bench.controller.lastSetMs();
        for (int i = 0; i < 20; i++) {
            bench.step();
        }
        long endedMs = bench.utcMs();
        end.run();
        long backMs = awaitControl(bench, ControllerRecord.SYSTEM_STANDBY);
        for (int i = 0; i < 50; i++) {
            bench.step();
        }
        SILENCES.put(name, new Silence(beganMs, lastSetMs, backupMs, endedMs, backMs));
    }

    private static long awaitControl(Bench bench, int status) throws IOException {
        for (int i = 0; i < PATIENCE_STEPS && bench.step(); i++) {
            boolean commanded = bench.controller.lastSetMs() > 0;
            if (commanded && bench.controller.read().controlStatus() == status) {
                return bench.utcMs();
            }
        }
        throw new IOException("unitControlStatus did not become " + status + ":\n" + bench.log());
    }

    private static List<SiteDoubt> releases(String name) {
        Silence silence = SILENCES.get(name);
        return journal.notices().stream()
                .filter(said -> said.code() == NoticeCode.RELEASED.code())
                .filter(said -> said.utcMs() > silence.beganMs())
                .filter(said -> said.utcMs() <= silence.endedMs() + STEP_MS)
                .map(said -> SiteDoubt.values()[said.first()])
                .toList();
    }

    @Test
    void shouldFallBackWithinTheBackupTimeAfterTheLastSet() {
        assertThat(SILENCES.values())
                .hasSize(5)
                .allSatisfy(
                        silence ->
                                assertThat(silence.backupMs() - silence.lastSetMs())
                                        .isBetween(BACKUP_MS - STEP_MS, BACKUP_MS + STEP_MS));
    }

    @Test
    void shouldComeBackUnderControlWhenTheSilenceEnds() {
        assertThat(SILENCES.values())
                .allSatisfy(
                        silence ->
                                assertThat(silence.backMs() - silence.endedMs())
                                        .isBetween(1L, CYCLE_MS));
    }

    @Test
    void shouldNeverViolateASafetyRuleNorTripTheMonitor() {
        assertThat(rig.path("violations")).isEmpty();
        assertThat(rig.path("monitorTripCount").asInt()).isZero();
    }

    @Test
    void shouldReleaseWithAnAlarmWhenTheControllerDoesNotAnswer() {
        for (String name : List.of("answers", "requests")) {
            assertThat(releases(name))
                    .as(name)
                    .containsAnyOf(SiteDoubt.POLL_SILENT, SiteDoubt.COMMAND_FAILED);
            Silence silence = SILENCES.get(name);
            assertThat(journal.notices())
                    .as("alarm, %s", name)
                    .anyMatch(
                            said ->
                                    said.code() == NoticeCode.COMMAND_FAILED.code()
                                            && said.utcMs() > silence.beganMs()
                                            && said.utcMs() <= silence.endedMs());
        }
    }

    @Test
    void shouldReleaseWhenTheStatusPushStops() {
        assertThat(releases("push")).contains(SiteDoubt.STATUS_STALE);
    }

    @Test
    void shouldReleaseWhenNothingPassesAndWhenItHasBeenStopped() {
        assertThat(releases("all")).contains(SiteDoubt.STATUS_STALE);
        assertThat(releases("stopped")).containsExactly(SiteDoubt.NOT_SEEN);
    }

    @Test
    void shouldReplayToTheLiveHashes() throws IOException {
        ReplayResult replay =
                new JournalReplay(folder.resolve("run/journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
    }
}
