package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.signal.NoticeCode;

/** The whole center on a disk that fills up. */
class FullDiskCenterTest {
    private static final int SECONDS = 120;
    private static final int MIB = 1 << 20;
    private static final long BACKUP_MS = 10_000;
    private static final long LAST_WORDS_MS = 1_000;
    private static final long STEP_MS = 100;
    private static final int PATIENCE_STEPS = 600;

    @TempDir Path parent;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()) == 0;
        if (!mounted) {
            System.out.println("SKIPPED: a tmpfs cannot be mounted here");
        }
        assumeTrue(mounted, "a tmpfs cannot be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", "--lazy", disk.toString())).isZero();
        }
    }

    @Test
    void shouldStopCommandingRaiseTheAlarmAndKeepTheJournalWholeWhenTheDiskFills()
            throws Exception {
        Path city = BusyCity.write(parent.resolve("city"), 40);
        try (Bench bench =
                new Bench(city, parent.resolve("run"), SECONDS, 5, 2_000, new RadioRecord())) {
            bench.edit("folder: journal", "folder: \"" + disk.resolve("journal") + "\"");
            bench.edit("lowWaterMib: 256", "lowWaterMib: 24");
            bench.start();
            awaitControl(bench, ControllerRecord.SYSTEM_STANDBY);
            for (int i = 0; i < 50; i++) {
                bench.step();
            }

            Path filler = disk.resolve("filler");
            long free = Files.getFileStore(disk).getUsableSpace();
            Files.write(filler, new byte[(int) (free - 16L * MIB)]);
            long fullMs = bench.utcMs();
            long backupMs = awaitControl(bench, ControllerRecord.BACKUP_MODE);

            assertThat(bench.centerAlive()).as("it still hears and journals").isTrue();
            assertThat(bench.controller.lastSetMs())
                    .as("heartbeats stop within a second of the next look at the disk")
                    .isLessThanOrEqualTo(fullMs + 1_000 + LAST_WORDS_MS + STEP_MS);
            assertThat(backupMs - bench.controller.lastSetMs())
                    .isLessThanOrEqualTo(BACKUP_MS + STEP_MS);
            assertThat(bench.log()).contains("ALARM not well, commanding stops: journal disk");

            fill(disk.resolve("rest"));
            int sets = bench.controller.sets().size();
            for (int i = 0; bench.centerAlive() && i < PATIENCE_STEPS && bench.step(); i++) {
                // Until an append meets the end of the disk, or for a while.
            }
            assertThat(bench.controller.sets()).as("nothing is commanded").hasSize(sets);
            if (!bench.centerAlive()) {
                assertThat(bench.centerExit()).as("fail-stop").isEqualTo(70);
            } else {
                bench.killCenter();
            }
            expectWhole();

            Files.delete(filler);
            Files.delete(disk.resolve("rest"));
            bench.startCenter();
            awaitControl(bench, ControllerRecord.SYSTEM_STANDBY);
            bench.killCenter();
            expectWhole();
            assertThat(JournalRecord.read(disk).notices())
                    .anyMatch(said -> said.code() == NoticeCode.HEALTH.code() && said.second() == 0)
                    .anyMatch(
                            said -> said.code() == NoticeCode.HEALTH.code() && said.second() == 1);
        }
    }

    private void expectWhole() throws IOException {
        assertThat(JournalRecord.read(disk).lostEvents()).isEmpty();
        ReplayResult replay =
                new JournalReplay(disk.resolve("journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
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

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[4096];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
