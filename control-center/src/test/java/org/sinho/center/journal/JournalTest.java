package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;

class JournalTest {
    @TempDir Path folder;

    private final Random random = new Random(1);

    @Test
    void shouldReadBackEveryByteWhenManyFilesWereRolled() {
        List<byte[]> written;
        try (Journal journal = Records.open(folder)) {
            written = Records.appendEvents(journal, 20_000, random);
        }

        JournalCursor cursor = JournalReader.open(folder).events();

        assertThat(Records.drain(cursor)).containsExactlyElementsOf(written);
        assertThat(cursor.faults()).isEmpty();
        assertThat(cursor.lastSequence()).isEqualTo(20_000);
    }

    @Test
    void shouldRollFilesWhenTheyReachTheirSize() throws Exception {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 20_000, random);
        }

        List<Path> files = EpochFolder.of(folder, 1).files(RecordStream.EVENTS);

        assertThat(files).hasSizeBetween(5, 8);
        for (Path file : files) {
            List<Long> frames = Records.frames(file);
            assertThat(frames.getLast() + EventHeader.RECORD_LIMIT)
                    .isLessThan(Records.SMALL.rollBytes());
        }
    }

    @Test
    void shouldContinueSequencesWhenOpenedAgain() {
        List<byte[]> written = new ArrayList<>();
        for (int start = 1; start <= 4; start++) {
            try (Journal journal = Records.open(folder)) {
                assertThat(journal.header().epoch()).isEqualTo(start);
                assertThat(journal.header().firstEventSequence()).isEqualTo(written.size() + 1);
                assertThat(journal.header().firstOutputSequence()).isEqualTo(start);
                int count = start == 2 ? 0 : 100; // The second start dies before its first event.
                written.addAll(Records.appendEvents(journal, count, random));
                Records.appendOutput(journal, Records.snapshot(written.size(), 100, random));
            }
        }

        assertThat(Records.events(folder)).containsExactlyElementsOf(written);
        assertThat(Records.sequence(written.getLast())).isEqualTo(300);
        assertThat(Records.drain(JournalReader.open(folder).output())).hasSize(4);
    }

    @Test
    void shouldNumberAndSealTheSlotWhenAppended() {
        UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
        Records.randomEvent(slot, 0, random);
        try (Journal journal = Records.open(folder)) {
            journal.events().append(slot, 0);
            assertThat(journal.events().lastSequence()).isEqualTo(1);
        }

        byte[] read = Records.events(folder).getFirst();

        assertThat(EventHeader.sequence(slot, 0)).isEqualTo(1);
        assertThat(slot.getInt(EventHeader.CRC_OFFSET)).isNotZero();
        assertThat(new UnsafeBuffer(slot, 0, read.length)).isEqualTo(new UnsafeBuffer(read));
    }

    @Test
    void shouldPassOverVoidSlots() {
        UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
        EventHeader.write(slot, 0, EventType.VOID, 0, 0, 0, 0);
        try (Journal journal = Records.open(folder)) {
            journal.events().append(slot, 0);
            assertThat(journal.events().lastSequence()).isZero();
        }

        assertThat(Records.events(folder)).isEmpty();
    }

    @Test
    void shouldRefuseRecordsWhenTheirLengthIsNotAllowed() {
        UnsafeBuffer slot = new UnsafeBuffer(new byte[2 * EventHeader.RECORD_LIMIT]);
        try (Journal journal = Records.open(folder)) {
            for (int payload : new int[] {-1, EventHeader.RECORD_LIMIT - EventHeader.SIZE + 1}) {
                EventHeader.write(slot, 0, EventType.TICK, payload, 0, 0, 0);
                assertThatThrownBy(() -> journal.events().append(slot, 0))
                        .hasMessageContaining("allowed are 40 to 512");
            }
            EventHeader.write(slot, 0, RecordType.NOTICE, 8, 0, 0, 0);
            assertThatThrownBy(() -> journal.output().append(slot, 0, 50))
                    .hasMessageContaining("says 48 octets, given 50");
            Records.appendEvents(journal, 1, random);
        }

        assertThat(Records.events(folder)).hasSize(1);
    }

    @Test
    void shouldKeepConfigurationWhenOpened() throws Exception {
        Records.open(folder).close();

        EpochHeader header = JournalReader.open(folder).headers().getFirst();

        assertThat(header.configuration()).isEqualTo(Records.HEADER.configuration());
        assertThat(header.softwareId()).isEqualTo("test-build");
        assertThat(header.startedAt()).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(header.jdk()).isEqualTo(Runtime.version().toString());
    }

    @Test
    void shouldChangeConfigurationIdWhenAnyFileChanges() {
        ConfigurationFile sheet = ConfigurationFile.of("a.yaml", "site: 1\n");
        long id = new JournalHeader("b", 0, List.of(sheet)).configurationId();
        ConfigurationFile edited = ConfigurationFile.of("a.yaml", "site: 2\n");
        ConfigurationFile renamed = ConfigurationFile.of("b.yaml", "site: 1\n");

        assertThat(new JournalHeader("c", 9, List.of(sheet)).configurationId()).isEqualTo(id);
        assertThat(new JournalHeader("b", 0, List.of(edited)).configurationId()).isNotEqualTo(id);
        assertThat(new JournalHeader("b", 0, List.of(renamed)).configurationId()).isNotEqualTo(id);
    }

    @Test
    void shouldServeOtherThreadsWhenOpenedByMain() throws Exception {
        UnsafeBuffer target = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
        AtomicInteger polled = new AtomicInteger();
        try (Journal journal = Records.open(folder);
                JournalTailer tailer = journal.events().tailFrom(1)) {
            run(() -> Records.appendEvents(journal, 5_000, random));
            run(
                    () -> {
                        while (tailer.poll(target) > 0) {
                            polled.incrementAndGet();
                        }
                    });
            assertThat(journal.events().filesBegun()).isGreaterThan(1);
        }
        assertThat(polled).hasValue(5_000);
    }

    @Test
    void shouldStartNoDiskThreadOfChronicles() {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 10, random);

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("disk"));
        }
    }

    private static void run(Runnable task) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(task);
        thread.setUncaughtExceptionHandler((where, what) -> failure.set(what));
        thread.start();
        thread.join();
        assertThat(failure).hasValue(null);
    }

    @Test
    void shouldStillReadRecordsWhenHeaderIsDamaged() throws Exception {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 10, random);
        }
        Path json = folder.resolve("epoch-000001/header.json");
        Files.writeString(json, Files.readString(json).replace("링-01", "링-02"));

        JournalCursor cursor = JournalReader.open(folder).events();

        assertThat(Records.drain(cursor)).hasSize(10);
        assertThat(cursor.faults())
                .extracting(JournalFault::kind)
                .containsExactly(JournalFault.Kind.HEADER);
    }

    @Test
    void shouldRefuseToStartWhenAnyWordOfAHeaderIsAltered() throws Exception {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 10, random);
        }
        Path json = folder.resolve("epoch-000001/header.json");
        String whole = Files.readString(json);
        for (String word : new String[] {"test-build", "링-01", "2026", "firstEventSequence"}) {
            Files.writeString(json, whole.replace(word, word.replaceAll(".$", "9")));
            assertThatThrownBy(() -> Records.open(folder))
                    .describedAs(word)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("HEADER in epoch 1")
                    .hasMessageContaining("header.json is missing or damaged");
        }
    }

    @Test
    void shouldStartWhenAnEarlierStartDiedBeforeItsHeaderWasThere() throws Exception {
        Records.open(folder).close();
        Files.createDirectories(folder.resolve("epoch-000002/events"));

        try (Journal journal = Records.open(folder)) {
            assertThat(journal.header().epoch()).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseWhenAlreadyOpenInThisProcess() {
        try (Journal journal = Records.open(folder)) {
            assertThatThrownBy(() -> Records.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("already open in this process");
            Records.appendEvents(journal, 1, random);
        }
        try (Journal journal = Records.open(folder)) {
            assertThat(journal.header().epoch()).isEqualTo(2);
        }
    }

    @Test
    void shouldSayWhichFolderWhenItCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("occupied"));

        assertThatThrownBy(() -> Records.open(file.resolve("journal")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("occupied/journal cannot be written");
    }

    @Test
    void shouldSyncOnlyWhenIntervalHasPassed() {
        SyncPolicy policy = SyncPolicy.interval(Duration.ofMillis(100));
        try (Journal journal = Journal.open(folder, Records.HEADER, policy, Records.SMALL_SHAPES)) {
            Records.appendEvents(journal, 10_000, random);

            assertThat(journal.syncIfDue(Long.MAX_VALUE - 1)).isTrue();
            assertThat(journal.syncIfDue(Long.MAX_VALUE - 1 + 99_999_999)).isFalse();
            assertThat(journal.syncIfDue(Long.MAX_VALUE - 1 + 100_000_000)).isTrue();
        }
        assertThat(Records.events(folder)).hasSize(10_000);
    }

    @Test
    void shouldKeepRecordsWhenEachIsSynced() {
        try (Journal journal =
                Journal.open(folder, Records.HEADER, SyncPolicy.every(), Records.SMALL_SHAPES)) {
            Records.appendEvents(journal, 20, random);
            assertThat(journal.syncIfDue(0)).isFalse();
        }

        assertThat(Records.events(folder)).hasSize(20);
    }

    @Test
    void shouldStartAtWantedEventWhenOneIsGiven() {
        for (int start = 0; start < 3; start++) {
            try (Journal journal = Records.open(folder)) {
                Records.appendEvents(journal, 5_000, random);
            }
        }
        for (long wanted : new long[] {1, 2, 4_999, 5_000, 5_001, 9_000, 14_999, 15_000}) {
            JournalCursor cursor = JournalReader.open(folder).events(wanted);
            List<byte[]> read = Records.drain(cursor);
            assertThat(Records.sequence(read.getFirst())).isEqualTo(wanted);
            assertThat(read).hasSize((int) (15_001 - wanted));
            assertThat(cursor.faults()).isEmpty();
        }
        JournalCursor past = JournalReader.open(folder).events(15_001);
        assertThat(past.next()).isFalse();
        assertThat(past.faults()).isEmpty();
    }
}
