package org.sinho.center.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;
import org.sinho.core.event.EventHeader;

/**
 * Sizes of a queue's files.
 *
 * @param rollBytes a file is left for the next before it grows past this; also the mapped block, so
 *     that mapping happens at a roll only
 * @param recordLimit longest record, header included; at most an eighth of {@code rollBytes}
 */
record QueueShape(int rollBytes, int recordLimit) {
    /** 128 MiB files: a full day at 4 MB/s makes some 2,700 of them. */
    static final QueueShape EVENTS = new QueueShape(128 << 20, EventHeader.RECORD_LIMIT);

    /** 128 MiB files, so that a snapshot of 8 MiB fits the map's overlap with room to spare. */
    static final QueueShape OUTPUT = new QueueShape(128 << 20, (8 << 20) + 4096);

    /** What an append may write beside the record: frame, padding, a page or two of index. */
    static final int SLACK = 64 << 10;

    /** Ending of the queue's data files. */
    static final String SUFFIX = ".cq4";

    /** Index pages of 16 KiB, one entry per 16 records. */
    static final LegacyRollCycles CYCLE = LegacyRollCycles.MINUTELY;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern(CYCLE.format()).withZone(ZoneOffset.UTC);

    static Path file(Path folder, long cycle) {
        Instant instant = Instant.ofEpochMilli(cycle * CYCLE.lengthInMillis());
        return folder.resolve(NAME.format(instant) + SUFFIX);
    }
}
