package org.sinho.rig.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lanes of a city's junctions with the numbers that a J2735 MAP gives them, from the built net.
 *
 * <p>Per junction: ingress lanes by approach, each from the curb to the middle, then egress lanes
 * the same way, then crossings by pedestrian phase; numbered from 1. {@code lanes.yaml} in the
 * city's folder is {@link #yaml()} kept, for whoever must not read SUMO's net.
 *
 * @param cityName the city's name
 * @param lanes all lanes, junction by junction, by number
 */
public record LaneTable(String cityName, List<Lane> lanes) {
    /** Longest piece between two nodes of a lane, metres: fits the offsets of J2735. */
    private static final double MAX_PIECE_M = 250.0;

    /** No further piece is added to a lane that is so long. */
    private static final double FARTHEST_M = 600.0;

    /** Lanes of long roads end here: a site sheet reaches 1000 m. */
    private static final double LONGEST_M = 900.0;

    private static final Map<String, String> MANEUVERS =
            Map.of(
                    "s",
                    "straight",
                    "l",
                    "left",
                    "r",
                    "right",
                    "L",
                    "left",
                    "R",
                    "right",
                    "t",
                    "uturn");

    /** What a lane is for. */
    public enum Kind {
        /** Leads vehicles to the stop line. */
        INGRESS,
        /** Leads vehicles away. */
        EGRESS,
        /** Leads people across an arm. */
        CROSSWALK
    }

    /**
     * One lane.
     *
     * @param junction J2735 intersection id
     * @param number lane number within the junction, 1 to 255
     * @param kind what it is for
     * @param approach J2735 approach number, or 0 for a crosswalk
     * @param sumoLanes SUMO lanes it consists of, the one at the junction first
     * @param widthM width, metres
     * @param lengthM length as far as it is described, metres
     * @param nodesM x, y pairs in metres east and north of the city's origin: from the stop line
     *     upstream, from the junction downstream, or from curb to curb
     * @param movements what may be done from an ingress lane; empty for the others
     * @param ped pedestrian phase of a crosswalk, 1 to 32, or 0
     */
    public record Lane(
            int junction,
            int number,
            Kind kind,
            int approach,
            List<String> sumoLanes,
            double widthM,
            double lengthM,
            List<double[]> nodesM,
            List<Movement> movements,
            int ped) {}

    /**
     * A movement from an ingress lane.
     *
     * @param maneuver {@code straight}, {@code left}, {@code right} or {@code uturn}
     * @param toLane number of the egress lane
     * @param phase vehicle phase, 1 to 32
     * @param yields whether green is permissive
     * @param link SUMO link index
     */
    public record Movement(String maneuver, int toLane, int phase, boolean yields, int link) {}

    /**
     * Reads the table off a built net.
     *
     * @param city the city
     * @param netFile its net as netconvert built it
     * @return the table
     */
    public static LaneTable of(CityFolder city, Path netFile) {
        return of(city, SumoNet.read(netFile));
    }

    /**
     * Reads the table off a net.
     *
     * @param city the city
     * @param net its net
     * @return the table
     */
    public static LaneTable of(CityFolder city, SumoNet net) {
        List<Lane> lanes = new ArrayList<>();
        city.junctions().forEach(junction -> lanes.addAll(lanesOf(junction, net)));
        return new LaneTable(city.name(), List.copyOf(lanes));
    }

    /**
     * Finds the lane from which a vehicle turns from one road into another on a vehicle signal:
     * bicycle lanes beside it lead there too, on the signal of those on foot.
     *
     * @param junction J2735 intersection id
     * @param fromEdge SUMO edge that ends at the stop line
     * @param toEdge SUMO edge that begins behind the junction
     * @return lane number, 0 when no lane leads there
     */
    public int ingress(int junction, String fromEdge, String toEdge) {
        Set<Integer> exits =
                lanes.stream()
                        .filter(lane -> lane.junction() == junction && lane.kind() == Kind.EGRESS)
                        .filter(lane -> edgeOf(lane).equals(toEdge))
                        .map(Lane::number)
                        .collect(Collectors.toSet());
        return lanes.stream()
                .filter(lane -> lane.junction() == junction && lane.kind() == Kind.INGRESS)
                .filter(lane -> edgeOf(lane).equals(fromEdge))
                .filter(
                        lane ->
                                lane.movements().stream()
                                        .anyMatch(way -> exits.contains(way.toLane())))
                .mapToInt(Lane::number)
                .findFirst()
                .orElse(0);
    }

    private static String edgeOf(Lane lane) {
        String id = lane.sumoLanes().getFirst();
        return id.substring(0, id.lastIndexOf('_'));
    }

    /**
     * Writes {@code lanes.yaml} of a city anew.
     *
     * @param arguments the city's folder and a work folder for the net
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        CityFolder city = CityFolder.read(Path.of(arguments[0]));
        Path net = SumoProcess.buildNet(city, Path.of(arguments[1]));
        Files.writeString(city.folder().resolve("lanes.yaml"), of(city, net).yaml());
    }

    /**
     * The text of {@code lanes.yaml}.
     *
     * @return YAML with two decimals to a metre
     */
    public String yaml() {
        StringBuilder text = new StringBuilder();
        text.append("# Written by org.sinho.rig.sumo.LaneTable from the built net; do not edit.\n");
        text.append(
                "# Nodes are [x, y] metres east and north of the city's origin: from the stop"
                        + " line\n");
        text.append("# upstream, from the junction downstream, or from curb to curb.\n");
        text.append("city: ").append(cityName).append("\nlanes:\n");
        lanes.forEach(lane -> append(text, lane));
        return text.toString();
    }

    private static void append(StringBuilder text, Lane lane) {
        String nodes =
                lane.nodesM().stream()
                        .map(p -> String.format(Locale.ROOT, "[%.2f, %.2f]", p[0], p[1]))
                        .collect(Collectors.joining(", "));
        String sumoLanes =
                lane.sumoLanes().stream()
                        .map(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(", "));
        text.append(
                String.format(
                        Locale.ROOT,
                        "  - junction: %d%n    lane: %d%n    kind: %s%n",
                        lane.junction(),
                        lane.number(),
                        lane.kind().name().toLowerCase(Locale.ROOT)));
        text.append(
                lane.kind() == Kind.CROSSWALK
                        ? "    ped: " + lane.ped() + "\n"
                        : "    approach: " + lane.approach() + "\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        "    sumoLanes: [%s]%n    widthM: %.2f%n    lengthM: %.2f%n    nodes:"
                                + " [%s]%n",
                        sumoLanes,
                        lane.widthM(),
                        lane.lengthM(),
                        nodes));
        if (!lane.movements().isEmpty()) {
            text.append("    movements:\n");
        }
        for (Movement movement : lane.movements()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "      - {maneuver: %s, toLane: %d, phase: %d, yields: %b, link: %d}%n",
                            movement.maneuver(),
                            movement.toLane(),
                            movement.phase(),
                            movement.yields(),
                            movement.link()));
        }
    }

    private static List<Lane> lanesOf(CityFolder.Junction junction, SumoNet net) {
        Map<String, Integer> numbers = new TreeMap<>();
        List<Lane> lanes = new ArrayList<>();
        int number = 1;
        for (CityFolder.Approach approach : junction.approaches()) {
            for (SumoNet.Lane lane : vehicleLanes(net, approach.ingress())) {
                numbers.put(lane.id(), number++);
            }
        }
        for (CityFolder.Approach approach : junction.approaches()) {
            for (SumoNet.Lane lane : vehicleLanes(net, approach.egress())) {
                numbers.put(lane.id(), number++);
            }
        }
        for (CityFolder.Approach approach : junction.approaches()) {
            for (SumoNet.Lane lane : vehicleLanes(net, approach.ingress())) {
                lanes.add(ingress(junction, approach.number(), lane, net, numbers));
            }
        }
        for (CityFolder.Approach approach : junction.approaches()) {
            for (SumoNet.Lane lane : vehicleLanes(net, approach.egress())) {
                lanes.add(egress(junction, approach.number(), lane, numbers.get(lane.id())));
            }
        }
        for (CityFolder.Button button : junction.buttons()) {
            lanes.add(crosswalk(junction, button, net, number++));
        }
        return lanes;
    }

    private static List<SumoNet.Lane> vehicleLanes(SumoNet net, String edge) {
        List<SumoNet.Lane> lanes = net.lanesOf(edge).stream().filter(SumoNet.Lane::motor).toList();
        if (lanes.isEmpty() && !edge.isEmpty()) {
            throw new SumoException(
                    "approach names edge " + edge + "; allowed: an edge of the net");
        }
        return lanes;
    }

    private static Lane ingress(
            CityFolder.Junction junction,
            int approach,
            SumoNet.Lane lane,
            SumoNet net,
            Map<String, Integer> numbers) {
        List<Movement> movements = new ArrayList<>();
        for (SumoNet.Connection connection : net.connections()) {
            if (connection.fromLaneId().equals(lane.id())
                    && connection.tls().equals(junction.tls())
                    && numbers.containsKey(connection.toLaneId())) { // Not into a PM lane.
                CityFolder.Link link = junction.links().get(connection.linkIndex());
                movements.add(
                        new Movement(
                                MANEUVERS.get(connection.dir()),
                                numbers.get(connection.toLaneId()),
                                link.phase(),
                                link.yields(),
                                connection.linkIndex()));
            }
        }
        List<String> sumoLanes = new ArrayList<>(List.of(lane.id()));
        List<double[]> nodes = new ArrayList<>(points(lane.shape()).reversed());
        SumoNet.Lane upstream = upstream(lane, net);
        while (upstream != null && length(nodes) < FARTHEST_M) {
            sumoLanes.add(upstream.id());
            nodes.addAll(points(upstream.shape()).reversed());
            upstream = upstream(upstream, net);
        }
        List<double[]> pieces = pieces(nodes);
        return new Lane(
                junction.number(),
                numbers.get(lane.id()),
                Kind.INGRESS,
                approach,
                sumoLanes,
                lane.widthM(),
                length(pieces),
                pieces,
                movements,
                0);
    }

    private static Lane egress(
            CityFolder.Junction junction, int approach, SumoNet.Lane lane, int number) {
        List<double[]> nodes = pieces(points(lane.shape()));
        return new Lane(
                junction.number(),
                number,
                Kind.EGRESS,
                approach,
                List.of(lane.id()),
                lane.widthM(),
                length(nodes),
                nodes,
                List.of(),
                0);
    }

    private static Lane crosswalk(
            CityFolder.Junction junction, CityFolder.Button button, SumoNet net, int number) {
        SumoNet.Lane lane = net.lanes().get(button.crossing() + "_0");
        int link =
                net.connections().stream()
                        .filter(c -> c.toEdge().equals(button.crossing()) && !c.tls().isEmpty())
                        .mapToInt(SumoNet.Connection::linkIndex)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new SumoException(
                                                "crossing "
                                                        + button.crossing()
                                                        + " has no signal"));
        return new Lane(
                junction.number(),
                number,
                Kind.CROSSWALK,
                0,
                List.of(lane.id()),
                lane.widthM(),
                lane.lengthM(),
                points(lane.shape()),
                List.of(),
                junction.links().get(link).ped());
    }

    /** The lane that runs on into this one, straight or round a bend; a turn pocket has none. */
    private static SumoNet.Lane upstream(SumoNet.Lane lane, SumoNet net) {
        for (SumoNet.Connection connection : net.connections()) {
            if (connection.toLaneId().equals(lane.id())
                    && connection.tls().isEmpty()
                    && !connection.fromEdge().startsWith(":")) {
                SumoNet.Lane from = net.lanes().get(connection.fromLaneId());
                double[] end = points(from.shape()).getLast();
                double[] start = points(lane.shape()).getFirst();
                double[] next = points(lane.shape()).get(1);
                boolean bend = net.connectionsFrom(from.id()).size() == 1 && from.motor();
                if (bend || aside(start, next, end) < lane.widthM() / 2) {
                    return from;
                }
            }
        }
        return null;
    }

    /** Metres by which {@code point} lies beside the line through {@code a} and {@code b}. */
    private static double aside(double[] a, double[] b, double[] point) {
        double cross = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
        return Math.abs(cross) / distance(a, b);
    }

    private static List<double[]> points(double[] shape) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < shape.length; i += 2) {
            points.add(new double[] {shape[i], shape[i + 1]});
        }
        return points;
    }

    private static List<double[]> pieces(List<double[]> nodes) {
        List<double[]> pieces = new ArrayList<>(List.of(nodes.getFirst()));
        double lengthM = 0.0;
        for (int i = 1; i < nodes.size() && lengthM < LONGEST_M; i++) {
            double[] from = nodes.get(i - 1);
            double[] to = nodes.get(i);
            double room = LONGEST_M - lengthM;
            if (distance(from, to) > room) {
                double share = room / distance(from, to);
                to =
                        new double[] {
                            from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])
                        };
            }
            lengthM += distance(from, to);
            int count = (int) Math.ceil(distance(from, to) / MAX_PIECE_M);
            for (int k = 1; k <= count; k++) {
                double share = (double) k / count;
                pieces.add(
                        new double[] {
                            from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])
                        });
            }
        }
        return pieces;
    }

    private static double length(List<double[]> nodes) {
        double length = 0.0;
        for (int i = 1; i < nodes.size(); i++) {
            length += distance(nodes.get(i - 1), nodes.get(i));
        }
        return length;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(b[0] - a[0], b[1] - a[1]);
    }
}
