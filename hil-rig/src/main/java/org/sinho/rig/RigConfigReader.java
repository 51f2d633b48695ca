package org.sinho.rig;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.snmp.PushPlan;
import org.sinho.rig.snmp.V3User;
import org.sinho.rig.sumo.YamlNode;

/** Reads a rig's settings; paths in them are relative to the file's folder. */
final class RigConfigReader {
    private static final int DAY_S = 86_400;
    private static final int PATIENCE_S = 60;

    private RigConfigReader() {}

    static RigConfig read(Path file) {
        YamlNode root = YamlNode.read(file);
        Path folder = file.toAbsolutePath().getParent();
        return new RigConfig(
                folder.resolve(root.text("city")),
                folder.resolve(root.text("work")),
                root.integer("seconds", 1, DAY_S),
                root.integer("seed", 0, Integer.MAX_VALUE),
                root.integer("startUtcS", 0, Integer.MAX_VALUE) * 1_000L,
                root.flag("realTime"),
                root.integer("bsmSharePercent", 0, 100),
                share(root, "psmSharePercent"),
                share(root, "transitSharePercent"),
                root.has("links") ? links(root.at("links")) : LinkFaults.NONE,
                root.items("controllers").stream().map(RigConfigReader::controller).toList(),
                root.items("roadsideUnits").stream().map(RigConfigReader::unit).toList(),
                address(root, "dispatch"),
                root.has("step") ? Optional.of(address(root, "step")) : Optional.empty(),
                root.has("patienceS") ? root.integer("patienceS", 1, DAY_S) : PATIENCE_S,
                root.has("zone") ? Optional.of(zone(root.at("zone"), folder)) : Optional.empty(),
                folder.resolve(root.text("trust")));
    }

    private static RigConfig.Zone zone(YamlNode node, Path folder) {
        return new RigConfig.Zone(
                address(node, "center"),
                node.items("readers").stream()
                        .map(
                                reader ->
                                        new RigConfig.Reader(
                                                reader.integer("entry", 1, 65_535),
                                                reader.text("edge"),
                                                folder.resolve(reader.text("keyFile"))))
                        .toList());
    }

    private static int share(YamlNode root, String key) {
        return root.has(key) ? root.integer(key, 0, 100) : 0;
    }

    private static LinkFaults links(YamlNode node) {
        return new LinkFaults(
                node.has("loss") ? node.number("loss", 0, 1) : 0,
                node.has("delayMs") ? node.integer("delayMs", 0, 10_000) : 0,
                node.has("duplicate") ? node.number("duplicate", 0, 1) : 0,
                node.has("reorder") ? node.number("reorder", 0, 1) : 0,
                node.has("clockOffsetMs") ? node.integer("clockOffsetMs", 0, 60_000) : 0);
    }

    private static RigConfig.Controller controller(YamlNode node) {
        boolean external = node.has("external");
        return new RigConfig.Controller(
                node.integer("junction", 1, 65_535),
                external ? Optional.empty() : Optional.of(address(node, "listen")),
                external ? Optional.of(address(node, "external")) : Optional.empty(),
                node.text("readCommunity"),
                node.text("writeCommunity"),
                address(node, "statusTo"),
                word(node, "push", "tscbm", "spat") ? PushPlan.Form.SPAT : PushPlan.Form.TSCBM,
                node.has("v3") ? Optional.of(user(node.at("v3"))) : Optional.empty());
    }

    /** Returns whether the second word stands there; the first one does if none does. */
    private static boolean word(YamlNode node, String key, String first, String second) {
        String text = node.has(key) ? node.text(key) : first;
        if (!text.equals(first) && !text.equals(second)) {
            throw node.at(key).wrong(first + " or " + second);
        }
        return text.equals(second);
    }

    private static V3User user(YamlNode node) {
        try {
            return new V3User(
                    node.text("user"), node.text("authPassphrase"), node.text("privPassphrase"));
        } catch (IllegalArgumentException e) {
            throw node.wrong(e.getMessage());
        }
    }

    private static RigConfig.Unit unit(YamlNode node) {
        return new RigConfig.Unit(
                node.integer("unit", 1, 99_999),
                junctions(node),
                address(node, "listen"),
                address(node, "center"),
                word(node, "form", "raw", "immediate-forward")
                        ? RoadsideUnit.Form.IMMEDIATE_FORWARD
                        : RoadsideUnit.Form.RAW);
    }

    /** {@code junction: 1}, or {@code junctions:} with a list of {@code {junction: 1}}. */
    private static List<Integer> junctions(YamlNode node) {
        return node.has("junctions")
                ? node.items("junctions").stream()
                        .map(item -> item.integer("junction", 1, 65_535))
                        .toList()
                : List.of(node.integer("junction", 1, 65_535));
    }

    private static InetSocketAddress address(YamlNode node, String key) {
        String text = node.text(key);
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
            if (!address.isUnresolved()) {
                return address;
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // Said below, with the text as it stands.
        }
        throw node.at(key).wrong("HOST:PORT of a host that exists");
    }
}
