package org.sinho.rig.obu;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.sumo.LaneTable;
import org.sinho.rig.sumo.SumoTraffic;
import org.sinho.rig.sumo.VehicleState;
import org.sinho.v2x.j2735.BasicVehicleRole;
import org.sinho.v2x.j2735.PriorityRequestType;

/**
 * All onboard units: which vehicles have one is drawn by their name, so that a run repeats. One
 * thread.
 */
public final class Fleet {
    private static final double RADIO_RANGE_M = 800;
    private static final double REQUEST_RANGE_M = 595;
    private static final int CANCEL_REPEATS = 3;
    private static final int AMBULANCE = 0x80;
    private static final int FIRE = 0x40;
    private static final int POLICE = 0x20;
    private static final int TRANSIT = 0x08;

    private record Kind(int roleBits, int role) {}

    /**
     * Who speaks, and over what.
     *
     * @param sharePercent share of ordinary vehicles with an onboard unit, 0 to 100
     * @param transitPercent share of buses that ask for priority, 0 to 100
     * @param faults how far the units' clocks are off
     * @param seed of the run
     */
    public record Plan(int sharePercent, int transitPercent, LinkFaults faults, long seed) {}

    /** A vehicle under way that asks for right of way. */
    private static final class Mission {
        final OnboardUnit unit;
        final Kind kind;
        Passage passage;
        Passage left;
        boolean asked;
        int cancelsLeft;

        Mission(OnboardUnit unit, Kind kind) {
            this.unit = unit;
            this.kind = kind;
        }
    }

    private final SumoTraffic traffic;
    private final LaneTable lanes;
    private final TestPki pki;
    private final Map<Integer, List<RoadsideUnit>> unitsOfJunction;
    private final TokenSource tokens;
    private final Plan plan;
    private final Map<String, OnboardUnit> units = new HashMap<>();
    private final Map<String, Mission> missions = new HashMap<>();
    private int nextVehicleId = 0x100;
    private int nextRequestId;

    /**
     * Creates a fleet.
     *
     * @param traffic the vehicles
     * @param lanes lane numbers of the junctions
     * @param pki makes certificates
     * @param unitsOfJunction the roadside units that hear each junction
     * @param tokens dispatch's stand-in
     * @param plan who speaks
     */
    public Fleet(
            SumoTraffic traffic,
            LaneTable lanes,
            TestPki pki,
            Map<Integer, List<RoadsideUnit>> unitsOfJunction,
            TokenSource tokens,
            Plan plan) {
        this.traffic = traffic;
        this.lanes = lanes;
        this.pki = pki;
        this.unitsOfJunction = Map.copyOf(unitsOfJunction);
        this.tokens = tokens;
        this.plan = plan;
    }

    /**
     * Lets every unit speak that has something to say in this step.
     *
     * @param utcMs the step's time
     * @throws IOException when a socket fails
     */
    public void speak(long utcMs) throws IOException {
        for (String gone : traffic.arrived()) {
            units.remove(gone);
            Mission mission = missions.remove(gone);
            if (mission != null && mission.kind.roleBits() != TRANSIT) {
                tokens.close(mission.unit.vehicleId());
            }
        }
        for (VehicleState vehicle : traffic.vehicles()) {
            boolean bus = vehicle.type().startsWith("bus");
            if (vehicle.isEmergency() || bus && draws(vehicle.id(), plan.transitPercent())) {
                onRequester(vehicle, utcMs);
            } else if (draws(vehicle.id(), plan.sharePercent())) {
                onOrdinary(vehicle, utcMs);
            }
        }
    }

    private static boolean draws(String vehicle, int sharePercent) {
        return Math.floorMod(vehicle.hashCode() * 0x9E3779B1 >>> 8, 100) < sharePercent;
    }

    private static void send(List<RoadsideUnit> units, byte[] octets, long utcMs)
            throws IOException {
        for (RoadsideUnit unit : units) {
            unit.send(octets, utcMs);
        }
    }

    private void onOrdinary(VehicleState vehicle, long utcMs) throws IOException {
        List<RoadsideUnit> heard = heardBy(vehicle);
        if (heard.isEmpty()) {
            return;
        }
        OnboardUnit unit =
                units.computeIfAbsent(vehicle.id(), name -> unit(name, AppPermission.bsm()));
        send(heard, unit.bsm(vehicle, utcMs), utcMs);
    }

    /** Within radio range of the junction that it drives to. */
    private List<RoadsideUnit> heardBy(VehicleState vehicle) {
        return vehicle.junctionAhead() != 0 && vehicle.stopLineDistanceM() <= RADIO_RANGE_M
                ? unitsOfJunction.getOrDefault(vehicle.junctionAhead(), List.of())
                : List.of();
    }

    private OnboardUnit unit(String name, AppPermission... permissions) {
        SigningIdentity identity = pki.issue(name, permissions).fast();
        return new OnboardUnit(
                nextVehicleId++, identity, plan.faults().clockOffsetMs(plan.seed(), name));
    }

    private void onRequester(VehicleState vehicle, long utcMs) throws IOException {
        Mission mission = missions.get(vehicle.id());
        if (mission == null) {
            Kind kind = kindOf(vehicle.type());
            OnboardUnit unit =
                    unit(
                            vehicle.id(),
                            AppPermission.bsm(),
                            AppPermission.signalRequest(kind.roleBits()));
            mission = new Mission(unit, kind);
            missions.put(vehicle.id(), mission);
            if (kind.roleBits() != TRANSIT) {
                tokens.open(unit.vehicleId(), kind.roleBits(), utcMs);
            }
        }
        List<RoadsideUnit> heard = heardBy(vehicle);
        if (!heard.isEmpty()) {
            send(heard, mission.unit.bsm(vehicle, utcMs), utcMs);
        }
        if (!heard.isEmpty() && vehicle.stopLineDistanceM() <= REQUEST_RANGE_M) {
            ask(mission, vehicle, heard, utcMs);
        } else {
            leave(mission);
        }
        cancel(mission, vehicle, utcMs);
    }

    private void ask(Mission mission, VehicleState vehicle, List<RoadsideUnit> heard, long utcMs)
            throws IOException {
        int junction = vehicle.junctionAhead();
        List<String> way = vehicle.nextMovement();
        if (mission.passage == null || !mission.passage.isThrough(junction, way)) {
            leave(mission);
            int lane =
                    !way.isEmpty() && isOnApproach(vehicle, junction)
                            ? lanes.ingress(junction, way.getFirst(), way.getLast())
                            : 0;
            if (lane == 0) {
                return;
            }
            mission.passage = new Passage(junction, way, lane, nextRequestId++ & 0xFF);
            mission.asked = false;
        }
        int type =
                mission.asked
                        ? PriorityRequestType.PRIORITY_REQUEST_UPDATE
                        : PriorityRequestType.PRIORITY_REQUEST;
        mission.asked = true;
        int role = mission.kind.role();
        send(heard, mission.unit.srm(vehicle, mission.passage, type, role, utcMs), utcMs);
    }

    /** The junction asked so far lies behind; the next one may be asked in the same step. */
    private static void leave(Mission mission) {
        if (mission.passage != null) {
            mission.left = mission.passage;
            mission.passage = null;
            mission.cancelsLeft = CANCEL_REPEATS;
        }
    }

    /** Behind the stop line: says so a few times, since a datagram may be lost. */
    private void cancel(Mission mission, VehicleState vehicle, long utcMs) throws IOException {
        if (mission.cancelsLeft == 0) {
            return;
        }
        mission.cancelsLeft--;
        int type = PriorityRequestType.PRIORITY_CANCELLATION;
        int role = mission.kind.role();
        byte[] srm = mission.unit.srm(vehicle, mission.left, type, role, utcMs);
        send(unitsOfJunction.get(mission.left.junction()), srm, utcMs);
    }

    private static Kind kindOf(String type) {
        return switch (type) {
            case "fire" -> new Kind(FIRE, BasicVehicleRole.FIRE);
            case "police" -> new Kind(POLICE, BasicVehicleRole.POLICE);
            case "bus" -> new Kind(TRANSIT, BasicVehicleRole.TRANSIT);
            default -> new Kind(AMBULANCE, BasicVehicleRole.AMBULANCE);
        };
    }

    /** Whether the vehicle is where the MAP of the junction describes a way to its stop line. */
    private boolean isOnApproach(VehicleState vehicle, int junction) {
        return lanes.lanes().stream()
                .filter(lane -> lane.junction() == junction)
                .filter(lane -> lane.kind() == LaneTable.Kind.INGRESS)
                .filter(lane -> vehicle.stopLineDistanceM() <= lane.lengthM())
                .anyMatch(lane -> lane.sumoLanes().contains(vehicle.laneId()));
    }
}
