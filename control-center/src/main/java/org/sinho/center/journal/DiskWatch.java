package org.sinho.center.journal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Says whether the journal's disk has room enough to go on commanding. Stops early, because a full
 * disk stops events too. Goes well again only at a quarter more than the mark, so that it does not
 * flutter.
 *
 * <p>{@link #check()} belongs to one polling thread; {@link #healthy()} is for any.
 */
public final class DiskWatch {
    /** Space below which commanding stops, bytes, when nothing else is said: 256 MiB. */
    public static final long LOW_WATER_BYTES = 256L << 20;

    private final LongSupplier usableBytes;
    private final BooleanSupplier appendFailed;
    private final long lowWaterBytes;

    private volatile boolean healthy = true;

    DiskWatch(LongSupplier usableBytes, BooleanSupplier appendFailed, long lowWaterBytes) {
        this.usableBytes = usableBytes;
        this.appendFailed = appendFailed;
        this.lowWaterBytes = lowWaterBytes;
    }

    /**
     * Watches a journal.
     *
     * @param folder the journal's folder, which exists
     * @param journal asked whether its last append failed
     * @param lowWaterBytes space below which commanding stops, see {@link #LOW_WATER_BYTES}
     * @return a watch that is well until its first check
     * @throws JournalException when the folder's disk cannot be found
     */
    public static DiskWatch of(Path folder, Journal journal, long lowWaterBytes) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new DiskWatch(
                    () -> usableOn(store),
                    () -> journal.events().failed() || journal.output().failed(),
                    lowWaterBytes);
        } catch (IOException e) {
            throw new JournalException("journal " + folder + ": its disk cannot be found", e);
        }
    }

    /**
     * Decides from figures alone.
     *
     * @param wasHealthy the last decision
     * @param usableBytes space left, less than 0 when it cannot be read
     * @param lowWaterBytes space below which commanding stops
     * @param appendFailed whether the last append failed
     * @return whether commanding may go on
     */
    public static boolean decide(
            boolean wasHealthy, long usableBytes, long lowWaterBytes, boolean appendFailed) {
        long needed = wasHealthy ? lowWaterBytes : lowWaterBytes + lowWaterBytes / 4;
        return !appendFailed && usableBytes >= needed;
    }

    /**
     * Looks at the disk and decides.
     *
     * @return MiB free, 0 when it cannot be read
     */
    public int check() {
        long usable = usableBytes.getAsLong();
        healthy = decide(healthy, usable, lowWaterBytes, appendFailed.getAsBoolean());
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, usable) >> 20);
    }

    /**
     * Returns the last decision.
     *
     * @return true while commanding may go on
     */
    public boolean healthy() {
        return healthy;
    }

    private static long usableOn(FileStore store) {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }
}
