package org.sinho.v2x.j2735;

import java.util.List;
import java.util.stream.Collectors;

/** A message that the complete codec knows. A new one is its table and one line here. */
record MessageType(int messageId, String shortName, UperType content) {
    private static final List<MessageType> ALL =
            List.of(
                    new MessageType(MessageFrame.MAP, "MAP", MapTypes.MAP_DATA),
                    new MessageType(MessageFrame.SPAT, "SPAT", SpatTypes.SPAT),
                    new MessageType(MessageFrame.BSM, "BSM", VehicleTypes.BASIC_SAFETY_MESSAGE),
                    new MessageType(MessageFrame.SRM, "SRM", PriorityTypes.SIGNAL_REQUEST_MESSAGE),
                    new MessageType(MessageFrame.SSM, "SSM", PriorityTypes.SIGNAL_STATUS_MESSAGE),
                    new MessageType(
                            MessageFrame.PSM, "PSM", PersonalTypes.PERSONAL_SAFETY_MESSAGE));

    /** {@return the type with this id, null if unknown} */
    static MessageType of(int messageId) {
        for (MessageType type : ALL) {
            if (type.messageId == messageId) {
                return type;
            }
        }
        return null;
    }

    /** {@return the type with this short name, null if unknown} */
    static MessageType of(String shortName) {
        for (MessageType type : ALL) {
            if (type.shortName.equals(shortName)) {
                return type;
            }
        }
        return null;
    }

    static String shortNames() {
        return ALL.stream().map(MessageType::shortName).collect(Collectors.joining(" "));
    }
}
