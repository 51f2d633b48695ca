package org.sinho.v2x.j2735;

import org.agrona.DirectBuffer;

/**
 * The outer frame of every J2735 message: 16 bits of message id, a length, the message.
 *
 * <p>Everything here is static, allocation-free and never reads outside the octets it is given.
 * Octets behind the frame (padding, a signature) are ignored.
 */
public final class MessageFrame {
    /** Message id of MapData (MAP). */
    public static final int MAP = 18;

    /** Message id of SPAT. */
    public static final int SPAT = 19;

    /** Message id of BasicSafetyMessage (BSM). */
    public static final int BSM = 20;

    /** Message id of SignalRequestMessage (SRM). */
    public static final int SRM = 29;

    /** Message id of SignalStatusMessage (SSM). */
    public static final int SSM = 30;

    /** Message id of TravelerInformation (TIM), which is carried and not decoded. */
    public static final int TIM = 31;

    /** Message id of PersonalSafetyMessage (PSM). */
    public static final int PSM = 32;

    /** {@link #messageId} of what is too short to be a frame; {@link #locate} of a bad frame. */
    public static final int NOT_A_FRAME = -1;

    /** Returned by {@code encode} when a field is out of range or the buffer too short. */
    public static final int NOT_ENCODED = -1;

    private static final int ID_OCTETS = 2;
    private static final int ID_MASK = 0x7fff; // The first bit is the extension bit of the frame.

    private MessageFrame() {}

    /**
     * Peeks at the message id.
     *
     * @param buffer holds the frame, not modified
     * @param offset first octet of the frame
     * @param length octets received
     * @return 0 to 32767, or {@link #NOT_A_FRAME}
     */
    public static int messageId(DirectBuffer buffer, int offset, int length) {
        if (!readable(buffer, offset, length) || length < ID_OCTETS + 1) {
            return NOT_A_FRAME;
        }
        return octet(buffer, offset) << 8 & ID_MASK | octet(buffer, offset + 1);
    }

    /**
     * Finds the message inside a frame.
     *
     * @param buffer holds the frame, not modified
     * @param offset first octet of the frame
     * @param length octets received; more than the frame needs are ignored
     * @return a location for {@link #valueOffset} and {@link #valueLength}, or {@link #NOT_A_FRAME}
     *     if the frame is cut short, empty or fragmented
     */
    public static long locate(DirectBuffer buffer, int offset, int length) {
        if (messageId(buffer, offset, length) == NOT_A_FRAME) {
            return NOT_A_FRAME;
        }
        int at = offset + ID_OCTETS;
        int valueLength = octet(buffer, at++);
        if (valueLength >= 0x80) {
            if (valueLength >= 0xc0 || length < ID_OCTETS + 2) {
                return NOT_A_FRAME;
            }
            valueLength = (valueLength & 0x3f) << 8 | octet(buffer, at++);
        }
        boolean whole = valueLength > 0 && valueLength <= length - (at - offset);
        return whole ? (long) at << Integer.SIZE | valueLength : NOT_A_FRAME;
    }

    /**
     * First octet of a located message.
     *
     * @param location not negative, from {@link #locate}
     * @return index in the buffer that was searched
     */
    public static int valueOffset(long location) {
        return (int) (location >>> Integer.SIZE);
    }

    /**
     * Octets of a located message.
     *
     * @param location not negative, from {@link #locate}
     * @return 1 to 16383
     */
    public static int valueLength(long location) {
        return (int) location;
    }

    private static boolean readable(DirectBuffer buffer, int offset, int length) {
        return offset >= 0 && length >= 0 && offset <= buffer.capacity() - length;
    }

    private static int octet(DirectBuffer buffer, int index) {
        return buffer.getByte(index) & 0xff;
    }
}
