package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.bits;
import static org.sinho.v2x.j2735.Types.enumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.listOf;
import static org.sinho.v2x.j2735.Types.octets;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;
import static org.sinho.v2x.j2735.Types.sequence;

import java.util.Map;

/** Tables of the BSM and its core data. */
final class VehicleTypes {
    static final UperType CONTROL_STATUS =
            enumerated(
                    """
                    unavailable off on engaged""");

    static final UperType ACCELERATION_SET4_WAY =
            sequence(
                    field("long", integer(-2000, 2001)),
                    field("lat", integer(-2000, 2001)),
                    field("vert", integer(-127, 127)),
                    field("yaw", integer(-32_767, 32_767)));

    static final UperType BRAKE_SYSTEM_STATUS =
            sequence(
                    field("wheelBrakes", bits(5)),
                    field("traction", CONTROL_STATUS),
                    field("abs", CONTROL_STATUS),
                    field("scs", CONTROL_STATUS),
                    field("brakeBoost", enumerated("unavailable off on")),
                    field("auxBrakes", enumerated("unavailable off on reserved")));

    static final UperType VEHICLE_SIZE =
            sequence(field("width", integer(0, 1023)), field("length", integer(0, 4095)));

    static final UperType BSM_CORE_DATA =
            sequence(
                    field("msgCnt", integer(0, 127)),
                    field("id", octets(4)),
                    field("secMark", integer(0, 65_535)),
                    field("lat", integer(-900_000_000, 900_000_001)),
                    field("long", integer(-1_799_999_999, 1_800_000_001)),
                    field("elev", integer(-4096, 61_439)),
                    field("accuracy", CommonTypes.POSITIONAL_ACCURACY),
                    field("transmission", CommonTypes.TRANSMISSION_STATE),
                    field("speed", integer(0, 8191)),
                    field("heading", integer(0, 28_800)),
                    field("angle", integer(-126, 127)),
                    field("accelSet", ACCELERATION_SET4_WAY),
                    field("brakes", BRAKE_SYSTEM_STATUS),
                    field("size", VEHICLE_SIZE));

    static final UperType PART_TWO =
            sequence(
                    field("partII-Id", integer(0, 63)),
                    field(
                            "partII-Value",
                            new KeyedOpenType(
                                    "partII-Id",
                                    Map.of(
                                            0,
                                            new OpenType(PartTwoTypes.VEHICLE_SAFETY_EXTENSIONS),
                                            1,
                                            new OpenType(PartTwoTypes.SPECIAL_VEHICLE_EXTENSIONS),
                                            2,
                                            new OpenType(
                                                    PartTwoTypes
                                                            .SUPPLEMENTAL_VEHICLE_EXTENSIONS)))));

    static final UperType BASIC_SAFETY_MESSAGE =
            regional(field("coreData", BSM_CORE_DATA), optional("partII", listOf(1, 8, PART_TWO)));

    private VehicleTypes() {}
}
