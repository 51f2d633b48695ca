package org.sinho.rig.sumo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Finds the fastest way through an empty net, edge by edge, for a class of vehicle. */
public final class RoutePlanner {
    /** What a signal costs on average, so that ways along main roads are not shunned. */
    private static final double SIGNAL_SECONDS = 15.0;

    /** Shorter edges are no place to come from or go to. */
    private static final double SHORTEST_PLACE_M = 100.0;

    private final SumoNet net;
    private final Map<String, Map<String, List<Step>>> stepsByClass = new HashMap<>();

    private record Step(String edge, double seconds) {}

    private record Label(String edge, double seconds) {}

    /**
     * Plans ways in a net.
     *
     * @param net the net
     */
    public RoutePlanner(SumoNet net) {
        this.net = net;
    }

    /**
     * Finds the fastest way.
     *
     * @param from first edge
     * @param to last edge
     * @param vehicleClass SUMO's class of the vehicle
     * @return edges from the first to the last, both included; empty when there is no way
     */
    public List<String> way(String from, String to, String vehicleClass) {
        Map<String, List<Step>> steps = stepsByClass.computeIfAbsent(vehicleClass, this::stepsOf);
        Map<String, Double> best = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        PriorityQueue<Label> open =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Label::seconds).thenComparing(Label::edge));
        open.add(new Label(from, 0.0));
        best.put(from, 0.0);
        while (!open.isEmpty()) {
            Label label = open.poll();
            if (label.edge().equals(to)) {
                return path(before, from, to);
            }
            if (label.seconds() > best.get(label.edge())) {
                continue;
            }
            for (Step step : steps.getOrDefault(label.edge(), List.of())) {
                double seconds = label.seconds() + step.seconds();
                if (seconds < best.getOrDefault(step.edge(), Double.MAX_VALUE)) {
                    best.put(step.edge(), seconds);
                    before.put(step.edge(), label.edge());
                    open.add(new Label(step.edge(), seconds));
                }
            }
        }
        return List.of();
    }

    /** {@return the way through all of the edges in order} */
    List<String> way(List<String> through, String vehicleClass) {
        List<String> edges = new ArrayList<>(List.of(through.getFirst()));
        for (int i = 1; i < through.size(); i++) {
            List<String> piece = way(through.get(i - 1), through.get(i), vehicleClass);
            if (piece.isEmpty()) {
                return List.of();
            }
            edges.addAll(piece.subList(1, piece.size()));
        }
        return edges;
    }

    /** {@return travel time in an empty net} */
    double seconds(List<String> edges, String vehicleClass) {
        double seconds = 0.0;
        for (String edge : edges) {
            seconds += secondsOn(edge, vehicleClass);
        }
        return seconds;
    }

    /** {@return edges of roads that the class may drive on, long enough to stop there} */
    List<String> places(String vehicleClass) {
        List<String> places = new ArrayList<>();
        for (SumoNet.Edge edge : net.edges().values()) {
            List<SumoNet.Lane> lanes = net.lanesOf(edge.id());
            if (edge.road()
                    && lanes.stream().anyMatch(lane -> lane.allows(vehicleClass))
                    && lanes.getFirst().lengthM() >= SHORTEST_PLACE_M) {
                places.add(edge.id());
            }
        }
        return places;
    }

    /**
     * {@return where a vehicle stops that has come to somebody along a road, metres from its start}
     */
    double middleM(String edge) {
        return net.lanesOf(edge).getFirst().lengthM() / 2;
    }

    /** {@return whether the class may drive on the edge} */
    boolean admits(String edge, String vehicleClass) {
        return net.lanesOf(edge).stream().anyMatch(lane -> lane.allows(vehicleClass));
    }

    private static List<String> path(Map<String, String> before, String from, String to) {
        List<String> edges = new ArrayList<>();
        for (String edge = to; !edge.equals(from); edge = before.get(edge)) {
            edges.add(edge);
        }
        edges.add(from);
        return List.copyOf(edges.reversed());
    }

    /** An edge leads to another when one lane does and the class may use both lanes. */
    private Map<String, List<Step>> stepsOf(String vehicleClass) {
        Map<String, Set<String>> next = new LinkedHashMap<>();
        Map<String, Boolean> signal = new HashMap<>();
        for (SumoNet.Connection connection : net.connections()) {
            SumoNet.Lane from = net.lanes().get(connection.fromLaneId());
            SumoNet.Lane to = net.lanes().get(connection.toLaneId());
            if (connection.fromEdge().startsWith(":")
                    || to == null
                    || from == null
                    || !from.allows(vehicleClass)
                    || !to.allows(vehicleClass)) {
                continue;
            }
            next.computeIfAbsent(connection.fromEdge(), id -> new LinkedHashSet<>())
                    .add(connection.toEdge());
            signal.put(connection.fromEdge(), !connection.tls().isEmpty());
        }
        Map<String, List<Step>> steps = new HashMap<>();
        next.forEach(
                (from, targets) ->
                        steps.put(
                                from,
                                targets.stream()
                                        .map(
                                                to ->
                                                        new Step(
                                                                to,
                                                                secondsOn(to, vehicleClass)
                                                                        + (signal.get(from)
                                                                                ? SIGNAL_SECONDS
                                                                                : 0.0)))
                                        .toList()));
        return steps;
    }

    private double secondsOn(String edge, String vehicleClass) {
        double lengthM = 0.0;
        double speedMps = 0.1;
        for (SumoNet.Lane lane : net.lanesOf(edge)) {
            if (lane.allows(vehicleClass)) {
                lengthM = lane.lengthM();
                speedMps = Math.max(speedMps, lane.speedMps());
            }
        }
        return lengthM / speedMps;
    }
}
