package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a hot message holds, read through its getters, as the tree of the complete codec. */
final class HotTrees {
    private static final int ABSENT = J2735Message.ABSENT;

    private HotTrees() {}

    static J2735Message message(String type) {
        return switch (type) {
            case "BSM" -> new BasicSafetyMessage();
            case "PSM" -> new PersonalSafetyMessage();
            case "SRM" -> new SignalRequestMessage();
            case "SSM" -> new SignalStatusMessage();
            case "SPAT" -> new SpatMessage();
            case "MAP" -> new MapMessage();
            default -> throw new IllegalArgumentException(type);
        };
    }

    static ObjectNode tree(J2735Message message) {
        return switch (message) {
            case BasicSafetyMessage bsm -> bsm(bsm);
            case PersonalSafetyMessage psm -> psm(psm);
            case SignalRequestMessage srm -> srm(srm);
            case SignalStatusMessage ssm -> ssm(ssm);
            case SpatMessage spat -> SpatMapTrees.spat(spat);
            case MapMessage map -> SpatMapTrees.map(map);
        };
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void put(ObjectNode node, String name, int value) {
        if (value != ABSENT) {
            node.put(name, value);
        }
    }

    static void put(ObjectNode node, String name, int value, UperType names) {
        if (value >= UperReader.EXTENSION_BASE) {
            node.put(name, "unknownValue" + (value - UperReader.EXTENSION_BASE));
        } else if (value != ABSENT) {
            node.set(name, ((EnumeratedType) names).names[value]);
        }
    }

    private static JsonNode number(long value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
    }

    static String bits(int flags, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size || flags >>> i != 0; i++) {
            text.append(flags >>> i & 1);
        }
        return text.toString();
    }

    private static ObjectNode bsm(BasicSafetyMessage m) {
        ObjectNode value = object();
        ObjectNode core = value.putObject("coreData");
        core.put("msgCnt", m.messageCount());
        core.put("id", "%08X".formatted(m.temporaryId()));
        core.put("secMark", m.secMarkMs());
        core.put("lat", m.latitudeE7()).put("long", m.longitudeE7()).put("elev", m.elevationDm());
        core.putObject("accuracy")
                .put("semiMajor", m.semiMajorWire())
                .put("semiMinor", m.semiMinorWire())
                .put("orientation", m.orientationWire());
        put(core, "transmission", m.transmission(), CommonTypes.TRANSMISSION_STATE);
        core.put("speed", m.speedWire()).put("heading", m.headingWire());
        core.put("angle", m.steeringWire());
        core.putObject("accelSet")
                .put("long", m.longitudinalWire())
                .put("lat", m.lateralWire())
                .put("vert", m.verticalWire())
                .put("yaw", m.yawRateWire());
        brakes(core.putObject("brakes"), m.brakes());
        core.putObject("size").put("width", m.widthCm()).put("length", m.lengthCm());
        partTwo(value, m.partTwo());
        return value;
    }

    private static ObjectNode psm(PersonalSafetyMessage m) {
        ObjectNode value = object();
        put(value, "basicType", m.basicType(), PersonalTypes.PERSONAL_DEVICE_USER_TYPE);
        value.put("secMark", m.secMarkMs()).put("msgCnt", m.messageCount());
        value.put("id", "%08X".formatted(m.temporaryId()));
        ObjectNode position = value.putObject("position");
        position.put("lat", m.latitudeE7()).put("long", m.longitudeE7());
        if (m.elevationPresent()) {
            position.put("elevation", m.elevationDm());
        }
        value.putObject("accuracy")
                .put("semiMajor", m.semiMajorWire())
                .put("semiMinor", m.semiMinorWire())
                .put("orientation", m.orientationWire());
        value.put("speed", m.speedWire()).put("heading", m.headingWire());
        if (m.crossRequest() != ABSENT) {
            value.put("crossRequest", m.crossRequest() == 1);
        }
        if (m.crossState() != ABSENT) {
            value.put("crossState", m.crossState() == 1);
        }
        put(value, "clusterSize", m.clusterSize(), PersonalTypes.NUMBER_OF_PARTICIPANTS);
        if (m.assistFlags() != ABSENT) {
            value.put("assistType", bits(m.assistFlags(), 6));
        }
        return value;
    }

    private static void brakes(ObjectNode node, BrakeSystemStatus brakes) {
        String[] status = {"unavailable", "off", "on", "engaged"};
        node.put("wheelBrakes", bits(brakes.wheelBrakes(), 5));
        node.put("traction", status[brakes.traction()]);
        node.put("abs", status[brakes.abs()]);
        node.put("scs", status[brakes.stabilityControl()]);
        node.put("brakeBoost", status[brakes.brakeBoost()]);
        int auxiliary = brakes.auxiliaryBrakes();
        node.put("auxBrakes", auxiliary == 3 ? "reserved" : status[auxiliary]);
    }

    private static void partTwo(ObjectNode value, BsmPartTwo part) {
        if (part.eventFlags() != ABSENT) {
            value.withArray("partII")
                    .addObject()
                    .put("partII-Id", 0)
                    .putObject("partII-Value")
                    .put("events", bits(part.eventFlags(), 13));
        }
        if (part.sirenUse() != ABSENT) {
            ObjectNode alerts =
                    value.withArray("partII")
                            .addObject()
                            .put("partII-Id", 1)
                            .putObject("partII-Value")
                            .putObject("vehicleAlerts");
            String[] siren = {"unavailable", "notInUse", "inUse", "reserved"};
            String[] multi = {"unavailable", "singleVehicle", "multiVehicle", "reserved"};
            alerts.put("doNotUse", 0).put("sirenUse", siren[part.sirenUse()]);
            put(alerts, "lightsUse", part.lightsUse(), PartTwoTypes.LIGHTBAR_IN_USE);
            alerts.put("multi", multi[part.multiVehicle()]);
            put(alerts, "responseType", part.responseType(), PartTwoTypes.RESPONSE_TYPE);
        }
    }

    private static ObjectNode srm(SignalRequestMessage m) {
        ObjectNode value = object();
        put(value, "timeStamp", m.minuteOfYear());
        put(value, "second", m.secondMs());
        put(value, "sequenceNumber", m.sequenceNumber());
        for (int i = 0; i < m.requestCount(); i++) {
            SignalRequestPackage r = m.request(i);
            ObjectNode node = value.withArray("requests").addObject();
            ObjectNode request = node.putObject("request");
            request.set("id", intersection(r.intersection()));
            request.put("requestID", r.requestId());
            put(request, "requestType", r.requestType(), PriorityTypes.PRIORITY_REQUEST_TYPE);
            accessPoint(request, "inBoundLane", r.inbound());
            accessPoint(request, "outBoundLane", r.outbound());
            put(node, "minute", r.minuteOfYear());
            put(node, "second", r.secondMs());
            put(node, "duration", r.durationMs());
        }
        value.set("requestor", requestor(m.requestor()));
        return value;
    }

    static ObjectNode intersection(IntersectionReferenceId id) {
        ObjectNode node = object();
        put(node, "region", id.region());
        put(node, "id", id.id());
        return node;
    }

    private static void accessPoint(ObjectNode node, String name, IntersectionAccessPoint point) {
        String[] kinds = {"lane", "approach", "connection"};
        if (point.kind() != ABSENT) {
            node.putObject(name).put(kinds[point.kind()], point.number());
        }
    }

    private static ObjectNode vehicle(VehicleId id) {
        return id.isStation()
                ? object().set("stationID", number(id.stationId()))
                : object().put("entityID", "%08X".formatted(id.value()));
    }

    private static void type(ObjectNode node, String name, RequestorType type) {
        if (!type.present()) {
            return;
        }
        ObjectNode child = node.putObject(name);
        put(child, "role", type.role(), CommonTypes.BASIC_VEHICLE_ROLE);
        put(child, "subrole", type.subrole(), PriorityTypes.REQUEST_SUB_ROLE);
        put(child, "request", type.importance(), PriorityTypes.REQUEST_IMPORTANCE_LEVEL);
        put(child, "iso3883", type.iso3883());
        put(child, "hpmsType", type.hpmsType(), CommonTypes.VEHICLE_TYPE);
    }

    private static ObjectNode requestor(RequestorDescription r) {
        ObjectNode node = object();
        node.set("id", vehicle(r.id()));
        type(node, "type", r.type());
        if (r.positioned()) {
            ObjectNode vector = node.putObject("position");
            ObjectNode position = vector.putObject("position");
            position.put("lat", r.latitudeE7()).put("long", r.longitudeE7());
            if (r.elevationPresent()) {
                position.put("elevation", r.elevationDm());
            }
            put(vector, "heading", r.headingWire());
            if (r.speedWire() != ABSENT) {
                ObjectNode speed = vector.putObject("speed");
                put(speed, "transmisson", r.transmission(), CommonTypes.TRANSMISSION_STATE);
                speed.put("speed", r.speedWire());
            }
        }
        if (r.transitStatus() != ABSENT) {
            node.put("transitStatus", bits(r.transitStatus(), 8));
        }
        UperType occupancy = PriorityTypes.TRANSIT_VEHICLE_OCCUPANCY;
        put(node, "transitOccupancy", r.transitOccupancy(), occupancy);
        if (r.transitSchedule() != RequestorDescription.SCHEDULE_ABSENT) {
            node.put("transitSchedule", r.transitSchedule());
        }
        return node;
    }

    private static ObjectNode ssm(SignalStatusMessage m) {
        ObjectNode value = object();
        put(value, "timeStamp", m.minuteOfYear());
        put(value, "second", m.secondMs());
        put(value, "sequenceNumber", m.sequenceNumber());
        for (int i = 0; i < m.statusCount(); i++) {
            SignalStatus status = m.status(i);
            ObjectNode node = value.withArray("status").addObject();
            node.put("sequenceNumber", status.sequenceNumber());
            node.set("id", intersection(status.intersection()));
            for (int j = 0; j < status.packageCount(); j++) {
                node.withArray("sigStatus").add(statusPackage(status.statusPackage(j)));
            }
        }
        return value;
    }

    private static ObjectNode statusPackage(SignalStatusPackage p) {
        ObjectNode node = object();
        if (p.hasRequester()) {
            ObjectNode requester = node.putObject("requester");
            requester.set("id", vehicle(p.requesterId()));
            requester.put("request", p.requestId());
            requester.put("sequenceNumber", p.sequenceNumber());
            put(requester, "role", p.role(), CommonTypes.BASIC_VEHICLE_ROLE);
            type(requester, "typeData", p.typeData());
        }
        accessPoint(node, "inboundOn", p.inbound());
        accessPoint(node, "outboundOn", p.outbound());
        put(node, "minute", p.minuteOfYear());
        put(node, "second", p.secondMs());
        put(node, "duration", p.durationMs());
        put(node, "status", p.status(), PriorityTypes.PRIORITIZATION_RESPONSE_STATUS);
        return node;
    }
}
