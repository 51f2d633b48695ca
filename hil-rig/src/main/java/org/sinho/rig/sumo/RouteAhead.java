package org.sinho.rig.sumo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signals along one vehicle's own route, which its onboard unit knows. */
final class RouteAhead {
    private final List<String> edges;
    private final int[] junctions;
    private final double[] beyondM;
    private final double[] lengthsM;
    private int index;
    private boolean inside;

    /**
     * Looks ahead along a route.
     *
     * @param numberByTls junction numbers by signal
     */
    RouteAhead(List<String> edges, SumoNet net, Map<String, Integer> numberByTls) {
        this.edges = edges;
        int count = edges.size();
        junctions = new int[count];
        beyondM = new double[count];
        lengthsM = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            lengthsM[i] = net.lanesOf(edges.get(i)).getFirst().lengthM();
            beyondM[i] = Double.NaN;
            if (i == count - 1) {
                continue;
            }
            SumoNet.Connection on = connection(net, edges.get(i), edges.get(i + 1));
            int number = on == null ? 0 : numberByTls.getOrDefault(on.tls(), 0);
            if (number != 0) {
                junctions[i] = number;
                beyondM[i] = 0.0;
            } else {
                SumoNet.Lane via = on == null ? null : net.lanes().get(on.via());
                junctions[i] = junctions[i + 1];
                beyondM[i] = (via == null ? 0 : via.lengthM()) + lengthsM[i + 1] + beyondM[i + 1];
            }
        }
    }

    private static SumoNet.Connection connection(SumoNet net, String from, String to) {
        for (SumoNet.Lane lane : net.lanesOf(from)) {
            for (SumoNet.Connection connection : net.connectionsFrom(lane.id())) {
                if (connection.toEdge().equals(to)) {
                    return connection;
                }
            }
        }
        return null;
    }

    /** Notes the edge that the vehicle is on; within a junction the next one is what counts. */
    void at(String edge) {
        inside = edge.startsWith(":");
        for (int i = index; !inside && i < edges.size(); i++) {
            if (edges.get(i).equals(edge)) {
                index = i;
                return;
            }
        }
    }

    int junction() {
        int at = inside ? index + 1 : index;
        return at < junctions.length ? junctions[at] : 0;
    }

    /** {@return metres from the end of the lane that the vehicle is on to the next stop line} */
    double beyondLaneM() {
        if (!inside) {
            return beyondM[index];
        }
        int next = index + 1;
        return next < edges.size() ? lengthsM[next] + beyondM[next] : Double.NaN;
    }

    /** {@return the edge before the next stop line and the one behind it, or nothing} */
    List<String> nextMovement() {
        for (int i = inside ? index + 1 : index; i + 1 < edges.size(); i++) {
            if (beyondM[i] == 0.0) {
                return edges.subList(i, i + 2);
            }
        }
        return List.of();
    }

    static Map<String, Integer> numbers(List<CityFolder.Junction> junctions) {
        Map<String, Integer> numbers = new HashMap<>();
        junctions.forEach(junction -> numbers.put(junction.tls(), junction.number()));
        return numbers;
    }
}
