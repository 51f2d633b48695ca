package org.sinho.rig.sumo;

import java.util.List;

/**
 * Who travels in a city. Rates are per hour.
 *
 * @param profile how rates rise and fall during a run
 * @param routes vehicle routes, edge by edge
 * @param flows vehicles from one edge to another, on the fastest way
 * @param buses bus lines
 * @param walks pedestrian relations
 * @param emergency emergency trips
 * @param zone who enters the restricted zone, with a tag and without permission
 */
public record CityDemand(
        Profile profile,
        List<Route> routes,
        List<Flow> flows,
        List<BusLine> buses,
        List<Walk> walks,
        EmergencyTrips emergency,
        Zone zone) {

    /**
     * What rates are multiplied by.
     *
     * <p>Without {@code peaks} the factor rises evenly to the middle of a run and falls again. Each
     * of the peaks is a triangle: a morning and an evening fit into a run of any length.
     *
     * @param edge factor at both ends of a run and between peaks
     * @param peak highest factor
     * @param peaks middles of the peaks as shares of a run, 0 to 1
     * @param width half the foot of a peak as a share of a run
     */
    public record Profile(double edge, double peak, List<Double> peaks, double width) {
        double factorAt(double share) {
            double rise = 0.0;
            for (double middle : peaks) {
                rise = Math.max(rise, 1.0 - Math.abs(share - middle) / width);
            }
            return edge + (peak - edge) * rise;
        }

        double highest() {
            return Math.max(edge, peak);
        }
    }

    /**
     * A vehicle route.
     *
     * @param id name, the stem of vehicle ids
     * @param edges SUMO edges from entry to exit
     * @param vehiclesPerHour rate before the profile
     * @param type vehicle type, or empty for cars with a few trucks among them
     * @param steady whether they come evenly and whatever the profile says, as on a timetable
     */
    public record Route(
            String id, List<String> edges, double vehiclesPerHour, String type, boolean steady) {}

    /**
     * Vehicles from one edge to another.
     *
     * @param id name, the stem of vehicle ids
     * @param from first edge
     * @param via edges to pass on the way, in order
     * @param to last edge
     * @param vehiclesPerHour rate before the profile
     * @param type vehicle type, or empty for cars with a few trucks among them
     */
    public record Flow(
            String id,
            String from,
            List<String> via,
            String to,
            double vehiclesPerHour,
            String type) {}

    /**
     * A bus line.
     *
     * @param route its route; buses come evenly spaced with a little jitter
     * @param stops ids of the SUMO bus stops, in order
     * @param dwellSeconds stop duration, seconds
     */
    public record BusLine(Route route, List<String> stops, double dwellSeconds) {}

    /**
     * People walking from one place to another.
     *
     * @param from SUMO edge on whose sidewalk they start
     * @param fromPosM where on it, metres
     * @param to SUMO edge on whose sidewalk they end
     * @param toPosM where on it, metres
     * @param personsPerHour rate before the profile
     */
    public record Walk(
            String from, double fromPosM, String to, double toPosM, double personsPerHour) {}

    /**
     * Emergency trips: one call per interval, at a random time within its share of the run.
     *
     * <p>Without {@code bases} a call is one trip along one of the routes. With them it leads from
     * a base to a place anywhere in the net; an ambulance then drives on to a hospital.
     *
     * @param intervalSeconds one call per so many seconds of a run
     * @param firstSeconds none leaves earlier
     * @param tailSeconds none leaves in the last so many seconds
     * @param types vehicle types to draw from: {@code ambulance}, {@code fire}, {@code police}
     * @param bases edges to start from, for the type of each
     * @param hospitals edges of emergency rooms
     * @param onSceneSeconds how long an ambulance stays with a patient
     */
    public record EmergencyTrips(
            double intervalSeconds,
            double firstSeconds,
            double tailSeconds,
            List<String> types,
            List<Base> bases,
            List<String> hospitals,
            double onSceneSeconds) {}

    /**
     * Where units of one type stand.
     *
     * @param type vehicle type
     * @param edge SUMO edge before its gate
     */
    public record Base(String type, String edge) {}

    /**
     * Who enters the restricted zone other than by the rules of the road.
     *
     * @param violatorsPerHour owned cars that drive in, whatever the profile says
     * @param gates edges behind the city's gates, in the order of its places; empty: no zone
     * @param tags tags of service vehicles
     */
    public record Zone(double violatorsPerHour, List<String> gates, List<Tag> tags) {}

    /**
     * A tag that all vehicles of a flow carry, as those of one company do.
     *
     * @param flow id of the flow
     * @param number pseudonymous number
     * @param type vehicle type of the flow
     */
    public record Tag(String flow, int number, String type) {}
}
