package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;

/** A disk that is really full, under a memory map. */
class FullDiskTest {
    private static final long LOW_WATER = 8 << 20;

    @TempDir Path parent;

    private Path disk;
    private Path filler;
    private boolean mounted;
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        filler = disk.resolve("filler");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) == 0;
        if (!mounted) {
            System.out.println("SKIPPED: a tmpfs cannot be mounted here");
        }
        assumeTrue(mounted, "a tmpfs cannot be mounted here");
        Files.write(filler, new byte[28 << 20]);
        Records.write(slot, 0, EventType.VEHICLE_REPORT, 400, new Random(8));
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", "--lazy", disk.toString())).isZero();
        }
    }

    @Test
    void shouldStopCommandingBeforeAnAppendFails() {
        Path folder = disk.resolve("journal");
        long appended;
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none())) {
            DiskWatch watch = DiskWatch.of(disk, journal, LOW_WATER);
            long stoppedAt = appendUntilFull(journal, watch);
            appended = journal.events().lastSequence();

            assertThat(stoppedAt).isPositive().isLessThan(appended - 10_000);
            assertThat(journal.events().failed()).isTrue();
            assertThat(watch.check()).isZero();
            assertThat(watch.healthy()).isFalse();
        }
        expectAllReadable(folder, appended);
    }

    @Test
    void shouldAppendAgainWhenSpaceIsFreed() throws Exception {
        Path folder = disk.resolve("journal");
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none())) {
            DiskWatch watch = DiskWatch.of(disk, journal, LOW_WATER);
            appendUntilFull(journal, watch);
            long full = journal.events().lastSequence();
            Files.delete(filler);

            journal.events().append(slot, 0);

            assertThat(journal.events().lastSequence()).isEqualTo(full + 1);
            watch.check();
            assertThat(watch.healthy()).isTrue();
        }
        expectAllReadable(folder, 0);
    }

    @Test
    void shouldFailWithoutHarmWhenALargeRecordOrANewFileFindsNoSpace() throws Exception {
        Path folder = disk.resolve("journal");
        try (Journal journal =
                Journal.open(folder, Records.HEADER, SyncPolicy.none(), Records.SMALL_SHAPES)) {
            Records.appendEvents(journal, 100, new Random(9));
            fill(disk.resolve("rest"));
            // Rolls come every megabyte here: one of them meets the full disk.
            appendUntilFull(journal, DiskWatch.of(disk, journal, LOW_WATER));
            UnsafeBuffer notice = new UnsafeBuffer(new byte[EventHeader.SIZE]);
            EventHeader.write(notice, 0, RecordType.NOTICE, 0, 0, 0, 0);
            assertThatThrownBy(() -> Records.appendOutput(journal, notice))
                    .hasRootCauseInstanceOf(IOException.class);
            Files.delete(filler);
            Records.appendEvents(journal, 5_000, new Random(10));
            Records.appendOutput(journal, notice);
            expectAllReadable(folder, journal.events().lastSequence());
        }
    }

    @Test
    void shouldRefuseToOpenWhenDiskIsNearlyFull() throws Exception {
        fill(disk.resolve("rest"));

        assertThatThrownBy(() -> Records.open(disk.resolve("journal")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("bytes free, at least 16777216 are needed");
    }

    /** Returns the last sequence before the watch said stop. */
    private long appendUntilFull(Journal journal, DiskWatch watch) {
        long stoppedAt = 0;
        for (int i = 0; i < 200_000; i++) {
            try {
                journal.events().append(slot, 0);
            } catch (JournalException e) {
                assertThat(e).hasRootCauseMessage("No space left on device");
                watch.check();
                return stoppedAt;
            }
            watch.check();
            if (stoppedAt == 0 && !watch.healthy()) {
                stoppedAt = journal.events().lastSequence();
            }
        }
        throw new AssertionError("a disk of 48 MiB took 80 MiB");
    }

    private static void expectAllReadable(Path folder, long atLeast) {
        try (JournalCursor cursor = JournalReader.open(folder).events()) {
            while (cursor.next()) {
                assertThat(cursor.record().capacity()).isPositive();
            }
            assertThat(cursor.lastSequence()).isGreaterThanOrEqualTo(atLeast);
            assertThat(cursor.faults()).isEmpty();
        }
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
