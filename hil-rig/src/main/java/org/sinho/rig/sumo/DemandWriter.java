package org.sinho.rig.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Draws every trip of a run before it starts and writes SUMO's route file.
 *
 * <p>Each relation has its own stream of random numbers, so that leaving emergency trips out or
 * changing one rate leaves the others as they were. A vehicle's speed factor is part of the file:
 * two runs of one seed have the same drivers.
 */
final class DemandWriter {
    static final String EMERGENCY_PREFIX = "ev";

    private static final double SECONDS_PER_HOUR = 3600.0;

    /** A trip: its departure sorts the file, its text is one XML element. */
    record Trip(double departSeconds, String id, List<String> edges, String xml) {
        boolean emergency() {
            return id.startsWith(EMERGENCY_PREFIX);
        }
    }

    private final CityDemand demand;
    private final long seed;
    private final int seconds;
    private final RoutePlanner planner;
    private final List<Trip> trips = new ArrayList<>();

    private DemandWriter(CityDemand demand, long seed, int seconds, RoutePlanner planner) {
        this.demand = demand;
        this.seed = seed;
        this.seconds = seconds;
        this.planner = planner;
    }

    /** Draws all trips of a run of a city whose routes are all given. {@return the trips} */
    static List<Trip> draw(CityDemand demand, long seed, int seconds, boolean emergencyTrips) {
        return draw(demand, seed, seconds, emergencyTrips, null);
    }

    /**
     * Draws all trips of a run of {@code seconds}. {@return the trips by departure}
     *
     * @param planner finds ways where the demand does not give them; may be null if it always does
     */
    static List<Trip> draw(
            CityDemand demand,
            long seed,
            int seconds,
            boolean emergencyTrips,
            RoutePlanner planner) {
        DemandWriter writer = new DemandWriter(demand, seed, seconds, planner);
        demand.routes().forEach(writer::cars);
        demand.flows().forEach(writer::flow);
        demand.buses().forEach(writer::buses);
        for (int i = 0; i < demand.walks().size(); i++) {
            writer.people(i, demand.walks().get(i));
        }
        if (emergencyTrips) {
            writer.emergencies();
        }
        writer.violators();
        writer.trips.sort(Comparator.comparingDouble(Trip::departSeconds).thenComparing(Trip::id));
        return writer.trips;
    }

    static void write(Path file, List<Trip> trips) {
        StringBuilder xml = new StringBuilder(trips.size() * 160);
        xml.append("<routes>\n").append(VehicleTypes.XML);
        for (Trip trip : trips) {
            xml.append("    ").append(trip.xml()).append('\n');
        }
        xml.append("</routes>\n");
        try {
            Files.writeString(file, xml);
        } catch (IOException e) {
            throw new SumoException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private void flow(CityDemand.Flow flow) {
        List<String> through = new ArrayList<>(List.of(flow.from()));
        through.addAll(flow.via());
        through.add(flow.to());
        List<String> edges = way("flow " + flow.id(), through, flow.type());
        cars(new CityDemand.Route(flow.id(), edges, flow.vehiclesPerHour(), flow.type(), false));
    }

    private List<String> way(String who, List<String> through, String type) {
        String vehicleClass = VehicleTypes.classOf(type);
        List<String> edges = planner.way(through, vehicleClass);
        if (edges.isEmpty()) {
            throw new SumoException(
                    who
                            + ": no way through "
                            + through
                            + "; allowed: edges between which "
                            + vehicleClass
                            + " vehicles may drive");
        }
        return edges;
    }

    private void cars(CityDemand.Route route) {
        SplittableRandom random = stream(route.id());
        int count = 0;
        for (double time : poisson(random, route.vehiclesPerHour())) {
            String mixed = random.nextInt(100) < 5 ? "truck" : "car";
            String type = route.type().isEmpty() ? mixed : route.type();
            vehicle(time, route.id() + "." + count++, type, speedFactor(random), route.edges(), "");
        }
    }

    private void buses(CityDemand.BusLine line) {
        SplittableRandom random = stream(line.route().id());
        double headwaySeconds = SECONDS_PER_HOUR / line.route().vehiclesPerHour();
        String type = line.route().type().isEmpty() ? "bus" : line.route().type();
        List<String> edges = line.route().edges();
        if (planner != null) { // Only the edges to pass are given.
            edges = way("bus line " + line.route().id(), edges, type);
        }
        String stops =
                line.stops().stream()
                        .map(
                                id ->
                                        "<stop busStop=\""
                                                + id
                                                + "\" duration=\""
                                                + line.dwellSeconds()
                                                + "\"/>")
                        .collect(Collectors.joining());
        int count = 0;
        for (double slot = 0; slot < seconds; slot += headwaySeconds) {
            double time = slot + headwaySeconds * (0.3 + 0.4 * random.nextDouble());
            if (time < seconds) {
                String id = line.route().id() + "." + count++;
                vehicle(time, id, type, 1.0, edges, stops);
            }
        }
    }

    private void people(int index, CityDemand.Walk walk) {
        SplittableRandom random = stream("walk" + index);
        int count = 0;
        for (double time : poisson(random, walk.personsPerHour())) {
            String id = "p" + index + "." + count++;
            double speedMps = 1.05 + 0.4 * random.nextDouble();
            String xml =
                    String.format(
                            Locale.ROOT,
                            "<person id=\"%s\" type=\"pedestrian\" depart=\"%.1f\""
                                    + " departPos=\"%.1f\"><walk from=\"%s\" to=\"%s\""
                                    + " arrivalPos=\"%.1f\" speed=\"%.2f\"/></person>",
                            id,
                            time,
                            walk.fromPosM(),
                            walk.from(),
                            walk.to(),
                            walk.toPosM(),
                            speedMps);
            trips.add(new Trip(tenths(time), id, List.of(), xml));
        }
    }

    /** One trip in each of equal shares of the time that is open to them. */
    private void emergencies() {
        CityDemand.EmergencyTrips plan = demand.emergency();
        int count = (int) Math.floor(seconds / plan.intervalSeconds());
        double first = Math.min(plan.firstSeconds(), 0.2 * seconds);
        double last = seconds - Math.min(plan.tailSeconds(), 0.5 * seconds);
        double share = (last - first) / Math.max(1, count);
        SplittableRandom random = stream("emergency");
        if (!plan.bases().isEmpty()) {
            new EmergencyCalls(plan, planner, random)
                    .draw(first, share, count).stream()
                            .filter(leg -> leg.departSeconds() < seconds)
                            .forEach(this::leg);
            return;
        }
        for (int i = 0; i < count; i++) {
            double time = first + share * (i + random.nextDouble());
            CityDemand.Route route = demand.routes().get(random.nextInt(demand.routes().size()));
            String type = plan.types().get(random.nextInt(plan.types().size()));
            vehicle(time, EMERGENCY_PREFIX + i, type, 1.2, route.edges(), "");
        }
    }

    private void leg(EmergencyCalls.Leg leg) {
        String id = EMERGENCY_PREFIX + leg.name();
        String ends =
                String.format(
                        Locale.ROOT,
                        " departPos=\"%.1f\" arrivalPos=\"%.1f\"",
                        leg.fromBase() ? 0.0 : planner.middleM(leg.edges().getFirst()),
                        planner.middleM(leg.edges().getLast()));
        trip(leg.departSeconds(), id, leg.type(), 1.2, leg.edges(), ends, "");
    }

    /** One in each equal share of the run, with a stream of their own: all others stay as drawn. */
    private void violators() {
        double perHour = demand.zone().violatorsPerHour();
        if (perHour <= 0 || planner == null) {
            return;
        }
        SplittableRandom random = stream("zone");
        Violators violators = new Violators(demand, planner, random);
        double shareSeconds = SECONDS_PER_HOUR / perHour;
        int count = 0;
        for (double start = 0; start < seconds; start += shareSeconds) {
            double time = start + shareSeconds * random.nextDouble();
            List<String> way = violators.way();
            double factor = speedFactor(random);
            if (time < seconds) {
                vehicle(time, Violators.PREFIX + count++, Violators.TYPE, factor, way, "");
            }
        }
    }

    private void vehicle(
            double time, String id, String type, double factor, List<String> edges, String stop) {
        trip(time, id, type, factor, edges, "", stop);
    }

    private void trip(
            double time,
            String id,
            String type,
            double factor,
            List<String> edges,
            String ends,
            String stop) {
        String xml =
                String.format(
                        Locale.ROOT,
                        "<vehicle id=\"%s\" type=\"%s\" depart=\"%.1f\" departLane=\"best\""
                                + " departSpeed=\"max\" speedFactor=\"%.3f\"%s>"
                                + "<route edges=\"%s\"/>%s</vehicle>",
                        id,
                        type,
                        time,
                        factor,
                        ends,
                        String.join(" ", edges),
                        stop);
        trips.add(new Trip(tenths(time), id, edges, xml));
    }

    /** Arrival times of a Poisson process whose rate follows the profile, by thinning. */
    private List<Double> poisson(SplittableRandom random, double perHour) {
        List<Double> times = new ArrayList<>();
        double highest = demand.profile().highest();
        double meanGap = SECONDS_PER_HOUR / (perHour * highest);
        if (perHour <= 0 || highest <= 0) {
            return times;
        }
        double time = 0;
        while ((time -= meanGap * Math.log(1.0 - random.nextDouble())) < seconds) {
            if (random.nextDouble() * highest < demand.profile().factorAt(time / seconds)) {
                times.add(time);
            }
        }
        return times;
    }

    private static double speedFactor(SplittableRandom random) {
        return Math.clamp(
                1.0 + 0.1 * (random.nextDouble() + random.nextDouble() - 1.0) * 1.7, 0.8, 1.2);
    }

    private static double tenths(double seconds) {
        return Math.round(seconds * 10.0) / 10.0;
    }

    private SplittableRandom stream(String name) {
        return new SplittableRandom(scatter(scatter(seed) + name.hashCode()));
    }

    /**
     * Scatters all bits of a seed: SplittableRandom counts up by a constant, so that seeds in any
     * regular distance would give one stream, a few numbers apart.
     */
    private static long scatter(long value) {
        long mixed = (value ^ value >>> 31) * 0x7FB5_D329_728E_A185L;
        mixed = (mixed ^ mixed >>> 27) * 0x81DA_DEF4_BC2D_D44DL;
        return mixed ^ mixed >>> 33;
    }
}
