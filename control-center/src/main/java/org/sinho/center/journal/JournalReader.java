package org.sinho.center.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.FrameFile.Frame;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;

/**
 * Reads a journal's folder and never writes to it. A living center may go on writing meanwhile: a
 * torn tail may then be no more than the append under way.
 *
 * <p>Restart is {@link #findLastSnapshot()}, then {@link #events(long)} after its cause.
 */
public final class JournalReader {
    private static final int CAUSE_OFFSET = EventHeader.SIZE;
    private static final int STATE_OFFSET = CAUSE_OFFSET + Long.BYTES;

    private final List<EpochFolder> epochs;

    private JournalReader(List<EpochFolder> epochs) {
        this.epochs = epochs;
    }

    /**
     * Opens a journal as it is now.
     *
     * @param folder the journal's folder
     * @return a reader of the epochs that exist at this moment
     * @throws JournalException when the folder cannot be listed
     */
    public static JournalReader open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new JournalException("journal " + folder + ": there is no such folder");
        }
        try {
            return new JournalReader(EpochFolder.list(folder));
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": cannot be listed", e);
        }
    }

    /**
     * Returns the readable headers.
     *
     * @return one per epoch whose {@code header.json} is whole, oldest first
     */
    public List<EpochHeader> headers() {
        return epochs.stream().flatMap(epoch -> epoch.header().stream()).toList();
    }

    /**
     * Walks the events from the oldest there is.
     *
     * @return a cursor; the caller closes it
     */
    public JournalCursor events() {
        return cursor(RecordStream.EVENTS, 0);
    }

    /**
     * Walks the events from one on. Epochs and files before it are not read.
     *
     * @param fromSequence first event wanted, 1 and up; when only later ones exist that is a gap
     * @return a cursor; the caller closes it
     */
    public JournalCursor events(long fromSequence) {
        return cursor(RecordStream.EVENTS, fromSequence);
    }

    /**
     * Walks the core's output from the oldest there is.
     *
     * @return a cursor; the caller closes it
     */
    public JournalCursor output() {
        return cursor(RecordStream.OUTPUT, 0);
    }

    /**
     * Walks the core's output from one record on. Epochs and files before it are not read.
     *
     * @param fromSequence first record wanted, 1 and up; when only later ones exist that is a gap
     * @return a cursor; the caller closes it
     */
    public JournalCursor output(long fromSequence) {
        return cursor(RecordStream.OUTPUT, fromSequence);
    }

    /**
     * Finds the newest snapshot whose checksum is right, in any epoch.
     *
     * @return the snapshot, or nothing when there is none
     */
    public Optional<JournalSnapshot> findLastSnapshot() {
        for (EpochFolder epoch : epochs.reversed()) {
            for (Path path : filesOf(epoch, RecordStream.OUTPUT).reversed()) {
                Optional<JournalSnapshot> found = lastSnapshotIn(epoch, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Narrows the reader to the newest epochs that ran with one configuration without a break: only
     * their records fit a core that has it.
     *
     * @param configuration settings and site sheets
     * @param beforeEpoch first epoch to leave out
     * @return a reader of those epochs; of none when the newest ran with another configuration
     */
    public JournalReader withConfiguration(List<ConfigurationFile> configuration, int beforeEpoch) {
        int end = epochs.size();
        while (end > 0 && epochs.get(end - 1).number() >= beforeEpoch) {
            end--;
        }
        int first = end;
        while (first > 0 && hasConfiguration(epochs.get(first - 1), configuration)) {
            first--;
        }
        return new JournalReader(epochs.subList(first, end));
    }

    private static boolean hasConfiguration(
            EpochFolder epoch, List<ConfigurationFile> configuration) {
        return epoch.header()
                .map(header -> header.configuration().equals(configuration))
                .orElse(false);
    }

    /**
     * Demands that a restart finds every record from the newest snapshot on (D-01). A torn tail is
     * in order: nobody acknowledged what is torn.
     *
     * @throws JournalException with the first fault when there is another one
     */
    void requireWhole(Path folder) {
        Optional<JournalSnapshot> snapshot = findLastSnapshot();
        long event = snapshot.map(found -> found.causeSequence() + 1).orElse(1L);
        long output = snapshot.map(JournalSnapshot::sequence).orElse(1L);
        requireWhole(folder, events(event));
        requireWhole(folder, output(output));
    }

    private static void requireWhole(Path folder, JournalCursor records) {
        try (records) {
            while (records.next()) {
                // Only the faults matter here.
            }
            for (JournalFault fault : records.faults()) {
                if (fault.kind() != JournalFault.Kind.TORN_TAIL) {
                    throw new JournalException(
                            "journal "
                                    + folder
                                    + ": "
                                    + fault
                                    + "; allowed is a torn tail only: not starting, since"
                                    + " acknowledged records would be lost. Restore what is"
                                    + " damaged, or move the folder away as evidence and start"
                                    + " without it");
                }
            }
        }
    }

    List<EpochFolder> epochs() {
        return epochs;
    }

    /**
     * Returns the highest sequence ever used in a stream, so that none is used twice even when a
     * record before it is damaged; 0 for an empty journal.
     */
    long highestSequence(RecordStream stream) {
        for (EpochFolder epoch : epochs.reversed()) {
            long floor = epoch.header().map(header -> stream.first(header) - 1).orElse(0L);
            for (Path path : filesOf(epoch, stream).reversed()) {
                long highest = highestIn(path, stream);
                if (highest > 0) {
                    return Math.max(highest, floor);
                }
            }
            if (floor > 0) {
                return floor;
            }
        }
        return 0;
    }

    private JournalCursor cursor(RecordStream stream, long wanted) {
        int from = 0;
        for (int i = 1; wanted > 0 && i < epochs.size(); i++) {
            Optional<EpochHeader> header = epochs.get(i).header();
            if (header.isPresent() && stream.first(header.get()) <= wanted) {
                from = i;
            }
        }
        return new JournalCursor(stream, epochs.subList(from, epochs.size()), wanted);
    }

    private static List<Path> filesOf(EpochFolder epoch, RecordStream stream) {
        try {
            return epoch.files(stream);
        } catch (IOException e) {
            throw new JournalException("journal " + epoch.path() + ": cannot be listed", e);
        }
    }

    private static long highestIn(Path path, RecordStream stream) {
        RecordSeal seal = new RecordSeal();
        long highest = 0;
        try (FrameFile file = new FrameFile(path, stream.recordLimit())) {
            for (Frame frame = file.next(); frame != Frame.END; frame = file.next()) {
                if (frame == Frame.RECORD && file.fault() == null) {
                    highest = Math.max(highest, seal.sequence(file.octets(), file.offset()));
                }
            }
        } catch (IOException e) {
            throw new JournalException("journal file " + path + ": cannot be read", e);
        }
        return highest;
    }

    private static Optional<JournalSnapshot> lastSnapshotIn(EpochFolder epoch, Path path) {
        RecordSeal seal = new RecordSeal();
        JournalSnapshot found = null;
        try (FrameFile file = new FrameFile(path, RecordStream.OUTPUT.recordLimit())) {
            for (Frame frame = file.next(); frame != Frame.END; frame = file.next()) {
                byte[] octets = file.octets();
                int offset = file.offset();
                if (frame == Frame.RECORD
                        && file.fault() == null
                        && file.length() >= STATE_OFFSET
                        && seal.type(octets, offset) == RecordType.SNAPSHOT) {
                    found = snapshot(epoch, octets, offset, file.length());
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // An older one is better than none.
        }
        return Optional.ofNullable(found);
    }

    private static JournalSnapshot snapshot(
            EpochFolder epoch, byte[] octets, int offset, int length) {
        UnsafeBuffer record = new UnsafeBuffer(octets, offset, length);
        byte[] state = Arrays.copyOfRange(octets, offset + STATE_OFFSET, offset + length);
        return new JournalSnapshot(
                epoch.number(),
                EventHeader.sequence(record, 0),
                record.getLong(CAUSE_OFFSET),
                new UnsafeBuffer(state));
    }
}
