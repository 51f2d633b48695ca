package org.sinho.center.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.FrameFile.Frame;
import org.sinho.center.journal.JournalFault.Kind;

/**
 * Walks one stream of records through all epochs, oldest first. Delivers only records whose
 * checksum, length and version are right and whose sequence is one more than the last.
 *
 * <p>An epoch ends for the cursor at its first bad record; it goes on with the next epoch if that
 * one's first sequence fits. It throws nothing on damage: see {@link #faults()}.
 */
public final class JournalCursor implements AutoCloseable {
    private final RecordStream stream;
    private final List<EpochFolder> epochs;
    private final long wanted;
    private final RecordSeal seal = new RecordSeal();
    private final UnsafeBuffer record = new UnsafeBuffer(0, 0);
    private final List<JournalFault> faults = new ArrayList<>();

    private int epochIndex = -1;
    private List<Path> files = List.of();
    private int fileIndex;
    private FrameFile file;
    private long epochFirst;
    private boolean epochDelivered;
    private boolean epochAbandoned;
    private boolean ended;
    private long lastSequence;

    /**
     * Creates a cursor before its first record.
     *
     * @param wanted first sequence to deliver, or 0 for the oldest there is
     */
    JournalCursor(RecordStream stream, List<EpochFolder> epochs, long wanted) {
        this.stream = stream;
        this.epochs = epochs;
        this.wanted = wanted;
    }

    /**
     * Moves to the next whole record.
     *
     * @return false at the end of the journal or at a gap
     */
    public boolean next() {
        while (!ended) {
            if (file == null && !openNext()) {
                continue;
            }
            Frame frame = file.next();
            if (frame == Frame.END) {
                closeFile();
            } else if (accept(frame) && lastSequence >= wanted) {
                record.wrap(file.octets(), file.offset(), file.length());
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the current record, valid until the next {@link #next()}.
     *
     * @return from octet 0 (its header) to the buffer's capacity (its length)
     */
    public DirectBuffer record() {
        return record;
    }

    /**
     * Returns the newest record seen so far.
     *
     * @return sequence of the current record; after the end, of the last one; 0 before the first
     */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * Returns the current record's epoch.
     *
     * @return 1 and up; 0 before the first record
     */
    public int epoch() {
        return epochIndex < 0 ? 0 : epochs.get(Math.min(epochIndex, epochs.size() - 1)).number();
    }

    /**
     * Returns what was wrong so far. Whole only after {@link #next()} returned false.
     *
     * @return faults in the order of the stream
     */
    public List<JournalFault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        closeFile();
        ended = true;
    }

    private boolean openNext() {
        try {
            if (fileIndex < files.size()) {
                file = new FrameFile(files.get(fileIndex++), stream.recordLimit());
                return true;
            }
            nextEpoch();
        } catch (IOException e) {
            Path path = epochs.get(epochIndex).path();
            report(Kind.DAMAGE, path, 0, 0, "cannot be read: " + e.getMessage());
            files = List.of();
        }
        return false;
    }

    private void nextEpoch() throws IOException {
        checkEnd();
        if (++epochIndex == epochs.size()) {
            ended = true;
            files = List.of();
            return;
        }
        EpochFolder epoch = epochs.get(epochIndex);
        Optional<EpochHeader> header = epoch.header();
        if (header.isEmpty() && !epoch.isUnborn()) {
            report(Kind.HEADER, epoch.path(), 0, 0, "header.json is missing or damaged");
        }
        files = epoch.files(stream);
        fileIndex = lastSequence == 0 ? firstFileNeeded() : 0;
        epochFirst = fileIndex == 0 ? header.map(stream::first).orElse(0L) : 0;
        epochDelivered = false;
        epochAbandoned = false;
        checkBegin(header.map(stream::first).orElse(0L));
    }

    /** An epoch may be empty and yet say that records before it are missing. */
    private void checkBegin(long first) {
        EpochFolder epoch = epochs.get(epochIndex);
        int before = epochIndex == 0 ? epoch.number() - 1 : epochs.get(epochIndex - 1).number();
        if (epoch.number() != before + 1) {
            String reason = "epoch " + epoch.number() + " follows epoch " + before;
            report(Kind.GAP, epoch.path(), 0, 0, reason);
            close();
        } else if (lastSequence > 0 && first > lastSequence + 1) {
            String reason =
                    "epoch begins with " + first + " where " + (lastSequence + 1) + " was expected";
            report(Kind.GAP, epoch.path(), 0, 0, reason);
            close();
        }
    }

    /** An epoch that ended in order has all the records that it says it has. */
    private void checkEnd() {
        if (epochIndex < 0 || epochAbandoned || !epochs.get(epochIndex).hasEnd()) {
            return;
        }
        EpochFolder epoch = epochs.get(epochIndex);
        Optional<EpochEnd> end = epoch.end();
        long first = epoch.header().map(stream::first).orElse(1L);
        long last = end.map(stream::last).orElse(0L);
        if (end.isEmpty()) {
            report(Kind.DAMAGE, epoch.path(), 0, 0, "end.json is damaged");
        } else if (last >= first && last > lastSequence) {
            String reason = "epoch ended in order with sequence " + last + ", which is missing";
            report(Kind.DAMAGE, epoch.path().resolve(stream.folder()), 0, last, reason);
        }
    }

    /** Passes over whole files that end before the wanted record. */
    private int firstFileNeeded() throws IOException {
        int needed = 0;
        for (int i = 1; wanted > 0 && i < files.size(); i++) {
            try (FrameFile candidate = new FrameFile(files.get(i), stream.recordLimit())) {
                if (candidate.next() == Frame.RECORD
                        && candidate.fault() == null
                        && seal.sequence(candidate.octets(), candidate.offset()) <= wanted) {
                    needed = i;
                }
            }
        }
        return needed;
    }

    /** Takes the record in, or reports why the epoch (or the stream) ends before it. */
    private boolean accept(Frame frame) {
        if (frame == Frame.BROKEN) {
            abandonEpoch(file.reason(), false);
            return false;
        }
        String fault = file.fault();
        if (fault != null) {
            abandonEpoch(fault, true);
            return false;
        }
        long sequence = seal.sequence(file.octets(), file.offset());
        long expected = expectedAt(sequence);
        if (sequence != expected) {
            refuse(sequence, expected);
            return false;
        }
        lastSequence = sequence;
        epochDelivered = true;
        return true;
    }

    /** Returns the only sequence that may come now; the given one where any may. */
    private long expectedAt(long sequence) {
        if (lastSequence > 0) {
            return lastSequence + 1;
        }
        long latest = wanted > 0 ? Math.min(sequence, wanted) : sequence;
        return epochFirst > 0 ? epochFirst : latest;
    }

    private void refuse(long sequence, long expected) {
        String reason = "sequence " + sequence + " where " + expected + " was expected";
        if (epochDelivered) {
            abandonEpoch(reason, true);
            return;
        }
        report(Kind.GAP, file.path(), file.position(), sequence, reason);
        close();
    }

    private void abandonEpoch(String reason, boolean finished) {
        Path path = file.path();
        long position = file.position();
        long later = highestWholeFromHere();
        epochAbandoned = true;
        long promised = epochs.get(epochIndex).end().map(stream::last).orElse(0L);
        boolean lost = finished || Math.max(later, promised) > lastSequence;
        Kind kind = lost ? Kind.DAMAGE : Kind.TORN_TAIL;
        report(kind, path, position, later, reason);
    }

    /** Reads the rest of the epoch only to know whether acknowledged records are lost. */
    private long highestWholeFromHere() {
        long highest = 0;
        while (file != null) {
            Frame frame = file.next();
            if (frame == Frame.RECORD && file.fault() == null) {
                long sequence = seal.sequence(file.octets(), file.offset());
                highest = Math.max(highest, sequence > lastSequence ? sequence : 0);
            } else if (frame == Frame.END) {
                closeFile();
                if (fileIndex < files.size()) {
                    openNext();
                }
            }
        }
        return highest;
    }

    private void report(Kind kind, Path path, long position, long later, String reason) {
        int epoch = epochs.get(epochIndex).number();
        faults.add(new JournalFault(kind, epoch, path, position, lastSequence, later, reason));
    }

    private void closeFile() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
