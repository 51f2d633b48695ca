package org.sinho.rig;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.sinho.rig.snmp.V3User;
import org.sinho.rig.sumo.YamlNode;

/** Reads a rig's settings; paths in them are relative to the file's folder. */
final class RigConfigReader {
    private static final int DAY_S = 86_400;

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
                root.items("controllers").stream().map(RigConfigReader::controller).toList(),
                root.items("roadsideUnits").stream().map(RigConfigReader::unit).toList(),
                address(root, "dispatch"),
                root.has("step") ? Optional.of(address(root, "step")) : Optional.empty(),
                folder.resolve(root.text("trust")));
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
                node.has("v3") ? Optional.of(user(node.at("v3"))) : Optional.empty());
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
                node.integer("junction", 1, 65_535),
                address(node, "listen"),
                address(node, "center"));
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
