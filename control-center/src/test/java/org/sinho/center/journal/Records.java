package org.sinho.center.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.FrameFile.Frame;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;

/** Records and journals for tests. */
final class Records {
    static final QueueShape SMALL = new QueueShape(1 << 20, EventHeader.RECORD_LIMIT);
    static final Journal.Shapes SMALL_SHAPES = new Journal.Shapes(SMALL, SMALL);
    static final JournalHeader HEADER =
            new JournalHeader(
                    "test-build",
                    1_795_000_000_000L,
                    List.of(ConfigurationFile.of("sites/ring-01.yaml", "site: 링-01\n")));

    private Records() {}

    static Journal open(Path folder) {
        return Journal.open(folder, HEADER, SyncPolicy.none(), SMALL_SHAPES);
    }

    /** Writes an event of random type and length at an offset. */
    static int randomEvent(MutableDirectBuffer buffer, int offset, Random random) {
        int payload = random.nextInt(EventHeader.RECORD_LIMIT - EventHeader.SIZE + 1);
        int type = 1 + random.nextInt(EventType.HEALTH);
        return write(buffer, offset, type, payload, random);
    }

    static int write(MutableDirectBuffer buffer, int offset, int type, int payload, Random random) {
        EventHeader.write(
                buffer, offset, type, payload, random.nextInt(), random.nextLong(), 1_795L);
        for (int i = 0; i < payload; i++) {
            buffer.putByte(offset + EventHeader.SIZE + i, (byte) random.nextInt());
        }
        return EventHeader.SIZE + payload;
    }

    /** Appends random events and returns their bytes as they must be read back. */
    static List<byte[]> appendEvents(Journal journal, int count, Random random) {
        UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT + 8]);
        List<byte[]> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = randomEvent(slot, 8, random);
            journal.events().append(slot, 8);
            byte[] copy = new byte[length];
            slot.getBytes(8, copy);
            written.add(copy);
        }
        return written;
    }

    static UnsafeBuffer snapshot(long cause, int stateLength, Random random) {
        UnsafeBuffer record =
                new UnsafeBuffer(new byte[EventHeader.SIZE + Long.BYTES + stateLength]);
        write(record, 0, RecordType.SNAPSHOT, Long.BYTES + stateLength, random);
        record.putLong(EventHeader.SIZE, cause);
        return record;
    }

    static void appendOutput(Journal journal, DirectBuffer record) {
        journal.output().append(record, 0, record.capacity());
    }

    /** Reads a cursor to its end. */
    static List<byte[]> drain(JournalCursor cursor) {
        List<byte[]> records = new ArrayList<>();
        while (cursor.next()) {
            byte[] copy = new byte[cursor.record().capacity()];
            cursor.record().getBytes(0, copy);
            records.add(copy);
        }
        return records;
    }

    static List<byte[]> events(Path folder) {
        try (JournalCursor cursor = JournalReader.open(folder).events()) {
            return drain(cursor);
        }
    }

    static long sequence(byte[] record) {
        return EventHeader.sequence(new UnsafeBuffer(record), 0);
    }

    /** Frame positions of the records in one file. */
    static List<Long> frames(Path file) throws IOException {
        List<Long> positions = new ArrayList<>();
        try (FrameFile frames = new FrameFile(file, 16 << 20)) {
            while (frames.next() == Frame.RECORD) {
                positions.add(frames.position());
            }
        }
        return positions;
    }

    static Path onlyFile(Path journal, int epoch, RecordStream stream) throws IOException {
        List<Path> files = EpochFolder.of(journal, epoch).files(stream);
        if (files.size() != 1) {
            throw new AssertionError("expected one file, found " + files);
        }
        return files.getFirst();
    }

    /** Leaves an epoch as a killed process does: it never said that it ended. */
    static void forgetEnd(Path journal, int epoch) throws IOException {
        Files.delete(EpochFolder.of(journal, epoch).path().resolve("end.json"));
    }

    static void flip(Path file, long position, int mask) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) position] ^= (byte) mask;
        Files.write(file, bytes);
    }
}
