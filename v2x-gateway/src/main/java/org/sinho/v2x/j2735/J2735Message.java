package org.sinho.v2x.j2735;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A preallocated message, filled by {@link #decode} or by setters, reused for every datagram.
 *
 * <p>Decoding and encoding allocate nothing and never throw. Setters take any value; {@link
 * #encode} refuses one that is out of range. Not thread-safe: one object per thread.
 */
public abstract sealed class J2735Message
        permits BasicSafetyMessage,
                PersonalSafetyMessage,
                SignalRequestMessage,
                SignalStatusMessage,
                SpatMessage,
                MapMessage {
    /** Value of an {@code int} field that the message does not carry, unless it says otherwise. */
    public static final int ABSENT = -1;

    private final int messageId;
    private final UperReader reader = new UperReader();
    private final UperWriter writer = new UperWriter();

    J2735Message(int messageId) {
        this.messageId = messageId;
    }

    /**
     * Message id of this type.
     *
     * @return one of the constants of {@link MessageFrame}
     */
    public final int messageId() {
        return messageId;
    }

    /**
     * Decodes one MessageFrame into this object. Octets behind the frame are ignored.
     *
     * @param buffer holds the frame, not modified
     * @param offset first octet of the frame
     * @param length octets received
     * @return {@link DecodeCause#NONE}, or why the frame is refused; then the fields mean nothing
     */
    public final DecodeCause decode(DirectBuffer buffer, int offset, int length) {
        reader.wrap(buffer, offset, length);
        reader.skip(1); // Additions to the frame itself would stand behind the message.
        if (reader.intBits(15) != messageId) {
            reader.fail(DecodeCause.UNKNOWN_MESSAGE);
        }
        reader.enter();
        clear();
        read(reader);
        return reader.cause();
    }

    /**
     * Encodes this object as one MessageFrame, canonically.
     *
     * @param buffer receives the frame; nothing behind the frame is touched
     * @param offset first octet to write
     * @return octets written, or {@link MessageFrame#NOT_ENCODED}
     */
    public final int encode(MutableDirectBuffer buffer, int offset) {
        writer.wrap(buffer, offset, buffer.capacity() - offset);
        writer.bits(messageId, Short.SIZE);
        int start = writer.begin();
        write(writer);
        writer.end(start);
        return writer.failed() ? MessageFrame.NOT_ENCODED : writer.octets();
    }

    /** Makes every field absent or unavailable and every list empty. */
    public abstract void clear();

    abstract void read(UperReader in);

    abstract void write(UperWriter out);
}
