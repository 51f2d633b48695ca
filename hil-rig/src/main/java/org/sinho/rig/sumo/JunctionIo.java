package org.sinho.rig.sumo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One junction's lamps, detectors and buttons on SUMO's side. */
final class JunctionIo {
    /** Around the junction's middle: reaches every corner where people wait. */
    private static final double PEOPLE_RANGE_M = 60.0;

    /** Slower than this, a person before a crossing waits. */
    private static final double STANDING_MPS = 0.1;

    private static final int DETECTOR_COUNT = 256;

    private final CityFolder.Junction junction;
    private final SignalHeads heads;
    private final boolean[] occupied = new boolean[DETECTOR_COUNT];
    private final boolean[] wheelsWaiting = new boolean[DETECTOR_COUNT];
    private final Crossing[] crossingByButton = new Crossing[DETECTOR_COUNT];

    /** One SUMO loop, part of a detector. */
    static final class Loop {
        private final boolean[] occupied;
        private final int detectorNumber;

        Loop(boolean[] occupied, int detectorNumber) {
            this.occupied = occupied;
            this.detectorNumber = detectorNumber;
        }

        void read(TraciReader in) {
            for (int i = in.u8(); i > 0; i--) {
                if (in.variable() == Traci.LOOP_VEHICLE_NUMBER) {
                    occupied[detectorNumber] |= in.intValue() > 0;
                } else {
                    occupied[detectorNumber] |= in.doubleValue() > 0.0;
                }
            }
        }
    }

    /** One crossing: who waits for it, who is on it. */
    static final class Crossing {
        private int waiting;
        private int onIt;
    }

    JunctionIo(
            CityFolder.Junction junction,
            SumoNet net,
            IdTable<Loop> loops,
            IdTable<Crossing> crossings) {
        this.junction = junction;
        heads = new SignalHeads(junction.links());
        requireEveryLink(junction, net);
        for (CityFolder.Detector detector : junction.detectors()) {
            for (String loop : detector.loops()) {
                loops.put(loop, new Loop(occupied, detector.number()));
            }
        }
        for (CityFolder.Button button : junction.buttons()) {
            if (!net.lanes().containsKey(button.crossing() + "_0")) {
                throw new SumoException(
                        "junction "
                                + junction.number()
                                + ": button "
                                + button.number()
                                + " names crossing "
                                + button.crossing()
                                + "; allowed: a crossing of the net");
            }
            Crossing crossing = new Crossing();
            crossings.put(button.crossing(), crossing);
            crossingByButton[button.number()] = crossing;
            for (String loop : button.loops()) {
                loops.put(loop, new Loop(wheelsWaiting, button.number()));
            }
        }
    }

    CityFolder.Junction junction() {
        return junction;
    }

    SignalHeads heads() {
        return heads;
    }

    boolean occupied(int detectorNumber) {
        return occupied[detectorNumber];
    }

    boolean pressed(int buttonNumber) {
        Crossing crossing = crossingByButton[buttonNumber];
        return crossing != null && (crossing.waiting > 0 || wheelsWaiting[buttonNumber]);
    }

    int people(int buttonNumber) {
        Crossing crossing = crossingByButton[buttonNumber];
        return crossing == null ? 0 : crossing.onIt;
    }

    void queueLamps(TraciClient client) {
        if (heads.takeChange()) {
            client.queueLights(junction.tls(), heads.state());
        }
    }

    void clearDetectors() {
        for (CityFolder.Detector detector : junction.detectors()) {
            occupied[detector.number()] = false;
        }
        for (CityFolder.Button button : junction.buttons()) {
            crossingByButton[button.number()].waiting = 0;
            crossingByButton[button.number()].onIt = 0;
            wheelsWaiting[button.number()] = false;
        }
    }

    void queueSubscriptions(TraciClient client) {
        junction.detectors().forEach(detector -> queueLoops(client, detector.loops()));
        junction.buttons().forEach(button -> queueLoops(client, button.loops()));
        if (!junction.buttons().isEmpty()) {
            client.queueSubscribeAround(
                    Traci.SUBSCRIBE_JUNCTION_CONTEXT,
                    junction.node(),
                    Traci.GET_PERSON,
                    PEOPLE_RANGE_M,
                    Traci.ROAD_ID,
                    Traci.NEXT_EDGE,
                    Traci.SPEED,
                    Traci.POSITION,
                    Traci.ANGLE);
        }
    }

    private static void queueLoops(TraciClient client, List<String> loops) {
        for (String loop : loops) {
            client.queueSubscribe(
                    Traci.SUBSCRIBE_LOOP, loop, Traci.LOOP_VEHICLE_NUMBER, Traci.LOOP_OCCUPANCY);
        }
    }

    PersonState readPerson(
            TraciReader in, int variableCount, IdTable<Crossing> crossings, GeoFrame frame) {
        String id = in.string();
        Crossing on = null;
        Crossing next = null;
        double speedMps = 0.0;
        double headingDeg = 0.0;
        double xM = 0.0;
        double yM = 0.0;
        for (int i = variableCount; i > 0; i--) {
            switch (in.variable()) {
                case Traci.ROAD_ID -> on = in.lookUpValue(crossings);
                case Traci.NEXT_EDGE -> next = in.lookUpValue(crossings);
                case Traci.POSITION -> {
                    in.expect(Traci.T_POSITION_2D);
                    xM = in.f64();
                    yM = in.f64();
                }
                case Traci.ANGLE -> headingDeg = in.doubleValue();
                default -> speedMps = in.doubleValue();
            }
        }
        boolean waits = on == null && next != null && speedMps < STANDING_MPS;
        if (on != null) {
            on.onIt++;
        } else if (waits) {
            next.waiting++;
        }
        return new PersonState(
                id,
                junction.number(),
                frame.latDeg(yM),
                frame.lonDeg(xM),
                speedMps,
                headingDeg,
                waits,
                on != null);
    }

    private static boolean shows(CityFolder.Link link, boolean ped) {
        return ped == (link.ped() != 0 && !link.wheels());
    }

    /** The link list must say of every link of the signal what it shows, and of no other. */
    private static void requireEveryLink(CityFolder.Junction junction, SumoNet net) {
        Set<Integer> found = new HashSet<>();
        for (SumoNet.Connection connection : net.connections()) {
            if (!connection.tls().equals(junction.tls())) {
                continue;
            }
            int index = connection.linkIndex();
            found.add(index);
            boolean ped = connection.fromEdge().startsWith(":");
            if (index >= junction.links().size() || !shows(junction.links().get(index), ped)) {
                throw new SumoException(
                        "junction "
                                + junction.number()
                                + ": link "
                                + index
                                + " joins "
                                + connection.fromLaneId()
                                + " and "
                                + connection.toLaneId()
                                + "; allowed: an entry in \"links\" with "
                                + (ped ? "\"ped\"" : "\"phase\" or \"overlap\""));
            }
        }
        if (found.size() != junction.links().size()) {
            throw new SumoException(
                    "junction "
                            + junction.number()
                            + ": "
                            + junction.links().size()
                            + " links listed; signal "
                            + junction.tls()
                            + " has "
                            + found.size());
        }
    }
}
