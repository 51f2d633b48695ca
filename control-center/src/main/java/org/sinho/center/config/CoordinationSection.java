package org.sinho.center.config;

import java.util.List;
import java.util.Map;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.signal.CoordinationZone;

/** Reads the section {@code coordination}: zones whose pattern is chosen by measured flow. */
final class CoordinationSection {
    private static final int PHASES = 16;
    private static final int DAY_S = 86_400;
    private static final int SITES = 65_535;
    private static final int PATTERNS = 253;
    private static final int FLOW = 20_000;

    private CoordinationSection() {}

    static List<CoordinationZone> read(ConfigNode root) {
        return root.has("coordination")
                ? root.groups("coordination").stream().map(CoordinationSection::zone).toList()
                : List.of();
    }

    private static CoordinationZone zone(ConfigNode zone) {
        zone.allow("name", "sites", "patterns", "steadyS", "leastS");
        return new CoordinationZone(
                zone.text("name"),
                zone.groups("sites").stream().map(CoordinationSection::member).toList(),
                zone.groups("patterns").stream().map(CoordinationSection::pattern).toList(),
                zone.integer("steadyS", 0, DAY_S, CoordinationZone.STEADY_S),
                zone.integer("leastS", 0, DAY_S, CoordinationZone.LEAST_S));
    }

    private static CoordinationZone.Member member(ConfigNode site) {
        site.allow("site", "inbound", "outbound", "cross", "detectors");
        return new CoordinationZone.Member(
                site.integer("site", 1, SITES),
                phases(site, "inbound"),
                phases(site, "outbound"),
                phases(site, "cross"),
                site.has("detectors")
                        ? site.integerTable("detectors", 1, DetectorVolumes.DETECTOR_COUNT)
                        : Map.of());
    }

    private static List<Integer> phases(ConfigNode site, String direction) {
        return site.has(direction) ? site.integers(direction, 1, PHASES) : List.of();
    }

    private static CoordinationZone.Pattern pattern(ConfigNode pattern) {
        pattern.allow("number", "flows");
        return new CoordinationZone.Pattern(
                pattern.integer("number", 1, PATTERNS), pattern.integerTable("flows", 0, FLOW));
    }
}
