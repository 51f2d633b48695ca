package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.BOOLEAN;
import static org.sinho.v2x.j2735.Types.addition;
import static org.sinho.v2x.j2735.Types.bits;
import static org.sinho.v2x.j2735.Types.enumerated;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;
import static org.sinho.v2x.j2735.Types.text;

/** Tables of the SPAT. */
final class SpatTypes {
    static final UperType MOVEMENT_PHASE_STATE =
            enumerated(
                    """
                    unavailable dark stop-Then-Proceed stop-And-Remain pre-Movement
                    permissive-Movement-Allowed protected-Movement-Allowed permissive-clearance
                    protected-clearance caution-Conflicting-Traffic""");

    static final UperType ENABLED_LANE_LIST = listOf(1, 16, integer(0, 255));

    static final UperType TIME_CHANGE_DETAILS =
            sequence(
                    optional("startTime", integer(0, 36_111)),
                    field("minEndTime", integer(0, 36_111)),
                    optional("maxEndTime", integer(0, 36_111)),
                    optional("likelyTime", integer(0, 36_111)),
                    optional("confidence", integer(0, 15)),
                    optional("nextTime", integer(0, 36_111)));

    static final UperType ADVISORY_SPEED =
            regional(
                    field("type", extensibleEnumerated("none greenwave ecoDrive transit")),
                    optional("speed", integer(0, 500)),
                    optional("confidence", CommonTypes.SPEED_CONFIDENCE),
                    optional("distance", integer(0, 10_000)),
                    optional("class", integer(0, 255)));

    static final UperType ADVISORY_SPEED_LIST = listOf(1, 16, ADVISORY_SPEED);

    static final UperType MOVEMENT_EVENT =
            regional(
                    field("eventState", MOVEMENT_PHASE_STATE),
                    optional("timing", TIME_CHANGE_DETAILS),
                    optional("speeds", ADVISORY_SPEED_LIST));

    static final UperType MOVEMENT_EVENT_LIST = listOf(1, 16, MOVEMENT_EVENT);

    static final UperType CONNECTION_MANEUVER_ASSIST =
            regional(
                    field("connectionID", integer(0, 255)),
                    optional("queueLength", integer(0, 10_000)),
                    optional("availableStorageLength", integer(0, 10_000)),
                    optional("waitOnStop", BOOLEAN),
                    optional("pedBicycleDetect", BOOLEAN));

    static final UperType MANEUVER_ASSIST_LIST = listOf(1, 16, CONNECTION_MANEUVER_ASSIST);

    static final UperType MOVEMENT_STATE =
            regional(
                    optional("movementName", text(1, 63)),
                    field("signalGroup", integer(0, 255)),
                    field("state-time-speed", MOVEMENT_EVENT_LIST),
                    optional("maneuverAssistList", MANEUVER_ASSIST_LIST));

    static final UperType MOVEMENT_LIST = listOf(1, 255, MOVEMENT_STATE);

    static final UperType INTERSECTION_STATE =
            regional(
                    optional("name", text(1, 63)),
                    field("id", CommonTypes.INTERSECTION_REFERENCE_ID),
                    field("revision", integer(0, 127)),
                    field("status", bits(16)),
                    optional("moy", integer(0, 527_040)),
                    optional("timeStamp", integer(0, 65_535)),
                    optional("enabledLanes", ENABLED_LANE_LIST),
                    field("states", MOVEMENT_LIST),
                    optional("maneuverAssistList", MANEUVER_ASSIST_LIST),
                    addition("roadAuthorityID", CommonTypes.ROAD_AUTHORITY_ID));

    static final UperType INTERSECTION_STATE_LIST = listOf(1, 32, INTERSECTION_STATE);

    static final UperType SPAT =
            regional(
                    optional("timeStamp", integer(0, 527_040)),
                    optional("name", text(1, 63)),
                    field("intersections", INTERSECTION_STATE_LIST));

    private SpatTypes() {}
}
