package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.addition;
import static org.sinho.v2x.j2735.Types.extensible;
import static org.sinho.v2x.j2735.Types.extensibleChoice;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;
import static org.sinho.v2x.j2735.Types.text;

/** Tables of the MAP. */
final class MapTypes {
    static final UperType RESTRICTION_APPLIES_TO =
            extensibleEnumerated(
                    """
                    none equippedTransit equippedTaxis equippedOther emissionCompliant
                    equippedBicycle weightCompliant heightCompliant pedestrians slowMovingPersons
                    wheelchairUsers visualDisabilities audioDisabilities
                    otherUnknownDisabilities""");

    static final UperType LAYER_TYPE =
            extensibleEnumerated(
                    """
                    none mixedContent generalMapData intersectionData curveData
                    roadwaySectionData parkingAreaData sharedLaneData""");

    static final UperType LANE_LIST = listOf(1, 255, LaneTypes.GENERIC_LANE);

    static final UperType SIGNAL_CONTROL_ZONE =
            extensible(field("zone", CommonTypes.REGIONAL_EXTENSION));

    static final UperType PREEMPT_PRIORITY_LIST = listOf(1, 32, SIGNAL_CONTROL_ZONE);

    static final UperType INTERSECTION_GEOMETRY =
            regional(
                    optional("name", text(1, 63)),
                    field("id", CommonTypes.INTERSECTION_REFERENCE_ID),
                    field("revision", integer(0, 127)),
                    field("refPoint", CommonTypes.POSITION3_D),
                    optional("laneWidth", integer(0, 32_767)),
                    optional("speedLimits", LaneTypes.SPEED_LIMIT_LIST),
                    field("laneSet", LANE_LIST),
                    optional("preemptPriorityData", PREEMPT_PRIORITY_LIST),
                    addition("roadAuthorityID", CommonTypes.ROAD_AUTHORITY_ID));

    static final UperType INTERSECTION_GEOMETRY_LIST = listOf(1, 32, INTERSECTION_GEOMETRY);

    static final UperType ROAD_SEGMENT_REFERENCE_ID =
            sequence(optional("region", integer(0, 65_535)), field("id", integer(0, 65_535)));

    static final UperType ROAD_LANE_SET_LIST = listOf(1, 255, LaneTypes.GENERIC_LANE);

    static final UperType ROAD_SEGMENT =
            regional(
                    optional("name", text(1, 63)),
                    field("id", ROAD_SEGMENT_REFERENCE_ID),
                    field("revision", integer(0, 127)),
                    field("refPoint", CommonTypes.POSITION3_D),
                    optional("laneWidth", integer(0, 32_767)),
                    optional("speedLimits", LaneTypes.SPEED_LIMIT_LIST),
                    field("roadLaneSet", ROAD_LANE_SET_LIST));

    static final UperType ROAD_SEGMENT_LIST = listOf(1, 32, ROAD_SEGMENT);

    static final UperType DATA_PARAMETERS =
            extensible(
                    optional("processMethod", text(1, 255)),
                    optional("processAgency", text(1, 255)),
                    optional("lastCheckedDate", text(1, 255)),
                    optional("geoidUsed", text(1, 255)));

    static final UperType RESTRICTION_USER_TYPE =
            extensibleChoice(
                    field("basicType", RESTRICTION_APPLIES_TO),
                    field("regional", CommonTypes.REGIONAL_EXTENSIONS));

    static final UperType RESTRICTION_USER_TYPE_LIST = listOf(1, 16, RESTRICTION_USER_TYPE);

    static final UperType RESTRICTION_CLASS_ASSIGNMENT =
            sequence(field("id", integer(0, 255)), field("users", RESTRICTION_USER_TYPE_LIST));

    static final UperType RESTRICTION_CLASS_LIST = listOf(1, 254, RESTRICTION_CLASS_ASSIGNMENT);

    static final UperType MAP_DATA =
            regional(
                    optional("timeStamp", integer(0, 527_040)),
                    field("msgIssueRevision", integer(0, 127)),
                    optional("layerType", LAYER_TYPE),
                    optional("layerID", integer(0, 100)),
                    optional("intersections", INTERSECTION_GEOMETRY_LIST),
                    optional("roadSegments", ROAD_SEGMENT_LIST),
                    optional("dataParameters", DATA_PARAMETERS),
                    optional("restrictionList", RESTRICTION_CLASS_LIST));

    private MapTypes() {}
}
