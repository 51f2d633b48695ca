package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Complete codec: any frame of a known type to a JSON tree and back, for people and tools.
 *
 * <p>Names are those of the 2024 edition, numbers wire integers, enumerations their names, octet
 * strings hex digits, bit strings 0 and 1 with the first named bit first, a CHOICE an object with
 * one member. What this edition does not know is kept as the hex digits of its open type, in {@code
 * unknownAddition<n>}, {@code unknownAlternative<n>}, {@code regExtValue} or {@code partII-Value}.
 */
public final class J2735Json {
    private static final int FIRST_ATTEMPT_OCTETS = 2048;
    private static final int LONGEST_FRAME_OCTETS = 16_383 + 4;

    private J2735Json() {}

    /**
     * Decodes one frame; never throws. Octets behind the frame are ignored.
     *
     * @param frame octets of a MessageFrame, not modified
     * @return {@code {"type":"BSM","messageId":20,"ok":true,"value":{...},"reencodedHex":"..."}}
     *     with the canonical encoding of {@code value} in lower case hex, or {@code
     *     {"ok":false,"cause":"..."}} with the name of a {@link DecodeCause}
     */
    public static ObjectNode decode(byte[] frame) {
        ObjectNode message = decodeOnly(frame);
        if (!message.path("ok").booleanValue()) {
            return message;
        }
        try {
            return message.put("reencodedHex", HexFormat.of().formatHex(encode(message)));
        } catch (IllegalArgumentException tooLong) {
            // Our canonical form can outgrow 16383 octets only if the frame nearly did.
            message.remove("value");
            return refused(message, DecodeCause.LENGTH);
        }
    }

    /** {@return what {@link #decode} returns, without {@code reencodedHex}} */
    static ObjectNode decodeOnly(byte[] frame) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        UperReader in = new UperReader().wrap(new UnsafeBuffer(frame), 0, frame.length);
        in.skip(1); // Additions to the frame itself would stand behind the message.
        int messageId = in.intBits(15);
        MessageType type = MessageType.of(messageId);
        if (type == null) {
            in.fail(DecodeCause.UNKNOWN_MESSAGE);
            return refused(message, in.cause());
        }
        message.put("type", type.shortName()).put("messageId", messageId);
        in.enter();
        JsonNode value = type.content().decode(in);
        if (in.failed()) {
            return refused(message, in.cause());
        }
        message.put("ok", true).set("value", value);
        return message;
    }

    private static ObjectNode refused(ObjectNode message, DecodeCause cause) {
        return message.put("ok", false).put("cause", cause.name());
    }

    /**
     * Encodes what {@link #decode} returns: {@code value} as a message of {@code type} or {@code
     * messageId}. Other members are ignored.
     *
     * @param message not modified
     * @return a MessageFrame in canonical form
     * @throws IllegalArgumentException naming field, value and allowed range, if the tree is not a
     *     message
     */
    public static byte[] encode(ObjectNode message) {
        MessageType type = type(message);
        Where where = new Where(null, "value");
        JsonNode value = message.path("value");
        UperWriter out = new UperWriter();
        for (int size = FIRST_ATTEMPT_OCTETS; ; size *= 2) {
            byte[] frame = new byte[Math.min(size, LONGEST_FRAME_OCTETS)];
            out.wrap(new UnsafeBuffer(frame), 0, frame.length);
            out.bits(type.messageId(), Short.SIZE);
            int start = out.begin();
            type.content().encode(value, out, where);
            out.end(start);
            if (!out.failed()) {
                return Arrays.copyOf(frame, out.octets());
            }
            if (frame.length == LONGEST_FRAME_OCTETS || out.cause() == DecodeCause.RANGE) {
                throw new IllegalArgumentException(
                        "value: longer than a frame can be, allowed: 16383 octets");
            }
        }
    }

    private static MessageType type(ObjectNode message) {
        JsonNode name = message.path("type");
        JsonNode id = message.path("messageId");
        MessageType named = MessageType.of(name.asText());
        MessageType numbered = MessageType.of(id.asInt(-1));
        MessageType type = name.isMissingNode() ? numbered : named;
        if (type == null) {
            throw new Where(null, "type").bad(name, MessageType.shortNames());
        }
        if (!id.isMissingNode() && type != numbered) {
            throw new Where(null, "messageId").bad(id, Integer.toString(type.messageId()));
        }
        return type;
    }
}
