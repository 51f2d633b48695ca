package org.sinho.center.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.center.bench.Injection;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.ntcip.ControllerAddress;
import org.sinho.v2x.GatewayConfig;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a center's settings; one message says what is wrong, where, the value and what is allowed.
 */
public final class CenterConfigReader {
    private static final int DETECTOR_GROUPS = 3;
    private static final Map<String, GatewayConfig.DownlinkForm> FORMS =
            Map.of(
                    "raw", GatewayConfig.DownlinkForm.RAW,
                    "immediate-forward", GatewayConfig.DownlinkForm.IMMEDIATE_FORWARD);

    private static final Map<String, CenterConfig.Clock> CLOCKS =
            Map.of(
                    "kernel", CenterConfig.Clock.KERNEL,
                    "unchecked", CenterConfig.Clock.UNCHECKED);

    private CenterConfigReader() {}

    /**
     * Reads a settings file.
     *
     * @param file YAML
     * @return the settings
     * @throws IllegalArgumentException when something in it is wrong
     */
    public static CenterConfig read(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads settings from their text, as a journal's header holds it.
     *
     * @param file its name, for messages and relative paths
     * @param text YAML
     * @return the settings
     * @throws IllegalArgumentException when something in it is wrong
     */
    public static CenterConfig read(Path file, String text) {
        ConfigNode root;
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
            root = new ConfigNode(file.toString(), loaded);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        root.allow(
                "journal",
                "sites",
                "roadsideUnits",
                "trust",
                "clock",
                "dispatch",
                "step",
                "inject",
                "control",
                "zone",
                "coordination",
                "ringSlots",
                "verifySlots");
        Path folder = file.toAbsolutePath().getParent();
        ConfigNode journal = root.group("journal").allow("folder", "sync", "lowWaterMib");
        int ringSlots = root.integer("ringSlots", 64, 1 << 20, 16_384);
        if (Integer.bitCount(ringSlots) != 1) {
            throw new IllegalArgumentException(
                    file + ".ringSlots is " + ringSlots + ", allowed are powers of two");
        }
        List<CenterConfig.Site> sites =
                root.groups("sites").stream().map(site -> site(site, folder)).toList();
        GatewayConfig gateway = gateway(root);
        requireUnits(file, sites, gateway);
        return new CenterConfig(
                file,
                folder.resolve(journal.text("folder")),
                sync(journal),
                journal.integer("lowWaterMib", 1, 1 << 20, 256),
                sites,
                gateway,
                folder.resolve(root.text("trust")),
                root.choice("clock", CLOCKS, "kernel"),
                root.address("dispatch"),
                root.has("step") ? Optional.of(root.address("step")) : Optional.empty(),
                injection(file, root),
                control(root),
                ZoneSection.read(root, folder),
                ringSlots);
    }

    private static SyncPolicy sync(ConfigNode journal) {
        String sync = journal.text("sync", "interval");
        return switch (sync) {
            case "none" -> SyncPolicy.none();
            case "interval" -> SyncPolicy.interval(Duration.ofMillis(500));
            case "every" -> SyncPolicy.every();
            default ->
                    throw new IllegalArgumentException(
                            "journal.sync is " + sync + ", allowed none, interval, every");
        };
    }

    private static CenterConfig.Site site(ConfigNode site, Path folder) {
        site.allow(
                "sheet",
                "controller",
                "readCommunity",
                "writeCommunity",
                "timeoutMs",
                "statusListen",
                "status",
                "roadsideUnit");
        ControllerAddress controller =
                new ControllerAddress(
                        0,
                        site.address("controller"),
                        site.text("readCommunity"),
                        site.text("writeCommunity"),
                        site.integer("timeoutMs", 50, 2_000, 300),
                        new int[0],
                        DETECTOR_GROUPS);
        return new CenterConfig.Site(
                folder.resolve(site.text("sheet")),
                controller,
                site.address("statusListen"),
                site.integer("roadsideUnit", 1, 99_999),
                site.choice(
                        "status",
                        Map.of(
                                "tscbm", CenterConfig.Status.TSCBM,
                                "spat", CenterConfig.Status.SPAT),
                        "tscbm"));
    }

    /** A site whose unit is not listed would never be heard, and nobody told. */
    private static void requireUnits(Path file, List<CenterConfig.Site> sites, GatewayConfig to) {
        Set<Integer> known = new TreeSet<>();
        for (GatewayConfig.RoadsideUnit unit : to.units()) {
            if (!known.add(unit.number())) {
                throw new IllegalArgumentException(
                        file + ".roadsideUnits: unit " + unit.number() + " is listed twice");
            }
        }
        for (CenterConfig.Site site : sites) {
            if (!known.contains(site.unit())) {
                throw new IllegalArgumentException(
                        file
                                + ".sites: roadsideUnit is "
                                + site.unit()
                                + ", allowed those of roadsideUnits: "
                                + known);
            }
        }
    }

    private static GatewayConfig gateway(ConfigNode root) {
        List<GatewayConfig.RoadsideUnit> units =
                root.groups("roadsideUnits").stream()
                        .map(unit -> unit.allow("unit", "listen", "downlink", "form"))
                        .map(
                                unit ->
                                        new GatewayConfig.RoadsideUnit(
                                                unit.integer("unit", 1, 99_999),
                                                unit.address("listen"),
                                                unit.address("downlink"),
                                                unit.choice("form", FORMS, "raw")))
                        .toList();
        return new GatewayConfig(
                units, 1_000, root.integer("verifySlots", 16, 65_536, 4_096), !root.has("step"));
    }

    private static Optional<Injection> injection(Path file, ConfigNode root) {
        if (!root.has("inject")) {
            return Optional.empty();
        }
        if (!root.has("step")) {
            throw new IllegalArgumentException(
                    file + ".inject is set, allowed only on a bench: with step");
        }
        ConfigNode node = root.group("inject").allow("count", "seed", "seconds");
        return Optional.of(
                new Injection(
                        node.integer("count", Injection.LEAST, Injection.MOST),
                        node.integer("seed", 0, Integer.MAX_VALUE),
                        node.integer("seconds", 1, 86_400)));
    }

    private static ControlSettings control(ConfigNode root) {
        ConfigNode node = root.has("control") ? root.group("control") : root.none();
        node.allow(
                "requestFreshMs",
                "requestSilenceMs",
                "requestOverrunMs",
                "preemptMarginMs",
                "queueDischargeMs",
                "dispatchSilenceMs",
                "preemptsPerHour",
                "snapshotIntervalMs",
                "actuated",
                "preemption",
                "priority");
        ControlSettings base = ControlSettings.DEFAULT;
        int day = 86_400_000;
        return new ControlSettings(
                node.integer("requestFreshMs", 0, day, base.requestFreshMs()),
                node.integer("requestSilenceMs", 0, day, base.requestSilenceMs()),
                node.integer("requestOverrunMs", 0, day, base.requestOverrunMs()),
                node.integer("preemptMarginMs", 0, day, base.preemptMarginMs()),
                node.integer("queueDischargeMs", 0, day, base.queueDischargeMs()),
                node.integer("dispatchSilenceMs", 0, day, base.dispatchSilenceMs()),
                node.integer("preemptsPerHour", 0, day, base.preemptsPerHour()),
                node.integer("snapshotIntervalMs", 0, day, base.snapshotIntervalMs()),
                node.flag("actuated", base.actuated()),
                node.flag("preemption", base.preemption()),
                node.flag("priority", base.priority()),
                root.has("inject"),
                CoordinationSection.read(root));
    }
}
