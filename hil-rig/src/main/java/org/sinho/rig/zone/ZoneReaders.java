package org.sinho.rig.zone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sinho.core.event.VehicleClass;
import org.sinho.rig.RigConfig;
import org.sinho.rig.sumo.CityDemand;
import org.sinho.rig.sumo.SumoException;
import org.sinho.rig.sumo.SumoNet;
import org.sinho.rig.sumo.SumoTraffic;
import org.sinho.rig.sumo.VehicleState;

/**
 * All readers of a city: sees each vehicle that comes onto the edge behind an entry, and each that
 * leaves the edge in the other direction through the entry.
 */
public final class ZoneReaders implements AutoCloseable {
    /** A reader sees the vehicle, not its driver's mind: a violator is a car. */
    private static final Map<String, VehicleClass> CLASSES =
            Map.of(
                    "car", VehicleClass.CAR,
                    "violator", VehicleClass.CAR,
                    "truck", VehicleClass.TRUCK,
                    "delivery", VehicleClass.DELIVERY,
                    "bus", VehicleClass.BUS,
                    "shuttle", VehicleClass.SHUTTLE,
                    "bicycle", VehicleClass.BICYCLE,
                    "moped", VehicleClass.MOPED);

    private final Map<String, ZoneReader> inward = new HashMap<>();
    private final Map<String, ZoneReader> outward = new HashMap<>();
    private final List<ZoneReader> readers = new ArrayList<>();
    private final Map<String, Integer> tagOfFlow = new HashMap<>();
    private final Map<String, String> edgeOfVehicle = new HashMap<>();

    /**
     * Starts the readers.
     *
     * @param zone where they stand and speak to
     * @param demand gives vehicles their tags
     * @param net the built net
     * @param startUtcMs when they start
     * @throws IOException when a key cannot be read or there is no socket
     * @throws SumoException when an entry is not on an edge of the net
     */
    public ZoneReaders(RigConfig.Zone zone, CityDemand.Zone demand, SumoNet net, long startUtcMs)
            throws IOException {
        for (RigConfig.Reader place : zone.readers()) {
            byte[] key = ZoneReader.key(place.keyFile());
            ZoneReader reader = new ZoneReader(place.entry(), key, zone.center(), startUtcMs);
            readers.add(reader);
            SumoNet.Edge edge = net.edges().get(place.edge());
            if (edge == null) {
                throw new SumoException(
                        "zone.readers: edge of entry "
                                + place.entry()
                                + " is "
                                + place.edge()
                                + "; allowed: an edge of the net");
            }
            inward.put(edge.id(), reader);
            for (SumoNet.Edge back : net.edges().values()) {
                if (back.road() && back.from().equals(edge.to()) && back.to().equals(edge.from())) {
                    outward.put(back.id(), reader);
                }
            }
        }
        demand.tags().forEach(tag -> tagOfFlow.put(tag.flow(), tag.number()));
    }

    /**
     * Reports whoever passed an entry in the last step.
     *
     * @param traffic the vehicles
     * @param utcMs the step's time
     * @throws IOException when the network refuses a report
     */
    public void see(SumoTraffic traffic, long utcMs) throws IOException {
        traffic.arrived().forEach(edgeOfVehicle::remove);
        for (VehicleState vehicle : traffic.vehicles()) {
            String now = vehicle.edgeId();
            String before = edgeOfVehicle.put(vehicle.id(), now);
            if (now.equals(before)) {
                continue;
            }
            ZoneReader left = before == null ? null : outward.get(before);
            if (left != null) {
                left.report(classOf(vehicle), tagOf(vehicle), true, utcMs);
            }
            ZoneReader entered = inward.get(now);
            if (entered != null) {
                entered.report(classOf(vehicle), tagOf(vehicle), false, utcMs);
            }
        }
    }

    private static VehicleClass classOf(VehicleState vehicle) {
        return vehicle.isEmergency()
                ? VehicleClass.EMERGENCY
                : CLASSES.getOrDefault(vehicle.type(), VehicleClass.UNKNOWN);
    }

    private int tagOf(VehicleState vehicle) {
        String id = vehicle.id();
        return tagOfFlow.getOrDefault(id.substring(0, Math.max(0, id.lastIndexOf('.'))), 0);
    }

    /**
     * Counts reports of all readers.
     *
     * @return since the start
     */
    public long sent() {
        return readers.stream().mapToLong(ZoneReader::sent).sum();
    }

    @Override
    public void close() throws IOException {
        for (ZoneReader reader : readers) {
            reader.close();
        }
    }
}
