package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.OBJECT_IDENTIFIER;
import static org.sinho.v2x.j2735.Types.RELATIVE_OID;
import static org.sinho.v2x.j2735.Types.enumerated;
import static org.sinho.v2x.j2735.Types.extensibleChoice;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;

/** Types that several messages use. */
final class CommonTypes {
    static final UperType REGIONAL_EXTENSION =
            sequence(field("regionId", integer(0, 255)), field("regExtValue", OpenType.UNKNOWN));

    static final UperType REGIONAL_EXTENSIONS = listOf(1, 4, REGIONAL_EXTENSION);

    static final UperType TRANSMISSION_STATE =
            enumerated(
                    """
                    neutral park forwardGears reverseGears reserved1 reserved2 reserved3
                    unavailable""");

    static final UperType SPEED_CONFIDENCE =
            enumerated(
                    """
                    unavailable prec100ms prec10ms prec5ms prec1ms prec0-1ms prec0-05ms
                    prec0-01ms""");

    static final UperType BASIC_VEHICLE_ROLE =
            extensibleEnumerated(
                    """
                    basicVehicle publicTransport specialTransport dangerousGoods roadWork
                    roadRescue emergency safetyCar none-unknown truck motorcycle roadSideSource
                    police fire ambulance dot transit slowMoving stopNgo cyclist pedestrian
                    nonMotorized military""");

    static final UperType VEHICLE_TYPE =
            extensibleEnumerated(
                    """
                    none unknown special moto car carOther bus axleCnt2 axleCnt3 axleCnt4
                    axleCnt4Trailer axleCnt5Trailer axleCnt6Trailer axleCnt5MultiTrailer
                    axleCnt6MultiTrailer axleCnt7MultiTrailer""");

    static final UperType POSITIONAL_ACCURACY =
            sequence(
                    field("semiMajor", integer(0, 255)),
                    field("semiMinor", integer(0, 255)),
                    field("orientation", integer(0, 65_535)));

    static final UperType TRANSMISSION_AND_SPEED =
            sequence(field("transmisson", TRANSMISSION_STATE), field("speed", integer(0, 8191)));

    static final UperType NODE_XY_24B =
            sequence(field("x", integer(-2048, 2047)), field("y", integer(-2048, 2047)));

    static final UperType INTERSECTION_REFERENCE_ID =
            sequence(optional("region", integer(0, 65_535)), field("id", integer(0, 65_535)));

    static final UperType POSITION3_D =
            regional(
                    field("lat", integer(-900_000_000, 900_000_001)),
                    field("long", integer(-1_799_999_999, 1_800_000_001)),
                    optional("elevation", integer(-4096, 61_439)));

    static final UperType ROAD_AUTHORITY_ID =
            extensibleChoice(
                    field("fullRdAuthID", OBJECT_IDENTIFIER), field("relRdAuthID", RELATIVE_OID));

    private CommonTypes() {}
}
