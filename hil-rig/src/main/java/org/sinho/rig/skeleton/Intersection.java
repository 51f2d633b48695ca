package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sinho.rig.sumo.SumoNet;

/**
 * What a net says about one signal: ways over it, crossings, and where it lies.
 *
 * @param tls SUMO's signal
 * @param node first SUMO junction that it controls
 * @param xM middle, metres east
 * @param yM middle, metres north
 * @param movements ways of vehicles by link
 * @param crosswalks crossings by link
 */
record Intersection(
        String tls,
        String node,
        double xM,
        double yM,
        List<Movement> movements,
        List<Crosswalk> crosswalks) {
    /** Lanes in a row within a junction. */
    private static final int LONGEST_CHAIN = 8;

    /** {@return all signals of a net that vehicles obey, in the order of their names} */
    static List<Intersection> of(SumoNet net) {
        Map<String, List<SumoNet.Connection>> byTls = new TreeMap<>();
        for (SumoNet.Connection connection : net.connections()) {
            if (!connection.tls().isEmpty()) {
                byTls.computeIfAbsent(connection.tls(), id -> new ArrayList<>()).add(connection);
            }
        }
        List<Intersection> all = new ArrayList<>();
        byTls.forEach(
                (tls, connections) -> {
                    Intersection made = of(net, tls, connections);
                    if (!made.movements().isEmpty()) {
                        all.add(made);
                    }
                });
        return all;
    }

    private static Intersection of(SumoNet net, String tls, List<SumoNet.Connection> connections) {
        List<Movement> movements = new ArrayList<>();
        List<Crosswalk> crosswalks = new ArrayList<>();
        Map<String, SumoNet.Junction> nodes = new LinkedHashMap<>();
        for (SumoNet.Connection connection : connections) {
            if (connection.fromEdge().startsWith(":")) {
                crosswalk(net, connection, crosswalks);
            } else {
                SumoNet.Junction junction =
                        net.junctions().get(net.edges().get(connection.fromEdge()).to());
                nodes.putIfAbsent(junction.id(), junction);
                movements.add(movement(net, connection, junction));
            }
        }
        movements.sort((a, b) -> Integer.compare(a.link(), b.link()));
        crosswalks.sort((a, b) -> Integer.compare(a.link(), b.link()));
        double x = nodes.values().stream().mapToDouble(SumoNet.Junction::xM).average().orElse(0);
        double y = nodes.values().stream().mapToDouble(SumoNet.Junction::yM).average().orElse(0);
        String node = nodes.keySet().stream().findFirst().orElse("");
        return new Intersection(tls, node, x, y, movements, crosswalks);
    }

    private static Movement movement(
            SumoNet net, SumoNet.Connection connection, SumoNet.Junction junction) {
        SumoNet.Lane from = net.lanes().get(connection.fromLaneId());
        SumoNet.Lane to = net.lanes().get(connection.toLaneId());
        List<double[]> path = new ArrayList<>();
        path.add(last(from.shape()));
        List<Integer> requests = new ArrayList<>();
        double lengthM = 0.0;
        String via = connection.via();
        for (int i = 0; i < LONGEST_CHAIN && via.startsWith(":"); i++) {
            SumoNet.Lane inside = net.lanes().get(via);
            addAll(path, inside.shape());
            lengthM += inside.lengthM();
            int request = junction.insideLanes().indexOf(via);
            if (request >= 0) {
                requests.add(request);
            }
            via =
                    net.connectionsFrom(via).stream()
                            .map(SumoNet.Connection::via)
                            .findFirst()
                            .orElse("");
        }
        add(path, to.shape()[0], to.shape()[1]);
        char turn =
                switch (connection.dir()) {
                    case "l", "L", "t" -> 'l';
                    case "r", "R" -> 'r';
                    default -> 's';
                };
        return new Movement(
                connection.linkIndex(),
                from,
                to,
                turn,
                path,
                Math.max(1.0, lengthM),
                Movement.speedKmh(turn, from.speedMps()),
                requests,
                junction.id());
    }

    private static void crosswalk(
            SumoNet net, SumoNet.Connection connection, List<Crosswalk> crosswalks) {
        SumoNet.Edge edge = net.edges().get(connection.toEdge());
        if (!edge.function().equals("crossing")
                || crosswalks.stream().anyMatch(known -> known.link() == connection.linkIndex())) {
            return; // The other way over the same crossing.
        }
        SumoNet.Lane lane = net.lanes().get(connection.toLaneId());
        String node = edge.id().substring(1, edge.id().lastIndexOf("_c"));
        SumoNet.Junction junction = net.junctions().get(node);
        crosswalks.add(
                new Crosswalk(
                        connection.linkIndex(),
                        edge.id(),
                        edge.crossed(),
                        lane.lengthM(),
                        junction == null ? -1 : junction.insideLanes().indexOf(lane.id()),
                        node));
    }

    private static double[] last(double[] shape) {
        return new double[] {shape[shape.length - 2], shape[shape.length - 1]};
    }

    private static void addAll(List<double[]> path, double[] shape) {
        for (int i = 0; i < shape.length; i += 2) {
            add(path, shape[i], shape[i + 1]);
        }
    }

    /** A point that is there already would make a piece without direction. */
    private static void add(List<double[]> path, double x, double y) {
        double[] before = path.getLast();
        if (Math.hypot(x - before[0], y - before[1]) > 0.01) {
            path.add(new double[] {x, y});
        }
    }
}
