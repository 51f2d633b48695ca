package org.sinho.rig.sumo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws emergency calls over a whole net: a unit leaves its base for a place anywhere, an ambulance
 * drives on from there to an emergency room.
 */
final class EmergencyCalls {
    /** How much longer a way takes than in an empty net, when the second leg is put on it. */
    private static final double TRAFFIC_FACTOR = 1.3;

    /** Places that cannot be reached from the base are drawn again so often. */
    private static final int TRIES = 200;

    private final CityDemand.EmergencyTrips plan;
    private final RoutePlanner planner;
    private final SplittableRandom random;
    private final List<String> places;
    private final List<Leg> legs = new ArrayList<>();
    private final List<String> typesLeft = new ArrayList<>();

    /** One trip of a call, to halfway along its last road; {@code name} is unique. */
    record Leg(
            double departSeconds, String name, String type, boolean fromBase, List<String> edges) {}

    EmergencyCalls(CityDemand.EmergencyTrips plan, RoutePlanner planner, SplittableRandom random) {
        this.plan = plan;
        this.planner = planner;
        this.random = random;
        places = planner.places("emergency");
    }

    /** One call in each of {@code count} shares of time. {@return the trips} */
    List<Leg> draw(double firstSeconds, double shareSeconds, int count) {
        for (int i = 0; i < count; i++) {
            call(i, firstSeconds + shareSeconds * (i + random.nextDouble()));
        }
        return legs;
    }

    private void call(int number, double time) {
        String type = nextType();
        List<CityDemand.Base> bases =
                plan.bases().stream().filter(base -> base.type().equals(type)).toList();
        String base = bases.get(random.nextInt(bases.size())).edge();
        for (int i = 0; i < TRIES; i++) {
            String place = places.get(random.nextInt(places.size()));
            List<String> out = planner.way(base, place, "emergency");
            List<String> on = type.equals("ambulance") ? toHospital(place) : List.of();
            if (out.size() < 3 || type.equals("ambulance") && on.size() < 3) {
                continue; // Around the corner, or out of reach.
            }
            legs.add(new Leg(time, String.valueOf(number), type, true, out));
            if (!on.isEmpty()) {
                double arrived = time + TRAFFIC_FACTOR * planner.seconds(out, "emergency");
                legs.add(new Leg(arrived + plan.onSceneSeconds(), number + "h", type, false, on));
            }
            return;
        }
        throw new SumoException(
                "emergency: no place can be reached from base "
                        + base
                        + (type.equals("ambulance") ? " and then a hospital" : "")
                        + "; allowed: a base on a road that leads somewhere");
    }

    /** Each type once before one comes again, so that an hour of any seed has its share of each. */
    private String nextType() {
        if (typesLeft.isEmpty()) {
            typesLeft.addAll(plan.types());
        }
        return typesLeft.remove(random.nextInt(typesLeft.size()));
    }

    /** The nearest emergency room. */
    private List<String> toHospital(String place) {
        List<String> best = List.of();
        for (String hospital : plan.hospitals()) {
            List<String> way = planner.way(place, hospital, "emergency");
            if (!way.isEmpty()
                    && (best.isEmpty()
                            || planner.seconds(way, "emergency")
                                    < planner.seconds(best, "emergency"))) {
                best = way;
            }
        }
        return best;
    }
}
