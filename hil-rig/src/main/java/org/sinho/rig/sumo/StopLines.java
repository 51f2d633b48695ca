package org.sinho.rig.sumo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Who stands before which signal, found from where loops and crossings lie in the net and which
 * link leads on from there. No controller's programming comes into it: a detector that is wired to
 * the wrong phase still speaks for the lane it lies in.
 *
 * <p>A detector counts when all its loops lie at stop lines and all ways on from there show one and
 * the same phase or overlap.
 */
public final class StopLines {
    /** A loop farther from the end of its lane does not see who waits first, metres. */
    private static final double NEAR_M = 10.0;

    /** Movements before those of the overlaps, as a monitor's card numbers them. */
    private static final int FIRST_OVERLAP = 32;

    private final Map<Integer, Map<Integer, Integer>> movementByDetector = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> pedByButton = new HashMap<>();

    private StopLines() {}

    /**
     * Reads a city.
     *
     * @param city the city
     * @param net its built net
     * @return its stop lines
     */
    public static StopLines of(CityFolder city, SumoNet net) {
        Map<String, String> laneByLoop = new HashMap<>();
        city.additional().forEach(file -> loops(file, net, laneByLoop));
        StopLines lines = new StopLines();
        for (CityFolder.Junction junction : city.junctions()) {
            lines.add(junction, net, laneByLoop);
        }
        return lines;
    }

    private void add(CityFolder.Junction junction, SumoNet net, Map<String, String> laneByLoop) {
        Map<String, Set<Integer>> movementsByLane = new HashMap<>();
        Map<String, Integer> pedByCrossing = new HashMap<>();
        for (SumoNet.Connection connection : net.connections()) {
            if (connection.tls().equals(junction.tls())) {
                CityFolder.Link link = junction.links().get(connection.linkIndex());
                movementsByLane
                        .computeIfAbsent(connection.fromLaneId(), lane -> new HashSet<>())
                        .add(movement(link));
                pedByCrossing.put(connection.toEdge(), link.ped());
            }
        }
        Map<Integer, Integer> phases = new HashMap<>();
        for (CityFolder.Detector detector : junction.detectors()) {
            Set<Integer> shown = new HashSet<>();
            for (String loop : detector.loops()) {
                shown.addAll(
                        movementsByLane.getOrDefault(laneByLoop.getOrDefault(loop, ""), Set.of(0)));
            }
            phases.put(detector.number(), shown.size() == 1 ? shown.iterator().next() : 0);
        }
        Map<Integer, Integer> peds = new HashMap<>();
        for (CityFolder.Button button : junction.buttons()) {
            peds.put(button.number(), pedByCrossing.getOrDefault(button.crossing(), 0));
        }
        movementByDetector.put(junction.number(), phases);
        pedByButton.put(junction.number(), peds);
    }

    /** What drivers look at: the face of an overlap if there is one, else that of the phase. */
    private static int movement(CityFolder.Link link) {
        return link.overlap() != 0 ? FIRST_OVERLAP + link.overlap() : link.phase();
    }

    /** Lanes of the loops near the end of theirs. */
    private static void loops(Path file, SumoNet net, Map<String, String> laneByLoop) {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = SumoNet.Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("inductionLoop")) {
                    continue;
                }
                String lane = xml.getAttributeValue(null, "lane");
                double pos = Double.parseDouble(xml.getAttributeValue(null, "pos"));
                double lengthM =
                        net.lanes().containsKey(lane) ? net.lanes().get(lane).lengthM() : 0;
                double beforeEndM = pos < 0 ? -pos : lengthM - pos;
                if (beforeEndM <= NEAR_M) {
                    laneByLoop.put(xml.getAttributeValue(null, "id"), lane);
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new SumoException(file + ": not a SUMO additional file: " + e.getMessage(), e);
        }
    }

    /**
     * Finds whose stop line a detector watches.
     *
     * @param junction J2735 intersection id
     * @param detector controller detector number
     * @return the movement that drivers over it wait for: phase n is n, overlap n is 32 + n; or 0
     */
    public int movement(int junction, int detector) {
        return movementByDetector.getOrDefault(junction, Map.of()).getOrDefault(detector, 0);
    }

    /**
     * Finds whose crossing a button is for.
     *
     * @param junction J2735 intersection id
     * @param button controller pedestrian detector number
     * @return the pedestrian phase that people at it wait for, or 0
     */
    public int pedestrianPhase(int junction, int button) {
        return pedByButton.getOrDefault(junction, Map.of()).getOrDefault(button, 0);
    }

    /**
     * Tells at which stop lines somebody stands.
     *
     * @param traffic the traffic after its last step
     * @param junction the junction
     * @return bit n - 1 for movement n: phase n is n, overlap n is 32 + n
     */
    public long present(SumoTraffic traffic, CityFolder.Junction junction) {
        long mask = 0;
        for (CityFolder.Detector detector : junction.detectors()) {
            int movement = movement(junction.number(), detector.number());
            boolean on = movement > 0 && traffic.occupied(junction.number(), detector.number());
            mask |= on ? 1L << (movement - 1) : 0;
        }
        return mask;
    }

    /**
     * Tells at which crossings somebody presses.
     *
     * @param traffic the traffic after its last step
     * @param junction the junction
     * @return bit n - 1 for pedestrian phase n
     */
    public int pressed(SumoTraffic traffic, CityFolder.Junction junction) {
        int mask = 0;
        for (CityFolder.Button button : junction.buttons()) {
            int phase = pedestrianPhase(junction.number(), button.number());
            boolean on = phase > 0 && traffic.buttonPressed(junction.number(), button.number());
            mask |= on ? 1 << (phase - 1) : 0;
        }
        return mask;
    }
}
