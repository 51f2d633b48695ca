package org.sinho.perf.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Counts who comes through a city's gates by SUMO's own loops, without the rig's readers. */
public final class GateCount {
    /** A passage has a sidewalk, then the one lane for wheels. */
    private static final int WHEELS_LANE = 1;

    private static final String OUTPUT = "gates.xml";

    private GateCount() {}

    /** Lays a loop behind each gate of a city, which is a copy. */
    public static void lay(Path additional, List<String> gates) throws IOException {
        StringBuilder loops = new StringBuilder();
        for (String gate : gates) {
            loops.append(
                    ("    <instantInductionLoop id=\"gate.%s\" lane=\"%s_%d\" pos=\"0.1\""
                                    + " file=\"%s\"/>%n")
                            .formatted(gate, gate, WHEELS_LANE, OUTPUT));
        }
        String text = Files.readString(additional);
        Files.writeString(additional, text.replace("</additional>", loops + "</additional>"));
    }

    /**
     * Counts after a run. A vehicle that begins its trip on the edge behind a gate is put there
     * beyond the loop; it came through the gate all the same.
     *
     * @return passages into the zone by vehicle type
     */
    public static Map<String, Integer> of(Path city, Path run, List<String> gates)
            throws IOException {
        Map<String, Integer> passages = new TreeMap<>();
        each(
                city.resolve(OUTPUT),
                xml -> {
                    if ("enter".equals(xml.getAttributeValue(null, "state"))) {
                        passages.merge(xml.getAttributeValue(null, "type"), 1, Integer::sum);
                    }
                });
        each(
                run.resolve("tripinfo.xml"),
                xml -> {
                    String lane = xml.getAttributeValue(null, "departLane");
                    if (lane != null && gates.contains(lane.replaceAll("_\\d+$", ""))) {
                        passages.merge(xml.getAttributeValue(null, "vType"), 1, Integer::sum);
                    }
                });
        return passages;
    }

    private static void each(Path file, Consumer<XMLStreamReader> action) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    action.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is not XML", e);
        }
    }
}
