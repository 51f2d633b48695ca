package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sinho.rig.sumo.RoutePlanner;
import org.sinho.rig.sumo.SumoNet;

/** A demand to begin with: from every road that enters the net to every road that leaves it. */
final class DemandDraft {
    private static final int MOST_FLOWS = 60;
    private static final double VEHICLES_PER_ENTRY = 250;
    private static final int MOST_BASES = 4;
    private static final int SOME = 6;

    private final SumoNet net;
    private final RoutePlanner planner;

    DemandDraft(SumoNet net) {
        this.net = net;
        this.planner = new RoutePlanner(net);
    }

    String write() {
        List<String> entries = ends(true);
        List<String> exits = ends(false);
        List<String> rows = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (String from : entries) {
            for (String to : exits) {
                if (rows.size() < MOST_FLOWS && planner.way(from, to, "passenger").size() > 1) {
                    rows.add(
                            String.format(
                                    Locale.ROOT,
                                    "    - {id: f%d, from: \"%s\", to: \"%s\", vehiclesPerHour:"
                                            + " %.0f}",
                                    rows.size() + 1,
                                    from,
                                    to,
                                    VEHICLES_PER_ENTRY / exits.size()));
                    if (!used.contains(from) && used.size() < MOST_BASES) {
                        used.add(from);
                    }
                }
            }
        }
        String bases =
                used.stream()
                        .flatMap(
                                edge ->
                                        List.of("ambulance", "fire", "police").stream()
                                                .map(type -> base(type, edge)))
                        .collect(Collectors.joining("\n"));
        return """
        demand:
          profile: {edge: 0.7, peak: 1.0, peaks: [0.3, 0.75], width: 0.2}
          flows:
        %s
          emergency:
            intervalSeconds: 150
            firstSeconds: 60
            tailSeconds: 240
            types: [ambulance, fire, police]
            onSceneSeconds: 60
            hospitals: [%s]
            bases:
        %s
        """
                .formatted(
                        String.join("\n", rows),
                        exits.stream()
                                .limit(2)
                                .map(edge -> "\"" + edge + "\"")
                                .collect(Collectors.joining(", ")),
                        bases);
    }

    private static String base(String type, String edge) {
        return "      - {type: " + type + ", edge: \"" + edge + "\"}";
    }

    /** Edges that begin, or end, where the net does. */
    private List<String> ends(boolean entries) {
        List<SumoNet.Edge> roads =
                net.edges().values().stream()
                        .filter(SumoNet.Edge::road)
                        .filter(edge -> drivable(edge.id()))
                        .toList();
        Set<String> inner =
                roads.stream()
                        .map(edge -> entries ? edge.to() : edge.from())
                        .collect(Collectors.toSet());
        List<String> found =
                roads.stream()
                        .filter(edge -> fringe(edge, entries, inner, roads))
                        .map(SumoNet.Edge::id)
                        .toList();
        return found.isEmpty() ? some(roads) : found;
    }

    /** A net without ends, such as a closed grid: a few of its roads. */
    private static List<String> some(List<SumoNet.Edge> roads) {
        int step = Math.max(1, roads.size() / SOME);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < roads.size(); i += step) {
            found.add(roads.get(i).id());
        }
        return found;
    }

    /** A road's own way back does not count as a way on. */
    private static boolean fringe(
            SumoNet.Edge edge, boolean entries, Set<String> inner, List<SumoNet.Edge> roads) {
        String end = entries ? edge.from() : edge.to();
        String other = entries ? edge.to() : edge.from();
        return !inner.contains(end)
                || roads.stream()
                        .filter(road -> (entries ? road.to() : road.from()).equals(end))
                        .allMatch(road -> (entries ? road.from() : road.to()).equals(other));
    }

    private boolean drivable(String edge) {
        return net.lanesOf(edge).stream().anyMatch(lane -> lane.allows("passenger"));
    }
}
