package org.sinho.center.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sinho.core.event.VehicleClass;
import org.sinho.signal.zone.ZoneRules;
import org.sinho.signal.zone.ZoneTag;

/** Reads the section {@code zone}: who may enter, and the readers that see who does. */
final class ZoneSection {
    private static final int ENTRIES = 65_535;

    private ZoneSection() {}

    static Optional<CenterConfig.Zone> read(ConfigNode root, Path folder) {
        if (!root.has("zone")) {
            return Optional.empty();
        }
        ConfigNode zone = root.group("zone").allow("name", "listen", "exempt", "readers", "tags");
        List<CenterConfig.Reader> readers =
                zone.groups("readers").stream().map(reader -> reader(reader, folder)).toList();
        Set<Integer> entries = new TreeSet<>();
        for (CenterConfig.Reader reader : readers) {
            requireNew(zone, "readers: entry " + reader.entry(), entries.add(reader.entry()));
        }
        if (entries.isEmpty()) {
            throw zone.wrong("readers", "an empty list", "at least one reader");
        }
        ZoneRules rules =
                new ZoneRules(
                        zone.text("name"), exempt(zone), tags(zone, entries), List.copyOf(entries));
        return Optional.of(new CenterConfig.Zone(zone.address("listen"), readers, rules));
    }

    private static CenterConfig.Reader reader(ConfigNode reader, Path folder) {
        reader.allow("entry", "address", "keyFile");
        return new CenterConfig.Reader(
                reader.integer("entry", 1, ENTRIES),
                reader.host("address"),
                folder.resolve(reader.text("keyFile")));
    }

    private static Set<VehicleClass> exempt(ConfigNode zone) {
        Set<VehicleClass> exempt = EnumSet.noneOf(VehicleClass.class);
        if (zone.has("exempt")) {
            exempt.addAll(zone.choices("exempt", classes()));
        }
        return exempt;
    }

    private static List<ZoneTag> tags(ConfigNode zone, Set<Integer> entries) {
        List<ZoneTag> tags = new ArrayList<>();
        Set<Integer> numbers = new TreeSet<>();
        for (ConfigNode node : zone.has("tags") ? zone.groups("tags") : List.<ConfigNode>of()) {
            ZoneTag tag = tag(node, entries);
            requireNew(zone, "tags: number " + tag.number(), numbers.add(tag.number()));
            tags.add(tag);
        }
        return tags;
    }

    private static ZoneTag tag(ConfigNode node, Set<Integer> entries) {
        node.allow("number", "class", "entries", "validUntil");
        List<Integer> opens =
                node.has("entries") ? node.integers("entries", 1, ENTRIES) : List.of();
        for (int entry : opens) {
            if (!entries.contains(entry)) {
                throw node.wrong("entries", String.valueOf(entry), "those of readers: " + entries);
            }
        }
        if (node.has("entries") && opens.isEmpty()) {
            throw node.wrong("entries", "an empty list", "some entries, or no such key for all");
        }
        return new ZoneTag(
                node.integer("number", 1, Integer.MAX_VALUE),
                node.choice("class", classes(), ""),
                opens,
                node.instant("validUntil").toEpochMilli());
    }

    /** A vehicle that a reader cannot tell has no class that could be permitted. */
    private static Map<String, VehicleClass> classes() {
        Map<String, VehicleClass> classes = new TreeMap<>();
        for (VehicleClass known : VehicleClass.values()) {
            if (known != VehicleClass.UNKNOWN) {
                classes.put(known.name().toLowerCase(Locale.ROOT), known);
            }
        }
        return classes;
    }

    private static void requireNew(ConfigNode zone, String what, boolean isNew) {
        if (!isNew) {
            throw zone.listedTwice(what);
        }
    }
}
