package org.sinho.center.replay;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.config.CenterConfigReader;
import org.sinho.center.journal.ConfigurationFile;
import org.sinho.center.journal.Journal;
import org.sinho.center.journal.JournalHeader;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ControlLoop;

/** Runs of a real core over a real journal, in one thread: what a center leaves behind. */
final class LiveJournal {
    static final int TICK_MS = 100;

    private static final Path SHEET =
            Path.of(System.getProperty("sinho.home"), "cities/junction/sites/site-1.yaml");
    private static final long KEPT = 4 << 20;
    private static final long BEGIN_MS = 1_795_000_000_000L;

    private final Path folder;
    private long utcMs = BEGIN_MS;

    LiveJournal(Path folder) {
        this.folder = folder;
    }

    static String settings(int snapshotMs) {
        return """
        journal: {folder: journal, sync: none}
        trust: trust
        dispatch: "127.0.0.1:1"
        control: {snapshotIntervalMs: %d}
        sites:
          - {sheet: site-1.yaml, controller: "127.0.0.1:2", readCommunity: public,
             writeCommunity: bench, statusListen: "127.0.0.1:3", roadsideUnit: 1}
        roadsideUnits:
          - {unit: 1, listen: "127.0.0.1:4", downlink: "127.0.0.1:5"}
        """
                .formatted(snapshotMs);
    }

    /**
     * One start of a center.
     *
     * @param decided events decided on
     * @param undecided events journaled after them, as when a kill comes in between
     */
    void run(String settings, int decided, int undecided) throws IOException {
        List<ConfigurationFile> files =
                List.of(
                        ConfigurationFile.of("center.yaml", settings),
                        ConfigurationFile.of("site-1.yaml", Files.readString(SHEET)));
        CenterConfig config = CenterConfigReader.read(Path.of("center.yaml"), settings);
        SiteSheet sheet = new SiteSheetReader().read(SHEET).sheet().orElseThrow();
        JournalHeader header = new JournalHeader("test-build", utcMs, files);
        try (Journal journal = Journal.open(folder, header, SyncPolicy.none())) {
            Recovery recovery = new Recovery(journal.output()::append);
            ControlLoop loop = new ControlLoop(List.of(sheet), config.control(), recovery);
            JournalReader earlier =
                    JournalReader.open(folder).withConfiguration(files, journal.header().epoch());
            recovery.run(earlier, journal.header().firstOutputSequence() - 1, loop);
            recovery.finish();
            for (int i = 0; i < decided + undecided; i++) {
                UnsafeBuffer event =
                        i == 0 ? epochStart(journal) : i % 50 == 7 ? health(i) : tick();
                journal.events().append(event, 0);
                if (i < decided) {
                    loop.onEvent(event, 0, event.capacity());
                }
            }
        }
        trim();
    }

    /** The files are 128 MiB long and nearly empty: too much to copy in a test. */
    private void trim() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cq4")).toList()) {
                try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
                    octets.setLength(Math.min(octets.length(), KEPT));
                }
            }
        }
    }

    private UnsafeBuffer epochStart(Journal journal) {
        UnsafeBuffer event = event(EventType.EPOCH_START, EpochStart.SIZE);
        new EpochStart()
                .wrapForWrite(event, 0)
                .epoch(journal.header().epoch())
                .configurationId(journal.header().configurationId());
        return event;
    }

    private UnsafeBuffer health(int i) {
        UnsafeBuffer event = event(EventType.HEALTH, HealthReport.SIZE);
        new HealthReport().wrapForWrite(event, 0).kind(HealthReport.Kind.CLOCK).healthy(i / 50 & 1);
        return event;
    }

    private UnsafeBuffer tick() {
        utcMs += TICK_MS;
        return event(EventType.TICK, 0);
    }

    private UnsafeBuffer event(int type, int payload) {
        UnsafeBuffer event = new UnsafeBuffer(new byte[EventHeader.SIZE + payload]);
        EventHeader.write(event, 0, type, payload, 0, 0, utcMs);
        return event;
    }

    /** Leaves an epoch as a killed process does. */
    void kill(int epoch) throws IOException {
        Files.delete(epoch(epoch).resolve("end.json"));
    }

    Path epoch(int epoch) {
        return folder.resolve("epoch-%06d".formatted(epoch));
    }

    Path onlyFile(int epoch, String stream) throws IOException {
        try (Stream<Path> files = Files.list(epoch(epoch).resolve(stream))) {
            return files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    /** Overwrites octets from a record's frame header on. */
    void damage(int epoch, String stream, long sequence, UnaryOperator<byte[]> change)
            throws IOException {
        Path file = onlyFile(epoch, stream);
        byte[] octets = Files.readAllBytes(file);
        int at = frameOf(octets, sequence);
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        byte[] changed = change.apply(rest);
        byte[] all = Arrays.copyOf(octets, at + changed.length);
        System.arraycopy(changed, 0, all, at, changed.length);
        Files.write(file, all);
    }

    /** Finds a record by its form alone: length in the frame and in itself, version, sequence. */
    private static int frameOf(byte[] octets, long sequence) {
        UnsafeBuffer view = new UnsafeBuffer(octets);
        for (int at = 0; at + 4 + EventHeader.SIZE < octets.length; at += 4) {
            if (view.getInt(at) >= EventHeader.SIZE
                    && view.getInt(at) == EventHeader.length(view, at + 4)
                    && EventHeader.version(view, at + 4) == EventHeader.VERSION
                    && EventHeader.sequence(view, at + 4) == sequence) {
                return at;
            }
        }
        throw new AssertionError("no record " + sequence);
    }

    ReplayResult replay() throws IOException {
        return replay(Long.MAX_VALUE);
    }

    ReplayResult replay(long untilUtcMs) throws IOException {
        return new JournalReplay(folder, UnaryOperator.identity()).run(untilUtcMs);
    }

    static long utcMsAfter(int ticks) {
        return BEGIN_MS + (long) ticks * TICK_MS;
    }
}
