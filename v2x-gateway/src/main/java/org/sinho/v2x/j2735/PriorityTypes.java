package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.bits;
import static org.sinho.v2x.j2735.Types.choice;
import static org.sinho.v2x.j2735.Types.enumerated;
import static org.sinho.v2x.j2735.Types.extensible;
import static org.sinho.v2x.j2735.Types.extensibleChoice;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.octets;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.text;

/** Tables of the SRM and SSM. */
final class PriorityTypes {
    static final UperType PRIORITY_REQUEST_TYPE =
            extensibleEnumerated(
                    """
                    priorityRequestTypeReserved priorityRequest priorityRequestUpdate
                    priorityCancellation""");

    static final UperType REQUEST_SUB_ROLE =
            enumerated(
                    """
                    requestSubRoleUnKnown requestSubRole1 requestSubRole2 requestSubRole3
                    requestSubRole4 requestSubRole5 requestSubRole6 requestSubRole7
                    requestSubRole8 requestSubRole9 requestSubRole10 requestSubRole11
                    requestSubRole12 requestSubRole13 requestSubRole14 requestSubRoleReserved""");

    static final UperType REQUEST_IMPORTANCE_LEVEL =
            enumerated(
                    """
                    requestImportanceLevelUnKnown requestImportanceLevel1 requestImportanceLevel2
                    requestImportanceLevel3 requestImportanceLevel4 requestImportanceLevel5
                    requestImportanceLevel6 requestImportanceLevel7 requestImportanceLevel8
                    requestImportanceLevel9 requestImportanceLevel10 requestImportanceLevel11
                    requestImportanceLevel12 requestImportanceLevel13 requestImportanceLevel14
                    requestImportanceReserved""");

    static final UperType TRANSIT_VEHICLE_OCCUPANCY =
            enumerated(
                    """
                    occupancyUnknown occupancyEmpty occupancyVeryLow occupancyLow occupancyMed
                    occupancyHigh occupancyNearlyFull occupancyFull""");

    static final UperType PRIORITIZATION_RESPONSE_STATUS =
            extensibleEnumerated(
                    """
                    unknown requested processing watchOtherTraffic granted rejected maxPresence
                    reserviceLocked""");

    static final UperType INTERSECTION_ACCESS_POINT =
            extensibleChoice(
                    field("lane", integer(0, 255)),
                    field("approach", integer(0, 15)),
                    field("connection", integer(0, 255)));

    static final UperType SIGNAL_REQUEST =
            regional(
                    field("id", CommonTypes.INTERSECTION_REFERENCE_ID),
                    field("requestID", integer(0, 255)),
                    field("requestType", PRIORITY_REQUEST_TYPE),
                    field("inBoundLane", INTERSECTION_ACCESS_POINT),
                    optional("outBoundLane", INTERSECTION_ACCESS_POINT));

    static final UperType SIGNAL_REQUEST_PACKAGE =
            regional(
                    field("request", SIGNAL_REQUEST),
                    optional("minute", integer(0, 527_040)),
                    optional("second", integer(0, 65_535)),
                    optional("duration", integer(0, 65_535)));

    static final UperType SIGNAL_REQUEST_LIST = listOf(1, 32, SIGNAL_REQUEST_PACKAGE);

    static final UperType VEHICLE_ID =
            choice(field("entityID", octets(4)), field("stationID", integer(0, 4_294_967_295L)));

    static final UperType REQUESTOR_TYPE =
            extensible(
                    field("role", CommonTypes.BASIC_VEHICLE_ROLE),
                    optional("subrole", REQUEST_SUB_ROLE),
                    optional("request", REQUEST_IMPORTANCE_LEVEL),
                    optional("iso3883", integer(0, 100)),
                    optional("hpmsType", CommonTypes.VEHICLE_TYPE),
                    optional("regional", CommonTypes.REGIONAL_EXTENSION));

    static final UperType REQUESTOR_POSITION_VECTOR =
            extensible(
                    field("position", CommonTypes.POSITION3_D),
                    optional("heading", integer(0, 28_800)),
                    optional("speed", CommonTypes.TRANSMISSION_AND_SPEED));

    static final UperType REQUESTOR_DESCRIPTION =
            regional(
                    field("id", VEHICLE_ID),
                    optional("type", REQUESTOR_TYPE),
                    optional("position", REQUESTOR_POSITION_VECTOR),
                    optional("name", text(1, 63)),
                    optional("routeName", text(1, 63)),
                    optional("transitStatus", bits(8)),
                    optional("transitOccupancy", TRANSIT_VEHICLE_OCCUPANCY),
                    optional("transitSchedule", integer(-122, 121)));

    static final UperType SIGNAL_REQUEST_MESSAGE =
            regional(
                    optional("timeStamp", integer(0, 527_040)),
                    field("second", integer(0, 65_535)),
                    optional("sequenceNumber", integer(0, 127)),
                    optional("requests", SIGNAL_REQUEST_LIST),
                    field("requestor", REQUESTOR_DESCRIPTION));

    static final UperType SIGNAL_REQUESTER_INFO =
            extensible(
                    field("id", VEHICLE_ID),
                    field("request", integer(0, 255)),
                    field("sequenceNumber", integer(0, 127)),
                    optional("role", CommonTypes.BASIC_VEHICLE_ROLE),
                    optional("typeData", REQUESTOR_TYPE));

    static final UperType SIGNAL_STATUS_PACKAGE =
            regional(
                    optional("requester", SIGNAL_REQUESTER_INFO),
                    field("inboundOn", INTERSECTION_ACCESS_POINT),
                    optional("outboundOn", INTERSECTION_ACCESS_POINT),
                    optional("minute", integer(0, 527_040)),
                    optional("second", integer(0, 65_535)),
                    optional("duration", integer(0, 65_535)),
                    field("status", PRIORITIZATION_RESPONSE_STATUS));

    static final UperType SIGNAL_STATUS_PACKAGE_LIST = listOf(1, 32, SIGNAL_STATUS_PACKAGE);

    static final UperType SIGNAL_STATUS =
            regional(
                    field("sequenceNumber", integer(0, 127)),
                    field("id", CommonTypes.INTERSECTION_REFERENCE_ID),
                    field("sigStatus", SIGNAL_STATUS_PACKAGE_LIST));

    static final UperType SIGNAL_STATUS_LIST = listOf(1, 32, SIGNAL_STATUS);

    static final UperType SIGNAL_STATUS_MESSAGE =
            regional(
                    optional("timeStamp", integer(0, 527_040)),
                    field("second", integer(0, 65_535)),
                    optional("sequenceNumber", integer(0, 127)),
                    field("status", SIGNAL_STATUS_LIST));

    private PriorityTypes() {}
}
