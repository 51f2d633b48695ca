package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Cuts a complete tree down to what the hot messages keep: the statement of what they drop. */
final class HotSubset {
    private static final Set<String> DROPPED =
            Set.of(
                    "regional",
                    "name",
                    "routeName",
                    "roadAuthorityID",
                    "movementName",
                    "maneuverAssistList",
                    "speeds",
                    "enabledLanes",
                    "preemptPriorityData",
                    "speedLimits",
                    "overlays",
                    "attributes",
                    "roadSegments",
                    "dataParameters",
                    "restrictionList",
                    "rotateXY",
                    "scaleXaxis",
                    "scaleYaxis");

    /** What of a PSM is stepped over; a BSM has some of these names, and keeps them. */
    private static final Set<String> DROPPED_OF_PSM =
            Set.of(
                    "accelSet",
                    "pathHistory",
                    "pathPrediction",
                    "propulsion",
                    "useState",
                    "clusterRadius",
                    "eventResponderType",
                    "activityType",
                    "activitySubType",
                    "sizing",
                    "attachment",
                    "attachmentRadius",
                    "animalType");

    private HotSubset() {}

    static ObjectNode of(JsonNode value) {
        ObjectNode copy = value.deepCopy();
        if (copy.has("basicType")) {
            copy.remove(DROPPED_OF_PSM);
        }
        partTwo(copy);
        prune(copy);
        return copy;
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DROPPED);
            object.properties().removeIf(e -> e.getKey().startsWith("unknownAddition"));
            normalize(object);
        }
        node.forEach(HotSubset::prune);
    }

    private static void normalize(ObjectNode object) {
        if (object.has("large") && Math.abs(object.get("large").asInt()) <= 2047) {
            object.set("small", object.remove("large"));
        }
        if (object.has("assistType")) {
            object.set("assistType", trimmed(object.get("assistType").textValue(), 6));
        }
        if (object.has("vehicle")) {
            object.set("vehicle", trimmed(object.get("vehicle").textValue(), 8));
        }
    }

    private static TextNode trimmed(String bits, int size) {
        String kept = bits.substring(0, Math.min(bits.length(), 31));
        int last = kept.lastIndexOf('1') + 1;
        return TextNode.valueOf(kept.substring(0, Math.max(size, last)));
    }

    private static void partTwo(ObjectNode value) {
        ArrayNode parts = (ArrayNode) value.remove("partII");
        if (parts == null) {
            return;
        }
        JsonNode events = null;
        JsonNode alerts = null;
        for (JsonNode part : parts) {
            JsonNode content = part.get("partII-Value");
            if (part.get("partII-Id").asInt() == 0 && content.has("events")) {
                events = content.get("events");
            }
            if (part.get("partII-Id").asInt() == 1 && content.has("vehicleAlerts")) {
                alerts = content.get("vehicleAlerts");
            }
        }
        if (events != null) {
            add(value, 0).set("events", trimmed(events.textValue(), 13));
        }
        if (alerts != null) {
            ObjectNode kept = alerts.deepCopy();
            kept.remove("events");
            add(value, 1).set("vehicleAlerts", kept.put("doNotUse", 0));
        }
    }

    private static ObjectNode add(ObjectNode value, int id) {
        return value.withArray("partII").addObject().put("partII-Id", id).putObject("partII-Value");
    }
}
