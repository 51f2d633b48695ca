package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;

class JournalTailerTest {
    @TempDir Path folder;

    private final Random random = new Random(6);
    private final UnsafeBuffer target = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);

    @Test
    void shouldFollowEveryRecordWhenFilesRoll() {
        try (Journal journal = Records.open(folder);
                JournalTailer tailer = journal.events().tailFromEnd()) {
            assertThat(tailer.poll(target)).isZero();
            for (int i = 0; i < 10_000; i++) {
                byte[] written = Records.appendEvents(journal, 1, random).getFirst();
                int length = tailer.poll(target);
                assertThat(new UnsafeBuffer(target, 0, length))
                        .isEqualTo(new UnsafeBuffer(written));
                assertThat(tailer.poll(target)).isZero();
            }
        }
    }

    @Test
    void shouldCatchUpWhenItWasFarBehind() {
        try (Journal journal = Records.open(folder);
                JournalTailer tailer = journal.events().tailFrom(1)) {
            List<byte[]> written = Records.appendEvents(journal, 20_000, random);
            for (byte[] record : written) {
                int length = tailer.poll(target);
                assertThat(new UnsafeBuffer(target, 0, length)).isEqualTo(new UnsafeBuffer(record));
            }
            assertThat(tailer.poll(target)).isZero();
        }
    }

    @Test
    void shouldSeeOnlyLaterRecordsWhenStartedAtTheEnd() {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 100, random);
            try (JournalTailer tailer = journal.events().tailFromEnd()) {
                assertThat(tailer.poll(target)).isZero();
                Records.appendEvents(journal, 1, random);
                assertThat(tailer.poll(target)).isPositive();
                assertThat(EventHeader.sequence(target, 0)).isEqualTo(101);
            }
        }
    }

    @Test
    void shouldStartAtGivenSequenceWhenItIsOfThisEpoch() {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 5_000, random);
        }
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 5_000, random);
            for (long wanted : new long[] {1, 5_001, 5_002, 9_999, 10_000}) {
                try (JournalTailer tailer = journal.events().tailFrom(wanted)) {
                    assertThat(tailer.poll(target)).isPositive();
                    assertThat(EventHeader.sequence(target, 0)).isEqualTo(Math.max(5_001, wanted));
                }
            }
            try (JournalTailer tailer = journal.events().tailFrom(10_001)) {
                assertThat(tailer.poll(target)).isZero();
                Records.appendEvents(journal, 1, random);
                assertThat(tailer.poll(target)).isPositive();
            }
        }
    }

    @Test
    void shouldPassOverSnapshotsWhenTheyDoNotFitTheTarget() {
        UnsafeBuffer command = new UnsafeBuffer(new byte[EventHeader.SIZE + 48]);
        Records.write(command, 0, RecordType.COMMAND, 48, random);
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none());
                JournalTailer tailer = journal.output().tailFrom(1)) {
            Records.appendOutput(journal, Records.snapshot(1, 8 << 20, random));
            Records.appendOutput(journal, command);

            assertThat(tailer.poll(target)).isEqualTo(command.capacity());
            assertThat(EventHeader.sequence(target, 0)).isEqualTo(2);
            assertThat(EventHeader.type(target, 0)).isEqualTo(RecordType.COMMAND);
            assertThat(tailer.passedOver()).isEqualTo(1);
        }
    }
}
