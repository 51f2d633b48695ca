package org.sinho.rig.sumo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The lanes and connections of a built net. */
final class SumoNet {
    /** Longest chain of lanes followed from a lane to the next stop line. */
    private static final int MAX_CHAIN = 16;

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();

    /** One lane; {@code shape} is x, y pairs in metres from its start to its end. */
    record Lane(
            String id,
            String edge,
            int index,
            double lengthM,
            double widthM,
            double speedMps,
            boolean pedestrian,
            double[] shape) {}

    /**
     * One way from lane to lane; {@code tls} is empty and {@code linkIndex} -1 without a signal.
     */
    record Connection(
            String fromEdge,
            int fromLane,
            String toEdge,
            int toLane,
            String via,
            String tls,
            int linkIndex,
            String dir) {
        String fromLaneId() {
            return fromEdge + "_" + fromLane;
        }

        String toLaneId() {
            return toEdge + "_" + toLane;
        }
    }

    /** The stop line ahead of a lane: the signal, and metres from the lane's end to the line. */
    record StopLine(String tls, double beyondLaneM) {}

    private SumoNet() {}

    static SumoNet read(Path file) {
        SumoNet net = new SumoNet();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = Xml.reader(in);
            String edge = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "edge" -> edge = xml.getAttributeValue(null, "id");
                    case "lane" -> net.addLane(edge, xml);
                    case "connection" -> net.addConnection(xml);
                    default -> {}
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new SumoException(file + ": not a SUMO net: " + e.getMessage(), e);
        }
        return net;
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    List<Connection> connections() {
        return connections;
    }

    /** {@return the next signal's stop line for traffic on {@code laneId}, or null} */
    StopLine stopLineAhead(String laneId) {
        return stopLineAhead(laneId, MAX_CHAIN);
    }

    private StopLine stopLineAhead(String laneId, int depth) {
        if (depth == 0) {
            return null;
        }
        for (Connection connection : connections) {
            if (!connection.fromLaneId().equals(laneId)) {
                continue;
            }
            if (!connection.tls().isEmpty()) {
                return new StopLine(connection.tls(), 0.0);
            }
            String next = connection.via().isEmpty() ? connection.toLaneId() : connection.via();
            StopLine ahead = stopLineAhead(next, depth - 1);
            if (ahead != null) {
                return new StopLine(ahead.tls(), ahead.beyondLaneM() + lanes.get(next).lengthM());
            }
        }
        return null;
    }

    private void addLane(String edge, XMLStreamReader xml) {
        String id = xml.getAttributeValue(null, "id");
        String allow = xml.getAttributeValue(null, "allow");
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
                        "pedestrian".equals(allow),
                        Xml.points(xml.getAttributeValue(null, "shape"))));
    }

    private void addConnection(XMLStreamReader xml) {
        connections.add(
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
                        Xml.text(xml, "dir")));
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
