package org.sinho.rig.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Draws every trip of a run before it starts and writes SUMO's route file.
 *
 * <p>Each relation has its own stream of random numbers, so that leaving emergency trips out or
 * changing one rate leaves the others as they were. A vehicle's speed factor is part of the file:
 * two runs of one seed have the same drivers.
 */
final class DemandWriter {
    static final String EMERGENCY_PREFIX = "ev";

    static final List<String> EMERGENCY_TYPES = List.of("ambulance", "fire", "police");

    private static final String TYPES =
            """
                <vType id="car" vClass="passenger" length="4.7" minGap="2.5" sigma="0.5"/>
                <vType id="truck" vClass="truck" length="8.0" minGap="2.5" sigma="0.5" accel="1.5"/>
                <vType id="bus" vClass="bus" length="11.0" minGap="2.5" sigma="0.5"/>
                <vType id="ambulance" vClass="emergency" guiShape="emergency" length="6.0"
                    color="255,0,0"/>
                <vType id="fire" vClass="emergency" guiShape="firebrigade" length="8.5"
                    accel="1.8" color="255,80,0"/>
                <vType id="police" vClass="emergency" guiShape="police" length="4.7"
                    color="0,80,255"/>
                <vType id="pedestrian" vClass="pedestrian"/>
            """;

    private static final double SECONDS_PER_HOUR = 3600.0;

    /** A trip: its departure sorts the file, its text is one XML element. */
    record Trip(double departSeconds, String id, List<String> edges, String xml) {
        boolean emergency() {
            return id.startsWith(EMERGENCY_PREFIX);
        }
    }

    private final CityFolder.Demand demand;
    private final long seed;
    private final int seconds;
    private final List<Trip> trips = new ArrayList<>();

    private DemandWriter(CityFolder.Demand demand, long seed, int seconds) {
        this.demand = demand;
        this.seed = seed;
        this.seconds = seconds;
    }

    /** Draws all trips of a run of {@code seconds}. {@return the trips by departure} */
    static List<Trip> draw(
            CityFolder.Demand demand, long seed, int seconds, boolean emergencyTrips) {
        DemandWriter writer = new DemandWriter(demand, seed, seconds);
        demand.routes().forEach(writer::cars);
        demand.buses().forEach(writer::buses);
        for (int i = 0; i < demand.walks().size(); i++) {
            writer.people(i, demand.walks().get(i));
        }
        if (emergencyTrips) {
            writer.emergencies();
        }
        writer.trips.sort(Comparator.comparingDouble(Trip::departSeconds).thenComparing(Trip::id));
        return writer.trips;
    }

    static void write(Path file, List<Trip> trips) {
        StringBuilder xml = new StringBuilder(trips.size() * 160);
        xml.append("<routes>\n").append(TYPES);
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

    private void cars(CityFolder.Route route) {
        SplittableRandom random = stream(route.id());
        int count = 0;
        for (double time : poisson(random, route.vehiclesPerHour())) {
            String type = random.nextInt(100) < 5 ? "truck" : "car";
            vehicle(time, route.id() + "." + count++, type, speedFactor(random), route.edges(), "");
        }
    }

    private void buses(CityFolder.BusLine line) {
        SplittableRandom random = stream(line.route().id());
        double headwaySeconds = SECONDS_PER_HOUR / line.route().vehiclesPerHour();
        String stop =
                "<stop busStop=\"" + line.stop() + "\" duration=\"" + line.dwellSeconds() + "\"/>";
        int count = 0;
        for (double slot = 0; slot < seconds; slot += headwaySeconds) {
            double time = slot + headwaySeconds * (0.3 + 0.4 * random.nextDouble());
            if (time < seconds) {
                String id = line.route().id() + "." + count++;
                vehicle(time, id, "bus", 1.0, line.route().edges(), stop);
            }
        }
    }

    private void people(int index, CityFolder.Walk walk) {
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
        CityFolder.EmergencyTrips plan = demand.emergency();
        int count = (int) Math.floor(seconds / plan.intervalSeconds());
        double first = Math.min(plan.firstSeconds(), 0.2 * seconds);
        double last = seconds - Math.min(plan.tailSeconds(), 0.5 * seconds);
        double share = (last - first) / Math.max(1, count);
        SplittableRandom random = stream("emergency");
        for (int i = 0; i < count; i++) {
            double time = first + share * (i + random.nextDouble());
            CityFolder.Route route = demand.routes().get(random.nextInt(demand.routes().size()));
            String type = plan.types().get(random.nextInt(plan.types().size()));
            vehicle(time, EMERGENCY_PREFIX + i, type, 1.2, route.edges(), "");
        }
    }

    private void vehicle(
            double time, String id, String type, double factor, List<String> edges, String stop) {
        String xml =
                String.format(
                        Locale.ROOT,
                        "<vehicle id=\"%s\" type=\"%s\" depart=\"%.1f\" departLane=\"best\""
                                + " departSpeed=\"max\" speedFactor=\"%.3f\">"
                                + "<route edges=\"%s\"/>%s</vehicle>",
                        id,
                        type,
                        time,
                        factor,
                        String.join(" ", edges),
                        stop);
        trips.add(new Trip(tenths(time), id, edges, xml));
    }

    /** Arrival times of a Poisson process whose rate follows the profile, by thinning. */
    private List<Double> poisson(SplittableRandom random, double perHour) {
        List<Double> times = new ArrayList<>();
        double highest = Math.max(demand.edgeFactor(), demand.peakFactor());
        double meanGap = SECONDS_PER_HOUR / (perHour * highest);
        if (perHour <= 0 || highest <= 0) {
            return times;
        }
        double time = 0;
        while ((time -= meanGap * Math.log(1.0 - random.nextDouble())) < seconds) {
            if (random.nextDouble() * highest < factorAt(time)) {
                times.add(time);
            }
        }
        return times;
    }

    private double factorAt(double time) {
        double rise = 1.0 - Math.abs(2.0 * time / seconds - 1.0);
        return demand.edgeFactor() + (demand.peakFactor() - demand.edgeFactor()) * rise;
    }

    private static double speedFactor(SplittableRandom random) {
        return Math.clamp(
                1.0 + 0.1 * (random.nextDouble() + random.nextDouble() - 1.0) * 1.7, 0.8, 1.2);
    }

    private static double tenths(double seconds) {
        return Math.round(seconds * 10.0) / 10.0;
    }

    private SplittableRandom stream(String name) {
        long mixed = seed * 0x9E37_79B9_7F4A_7C15L + name.hashCode() * 0xC2B2_AE3D_27D4_EB4FL;
        return new SplittableRandom(mixed);
    }
}
