package org.sinho.perf.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.config.CenterConfigReader;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.pipeline.Pipeline;
import org.sinho.center.pipeline.RingDoor;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ControlLoop;

/** Runs a journal's events through the ring again, in bursts and batches of any size. */
public final class BatchReplay {
    private static final int RING_SLOTS = 1_024;
    private static final int LONGEST_BURST = 500;

    private final Path journal;
    private final CenterConfig config;

    /**
     * Prepares a replay.
     *
     * @param run folder of a run, with {@code center.yaml} and {@code journal}
     */
    public BatchReplay(Path run) {
        config = CenterConfigReader.read(run.resolve("center.yaml"));
        journal = config.journal();
    }

    /**
     * Replays with batches of one seed.
     *
     * @param seed decides the batch limit of the ring's consumers and the bursts of its producer
     * @return every command and state hash that came out, as text
     */
    public List<String> run(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> records = new ArrayList<>();
        List<SiteSheet> sheets =
                config.sites().stream()
                        .map(site -> new SiteSheetReader().read(site.sheet()).sheet().orElseThrow())
                        .toList();
        ControlLoop loop =
                new ControlLoop(
                        sheets,
                        config.control(),
                        (record, offset, length) -> {
                            int type = EventHeader.type(record, offset);
                            if (type == RecordType.COMMAND || type == RecordType.STATE_HASH) {
                                byte[] octets = new byte[length - EventHeader.SIZE];
                                record.getBytes(offset + EventHeader.SIZE, octets);
                                records.add(type + java.util.HexFormat.of().formatHex(octets));
                            }
                        });
        try (Pipeline pipeline =
                        new Pipeline(
                                RING_SLOTS,
                                1 + random.nextInt(1 << random.nextInt(9)),
                                (slot, sequence, end) -> {},
                                (slot, sequence, end) ->
                                        loop.onEvent(
                                                slot.buffer(),
                                                0,
                                                EventHeader.length(slot.buffer(), 0)),
                                () -> records.add("a consumer failed"));
                JournalCursor events = JournalReader.open(journal).events()) {
            RingDoor door = new RingDoor(pipeline, new Counters());
            int left = 0;
            while (events.next()) {
                if (left-- == 0) {
                    awaitEmpty(pipeline);
                    left = random.nextInt(LONGEST_BURST);
                }
                int length = EventHeader.length(events.record(), 0);
                door.accept(0, 0, events.record(), 0, length);
            }
            awaitEmpty(pipeline);
        }
        return records;
    }

    private static void awaitEmpty(Pipeline pipeline) {
        while (pipeline.controlSequence() < pipeline.cursor()) {
            LockSupport.parkNanos(10_000);
        }
    }
}
