package org.sinho.v2x.j2735;

import static org.sinho.v2x.j2735.Types.BOOLEAN;
import static org.sinho.v2x.j2735.Types.extensibleBits;
import static org.sinho.v2x.j2735.Types.extensibleChoice;
import static org.sinho.v2x.j2735.Types.extensibleEnumerated;
import static org.sinho.v2x.j2735.Types.field;
import static org.sinho.v2x.j2735.Types.integer;
import static org.sinho.v2x.j2735.Types.octets;
import static org.sinho.v2x.j2735.Types.optional;
import static org.sinho.v2x.j2735.Types.regional;

/** Tables of the PSM. */
final class PersonalTypes {
    static final UperType PERSONAL_DEVICE_USER_TYPE =
            extensibleEnumerated(
                    """
                    unavailable aPEDESTRIAN aPEDALCYCLIST aPUBLICSAFETYWORKER anANIMAL""");

    static final UperType PROPELLED_INFORMATION =
            extensibleChoice(
                    field(
                            "human",
                            extensibleEnumerated(
                                    """
                                    unavailable otherTypes onFoot skateboard pushOrKickScooter
                                    wheelchair""")),
                    field(
                            "animal",
                            extensibleEnumerated(
                                    """
                                    unavailable otherTypes animalMounted
                                    animalDrawnCarriage""")),
                    field(
                            "motor",
                            extensibleEnumerated(
                                    """
                                    unavailable otherTypes wheelChair bicycle scooter
                                    selfBalancingDevice""")));

    static final UperType NUMBER_OF_PARTICIPANTS =
            extensibleEnumerated("unavailable small medium large");

    static final UperType PUBLIC_SAFETY_EVENT_RESPONDER_WORKER_TYPE =
            extensibleEnumerated(
                    """
                    unavailable towOperater fireAndEMSWorker aDOTWorker lawEnforcement
                    hazmatResponder animalControlWorker otherPersonnel""");

    static final UperType ATTACHMENT =
            extensibleEnumerated(
                    """
                    unavailable stroller bicycleTrailer cart wheelchair
                    otherWalkAssistAttachments pet""");

    static final UperType ANIMAL_TYPE = extensibleEnumerated("unavailable serviceUse pet farm");

    static final UperType PERSONAL_SAFETY_MESSAGE =
            regional(
                    field("basicType", PERSONAL_DEVICE_USER_TYPE),
                    field("secMark", integer(0, 65_535)),
                    field("msgCnt", integer(0, 127)),
                    field("id", octets(4)),
                    field("position", CommonTypes.POSITION3_D),
                    field("accuracy", CommonTypes.POSITIONAL_ACCURACY),
                    field("speed", integer(0, 8191)),
                    field("heading", integer(0, 28_800)),
                    optional("accelSet", VehicleTypes.ACCELERATION_SET4_WAY),
                    optional("pathHistory", PartTwoTypes.PATH_HISTORY),
                    optional("pathPrediction", PartTwoTypes.PATH_PREDICTION),
                    optional("propulsion", PROPELLED_INFORMATION),
                    optional("useState", extensibleBits(9)),
                    optional("crossRequest", BOOLEAN),
                    optional("crossState", BOOLEAN),
                    optional("clusterSize", NUMBER_OF_PARTICIPANTS),
                    optional("clusterRadius", integer(0, 100)),
                    optional("eventResponderType", PUBLIC_SAFETY_EVENT_RESPONDER_WORKER_TYPE),
                    optional("activityType", extensibleBits(6)),
                    optional("activitySubType", extensibleBits(7)),
                    optional("assistType", extensibleBits(6)),
                    optional("sizing", extensibleBits(5)),
                    optional("attachment", ATTACHMENT),
                    optional("attachmentRadius", integer(0, 200)),
                    optional("animalType", ANIMAL_TYPE));

    private PersonalTypes() {}
}
