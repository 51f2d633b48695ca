package org.sinho.center.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One Chronicle Queue with one writer: raw records, rolled by size, space set aside ahead.
 *
 * <p>{@link #append} belongs to one thread at a time; {@link #syncPending} may run on another.
 */
final class RecordQueue implements AutoCloseable {
    static {
        // Its disk monitor is one more thread and only logs: DiskWatch is ours.
        System.setProperty("chronicle.disk.monitor.disable", "true");
    }

    private final Path folder;
    private final QueueShape shape;
    private final SyncPolicy.Kind sync;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final DiskReserve reserve = new DiskReserve();
    private final UnsafeBuffer window = new UnsafeBuffer(0, 0);
    private final Queue<Path> unsynced = new ConcurrentLinkedQueue<>();

    private volatile long cycle = -1;
    private volatile boolean failed;
    private Throwable broken;
    private long end;

    RecordQueue(Path folder, QueueShape shape, SyncPolicy policy) {
        this.folder = folder;
        this.shape = shape;
        sync = policy.kind();
        queue =
                SingleChronicleQueueBuilder.binary(folder.toFile())
                        .rollCycle(QueueShape.CYCLE)
                        .blockSize(shape.rollBytes())
                        .timeProvider(this::cycleTimeMs)
                        .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true); // Opened by main, used by the ring's thread.
    }

    /**
     * Appends one record.
     *
     * @throws JournalException when it is not in the journal; after a failure to set space aside
     *     the queue is whole and may be tried again, after any other it stays refused
     */
    void append(byte[] record, int length) {
        if (broken != null) {
            throw new JournalException(
                    "journal " + folder + " is closed by an earlier failure", broken);
        }
        try {
            makeRoom(length);
        } catch (IOException e) {
            failed = true;
            throw new JournalException("journal " + folder + ": no space for a record", e);
        }
        try {
            write(record, length);
            if (sync == SyncPolicy.Kind.EVERY) {
                reserve.sync();
            }
            failed = false;
        } catch (IOException | RuntimeException | Error e) { // A bus error is an InternalError.
            failed = true;
            broken = e;
            throw new JournalException("journal " + folder + ": append failed", e);
        }
    }

    /** Returns whether the last append failed; from any thread. */
    boolean failed() {
        return failed;
    }

    /** Returns how many files this epoch has begun; from any thread. */
    long filesBegun() {
        return cycle + 1;
    }

    /** Forces everything appended so far to the disk; from any one thread. */
    void syncPending() throws IOException {
        Path current = cycle < 0 ? null : QueueShape.file(folder, cycle);
        for (Path rolled = unsynced.poll(); rolled != null; rolled = unsynced.poll()) {
            syncFile(rolled);
        }
        if (current != null) {
            syncFile(current);
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        }
    }

    /** Returns a new tailer at the first record; the caller closes it. */
    ExcerptTailer tailer() {
        ExcerptTailer tailer = queue.createTailer();
        tailer.singleThreadedCheckDisabled(true);
        return tailer;
    }

    @Override
    public void close() {
        try (reserve) {
            appender.close();
            queue.close();
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": cannot be closed", e);
        }
    }

    private long cycleTimeMs() {
        return Math.max(0, cycle) * QueueShape.CYCLE.lengthInMillis();
    }

    private void makeRoom(int length) throws IOException {
        if (cycle < 0 || end + length + QueueShape.SLACK > shape.rollBytes()) {
            reserve.begin(QueueShape.file(folder, cycle + 1));
            if (cycle >= 0 && sync == SyncPolicy.Kind.INTERVAL) {
                unsynced.add(QueueShape.file(folder, cycle));
            }
            end = QueueShape.SLACK; // Chronicle's own header and index go first.
            cycle = cycle + 1; // From here on Chronicle's time is in the next file.
        }
        reserve.ensure(end + length + QueueShape.SLACK);
    }

    private void write(byte[] record, int length) {
        try (DocumentContext document = appender.writingDocument()) {
            Bytes<?> bytes = document.wire().bytes();
            long position = bytes.writePosition();
            if (bytes.writeRemaining() < length) {
                document.rollbackOnClose();
                throw new IllegalStateException("mapped block too small for " + length + " octets");
            }
            window.wrap(bytes.addressForWrite(position), length);
            window.putBytes(0, record, 0, length);
            bytes.writeSkip(length);
            end = position + length;
        }
    }

    private static void syncFile(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.getFD().sync();
        }
    }
}
