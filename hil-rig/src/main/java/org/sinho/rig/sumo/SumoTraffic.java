package org.sinho.rig.sumo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A city's traffic, stepped 100 ms at a time: lamps go in; detectors, buttons and vehicles come
 * out.
 *
 * <p>A run is decided by city, seed, length and the lamps: no clock is read. Everything that a step
 * reports stands until the next step. Not thread-safe.
 */
public final class SumoTraffic implements AutoCloseable {
    /** Length of a step, milliseconds. */
    public static final int STEP_MS = 100;

    private static final int[] VEHICLE_VARIABLES = {
        Traci.POSITION,
        Traci.SPEED,
        Traci.ACCELERATION,
        Traci.ANGLE,
        Traci.LANE_ID,
        Traci.LANE_POSITION,
        Traci.SIGNALS
    };

    private final CityFolder city;
    private final Path workFolder;
    private final SumoProcess process;
    private final TraciClient client;
    private final SumoNet net;
    private final TraciClient.Subscriber subscriber = this::onObject;
    private final Map<String, DemandWriter.Trip> tripsById = new HashMap<>();
    private final IdTable<VehicleState.LaneInfo> lanes = new IdTable<>();
    private final IdTable<VehicleState> vehiclesById = new IdTable<>();
    private final List<VehicleState> vehicles = new ArrayList<>();
    private final List<VehicleState> vehiclesView = Collections.unmodifiableList(vehicles);
    private final Map<Integer, JunctionIo> junctions = new HashMap<>();
    private final IdTable<JunctionIo.Loop> loops = new IdTable<>();
    private final IdTable<JunctionIo.Crossing> crossings = new IdTable<>();
    private final IdTable<JunctionIo> nodes = new IdTable<>();
    private final List<PersonState> people = new ArrayList<>();
    private final List<PersonState> peopleView = Collections.unmodifiableList(people);
    private final List<JunctionIo> junctionList = new ArrayList<>();
    private final Map<String, Integer> numberByTls;
    private List<String> departed = List.of();
    private List<String> arrived = List.of();
    private int vehiclesExpected;
    private int vehicleCount;
    private long stepCount;
    private boolean closed;

    /**
     * Builds the net, draws the demand and starts SUMO at time 0 with every head red.
     *
     * @param city the city
     * @param seed decides demand and drivers; the same seed gives the same files
     * @param seconds length of the run for which demand is drawn, 1 to 86400
     * @param workFolder where the run's files go; it is created if it is missing
     * @param emergencyTrips whether emergency trips take place; other trips do not depend on it
     * @throws SumoException if SUMO is missing or the city does not fit its net
     */
    public SumoTraffic(
            CityFolder city, long seed, int seconds, Path workFolder, boolean emergencyTrips) {
        if (seconds < 1 || seconds > 86_400) {
            throw new SumoException("seconds is " + seconds + "; allowed: 1..86400");
        }
        this.city = city;
        this.workFolder = workFolder;
        numberByTls = RouteAhead.numbers(city.junctions());
        net = SumoNet.read(SumoProcess.buildNet(city, workFolder));
        DemandCheck.require(city, net);
        for (CityFolder.Junction junction : city.junctions()) {
            JunctionIo io = new JunctionIo(junction, net, loops, crossings);
            junctions.put(junction.number(), io);
            junctionList.add(io);
            nodes.put(junction.node(), io);
        }
        describeLanes();
        List<DemandWriter.Trip> trips =
                DemandWriter.draw(
                        city.demand(), seed, seconds, emergencyTrips, new RoutePlanner(net));
        trips.forEach(trip -> tripsById.put(trip.id(), trip));
        DemandWriter.write(workFolder.resolve(SumoProcess.ROUTES), trips);
        process = SumoProcess.start(city, workFolder, seed, STEP_MS);
        client = process.client();
        try {
            subscribe();
        } catch (SumoException e) {
            close();
            throw e;
        }
    }

    /**
     * Advances SUMO by {@link #STEP_MS}. Lamps set before take effect in it.
     *
     * @throws SumoException if SUMO went away: with its last words
     */
    public void step() {
        for (int i = 0; i < junctionList.size(); i++) {
            junctionList.get(i).queueLamps(client);
        }
        client.exchange(subscriber);
        for (int i = 0; i < junctionList.size(); i++) {
            junctionList.get(i).clearDetectors();
        }
        people.clear();
        try {
            client.step(subscriber);
            stepCount++;
            enter();
            leave();
        } catch (SumoException e) {
            throw process.explain(e);
        }
    }

    /**
     * Simulated time.
     *
     * @return milliseconds since the start of the run, a multiple of {@link #STEP_MS}
     */
    public long timeMs() {
        return stepCount * STEP_MS;
    }

    /**
     * Sets what a junction's signal heads show from the next step on.
     *
     * @param junctionNumber J2735 intersection id
     * @param lamps the lamps by phase
     */
    public void setLamps(int junctionNumber, LampBits lamps) {
        junction(junctionNumber).heads().show(lamps);
    }

    /**
     * Whether a vehicle was over a detector at any time in the last step.
     *
     * @param junctionNumber J2735 intersection id
     * @param detectorNumber controller detector number, 1 to 255
     * @return true if any of its loops was covered; false for a number that has no loops
     */
    public boolean occupied(int junctionNumber, int detectorNumber) {
        return junction(junctionNumber).occupied(detectorNumber);
    }

    /**
     * Whether someone stands and waits to step onto a crossing, so that its button is pressed.
     *
     * @param junctionNumber J2735 intersection id
     * @param pedDetectorNumber controller pedestrian detector number, 1 to 255
     * @return true while anyone waits; false for a number without a crossing
     */
    public boolean buttonPressed(int junctionNumber, int pedDetectorNumber) {
        return junction(junctionNumber).pressed(pedDetectorNumber);
    }

    /**
     * Number of people on a crossing, as a camera would see them.
     *
     * @param junctionNumber J2735 intersection id
     * @param pedDetectorNumber controller pedestrian detector number, 1 to 255
     * @return people on the crossing after the last step, 0 or more
     */
    public int peopleCrossing(int junctionNumber, int pedDetectorNumber) {
        return junction(junctionNumber).people(pedDetectorNumber);
    }

    /**
     * Vehicles in the net, in the order of entering it.
     *
     * @return a view that changes with each step
     */
    public List<VehicleState> vehicles() {
        return vehiclesView;
    }

    /**
     * People on foot within 60 m of a junction; someone near two of them is listed with each.
     *
     * @return a view that changes with each step
     */
    public List<PersonState> people() {
        return peopleView;
    }

    /**
     * Vehicles that entered the net in the last step.
     *
     * @return SUMO ids
     */
    public List<String> departed() {
        return departed;
    }

    /**
     * Vehicles that reached their destination in the last step.
     *
     * @return SUMO ids
     */
    public List<String> arrived() {
        return arrived;
    }

    /**
     * Vehicles that are in the net or will still enter it.
     *
     * @return count after the last step
     */
    public int vehiclesExpected() {
        return vehiclesExpected;
    }

    /**
     * The city this is.
     *
     * @return the city
     */
    public CityFolder city() {
        return city;
    }

    /**
     * The net that it drives in.
     *
     * @return the net as it was built
     */
    public SumoNet net() {
        return net;
    }

    /**
     * Emergency trips drawn for this run, whether or not they have left yet.
     *
     * @return count
     */
    public int emergencyTripCount() {
        return (int) tripsById.values().stream().filter(DemandWriter.Trip::emergency).count();
    }

    /**
     * SUMO's trip output, complete once this is closed.
     *
     * @return the file
     */
    public Path tripinfoFile() {
        return workFolder.resolve(SumoProcess.TRIPINFO);
    }

    /**
     * The drawn demand.
     *
     * @return SUMO's route file
     */
    public Path routeFile() {
        return workFolder.resolve(SumoProcess.ROUTES);
    }

    /** Ends SUMO, which completes its trip output. Doing so twice does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            process.close();
        }
    }

    private JunctionIo junction(int number) {
        JunctionIo junction = junctions.get(number);
        if (junction == null) {
            throw new IllegalArgumentException(
                    "junction " + number + "; allowed: " + junctions.keySet());
        }
        return junction;
    }

    private void describeLanes() {
        for (SumoNet.Lane lane : net.lanes().values()) {
            SumoNet.StopLine ahead = net.stopLineAhead(lane.id());
            int number = ahead == null ? 0 : numberByTls.getOrDefault(ahead.tls(), 0);
            double beyondM = number == 0 ? Double.NaN : ahead.beyondLaneM();
            lanes.put(
                    lane.id(),
                    new VehicleState.LaneInfo(
                            lane.id(), lane.edge(), lane.lengthM(), number, beyondM));
        }
    }

    private void subscribe() {
        client.queueSubscribe(
                Traci.SUBSCRIBE_SIMULATION,
                "",
                Traci.DEPARTED_IDS,
                Traci.ARRIVED_IDS,
                Traci.MINIMUM_EXPECTED);
        junctionList.forEach(io -> io.queueSubscriptions(client));
        client.exchange(subscriber);
    }

    private void enter() {
        if (departed.isEmpty()) {
            return;
        }
        for (String id : departed) {
            DemandWriter.Trip trip = tripsById.get(id);
            String type = client.getString(Traci.GET_VEHICLE, Traci.TYPE_ID, id);
            boolean asks = trip.emergency() || type.startsWith("bus"); // It may ask for priority.
            VehicleState vehicle =
                    new VehicleState(
                            id,
                            vehicleCount++,
                            trip.emergency(),
                            trip.edges(),
                            asks ? new RouteAhead(trip.edges(), net, numberByTls) : null);
            vehicle.describe(type, client.getDouble(Traci.GET_VEHICLE, Traci.LENGTH, id));
            vehicles.add(vehicle);
            vehiclesById.put(id, vehicle);
        }
        for (String id : departed) {
            client.queueSubscribe(Traci.SUBSCRIBE_VEHICLE, id, VEHICLE_VARIABLES);
        }
        client.exchange(subscriber);
    }

    private void leave() {
        for (String id : arrived) {
            vehicles.remove(vehiclesById.remove(id));
        }
    }

    private void onObject(int response, TraciReader in) {
        switch (response) {
            case Traci.SUBSCRIBE_VEHICLE + Traci.RESPONSE -> onVehicle(in);
            case Traci.SUBSCRIBE_LOOP + Traci.RESPONSE -> in.lookUp(loops).read(in);
            case Traci.SUBSCRIBE_JUNCTION_CONTEXT + Traci.RESPONSE -> onPeople(in);
            case Traci.SUBSCRIBE_SIMULATION + Traci.RESPONSE -> onSimulation(in);
            default ->
                    throw new SumoException(
                            "TraCI: unexpected report 0x" + Integer.toHexString(response));
        }
    }

    private void onVehicle(TraciReader in) {
        VehicleState vehicle = in.lookUp(vehiclesById);
        for (int i = in.u8(); i > 0; i--) {
            vehicle.read(in.variable(), in, lanes, city.frame());
        }
    }

    private void onPeople(TraciReader in) {
        JunctionIo junction = in.lookUp(nodes);
        in.u8();
        int variableCount = in.u8();
        for (int i = in.i32(); i > 0; i--) {
            people.add(junction.readPerson(in, variableCount, crossings, city.frame()));
        }
    }

    private void onSimulation(TraciReader in) {
        in.skipString();
        for (int i = in.u8(); i > 0; i--) {
            switch (in.variable()) {
                case Traci.DEPARTED_IDS -> departed = in.stringListValue();
                case Traci.ARRIVED_IDS -> arrived = in.stringListValue();
                default -> vehiclesExpected = in.intValue();
            }
        }
    }
}
