package org.sinho.rig.sumo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws the owned cars that drive into the restricted zone although they may not: one in each share
 * of time, from an entry of the city through one gate to a place behind it.
 *
 * <p>The net does not admit cars there, as the signs do not; such a car is of SUMO's class {@code
 * delivery}, which it does admit, with the shape and the manners of a car.
 */
final class Violators {
    static final String PREFIX = "violator.";
    static final String TYPE = "violator";

    private static final String CLASS = "delivery";
    private static final int TRIES = 200;

    private final List<String> gates;
    private final Set<String> gateSet;
    private final List<String> origins;
    private final List<String> inside;
    private final RoutePlanner planner;
    private final SplittableRandom random;

    Violators(CityDemand demand, RoutePlanner planner, SplittableRandom random) {
        gates = demand.zone().gates();
        gateSet = new HashSet<>(gates);
        origins =
                demand.flows().stream()
                        .filter(flow -> VehicleTypes.classOf(flow.type()).equals("passenger"))
                        .map(CityDemand.Flow::from)
                        .distinct()
                        .toList();
        inside =
                planner.places(CLASS).stream()
                        .filter(edge -> !planner.admits(edge, "passenger"))
                        .toList();
        this.planner = planner;
        this.random = random;
    }

    /** {@return a way through exactly one gate} */
    List<String> way() {
        for (int i = 0; i < TRIES && !origins.isEmpty() && !inside.isEmpty(); i++) {
            String gate = gates.get(random.nextInt(gates.size()));
            String from = origins.get(random.nextInt(origins.size()));
            String to = inside.get(random.nextInt(inside.size()));
            List<String> edges = planner.way(List.of(from, gate, to), CLASS);
            if (!edges.isEmpty() && edges.stream().filter(gateSet::contains).count() == 1) {
                return edges;
            }
        }
        throw new SumoException(
                "zone.violatorsPerHour: no car can get through one gate of "
                        + gates
                        + "; allowed: gates on edges that lead from roads for cars to others");
    }
}
