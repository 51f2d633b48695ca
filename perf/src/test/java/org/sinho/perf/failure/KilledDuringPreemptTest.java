package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;

/**
 * {@code kill -9} of the center while a preempt is served, at random moments of entry, dwell and
 * exit: twenty after which the controller falls back, four with the next center up at once.
 */
class KilledDuringPreemptTest {
    private static final int SECONDS = 690;
    private static final int KILLS = 10;
    private static final int KILLS_AT_ONCE = 4;
    private static final long BACKUP_MS = 10_000; // unitBackupTime of the junction
    private static final long STEP_MS = 100;

    @TempDir private static Path folder;

    private static final List<KillRun.Result> AFTER_BACKUP = new ArrayList<>();
    private static KillRun.Result atOnce;

    @BeforeAll
    static void run() throws Exception {
        Path city = BusyCity.write(folder.resolve("city"), 30);
        // Each run is a chain of processes that wait for each other: two runs fill two cores.
        try (ExecutorService pairs = Executors.newFixedThreadPool(2)) {
            Future<KillRun.Result> first = pairs.submit(run(city, "a", SECONDS, 1, KILLS, false));
            Future<KillRun.Result> second = pairs.submit(run(city, "b", SECONDS, 2, KILLS, false));
            Future<KillRun.Result> third =
                    pairs.submit(run(city, "c", SECONDS / 4, 3, KILLS_AT_ONCE, true));
            AFTER_BACKUP.add(first.get());
            AFTER_BACKUP.add(second.get());
            atOnce = third.get();
        }
    }

    private static KillRun run(
            Path city, String name, int seconds, int seed, int kills, boolean atOnce) {
        return new KillRun(city, folder.resolve(name), seconds, seed, kills, atOnce);
    }

    private static Stream<KillRun.Result> all() {
        return Stream.concat(AFTER_BACKUP.stream(), Stream.of(atOnce));
    }

    @Test
    void shouldHaveBeenKilledInEntryDwellAndExit() {
        List<KillRun.Kill> kills =
                AFTER_BACKUP.stream().flatMap(run -> run.kills().stream()).toList();
        assertThat(kills).hasSize(2 * KILLS);
        assertThat(kills).extracting(KillRun.Kill::preemptState).contains(4, 6, 8);
        assertThat(atOnce.kills()).hasSize(KILLS_AT_ONCE);
    }

    @Test
    void shouldLeaveTheControllerInBackupWithinItsBackupTime() {
        assertThat(AFTER_BACKUP)
                .allSatisfy(
                        run ->
                                assertThat(run.kills())
                                        .allSatisfy(
                                                kill ->
                                                        assertThat(
                                                                        kill.backupMs()
                                                                                - kill.lastSetMs())
                                                                .isBetween(
                                                                        BACKUP_MS - STEP_MS,
                                                                        BACKUP_MS + STEP_MS)));
    }

    @Test
    void shouldNeverViolateASafetyRuleNorTripTheMonitorWhenKilled() {
        assertThat(all())
                .allSatisfy(
                        run -> {
                            assertThat(run.rig().path("violations")).isEmpty();
                            assertThat(run.rig().path("monitorTripCount").asInt()).isZero();
                        });
    }

    @Test
    void shouldTakeControlBackWhenStartedAgain() {
        assertThat(AFTER_BACKUP)
                .flatExtracting(KillRun.Result::kills)
                .allSatisfy(kill -> assertThat(kill.backMs()).isGreaterThan(kill.backupMs()));
        assertThat(all())
                .allSatisfy(
                        run ->
                                assertThat(run.center().path("requests").path("granted").asInt())
                                        .isPositive());
    }

    @Test
    void shouldStillHoldAllThatWasPutOutWhenStartedAgain() throws IOException {
        assertThat(all())
                .allSatisfy(
                        run -> {
                            JournalRecord journal = JournalRecord.read(run.folder());
                            assertThat(journal.lostEvents()).isEmpty();
                            assertThat(journal.setsNotDecided(run.sets())).isEmpty();
                            assertThat(journal.answersNotDecided(run.answers())).isEmpty();
                            assertThat(run.sets()).isNotEmpty();
                            assertThat(run.answers()).isNotEmpty();
                        });
    }

    @Test
    void shouldReplayToTheLiveHashesAcrossAllRestarts() throws IOException {
        assertThat(all())
                .allSatisfy(
                        run -> {
                            ReplayResult replay =
                                    new JournalReplay(
                                                    run.folder().resolve("journal"),
                                                    UnaryOperator.identity())
                                            .run(Long.MAX_VALUE);
                            assertThat(replay.what()).isNull();
                            assertThat(replay.equal()).isTrue();
                            assertThat(replay.unanswered()).isZero();
                            assertThat(Long.toHexString(replay.stateHash()))
                                    .isEqualTo(run.center().path("stateHash").asText());
                        });
    }

    @Test
    void shouldAcceptNoReplayedRequestWhenStartedAgain() {
        assertThat(all())
                .allSatisfy(
                        run -> {
                            assertThat(run.kills())
                                    .allSatisfy(
                                            kill -> {
                                                assertThat(kill.preemptsByReplay()).isZero();
                                                assertThat(kill.answersToReplay()).isZero();
                                            });
                            int replayed =
                                    run.kills().stream().mapToInt(KillRun.Kill::replayed).sum();
                            assertThat(replayed).isPositive();
                            assertThat(
                                            run.center()
                                                    .path("requests")
                                                    .path("refused")
                                                    .path("NOT_FRESH")
                                                    .asInt())
                                    .isEqualTo(replayed);
                        });
    }
}
