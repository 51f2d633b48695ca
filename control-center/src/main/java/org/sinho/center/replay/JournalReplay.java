package org.sinho.center.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.agrona.DirectBuffer;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.config.CenterConfigReader;
import org.sinho.center.journal.ConfigurationFile;
import org.sinho.center.journal.EpochHeader;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ControlLoop;
import org.sinho.signal.ControlSettings;

/**
 * Runs a whole journal through a fresh core and compares every record that comes out with the one
 * that really went out: commands, answers, notices and state hashes.
 */
public final class JournalReplay {
    private final Path folder;
    private final JournalReader reader;
    private final Map<Integer, EpochHeader> headers = new TreeMap<>();
    private final Map<Integer, Integer> generations;
    private final UnaryOperator<ControlSettings> change;

    /**
     * Prepares a replay.
     *
     * @param folder the journal
     * @param change alters the core's settings; the identity unless something is being tried out
     */
    public JournalReplay(Path folder, UnaryOperator<ControlSettings> change) {
        this.folder = folder;
        this.change = change;
        reader = JournalReader.open(folder);
        reader.headers().forEach(header -> headers.put(header.epoch(), header));
        generations = generations(List.copyOf(headers.values()));
    }

    /**
     * Replays.
     *
     * @param untilUtcMs events later than this are left out; {@link Long#MAX_VALUE} for all
     * @return what came out
     * @throws IOException when the configuration in the header cannot be unpacked
     */
    public ReplayResult run(long untilUtcMs) throws IOException {
        if (headers.isEmpty()) {
            throw new IllegalArgumentException(folder + ": no epoch with a readable header");
        }
        try (JournalCursor events = reader.events();
                JournalCursor output = reader.output()) {
            OutputComparison comparison = new OutputComparison(output, this::generationOf);
            ControlLoop loop = null;
            int generation = -1;
            boolean cut = false;
            while (!cut && comparison.divergence() == null && events.next()) {
                DirectBuffer event = events.record();
                cut = EventHeader.utcMs(event, 0) > untilUtcMs;
                int now = generationOf(events.epoch());
                if (now != generation) {
                    comparison.endGeneration();
                    generation = now;
                    loop = core(headerOf(events.epoch()).configuration(), comparison);
                }
                if (!cut) {
                    requireSameHeader(event, events.epoch(), comparison);
                    comparison.cause(event, events.epoch());
                    loop.onEvent(event, 0, EventHeader.length(event, 0));
                }
            }
            if (cut) {
                comparison.cut();
                readOn(events, comparison);
            }
            comparison.finish(events, output);
            return comparison.result(loop == null ? 0 : loop.stateHash());
        }
    }

    /** What is missing before the cut may still be told from the events behind it. */
    private void readOn(JournalCursor events, OutputComparison comparison) {
        int generation = generationOf(events.epoch());
        boolean more = true;
        while (more && comparison.isMissing() && generationOf(events.epoch()) == generation) {
            comparison.pass(events.record(), events.epoch());
            more = events.next();
        }
    }

    /** Epochs in a row with one configuration share a core: the later ones recovered from it. */
    private int generationOf(int epoch) {
        headerOf(epoch);
        return generations.get(epoch);
    }

    private static Map<Integer, Integer> generations(List<EpochHeader> headers) {
        Map<Integer, Integer> generations = new HashMap<>();
        for (int i = 0, generation = 0; i < headers.size(); i++) {
            boolean changed =
                    i > 0
                            && !headers.get(i - 1)
                                    .configuration()
                                    .equals(headers.get(i).configuration());
            generation += changed ? 1 : 0;
            generations.put(headers.get(i).epoch(), generation);
        }
        return generations;
    }

    private EpochHeader headerOf(int epoch) {
        EpochHeader header = headers.get(epoch);
        if (header == null) {
            throw new IllegalArgumentException(
                    folder
                            + ": header.json of epoch "
                            + epoch
                            + " is missing or damaged: nothing can be replayed without it");
        }
        return header;
    }

    private void requireSameHeader(DirectBuffer event, int epoch, OutputComparison comparison) {
        if (EventHeader.type(event, 0) != EventType.EPOCH_START) {
            return;
        }
        EpochStart start = new EpochStart().wrap(event, 0);
        long id = headerOf(epoch).configurationId();
        if (start.epoch() != epoch || start.configurationId() != id) {
            comparison.fault(
                    "header.json of epoch "
                            + epoch
                            + " has configuration "
                            + Long.toHexString(id)
                            + ", the epoch's first event says epoch "
                            + start.epoch()
                            + ", configuration "
                            + Long.toHexString(start.configurationId()),
                    EventHeader.sequence(event, 0));
        }
    }

    private ControlLoop core(List<ConfigurationFile> files, OutputComparison comparison)
            throws IOException {
        CenterConfig config = config(files);
        ControlSettings settings = change.apply(config.control());
        comparison.ringSlots(config.ringSlots());
        return new ControlLoop(sheets(files), settings, config.zoneRules(), comparison);
    }

    private static CenterConfig config(List<ConfigurationFile> files) {
        ConfigurationFile center = files.getFirst(); // The center puts its own settings first.
        return CenterConfigReader.read(Path.of(center.name()), center.content());
    }

    private static List<SiteSheet> sheets(List<ConfigurationFile> files) throws IOException {
        Path folder = Files.createTempDirectory("sinho-replay");
        try {
            return files.stream().skip(1).map(file -> sheet(folder, file)).toList();
        } finally {
            try (var left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static SiteSheet sheet(Path folder, ConfigurationFile file) {
        try {
            Path copy = folder.resolve(file.sha256() + ".yaml");
            Files.writeString(copy, file.content());
            ReadResult result = new SiteSheetReader().read(copy);
            return result.sheet()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            file.name() + " in the journal is not a site sheet"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
