package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.bits;
import static org.sinho.v2x.j2735.Types.choice;
import static org.sinho.v2x.j2735.Types.extensible;
import static org.sinho.v2x.j2735.Types.extensibleBits;
import static org.sinho.v2x.j2735.Types.extensibleChoice;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;
import static org.sinho.v2x.j2735.Types.text;

/** Tables of lanes and their nodes. */
final class LaneTypes {
    static final UperType NODE_ATTRIBUTE_XY =
            extensibleEnumerated(
                    """
                    reserved stopLine roundedCapStyleA roundedCapStyleB mergePoint divergePoint
                    downstreamStopLine downstreamStartNode closedToTraffic safeIsland
                    curbPresentAtStepOff hydrantPresent""");

    static final UperType SEGMENT_ATTRIBUTE_XY =
            extensibleEnumerated(
                    """
                    reserved doNotBlock whiteLine mergingLaneLeft mergingLaneRight curbOnLeft
                    curbOnRight loadingzoneOnLeft loadingzoneOnRight turnOutPointOnLeft
                    turnOutPointOnRight adjacentParkingOnLeft adjacentParkingOnRight
                    adjacentBikeLaneOnLeft adjacentBikeLaneOnRight sharedBikeLane bikeBoxInFront
                    transitStopOnLeft transitStopOnRight transitStopInLane
                    sharedWithTrackedVehicle safeIsland lowCurbsPresent rumbleStripPresent
                    audibleSignalingPresent adaptiveTimingPresent rfSignalRequestPresent
                    partialCurbIntrusion taperToLeft taperToRight taperToCenterLine
                    parallelParking headInParking freeParking timeRestrictionsOnParking
                    costToPark midBlockCurbPresent unEvenPavementPresent""");

    static final UperType SPEED_LIMIT_TYPE =
            extensibleEnumerated(
                    """
                    unknown maxSpeedInSchoolZone maxSpeedInSchoolZoneWhenChildrenArePresent
                    maxSpeedInConstructionZone vehicleMinSpeed vehicleMaxSpeed
                    vehicleNightMaxSpeed truckMinSpeed truckMaxSpeed truckNightMaxSpeed
                    vehiclesWithTrailersMinSpeed vehiclesWithTrailersMaxSpeed
                    vehiclesWithTrailersNightMaxSpeed""");

    static final UperType LANE_TYPE_ATTRIBUTES =
            extensibleChoice(
                    field("vehicle", extensibleBits(8)),
                    field("crosswalk", bits(16)),
                    field("bikeLane", bits(16)),
                    field("sidewalk", bits(16)),
                    field("median", bits(16)),
                    field("striping", bits(16)),
                    field("trackedVehicle", bits(16)),
                    field("parking", bits(16)));

    static final UperType LANE_ATTRIBUTES =
            sequence(
                    field("directionalUse", bits(2)),
                    field("sharedWith", bits(10)),
                    field("laneType", LANE_TYPE_ATTRIBUTES),
                    optional("regional", CommonTypes.REGIONAL_EXTENSION));

    static final UperType NODE_XY_20B =
            sequence(field("x", integer(-512, 511)), field("y", integer(-512, 511)));

    static final UperType NODE_XY_22B =
            sequence(field("x", integer(-1024, 1023)), field("y", integer(-1024, 1023)));

    static final UperType NODE_XY_26B =
            sequence(field("x", integer(-4096, 4095)), field("y", integer(-4096, 4095)));

    static final UperType NODE_XY_28B =
            sequence(field("x", integer(-8192, 8191)), field("y", integer(-8192, 8191)));

    static final UperType NODE_XY_32B =
            sequence(field("x", integer(-32_768, 32_767)), field("y", integer(-32_768, 32_767)));

    static final UperType NODE_LLM_D_64B =
            sequence(
                    field("lon", integer(-1_799_999_999, 1_800_000_001)),
                    field("lat", integer(-900_000_000, 900_000_001)));

    static final UperType NODE_OFFSET_POINT_XY =
            choice(
                    field("node-XY1", NODE_XY_20B),
                    field("node-XY2", NODE_XY_22B),
                    field("node-XY3", CommonTypes.NODE_XY_24B),
                    field("node-XY4", NODE_XY_26B),
                    field("node-XY5", NODE_XY_28B),
                    field("node-XY6", NODE_XY_32B),
                    field("node-LatLon", NODE_LLM_D_64B),
                    field("regional", CommonTypes.REGIONAL_EXTENSION));

    static final UperType NODE_ATTRIBUTE_XY_LIST = listOf(1, 8, NODE_ATTRIBUTE_XY);

    static final UperType SEGMENT_ATTRIBUTE_XY_LIST = listOf(1, 8, SEGMENT_ATTRIBUTE_XY);

    static final UperType REGULATORY_SPEED_LIMIT =
            sequence(field("type", SPEED_LIMIT_TYPE), field("speed", integer(0, 8191)));

    static final UperType SPEED_LIMIT_LIST = listOf(1, 9, REGULATORY_SPEED_LIMIT);

    static final UperType LANE_DATA_ATTRIBUTE =
            extensibleChoice(
                    field("pathEndPointAngle", integer(-150, 150)),
                    field("laneCrownPointCenter", integer(-128, 127)),
                    field("laneCrownPointLeft", integer(-128, 127)),
                    field("laneCrownPointRight", integer(-128, 127)),
                    field("laneAngle", integer(-180, 180)),
                    field("speedLimits", SPEED_LIMIT_LIST),
                    field("regional", CommonTypes.REGIONAL_EXTENSIONS));

    static final UperType LANE_DATA_ATTRIBUTE_LIST = listOf(1, 8, LANE_DATA_ATTRIBUTE);

    static final UperType NODE_ATTRIBUTE_SET_XY =
            regional(
                    optional("localNode", NODE_ATTRIBUTE_XY_LIST),
                    optional("disabled", SEGMENT_ATTRIBUTE_XY_LIST),
                    optional("enabled", SEGMENT_ATTRIBUTE_XY_LIST),
                    optional("data", LANE_DATA_ATTRIBUTE_LIST),
                    optional("dWidth", integer(-512, 511)),
                    optional("dElevation", integer(-512, 511)));

    static final UperType NODE_XY =
            extensible(
                    field("delta", NODE_OFFSET_POINT_XY),
                    optional("attributes", NODE_ATTRIBUTE_SET_XY));

    static final UperType NODE_SET_XY = listOf(2, 63, NODE_XY);

    static final UperType DRIVEN_LINE_OFFSET =
            choice(field("small", integer(-2047, 2047)), field("large", integer(-32_767, 32_767)));

    static final UperType COMPUTED_LANE =
            regional(
                    field("referenceLaneId", integer(0, 255)),
                    field("offsetXaxis", DRIVEN_LINE_OFFSET),
                    field("offsetYaxis", DRIVEN_LINE_OFFSET),
                    optional("rotateXY", integer(0, 28_800)),
                    optional("scaleXaxis", integer(-2048, 2047)),
                    optional("scaleYaxis", integer(-2048, 2047)));

    static final UperType NODE_LIST_XY =
            extensibleChoice(field("nodes", NODE_SET_XY), field("computed", COMPUTED_LANE));

    static final UperType CONNECTING_LANE =
            sequence(field("lane", integer(0, 255)), optional("maneuver", bits(12)));

    static final UperType CONNECTION =
            sequence(
                    field("connectingLane", CONNECTING_LANE),
                    optional("remoteIntersection", CommonTypes.INTERSECTION_REFERENCE_ID),
                    optional("signalGroup", integer(0, 255)),
                    optional("userClass", integer(0, 255)),
                    optional("connectionID", integer(0, 255)));

    static final UperType CONNECTS_TO_LIST = listOf(1, 16, CONNECTION);

    static final UperType OVERLAY_LANE_LIST = listOf(1, 5, integer(0, 255));

    static final UperType GENERIC_LANE =
            regional(
                    field("laneID", integer(0, 255)),
                    optional("name", text(1, 63)),
                    optional("ingressApproach", integer(0, 15)),
                    optional("egressApproach", integer(0, 15)),
                    field("laneAttributes", LANE_ATTRIBUTES),
                    optional("maneuvers", bits(12)),
                    field("nodeList", NODE_LIST_XY),
                    optional("connectsTo", CONNECTS_TO_LIST),
                    optional("overlays", OVERLAY_LANE_LIST));

    private LaneTypes() {}
}
