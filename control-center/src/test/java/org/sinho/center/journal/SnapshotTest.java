package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;

class SnapshotTest {
    private static final int STATE = EventHeader.SIZE + Long.BYTES;

    @TempDir Path folder;

    private final Random random = new Random(5);

    @Test
    void shouldComeBackWholeWhenSnapshotsAreLarge() {
        int largest = QueueShape.OUTPUT.recordLimit() - STATE;
        UnsafeBuffer newest = null;
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none())) {
            for (int i = 1; i <= 20; i++) { // 160 MiB: beyond one file.
                newest = Records.snapshot(i, i % 4 == 0 ? largest : 8 << 20, random);
                Records.appendOutput(journal, newest);
                Records.appendOutput(journal, notice());
            }
        }

        JournalReader reader = JournalReader.open(folder);
        JournalSnapshot found = reader.findLastSnapshot().orElseThrow();

        assertThat(found.epoch()).isEqualTo(1);
        assertThat(found.causeSequence()).isEqualTo(20);
        assertThat(found.sequence()).isEqualTo(39);
        assertThat(found.state()).isEqualTo(stateOf(newest));
        assertThat(reader.epochs().getFirst().stream(RecordStream.OUTPUT)).isNotEmptyDirectory();
        JournalCursor cursor = reader.output();
        int count = 0;
        while (cursor.next()) {
            count++;
        }
        assertThat(count).isEqualTo(40);
        assertThat(cursor.faults()).isEmpty();
    }

    @Test
    void shouldFallBackToTheOneBeforeWhenNewestSnapshotIsDamaged() throws Exception {
        UnsafeBuffer older = Records.snapshot(50, 3_000, random);
        appendSnapshots(older, Records.snapshot(80, 3_000, random));
        Path file = Records.onlyFile(folder, 1, RecordStream.OUTPUT);
        Records.flip(file, Records.frames(file).getLast() + 4 + 2_000, 8);

        JournalSnapshot found = JournalReader.open(folder).findLastSnapshot().orElseThrow();

        assertThat(found.causeSequence()).isEqualTo(50);
        assertThat(found.state()).isEqualTo(stateOf(older));
    }

    @Test
    void shouldFallBackToOlderEpochWhenNewestHasNone() throws Exception {
        appendSnapshots(Records.snapshot(50, 100, random));
        appendSnapshots(Records.snapshot(90, 100, random));
        appendSnapshots();
        Path file = Records.onlyFile(folder, 2, RecordStream.OUTPUT);
        Records.flip(file, Records.frames(file).getLast() + 4 + 60, 1);

        JournalSnapshot found = JournalReader.open(folder).findLastSnapshot().orElseThrow();

        assertThat(found.epoch()).isEqualTo(1);
        assertThat(found.causeSequence()).isEqualTo(50);
    }

    @Test
    void shouldFindNothingWhenThereIsNoSnapshot() {
        appendSnapshots();

        assertThat(JournalReader.open(folder).findLastSnapshot()).isEmpty();
    }

    @Test
    void shouldNotReuseSequencesWhenSnapshotOutlivedItsEvents() throws Exception {
        appendSnapshots(Records.snapshot(100, 100, random));
        for (Path file : EpochFolder.of(folder, 1).files(RecordStream.EVENTS)) {
            Files.delete(file);
        }
        Records.forgetEnd(folder, 1); // A power failure, not an orderly end.

        try (Journal journal = Records.open(folder)) {
            assertThat(journal.header().firstEventSequence()).isEqualTo(101);
        }
    }

    @Test
    void shouldKeepEpochsThatTheNewestSnapshotNeedsWhenDeleting() {
        appendSnapshots(Records.snapshot(50, 100, random));
        appendSnapshots();
        appendSnapshots(Records.snapshot(150, 100, random)); // Needs the events of epoch 2.
        appendSnapshots();

        try (Journal journal = Records.open(folder)) {
            assertThat(journal.deleteEpochsBefore(99)).containsExactly(1);
            assertThat(journal.deleteEpochsBefore(99)).isEmpty();
        }

        JournalReader reader = JournalReader.open(folder);
        assertThat(reader.epochs()).extracting(EpochFolder::number).containsExactly(2, 3, 4, 5);
        JournalSnapshot found = reader.findLastSnapshot().orElseThrow();
        JournalCursor tail = reader.events(found.causeSequence() + 1);
        assertThat(Records.drain(tail)).hasSize(250);
        assertThat(tail.faults()).isEmpty();
    }

    @Test
    void shouldDeleteNothingWhenThereIsNoSnapshot() {
        appendSnapshots();
        try (Journal journal = Records.open(folder)) {
            assertThat(journal.deleteEpochsBefore(99)).isEmpty();
        }
        assertThat(Records.events(folder)).hasSize(100);
    }

    /** One epoch of a hundred events with these snapshots in its output. */
    private void appendSnapshots(UnsafeBuffer... snapshots) {
        Journal.Shapes shapes = new Journal.Shapes(Records.SMALL, new QueueShape(1 << 20, 1 << 17));
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none(), shapes)) {
            Records.appendEvents(journal, 100, random);
            for (UnsafeBuffer snapshot : List.of(snapshots)) {
                Records.appendOutput(journal, snapshot);
            }
        }
    }

    private UnsafeBuffer notice() {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + 24]);
        Records.write(record, 0, RecordType.NOTICE, 24, random);
        return record;
    }

    private static UnsafeBuffer stateOf(UnsafeBuffer record) {
        return new UnsafeBuffer(record, STATE, record.capacity() - STATE);
    }
}
