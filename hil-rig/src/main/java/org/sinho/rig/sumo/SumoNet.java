package org.sinho.rig.sumo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Edges, lanes, junctions and connections of a built net. */
public final class SumoNet {
    /** Longest way followed from a lane to the next stop line, metres. */
    private static final double LONGEST_WAY_M = 5_000;

    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Junction> junctions = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, List<Connection>> connectionsFrom = new HashMap<>();
    private final Map<String, StopLine> stopLines = new HashMap<>();
    private String projection = "!";
    private double[] bounds = new double[4];
    private double[] degrees = new double[4];

    /**
     * One edge.
     *
     * @param id its id; a colon in front when it lies within a junction
     * @param from junction that it leaves, empty within a junction
     * @param to junction that it leads to, empty within a junction
     * @param function empty for a road, else {@code internal}, {@code crossing}, {@code
     *     walkingarea} or {@code connector}
     * @param crossed edges that a crossing leads over
     * @param kind type of road as the net names it, may be empty
     */
    public record Edge(
            String id, String from, String to, String function, List<String> crossed, String kind) {
        /**
         * Whether vehicles drive on it from one junction to another.
         *
         * @return false for what lies within a junction
         */
        public boolean road() {
            return function.isEmpty();
        }
    }

    /**
     * One lane.
     *
     * @param id its id
     * @param edge the edge it belongs to
     * @param index 0 for the rightmost
     * @param lengthM length, metres
     * @param widthM width, metres
     * @param speedMps speed limit, metres per second
     * @param allow vehicle classes that may use it; empty for all but {@code disallow}
     * @param disallow vehicle classes that may not
     * @param shape x, y pairs in metres from its start to its end
     */
    public record Lane(
            String id,
            String edge,
            int index,
            double lengthM,
            double widthM,
            double speedMps,
            Set<String> allow,
            Set<String> disallow,
            double[] shape) {
        /**
         * Whether a class of vehicle may use it.
         *
         * @param vehicleClass SUMO's name of the class
         * @return true if it may
         */
        public boolean allows(String vehicleClass) {
            return allow.isEmpty()
                    ? !disallow.contains(vehicleClass)
                    : allow.contains(vehicleClass);
        }

        boolean pedestrian() {
            return allow.equals(Set.of("pedestrian"));
        }

        /**
         * Whether motor vehicles with two tracks may use it: cars, buses, emergency vehicles.
         *
         * @return false for sidewalks and lanes of personal mobility
         */
        public boolean motor() {
            return allows("passenger") || allows("bus") || allows("emergency");
        }
    }

    /**
     * One junction.
     *
     * @param id its id
     * @param kind how right of way is given, e.g. {@code traffic_light}
     * @param xM metres east
     * @param yM metres north
     * @param insideLanes the lanes whose links {@code foes} speaks of, in order
     * @param foes for each link the links that it must not meet
     */
    public record Junction(
            String id,
            String kind,
            double xM,
            double yM,
            List<String> insideLanes,
            List<BitSet> foes) {}

    /**
     * One way from lane to lane.
     *
     * @param fromEdge edge it leaves
     * @param fromLane index of the lane it leaves
     * @param toEdge edge it leads to
     * @param toLane index of the lane it leads to
     * @param via lane within the junction, empty for none
     * @param tls signal, empty for none
     * @param linkIndex place in the signal's state, -1 without a signal
     * @param dir SUMO's letter of the turn
     */
    public record Connection(
            String fromEdge,
            int fromLane,
            String toEdge,
            int toLane,
            String via,
            String tls,
            int linkIndex,
            String dir) {
        /**
         * The lane it leaves.
         *
         * @return lane id
         */
        public String fromLaneId() {
            return fromEdge + "_" + fromLane;
        }

        /**
         * The lane it leads to.
         *
         * @return lane id
         */
        public String toLaneId() {
            return toEdge + "_" + toLane;
        }
    }

    /** The stop line ahead of a lane: the signal, and metres from the lane's end to the line. */
    record StopLine(String tls, double beyondLaneM) {}

    private SumoNet() {}

    /**
     * Reads a net.
     *
     * @param file as netconvert wrote it
     * @return the net
     * @throws SumoException if it cannot be read
     */
    public static SumoNet read(Path file) {
        SumoNet net = new SumoNet();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = Xml.reader(in);
            String edge = "";
            List<BitSet> foes = List.of();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "location" -> net.addLocation(xml);
                    case "edge" -> edge = net.addEdge(xml);
                    case "lane" -> net.addLane(edge, xml);
                    case "junction" -> foes = net.addJunction(xml);
                    case "request" -> foes.add(bits(Xml.text(xml, "foes")));
                    case "connection" -> net.addConnection(xml);
                    default -> {}
                }
            }
        } catch (IOException | XMLStreamException | NumberFormatException e) {
            throw new SumoException(file + ": not a SUMO net: " + e.getMessage(), e);
        }
        net.findStopLines();
        return net;
    }

    /**
     * All edges by id.
     *
     * @return in the order of the file
     */
    public Map<String, Edge> edges() {
        return edges;
    }

    /**
     * All lanes by id.
     *
     * @return in the order of the file
     */
    public Map<String, Lane> lanes() {
        return lanes;
    }

    /**
     * All junctions by id.
     *
     * @return in the order of the file
     */
    public Map<String, Junction> junctions() {
        return junctions;
    }

    /**
     * All connections.
     *
     * @return in the order of the file
     */
    public List<Connection> connections() {
        return connections;
    }

    /**
     * What leads on from a lane.
     *
     * @param laneId lane
     * @return connections in the order of the file
     */
    public List<Connection> connectionsFrom(String laneId) {
        return connectionsFrom.getOrDefault(laneId, List.of());
    }

    /**
     * Lanes of an edge from the right.
     *
     * @param edge edge
     * @return empty if there is no such edge
     */
    public List<Lane> lanesOf(String edge) {
        List<Lane> found = new ArrayList<>();
        for (int i = 0; lanes.containsKey(edge + "_" + i); i++) {
            found.add(lanes.get(edge + "_" + i));
        }
        return found;
    }

    /**
     * Latitude and longitude of x = 0, y = 0, by the middle of the net's bounds.
     *
     * @return two values in degrees, or nothing when the net is not tied to the earth
     */
    public double[] originDegrees() {
        if (projection.equals("!")) {
            return new double[0];
        }
        GeoFrame middle =
                new GeoFrame(degrees[1] / 2 + degrees[3] / 2, degrees[0] / 2 + degrees[2] / 2);
        return new double[] {
            middle.latDeg(-(bounds[1] + bounds[3]) / 2), middle.lonDeg(-(bounds[0] + bounds[2]) / 2)
        };
    }

    /** {@return the nearest signal's stop line for traffic on {@code laneId}, or null} */
    StopLine stopLineAhead(String laneId) {
        return stopLines.get(laneId);
    }

    /** Shortens ways until none gets shorter: from every signal backwards, lane by lane. */
    private void findStopLines() {
        boolean again = true;
        while (again) {
            again = false;
            for (Connection connection : connections) {
                again |= shorten(connection.fromLaneId(), through(connection));
            }
        }
    }

    private StopLine through(Connection connection) {
        if (!connection.tls().isEmpty()) {
            return new StopLine(connection.tls(), 0.0);
        }
        String next = connection.via().isEmpty() ? connection.toLaneId() : connection.via();
        StopLine ahead = stopLines.get(next);
        return ahead == null
                ? null
                : new StopLine(ahead.tls(), ahead.beyondLaneM() + lanes.get(next).lengthM());
    }

    private boolean shorten(String laneId, StopLine ahead) {
        if (ahead == null || ahead.beyondLaneM() > LONGEST_WAY_M) {
            return false;
        }
        StopLine known = stopLines.get(laneId);
        if (known != null && known.beyondLaneM() <= ahead.beyondLaneM()) {
            return false;
        }
        stopLines.put(laneId, ahead);
        return true;
    }

    private static BitSet bits(String foes) {
        BitSet bits = new BitSet(foes.length());
        for (int i = 0; i < foes.length(); i++) {
            bits.set(i, foes.charAt(foes.length() - 1 - i) == '1');
        }
        return bits;
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.copyOf(list(text));
    }

    private static List<String> list(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.trim().split(" +")).distinct().toList();
    }

    private void addLocation(XMLStreamReader xml) {
        projection = Xml.text(xml, "projParameter");
        bounds = numbers(Xml.text(xml, "convBoundary"));
        degrees = numbers(Xml.text(xml, "origBoundary"));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private String addEdge(XMLStreamReader xml) {
        String id = Xml.text(xml, "id");
        edges.put(
                id,
                new Edge(
                        id,
                        Xml.text(xml, "from"),
                        Xml.text(xml, "to"),
                        Xml.text(xml, "function"),
                        list(Xml.text(xml, "crossingEdges")),
                        Xml.text(xml, "type")));
        return id;
    }

    private List<BitSet> addJunction(XMLStreamReader xml) {
        List<BitSet> foes = new ArrayList<>();
        String id = Xml.text(xml, "id");
        junctions.put(
                id,
                new Junction(
                        id,
                        Xml.text(xml, "type"),
                        Xml.number(xml, "x"),
                        Xml.number(xml, "y"),
                        list(Xml.text(xml, "intLanes")),
                        foes));
        return foes;
    }

    private void addLane(String edge, XMLStreamReader xml) {
        String id = xml.getAttributeValue(null, "id");
        String width = xml.getAttributeValue(null, "width");
        lanes.put(
                id,
                new Lane(
                        id,
                        edge,
                        Integer.parseInt(xml.getAttributeValue(null, "index")),
                        Double.parseDouble(xml.getAttributeValue(null, "length")),
                        width == null ? 3.2 : Double.parseDouble(width),
                        Double.parseDouble(xml.getAttributeValue(null, "speed")),
                        words(Xml.text(xml, "allow")),
                        words(Xml.text(xml, "disallow")),
                        Xml.points(xml.getAttributeValue(null, "shape"))));
    }

    private void addConnection(XMLStreamReader xml) {
        Connection connection =
                new Connection(
                        xml.getAttributeValue(null, "from"),
                        Integer.parseInt(xml.getAttributeValue(null, "fromLane")),
                        xml.getAttributeValue(null, "to"),
                        Integer.parseInt(xml.getAttributeValue(null, "toLane")),
                        Xml.text(xml, "via"),
                        Xml.text(xml, "tl"),
                        xml.getAttributeValue(null, "linkIndex") == null
                                ? -1
                                : Integer.parseInt(xml.getAttributeValue(null, "linkIndex")),
                        Xml.text(xml, "dir"));
        connections.add(connection);
        connectionsFrom
                .computeIfAbsent(connection.fromLaneId(), id -> new ArrayList<>())
                .add(connection);
    }

    /** Small XML reading, without DTDs. */
    static final class Xml {
        private Xml() {}

        static XMLStreamReader reader(InputStream in) throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return factory.createXMLStreamReader(in);
        }

        static String text(XMLStreamReader xml, String attribute) {
            String value = xml.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }

        static double number(XMLStreamReader xml, String attribute) {
            String value = xml.getAttributeValue(null, attribute);
            return value == null || value.isEmpty() ? Double.NaN : Double.parseDouble(value);
        }

        /** {@return x, y, x, y ... of a SUMO shape; a third coordinate is dropped} */
        static double[] points(String shape) {
            String[] words = shape.trim().split(" ");
            double[] points = new double[2 * words.length];
            for (int i = 0; i < words.length; i++) {
                String[] numbers = words[i].split(",");
                points[2 * i] = Double.parseDouble(numbers[0]);
                points[2 * i + 1] = Double.parseDouble(numbers[1]);
            }
            return points;
        }
    }
}
