package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.HotTrees.bits;
import static org.sinho.v2x.j2735.HotTrees.intersection;
import static org.sinho.v2x.j2735.HotTrees.object;
import static org.sinho.v2x.j2735.HotTrees.put;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** SPAT and MAP of {@link HotTrees}. */
final class SpatMapTrees {
    private static final int ABSENT = J2735Message.ABSENT;
    private static final String[] LANE_TYPES = {
        "vehicle",
        "crosswalk",
        "bikeLane",
        "sidewalk",
        "median",
        "striping",
        "trackedVehicle",
        "parking"
    };

    private SpatMapTrees() {}

    static ObjectNode spat(SpatMessage m) {
        ObjectNode value = object();
        put(value, "timeStamp", m.minuteOfYear());
        for (int i = 0; i < m.intersectionCount(); i++) {
            IntersectionState state = m.intersection(i);
            ObjectNode node = value.withArray("intersections").addObject();
            node.set("id", intersection(state.intersection()));
            node.put("revision", state.revision());
            node.put("status", bits(state.statusFlags(), 16));
            put(node, "moy", state.minuteOfYear());
            put(node, "timeStamp", state.secondMs());
            for (int j = 0; j < state.movementCount(); j++) {
                node.withArray("states").add(movement(state.movement(j)));
            }
        }
        return value;
    }

    private static ObjectNode movement(MovementState movement) {
        ObjectNode node = object();
        node.put("signalGroup", movement.signalGroup());
        for (int i = 0; i < movement.eventCount(); i++) {
            MovementEvent event = movement.event(i);
            ObjectNode child = node.withArray("state-time-speed").addObject();
            put(child, "eventState", event.eventState(), SpatTypes.MOVEMENT_PHASE_STATE);
            if (event.minEndTimeDs() != ABSENT) {
                ObjectNode timing = child.putObject("timing");
                put(timing, "startTime", event.startTimeDs());
                put(timing, "minEndTime", event.minEndTimeDs());
                put(timing, "maxEndTime", event.maxEndTimeDs());
                put(timing, "likelyTime", event.likelyTimeDs());
                put(timing, "confidence", event.confidence());
                put(timing, "nextTime", event.nextTimeDs());
            }
        }
        return node;
    }

    static ObjectNode map(MapMessage m) {
        ObjectNode value = object();
        put(value, "timeStamp", m.minuteOfYear());
        put(value, "msgIssueRevision", m.issueRevision());
        put(value, "layerType", m.layerType(), MapTypes.LAYER_TYPE);
        put(value, "layerID", m.layerId());
        for (int i = 0; i < m.intersectionCount(); i++) {
            IntersectionGeometry geometry = m.intersection(i);
            ObjectNode node = value.withArray("intersections").addObject();
            node.set("id", intersection(geometry.intersection()));
            node.put("revision", geometry.revision());
            ObjectNode point = node.putObject("refPoint");
            point.put("lat", geometry.latitudeE7()).put("long", geometry.longitudeE7());
            if (geometry.elevationPresent()) {
                point.put("elevation", geometry.elevationDm());
            }
            put(node, "laneWidth", geometry.laneWidthCm());
            for (int j = 0; j < geometry.laneCount(); j++) {
                node.withArray("laneSet").add(lane(geometry.lane(j)));
            }
        }
        return value;
    }

    private static ObjectNode lane(GenericLane lane) {
        ObjectNode node = object();
        node.put("laneID", lane.laneId());
        put(node, "ingressApproach", lane.ingressApproach());
        put(node, "egressApproach", lane.egressApproach());
        ObjectNode attributes = node.putObject("laneAttributes");
        attributes.put("directionalUse", bits(lane.directionFlags(), 2));
        attributes.put("sharedWith", bits(lane.sharedFlags(), 10));
        int size = lane.laneType() == GenericLane.VEHICLE ? 8 : 16;
        attributes
                .putObject("laneType")
                .put(LANE_TYPES[lane.laneType()], bits(lane.laneTypeFlags(), size));
        if (lane.maneuverFlags() != ABSENT) {
            node.put("maneuvers", bits(lane.maneuverFlags(), 12));
        }
        nodes(node.putObject("nodeList"), lane);
        for (int i = 0; i < lane.connectionCount(); i++) {
            node.withArray("connectsTo").add(connection(lane.connection(i)));
        }
        return node;
    }

    private static void nodes(ObjectNode list, GenericLane lane) {
        if (lane.referenceLaneId() != ABSENT) {
            ObjectNode computed = list.putObject("computed");
            computed.put("referenceLaneId", lane.referenceLaneId());
            offset(computed.putObject("offsetXaxis"), lane.offsetXCm());
            offset(computed.putObject("offsetYaxis"), lane.offsetYCm());
            return;
        }
        ArrayNode nodes = list.putArray("nodes");
        for (int i = 0; i < lane.nodeCount(); i++) {
            ObjectNode delta = nodes.addObject().putObject("delta");
            if (lane.nodeIsOffset(i)) {
                delta.putObject("node-XY" + (lane.nodeForm(i) + 1))
                        .put("x", lane.nodeX(i))
                        .put("y", lane.nodeY(i));
            } else {
                delta.putObject("node-LatLon").put("lon", lane.nodeX(i)).put("lat", lane.nodeY(i));
            }
        }
    }

    private static void offset(ObjectNode node, int offset) {
        node.put(Math.abs(offset) > 2047 ? "large" : "small", offset);
    }

    private static ObjectNode connection(Connection connection) {
        ObjectNode node = object();
        ObjectNode lane = node.putObject("connectingLane");
        lane.put("lane", connection.lane());
        if (connection.maneuverFlags() != ABSENT) {
            lane.put("maneuver", bits(connection.maneuverFlags(), 12));
        }
        if (connection.isRemote()) {
            node.set("remoteIntersection", intersection(connection.remoteIntersection()));
        }
        put(node, "signalGroup", connection.signalGroup());
        put(node, "userClass", connection.userClass());
        put(node, "connectionID", connection.connectionId());
        return node;
    }
}
