package org.sinho.center.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.sinho.core.event.EventHeader;
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
    }

    /**
     * Replays.
     *
     * @param untilUtcMs events later than this are left out; {@link Long#MAX_VALUE} for all
     * @return what came out
     * @throws IOException when the configuration in the header cannot be unpacked
     */
    public ReplayResult run(long untilUtcMs) throws IOException {
        List<EpochHeader> headers = reader.headers();
        if (headers.isEmpty()) {
            throw new IllegalArgumentException(folder + ": no epoch with a readable header");
        }
        try (JournalCursor events = reader.events();
                JournalCursor output = reader.output()) {
            OutputComparison comparison = new OutputComparison(output);
            ControlLoop loop = null;
            List<ConfigurationFile> configuration = null;
            int epoch = -1;
            while (events.next() && comparison.divergence() == null) {
                DirectBuffer event = events.record();
                if (EventHeader.utcMs(event, 0) > untilUtcMs) {
                    comparison.cut();
                    break;
                }
                if (events.epoch() != epoch) {
                    epoch = events.epoch();
                    List<ConfigurationFile> now = configurationOf(headers, epoch);
                    if (!now.equals(configuration)) {
                        configuration = now;
                        loop = core(configuration, comparison);
                    }
                }
                comparison.cause(EventHeader.sequence(event, 0));
                loop.onEvent(event, 0, EventHeader.length(event, 0));
            }
            comparison.finish();
            return comparison.result(loop == null ? 0 : loop.stateHash(), events, output);
        }
    }

    private static List<ConfigurationFile> configurationOf(List<EpochHeader> headers, int epoch) {
        return headers.stream()
                .filter(header -> header.epoch() == epoch)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("epoch " + epoch + " has no header"))
                .configuration();
    }

    private ControlLoop core(List<ConfigurationFile> files, OutputComparison comparison)
            throws IOException {
        ControlSettings settings = change.apply(settings(files));
        return new ControlLoop(sheets(files), settings, comparison);
    }

    private static ControlSettings settings(List<ConfigurationFile> files) {
        ConfigurationFile center = files.getFirst(); // The center puts its own settings first.
        CenterConfig config = CenterConfigReader.read(Path.of(center.name()), center.content());
        return config.control();
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
