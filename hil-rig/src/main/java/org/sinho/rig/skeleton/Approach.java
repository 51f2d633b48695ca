package org.sinho.rig.skeleton;

import java.util.ArrayList;
import java.util.List;
import org.sinho.rig.sumo.SumoNet;

/**
 * One direction of travel at a junction.
 *
 * @param number J2735 approach number
 * @param ingress edge that leads to the stop line, empty when nothing comes in
 * @param egress edge that leads on straight ahead, empty when nothing does
 * @param headingDeg direction of travel, degrees counterclockwise from east
 * @param movements ways from the ingress edge
 */
record Approach(
        int number, String ingress, String egress, double headingDeg, List<Movement> movements) {
    private static final String[] NAMES = {
        "eastbound", "north-eastbound", "northbound", "north-westbound",
        "westbound", "south-westbound", "southbound", "south-eastbound"
    };

    Approach withNumber(int given) {
        return new Approach(given, ingress, egress, headingDeg, movements);
    }

    String name() {
        return NAMES[Math.floorMod(Math.round((float) headingDeg / 45), 8)];
    }

    /** {@return ways of cars from it that turn left, or all others} */
    List<Movement> ways(boolean left) {
        return movements.stream().filter(way -> (way.turn() == 'l') == left).toList();
    }

    /** {@return whether cars that turn left have lanes of their own} */
    boolean ownLeftLanes() {
        List<String> leftLanes =
                ways(true).stream()
                        .filter(way -> !way.wheels())
                        .map(way -> way.from().id())
                        .toList();
        return ways(false).stream().noneMatch(way -> leftLanes.contains(way.from().id()));
    }

    /** How much traffic it is built for. */
    double weight() {
        return movements.stream()
                        .filter(way -> !way.wheels())
                        .map(way -> way.from().id())
                        .distinct()
                        .count()
                * movements.stream().mapToDouble(way -> way.from().speedMps()).max().orElse(0);
    }

    /** {@return angle between two directions, 0 to 180} */
    static double between(double a, double b) {
        return Math.abs(((a - b + 540) % 360 + 360) % 360 - 180);
    }

    /** Finds the approaches of a junction, unnumbered. */
    static List<Approach> of(Intersection junction) {
        List<Approach> found = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> edges =
                junction.movements().stream().map(way -> way.from().edge()).distinct().toList();
        for (String edge : edges) {
            List<Movement> ways =
                    junction.movements().stream()
                            .filter(way -> way.from().edge().equals(edge))
                            .toList();
            double heading = heading(ways.getFirst().from(), true);
            String egress =
                    ways.stream()
                            .filter(way -> way.turn() == 's')
                            .map(way -> way.to().edge())
                            .filter(target -> !taken.contains(target))
                            .findFirst()
                            .orElse("");
            taken.add(egress);
            found.add(new Approach(0, edge, egress, heading, ways));
        }
        for (Movement way : junction.movements()) {
            String target = way.to().edge();
            if (!taken.contains(target)) {
                taken.add(target);
                found.add(new Approach(0, "", target, heading(way.to(), false), List.of()));
            }
        }
        return found;
    }

    private static double heading(SumoNet.Lane lane, boolean atEnd) {
        double[] shape = lane.shape();
        int i = atEnd ? shape.length - 4 : 0;
        return Math.toDegrees(Math.atan2(shape[i + 3] - shape[i + 1], shape[i + 2] - shape[i]));
    }
}
