package org.sinho.signal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.site.SiteSheet;

/**
 * Junctions that change their coordination pattern together, by the flow that they measure.
 *
 * @param name what operators call it
 * @param members the junctions, each in one zone only
 * @param patterns what there is to choose from, 2 to 16
 * @param steadyS how long another pattern must have been the better one, 60 to 3 600 s
 * @param leastS least time from one change to the next, 600 to 86 400 s
 */
public record CoordinationZone(
        String name, List<Member> members, List<Pattern> patterns, int steadyS, int leastS) {
    /** Values of {@code steadyS} and {@code leastS} unless configured otherwise. */
    public static final int STEADY_S = 300;

    /** See {@link #STEADY_S}. */
    public static final int LEAST_S = 600;

    /** Detectors of one junction that can be read in one answer. */
    public static final int DETECTOR_LIMIT = 24;

    /** Directions in which flow is compared: inbound, outbound, cross. */
    static final int DIRECTIONS = 3;

    private static final int PHASE_COUNT = 16;
    private static final int PATTERN_LIMIT = 16;
    private static final int SITE_LIMIT = 64;
    private static final int HIGHEST_PATTERN = 253;
    private static final int HIGHEST_FLOW = 20_000;

    /** Copies the lists and refuses what cannot be. */
    public CoordinationZone {
        members = List.copyOf(members);
        patterns = List.copyOf(patterns);
        require(steadyS >= 60 && steadyS <= 3_600, name, "steadyS", steadyS, "60 to 3600");
        require(leastS >= 600 && leastS <= 86_400, name, "leastS", leastS, "600 to 86400");
        int sites = members.size();
        require(sites >= 1 && sites <= SITE_LIMIT, name, "number of sites", sites, "1 to 64");
        int count = patterns.size();
        require(count >= 2 && count <= PATTERN_LIMIT, name, "number of patterns", count, "2 to 16");
        Set<Integer> ids = new TreeSet<>();
        for (Member member : members) {
            require(ids.add(member.siteId()), name, "site", member.siteId(), "each site once");
            member.require(name);
        }
        Set<Integer> numbers = new TreeSet<>();
        for (Pattern pattern : patterns) {
            int number = pattern.number();
            boolean selectable = number >= 1 && number <= HIGHEST_PATTERN;
            require(selectable, name, "pattern", number, "1 to 253");
            require(numbers.add(number), name, "pattern", number, "each pattern once");
            pattern.require(name, ids);
        }
    }

    /**
     * One junction of a zone.
     *
     * @param siteId J2735 intersection id
     * @param inbound phases of the main street in one direction
     * @param outbound phases of the main street in the other direction
     * @param cross phases of the side streets
     * @param detectors by phase, those that together count what it lets through; a phase that is
     *     not named is counted by the detector of its own number
     */
    public record Member(
            int siteId,
            List<Integer> inbound,
            List<Integer> outbound,
            List<Integer> cross,
            Map<Integer, List<Integer>> detectors) {
        /** Copies the lists. */
        public Member {
            inbound = List.copyOf(inbound);
            outbound = List.copyOf(outbound);
            cross = List.copyOf(cross);
            TreeMap<Integer, List<Integer>> copy = new TreeMap<>();
            detectors.forEach((phase, numbers) -> copy.put(phase, List.copyOf(numbers)));
            detectors = Collections.unmodifiableMap(copy);
        }

        /** Returns the phases of a direction: 0 inbound, 1 outbound, 2 cross. */
        List<Integer> phases(int direction) {
            return direction == 0 ? inbound : direction == 1 ? outbound : cross;
        }

        /** Returns the phases that are measured. */
        List<Integer> phases() {
            return Stream.of(inbound, outbound, cross).flatMap(List::stream).toList();
        }

        /** Returns the detectors that count a phase. */
        List<Integer> detectors(int phase) {
            return detectors.getOrDefault(phase, List.of(phase));
        }

        /**
         * Returns all detectors that are read.
         *
         * @return their numbers, ascending
         */
        public int[] counted() {
            return phases().stream()
                    .flatMap(phase -> detectors(phase).stream())
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }

        private void require(String zone) {
            String where = " of site " + siteId;
            Set<Integer> phases = new TreeSet<>();
            for (int phase : phases()) {
                boolean exists = phase >= 1 && phase <= PHASE_COUNT;
                CoordinationZone.require(exists, zone, "phase" + where, phase, "1 to 16");
                CoordinationZone.require(
                        phases.add(phase), zone, "phase" + where, phase, "in one direction only");
            }
            CoordinationZone.require(
                    !phases.isEmpty(), zone, "number of phases" + where, 0, "at least one");
            for (int phase : detectors.keySet()) {
                CoordinationZone.require(
                        phases.contains(phase),
                        zone,
                        "detectors" + where + " for phase",
                        phase,
                        "a phase in one of its directions: " + phases);
            }
            Set<Integer> known = new TreeSet<>();
            for (int number : counted()) {
                boolean read = number >= 1 && number <= DetectorVolumes.DETECTOR_COUNT;
                CoordinationZone.require(read, zone, "detector" + where, number, "1 to 64");
                CoordinationZone.require(
                        known.add(number), zone, "detector" + where, number, "for one phase only");
            }
            CoordinationZone.require(
                    known.size() <= DETECTOR_LIMIT && known.size() >= phases.size(),
                    zone,
                    "number of detectors" + where,
                    known.size(),
                    "at least one for each phase, at most " + DETECTOR_LIMIT);
        }
    }

    /**
     * One pattern and the flow for which it was made.
     *
     * @param number as the sheets and controllers have it, 1 to 253
     * @param flows by site: vehicles an hour inbound, outbound, across, each 0 to 20 000
     */
    public record Pattern(int number, Map<Integer, List<Integer>> flows) {
        /** Copies the map. */
        public Pattern {
            TreeMap<Integer, List<Integer>> copy = new TreeMap<>();
            flows.forEach((site, three) -> copy.put(site, List.copyOf(three)));
            flows = Collections.unmodifiableMap(copy);
        }

        private void require(String zone, Set<Integer> sites) {
            String where = "flows of pattern " + number;
            CoordinationZone.require(
                    flows.keySet().equals(sites), zone, where, flows.keySet(), "sites " + sites);
            flows.forEach(
                    (site, three) ->
                            CoordinationZone.require(
                                    three.size() == DIRECTIONS
                                            && three.stream()
                                                    .allMatch(f -> f >= 0 && f <= HIGHEST_FLOW),
                                    zone,
                                    where + " at site " + site,
                                    three,
                                    "three numbers from 0 to " + HIGHEST_FLOW));
        }
    }

    /**
     * Refuses zones that the sheets do not bear out.
     *
     * @param zones all zones
     * @param sheets all junctions
     * @throws IllegalArgumentException when something in them is wrong: what, where, value, allowed
     */
    public static void require(List<CoordinationZone> zones, List<SiteSheet> sheets) {
        Map<Integer, SiteSheet> known = new TreeMap<>();
        sheets.forEach(sheet -> known.put(sheet.siteId(), sheet));
        Set<Integer> taken = new TreeSet<>();
        for (CoordinationZone zone : zones) {
            for (Member member : zone.members) {
                int site = member.siteId();
                require(known.containsKey(site), zone.name, "site", site, "of " + known.keySet());
                require(taken.add(site), zone.name, "site", site, "in one zone only");
                zone.require(member, known.get(site));
            }
        }
    }

    private void require(Member member, SiteSheet sheet) {
        String where = " of site " + sheet.siteId();
        for (int phase : member.phases()) {
            boolean has = sheet.findPhase(phase).isPresent();
            require(has, name, "phase" + where, phase, "those of its sheet");
        }
        for (Pattern pattern : patterns) {
            require(
                    sheet.patterns().contains(pattern.number()),
                    name,
                    "pattern" + where,
                    pattern.number(),
                    "those of its sheet: " + sheet.patterns());
        }
    }

    private static void require(
            boolean holds, String zone, String what, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "coordination zone "
                            + zone
                            + ": "
                            + what
                            + " is "
                            + value
                            + ", allowed "
                            + allowed);
        }
    }
}
