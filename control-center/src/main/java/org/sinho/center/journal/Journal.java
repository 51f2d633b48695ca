package org.sinho.center.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The door to a journal that is being written: one per center, one new epoch per start.
 *
 * <p>An epoch of an earlier start is never written again, so what a killed process left behind
 * needs no repair: readers take its longest whole prefix.
 */
public final class Journal implements AutoCloseable {
    /** Space below which a journal is not opened at all, bytes. */
    static final long LEAST_SPACE_TO_OPEN = 16L << 20;

    private final Path folder;
    private final JournalLock lock;
    private final EpochHeader header;
    private final SyncPolicy policy;
    private final RecordQueue eventQueue;
    private final RecordQueue outputQueue;
    private final EventJournal events;
    private final OutputJournal output;

    private long nextSyncNs;
    private boolean syncedOnce;

    private Journal(
            Path folder, JournalLock lock, EpochHeader header, SyncPolicy policy, Shapes shapes) {
        this.folder = folder;
        this.lock = lock;
        this.header = header;
        this.policy = policy;
        EpochFolder epoch = EpochFolder.of(folder, header.epoch());
        eventQueue = new RecordQueue(epoch.stream(RecordStream.EVENTS), shapes.events(), policy);
        outputQueue = new RecordQueue(epoch.stream(RecordStream.OUTPUT), shapes.output(), policy);
        events = new EventJournal(eventQueue, header.firstEventSequence() - 1);
        output =
                new OutputJournal(
                        outputQueue,
                        shapes.output().recordLimit(),
                        header.firstOutputSequence() - 1);
    }

    /** Sizes of the files of both streams. */
    record Shapes(QueueShape events, QueueShape output) {
        static final Shapes STANDARD = new Shapes(QueueShape.EVENTS, QueueShape.OUTPUT);
    }

    /**
     * Opens a journal for writing and begins a new epoch in it.
     *
     * @param folder the journal's folder; created when missing
     * @param header what the center says of itself
     * @param policy when records are forced to the disk
     * @return the journal; the caller closes it
     * @throws JournalException when the folder cannot be written, its disk is full, another living
     *     process writes to it, or records that a restart needs are damaged or missing
     */
    public static Journal open(Path folder, JournalHeader header, SyncPolicy policy) {
        return open(folder, header, policy, Shapes.STANDARD);
    }

    static Journal open(Path folder, JournalHeader header, SyncPolicy policy, Shapes shapes) {
        Path path = folder.toAbsolutePath();
        JournalLock lock = null;
        try {
            Files.createDirectories(path);
            requireSpace(path);
            lock = JournalLock.take(path);
            JournalReader earlier = JournalReader.open(path);
            earlier.requireWhole(path);
            EpochHeader epoch = nextEpoch(earlier, header);
            EpochFolder epochFolder = EpochFolder.of(path, epoch.epoch());
            for (RecordStream stream : RecordStream.values()) {
                Files.createDirectories(epochFolder.stream(stream));
            }
            epochFolder.writeHeader(epoch);
            return new Journal(path, lock, epoch, policy, shapes);
        } catch (IOException e) {
            release(lock);
            throw new JournalException("journal " + path + " cannot be written: " + e, e);
        } catch (RuntimeException | InternalError e) {
            release(lock);
            throw e;
        }
    }

    /**
     * Returns where events are appended.
     *
     * @return the events of this epoch
     */
    public EventJournal events() {
        return events;
    }

    /**
     * Returns where the core's records are appended.
     *
     * @return the output of this epoch
     */
    public OutputJournal output() {
        return output;
    }

    /**
     * Returns what this epoch began with.
     *
     * @return the content of its {@code header.json}
     */
    public EpochHeader header() {
        return header;
    }

    /**
     * Syncs when the policy is an interval and that has passed. Call it often from one thread that
     * may wait for the disk, never from the appending one.
     *
     * @param nowNs monotonic time, nanoseconds
     * @return whether the disk was asked
     * @throws JournalException when the disk refused: what was appended since the last sync may be
     *     lost at a power failure
     */
    public boolean syncIfDue(long nowNs) {
        if (policy.kind() != SyncPolicy.Kind.INTERVAL || syncedOnce && nowNs - nextSyncNs < 0) {
            return false;
        }
        try {
            eventQueue.syncPending();
            outputQueue.syncPending();
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": cannot be synced", e);
        }
        nextSyncNs = nowNs + policy.intervalNs();
        syncedOnce = true;
        return true;
    }

    /**
     * Deletes old epochs, but never this one, and none that a restart from the newest snapshot
     * needs; without a snapshot nothing is deleted.
     *
     * @param epoch the oldest epoch to keep
     * @return epochs deleted, oldest first
     */
    public List<Integer> deleteEpochsBefore(int epoch) {
        JournalReader reader = JournalReader.open(folder);
        Optional<JournalSnapshot> snapshot = reader.findLastSnapshot();
        if (snapshot.isEmpty()) {
            return List.of();
        }
        int oldestKept = Math.min(Math.min(epoch, header.epoch()), neededFor(snapshot.get()));
        List<Integer> deleted = new ArrayList<>();
        for (EpochFolder candidate : reader.epochs()) {
            if (candidate.number() < oldestKept) {
                delete(candidate.path());
                deleted.add(candidate.number());
            }
        }
        return List.copyOf(deleted);
    }

    @Override
    public void close() {
        try (lock) {
            boolean whole = !eventQueue.failed() && !outputQueue.failed();
            eventQueue.close();
            outputQueue.close();
            if (whole) {
                EpochFolder.of(folder, header.epoch()).writeEnd(end());
            }
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": cannot be closed", e);
        }
    }

    private EpochEnd end() {
        return new EpochEnd(
                EpochEnd.FORM, header.epoch(), events.lastSequence(), output.lastSequence());
    }

    private int neededFor(JournalSnapshot snapshot) {
        int needed = snapshot.epoch();
        for (EpochHeader known : JournalReader.open(folder).headers()) {
            boolean startsByCause = known.firstEventSequence() <= snapshot.causeSequence() + 1;
            if (startsByCause && known.epoch() <= snapshot.epoch()) {
                needed = known.epoch(); // Oldest first: the last one that fits holds the tail.
            }
        }
        return needed;
    }

    private static EpochHeader nextEpoch(JournalReader reader, JournalHeader header) {
        List<EpochFolder> epochs = reader.epochs();
        long cause = reader.findLastSnapshot().map(JournalSnapshot::causeSequence).orElse(0L);
        // A snapshot may outlive its events at a power failure: their numbers stay used.
        long lastEvent = Math.max(reader.highestSequence(RecordStream.EVENTS), cause);
        return new EpochHeader(
                EpochHeader.FORM,
                epochs.isEmpty() ? 1 : epochs.getLast().number() + 1,
                header.softwareId(),
                Runtime.version().toString(),
                Instant.ofEpochMilli(header.startedAtUtcMs()).toString(),
                lastEvent + 1,
                reader.highestSequence(RecordStream.OUTPUT) + 1,
                header.configuration());
    }

    private static void requireSpace(Path path) throws IOException {
        long usable = Files.getFileStore(path).getUsableSpace();
        if (usable < LEAST_SPACE_TO_OPEN) {
            throw new JournalException(
                    "journal "
                            + path
                            + ": only "
                            + usable
                            + " bytes free, at least "
                            + LEAST_SPACE_TO_OPEN
                            + " are needed");
        }
    }

    private static void release(JournalLock lock) {
        try (lock) {
            return;
        } catch (IOException e) {
            throw new JournalException("journal lock cannot be released", e);
        }
    }

    /** Takes the folder out of the journal first, so that half an epoch is never seen. */
    private static void delete(Path folder) {
        Path doomed = folder.resolveSibling("deleted-" + folder.getFileName());
        try {
            Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
            deleteTree(doomed);
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": cannot be deleted", e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
