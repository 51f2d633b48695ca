package org.sinho.rig.sumo;

import java.util.List;

/**
 * One vehicle as SUMO has it after the last step. The object lives as long as the vehicle is in the
 * net and is updated in place by {@link SumoTraffic#step()}: copy what has to be kept.
 */
public final class VehicleState {
    private static final int SIGNAL_RIGHT = 1;
    private static final int SIGNAL_LEFT = 1 << 1;

    private final String id;
    private final int index;
    private final boolean emergency;
    private final List<String> routeEdges;
    private final RouteAhead ahead;
    private String type = "";
    private double lengthM;
    private LaneInfo lane = LaneInfo.NONE;
    private double xM;
    private double yM;
    private double latDeg;
    private double lonDeg;
    private double speedMps;
    private double accelerationMps2;
    private double headingDeg;
    private double lanePositionM;
    private int signals;

    /** What is fixed about a lane: where its traffic meets the next stop line. */
    record LaneInfo(
            String id, String edge, double lengthM, int junctionNumber, double beyondLaneM) {
        static final LaneInfo NONE = new LaneInfo("", "", 0.0, 0, Double.NaN);
    }

    /** An ordinary vehicle, or one that may ask for right of way: its unit looks ahead. */
    VehicleState(
            String id, int index, boolean emergency, List<String> routeEdges, RouteAhead ahead) {
        this.ahead = ahead;
        this.id = id;
        this.index = index;
        this.emergency = emergency;
        this.routeEdges = routeEdges;
    }

    /**
     * SUMO's vehicle id, the same in every run of a seed.
     *
     * @return the id; never empty
     */
    public String id() {
        return id;
    }

    /**
     * Running number in the order of entering the net; never used again in a run.
     *
     * @return 0 and up
     */
    public int index() {
        return index;
    }

    /**
     * Vehicle type.
     *
     * @return {@code car}, {@code truck}, {@code bus}, {@code ambulance}, {@code fire} or {@code
     *     police}
     */
    public String type() {
        return type;
    }

    /**
     * Whether it is an ambulance, fire engine or police car on a mission.
     *
     * @return true for emergency trips
     */
    public boolean isEmergency() {
        return emergency;
    }

    /**
     * The way it will go, as its own onboard unit knows it. No roadside sensor does.
     *
     * @return SUMO edges from entry to exit
     */
    public List<String> routeEdges() {
        return routeEdges;
    }

    /**
     * Length over all.
     *
     * @return metres
     */
    public double lengthM() {
        return lengthM;
    }

    /**
     * East of the city's origin, middle of the front bumper.
     *
     * @return metres
     */
    public double xM() {
        return xM;
    }

    /**
     * North of the city's origin, middle of the front bumper.
     *
     * @return metres
     */
    public double yM() {
        return yM;
    }

    /**
     * Latitude of the middle of the front bumper.
     *
     * @return degrees north
     */
    public double latDeg() {
        return latDeg;
    }

    /**
     * Longitude of the middle of the front bumper.
     *
     * @return degrees east
     */
    public double lonDeg() {
        return lonDeg;
    }

    /**
     * Speed along the lane.
     *
     * @return metres per second, 0 or more
     */
    public double speedMps() {
        return speedMps;
    }

    /**
     * Change of speed in the last step.
     *
     * @return metres per second squared, negative when braking
     */
    public double accelerationMps2() {
        return accelerationMps2;
    }

    /**
     * Direction of travel.
     *
     * @return degrees clockwise from north, 0 to 360
     */
    public double headingDeg() {
        return headingDeg;
    }

    /**
     * SUMO lane it is on.
     *
     * @return lane id; inside a junction it begins with a colon; empty before the first report
     */
    public String laneId() {
        return lane.id();
    }

    /**
     * SUMO edge it is on.
     *
     * @return edge id; inside a junction it begins with a colon
     */
    public String edgeId() {
        return lane.edge();
    }

    /**
     * Way of the front bumper along its lane.
     *
     * @return metres from the lane's start
     */
    public double lanePositionM() {
        return lanePositionM;
    }

    /**
     * Number of the junction whose stop line is next: along its route for an emergency vehicle,
     * along its lane for all others.
     *
     * @return J2735 intersection id, or 0 if no signal is ahead
     */
    public int junctionAhead() {
        return ahead != null ? ahead.junction() : lane.junctionNumber();
    }

    /**
     * Way of the front bumper to the next stop line, through the lanes between.
     *
     * @return metres, or NaN if no signal is ahead
     */
    public double stopLineDistanceM() {
        double beyondM = ahead != null ? ahead.beyondLaneM() : lane.beyondLaneM();
        return lane.lengthM() - lanePositionM + beyondM;
    }

    /**
     * The way over the next signalised junction, as the vehicle's own unit knows it.
     *
     * @return the edge before the stop line and the one behind it; empty without a signal ahead,
     *     and for vehicles that never ask for right of way
     */
    public List<String> nextMovement() {
        return ahead == null ? List.of() : ahead.nextMovement();
    }

    /**
     * Whether the left turn indicator is on.
     *
     * @return true while it blinks
     */
    public boolean indicatesLeft() {
        return (signals & SIGNAL_LEFT) != 0;
    }

    /**
     * Whether the right turn indicator is on.
     *
     * @return true while it blinks
     */
    public boolean indicatesRight() {
        return (signals & SIGNAL_RIGHT) != 0;
    }

    /**
     * SUMO's vehicle signals.
     *
     * @return bit set: 0 right blinker, 1 left blinker, 3 brake light, 11 to 13 emergency lights
     */
    public int signals() {
        return signals;
    }

    /** Reads one reported variable; fixed ones come once. */
    void read(int variable, TraciReader in, IdTable<LaneInfo> lanes, GeoFrame frame) {
        switch (variable) {
            case Traci.POSITION -> {
                in.expect(Traci.T_POSITION_2D);
                xM = in.f64();
                yM = in.f64();
                lonDeg = frame.lonDeg(xM);
                latDeg = frame.latDeg(yM);
            }
            case Traci.SPEED -> speedMps = in.doubleValue();
            case Traci.ACCELERATION -> accelerationMps2 = in.doubleValue();
            case Traci.ANGLE -> headingDeg = in.doubleValue();
            case Traci.LANE_POSITION -> lanePositionM = in.doubleValue();
            case Traci.SIGNALS -> signals = in.intValue();
            case Traci.LANE_ID -> {
                LaneInfo found = in.lookUpValue(lanes);
                lane = found == null ? LaneInfo.NONE : found;
                if (ahead != null) {
                    ahead.at(lane.edge());
                }
            }
            default ->
                    throw new SumoException(
                            "TraCI: vehicle variable " + variable + " not asked for");
        }
    }

    void describe(String newType, double newLengthM) {
        type = newType;
        lengthM = newLengthM;
    }
}
