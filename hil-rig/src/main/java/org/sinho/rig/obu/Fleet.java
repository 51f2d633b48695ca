package org.sinho.rig.obu;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.sumo.CityFolder;
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

    private record Kind(int roleBits, int role) {}

    /** An emergency vehicle under way. */
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
    private final Map<Integer, RoadsideUnit> unitOfJunction;
    private final TokenSource tokens;
    private final int sharePercent;
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
     * @param unitOfJunction the roadside unit at each junction
     * @param tokens dispatch's stand-in
     * @param sharePercent share of ordinary vehicles with an onboard unit, 0 to 100
     */
    public Fleet(
            SumoTraffic traffic,
            LaneTable lanes,
            TestPki pki,
            Map<Integer, RoadsideUnit> unitOfJunction,
            TokenSource tokens,
            int sharePercent) {
        this.traffic = traffic;
        this.lanes = lanes;
        this.pki = pki;
        this.unitOfJunction = Map.copyOf(unitOfJunction);
        this.tokens = tokens;
        this.sharePercent = sharePercent;
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
            if (mission != null) {
                tokens.close(mission.unit.vehicleId());
            }
        }
        for (VehicleState vehicle : traffic.vehicles()) {
            if (vehicle.isEmergency()) {
                onEmergency(vehicle, utcMs);
            } else if (draws(vehicle.id())) {
                onOrdinary(vehicle, utcMs);
            }
        }
    }

    private boolean draws(String vehicle) {
        return Math.floorMod(vehicle.hashCode() * 0x9E3779B1 >>> 8, 100) < sharePercent;
    }

    private void onOrdinary(VehicleState vehicle, long utcMs) throws IOException {
        RoadsideUnit rsu = heardBy(vehicle);
        if (rsu == null) {
            return;
        }
        OnboardUnit unit =
                units.computeIfAbsent(vehicle.id(), name -> unit(name, AppPermission.bsm()));
        rsu.send(unit.bsm(vehicle, utcMs));
    }

    /** Within radio range of the junction that it drives to. */
    private RoadsideUnit heardBy(VehicleState vehicle) {
        return vehicle.junctionAhead() != 0 && vehicle.stopLineDistanceM() <= RADIO_RANGE_M
                ? unitOfJunction.get(vehicle.junctionAhead())
                : null;
    }

    private OnboardUnit unit(String name, AppPermission... permissions) {
        SigningIdentity identity = pki.issue(name, permissions).fast();
        return new OnboardUnit(nextVehicleId++, identity);
    }

    private void onEmergency(VehicleState vehicle, long utcMs) throws IOException {
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
            tokens.open(unit.vehicleId(), kind.roleBits(), utcMs);
        }
        RoadsideUnit rsu = heardBy(vehicle);
        if (rsu != null) {
            rsu.send(mission.unit.bsm(vehicle, utcMs));
        }
        if (rsu != null && vehicle.stopLineDistanceM() <= REQUEST_RANGE_M) {
            ask(mission, vehicle, rsu, utcMs);
        } else {
            leave(mission);
        }
        cancel(mission, vehicle, utcMs);
    }

    private void ask(Mission mission, VehicleState vehicle, RoadsideUnit rsu, long utcMs)
            throws IOException {
        int junction = vehicle.junctionAhead();
        if (mission.passage == null || mission.passage.junction() != junction) {
            leave(mission);
            int lane = laneOf(vehicle, junction);
            if (lane == 0) {
                return;
            }
            mission.passage = new Passage(junction, lane, nextRequestId++ & 0xFF);
            mission.asked = false;
        }
        int type =
                mission.asked
                        ? PriorityRequestType.PRIORITY_REQUEST_UPDATE
                        : PriorityRequestType.PRIORITY_REQUEST;
        mission.asked = true;
        rsu.send(mission.unit.srm(vehicle, mission.passage, type, mission.kind.role(), utcMs));
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
        unitOfJunction
                .get(mission.left.junction())
                .send(mission.unit.srm(vehicle, mission.left, type, mission.kind.role(), utcMs));
    }

    private static Kind kindOf(String type) {
        return switch (type) {
            case "fire" -> new Kind(FIRE, BasicVehicleRole.FIRE);
            case "police" -> new Kind(POLICE, BasicVehicleRole.POLICE);
            default -> new Kind(AMBULANCE, BasicVehicleRole.AMBULANCE);
        };
    }

    /** Lane that leads to the exit which the vehicle's route takes; 0 when none does. */
    private int laneOf(VehicleState vehicle, int junction) {
        List<String> way = vehicle.nextMovement();
        for (CityFolder.Junction candidate : traffic.city().junctions()) {
            if (candidate.number() != junction || way.isEmpty()) {
                continue;
            }
            for (CityFolder.Approach approach : candidate.approaches()) {
                if (approach.ingress().equals(way.getFirst())) {
                    int phase = traffic.phaseOf(junction, way.getFirst(), way.getLast());
                    return laneOf(junction, approach.number(), phase);
                }
            }
        }
        return 0;
    }

    private int laneOf(int junction, int approach, int phase) {
        return lanes.lanes().stream()
                .filter(lane -> lane.junction() == junction && lane.approach() == approach)
                .filter(lane -> lane.movements().stream().anyMatch(way -> way.phase() == phase))
                .mapToInt(LaneTable.Lane::number)
                .findFirst()
                .orElse(0);
    }
}
