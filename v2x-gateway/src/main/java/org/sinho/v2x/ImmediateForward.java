package org.sinho.v2x;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.MessageFrame;

/**
 * The RSU 4.1 immediate-forward form: lines of {@code Key=Value}, the message in hexadecimal. So
 * roadside units take messages for broadcast, and some controllers push their SPaT.
 *
 * <p>{@link #of} writes; an object reads, without allocation, one datagram after the other. Not
 * thread-safe.
 */
public final class ImmediateForward {
    /** Port that roadside units listen on for this form. */
    public static final int PORT = 1516;

    /** Longest message frame that is carried, octets. */
    public static final int LONGEST_FRAME = 2_048;

    private static final int LONGEST_TEXT = 2 * LONGEST_FRAME + 512;
    private static final int PRIORITY = 7;
    private static final int CHANNEL = 183;
    private static final String VERSION = "0.7";

    private static final String[] KEYS = {
        "Version",
        "Type",
        "PSID",
        "Priority",
        "TxMode",
        "TxChannel",
        "TxInterval",
        "DeliveryStart",
        "DeliveryStop",
        "Signature",
        "Encryption",
        "Payload"
    };
    private static final int KEY_VERSION = 0;
    private static final int KEY_TYPE = 1;
    private static final int KEY_PSID = 2;
    private static final int KEY_PRIORITY = 3;
    private static final int KEY_MODE = 4;
    private static final int KEY_SIGNATURE = 9;
    private static final int KEY_ENCRYPTION = 10;
    private static final int KEY_PAYLOAD = 11;
    private static final int MANDATORY =
            1 << KEY_VERSION | 1 << KEY_TYPE | 1 << KEY_PSID | 1 << KEY_PAYLOAD;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[LONGEST_FRAME]);
    private DirectBuffer text;
    private int frameLength;
    private int messageId;
    private int psid;

    /** Makes a reader that holds no message yet. */
    public ImmediateForward() {}

    /** The messages that are carried, each with the identifier it is sent under. */
    private enum Kind {
        MAP(MessageFrame.MAP, Psid.MAP),
        SPAT(MessageFrame.SPAT, Psid.SPAT),
        SSM(MessageFrame.SSM, Psid.SSM),
        TIM(MessageFrame.TIM, Psid.TIM),
        PSM(MessageFrame.PSM, Psid.PSM);

        private static final Kind[] ALL = values();

        private final int messageId;
        private final int psid;

        Kind(int messageId, int psid) {
            this.messageId = messageId;
            this.psid = psid;
        }
    }

    /**
     * Writes a message for a unit, which is asked to sign it: what the center sends down carries no
     * signature of its own.
     *
     * @param frame octets of a MessageFrame: MAP, SPAT, SSM, TIM or PSM, at most {@link
     *     #LONGEST_FRAME}
     * @return the text, in ASCII
     * @throws IllegalArgumentException when the frame is of another type or too long
     */
    public static byte[] of(byte[] frame) {
        int id = MessageFrame.messageId(new UnsafeBuffer(frame), 0, frame.length);
        Kind kind = kind(id);
        if (kind == null || frame.length > LONGEST_FRAME) {
            throw new IllegalArgumentException(
                    "immediate forward of message "
                            + id
                            + " of "
                            + frame.length
                            + " octets; allowed MAP, SPAT, SSM, TIM, PSM of at most "
                            + LONGEST_FRAME);
        }
        String lines =
                "Version="
                        + VERSION
                        + "\nType="
                        + kind.name()
                        + "\nPSID=0x"
                        + psidHex(kind.psid)
                        + "\nPriority="
                        + PRIORITY
                        + "\nTxMode=CONT\nTxChannel="
                        + CHANNEL
                        + "\nTxInterval=0\nDeliveryStart=\nDeliveryStop=\nSignature=True"
                        + "\nEncryption=False\nPayload="
                        + HexFormat.of().formatHex(frame)
                        + "\n";
        return lines.getBytes(StandardCharsets.US_ASCII);
    }

    private static String psidHex(int psid) {
        String digits = Long.toHexString(Psid.encode(psid)).toUpperCase(Locale.ROOT);
        return "0".repeat(2 * Psid.octets(psid) - digits.length()) + digits;
    }

    private static Kind kind(int messageId) {
        for (Kind kind : Kind.ALL) {
            if (kind.messageId == messageId) {
                return kind;
            }
        }
        return null;
    }

    /**
     * Reads one datagram.
     *
     * @param datagram holds it, not modified
     * @param offset its first octet
     * @param length its octets
     * @return {@link ForwardCause#NONE}, or why it is refused; then the message means nothing
     */
    public ForwardCause read(DirectBuffer datagram, int offset, int length) {
        frameLength = 0;
        messageId = MessageFrame.NOT_A_FRAME;
        psid = Psid.INVALID;
        text = datagram;
        if (length > LONGEST_TEXT) {
            return ForwardCause.OVERSIZED;
        }
        int seen = 0;
        int end = offset + length;
        for (int at = offset; at < end; ) {
            int lineEnd = lineEnd(at, end);
            int equals = equalsSign(at, lineEnd);
            if (equals < 0) {
                return ForwardCause.NOT_TEXT;
            }
            int key = key(at, equals);
            if (key < 0) {
                return ForwardCause.UNKNOWN_KEY;
            }
            if ((seen & 1 << key) != 0) {
                return ForwardCause.REPEATED_KEY;
            }
            seen |= 1 << key;
            if (!value(key, equals + 1, lineEnd)) {
                return ForwardCause.BAD_VALUE;
            }
            at = lineEnd + 1;
        }
        if ((seen & MANDATORY) != MANDATORY) {
            return ForwardCause.MISSING_KEY;
        }
        return agrees() ? ForwardCause.NONE : ForwardCause.CONTRADICTION;
    }

    private boolean agrees() {
        Kind kind = kind(messageId);
        return kind != null
                && (kind.psid == psid || psid == Psid.SPAT) // Units of old send all under that one.
                && MessageFrame.messageId(frame, 0, frameLength) == messageId
                && MessageFrame.locate(frame, 0, frameLength) != MessageFrame.NOT_A_FRAME;
    }

    private int lineEnd(int at, int end) {
        int index = at;
        while (index < end && text.getByte(index) != '\n') {
            index++;
        }
        return index;
    }

    /** Index of the first equals sign of a line of printable characters, else -1. */
    private int equalsSign(int from, int to) {
        int equals = -1;
        for (int i = from; i < to; i++) {
            byte octet = text.getByte(i);
            if (octet < ' ' || octet > '~') {
                return -1;
            }
            equals = equals < 0 && octet == '=' ? i : equals;
        }
        return equals;
    }

    private int key(int from, int to) {
        for (int key = 0; key < KEYS.length; key++) {
            if (is(KEYS[key], from, to)) {
                return key;
            }
        }
        return -1;
    }

    private boolean is(String word, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.getByte(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean value(int key, int from, int to) {
        return switch (key) {
            case KEY_VERSION -> is(VERSION, from, to);
            case KEY_TYPE -> type(from, to);
            case KEY_PSID -> psid(from, to);
            case KEY_PRIORITY -> to - from == 1 && digit(from) >= 0 && digit(from) <= PRIORITY;
            case KEY_MODE -> is("CONT", from, to) || is("ALT", from, to);
            case KEY_SIGNATURE, KEY_ENCRYPTION -> is("True", from, to) || is("False", from, to);
            case KEY_PAYLOAD -> payload(from, to);
            default -> true; // Channel, interval and delivery times are the unit's affair.
        };
    }

    private boolean type(int from, int to) {
        for (Kind kind : Kind.ALL) {
            if (is(kind.name(), from, to)) {
                messageId = kind.messageId;
                return true;
            }
        }
        return false;
    }

    private boolean psid(int from, int to) {
        int digits = to - from - 2;
        boolean prefixed = digits > 0 && text.getByte(from) == '0' && text.getByte(from + 1) == 'x';
        if (!prefixed || digits > 8 || digits % 2 != 0) {
            return false;
        }
        long encoded = 0;
        for (int i = from + 2; i < to; i++) {
            int digit = digit(i);
            if (digit < 0) {
                return false;
            }
            encoded = encoded << 4 | digit;
        }
        psid = Psid.decode(encoded, digits / 2);
        return psid != Psid.INVALID;
    }

    private boolean payload(int from, int to) {
        int octets = (to - from) / 2;
        if (octets == 0 || (to - from) % 2 != 0 || octets > LONGEST_FRAME) {
            return false;
        }
        for (int i = 0; i < octets; i++) {
            int high = digit(from + 2 * i);
            int low = digit(from + 2 * i + 1);
            if (high < 0 || low < 0) {
                return false;
            }
            frame.putByte(i, (byte) (high << 4 | low));
        }
        frameLength = octets;
        return true;
    }

    private int digit(int index) {
        return Character.digit(text.getByte(index), 16);
    }

    /** {@return the message of the last datagram, {@link #frameLength()} octets from 0} */
    public DirectBuffer frame() {
        return frame;
    }

    /** {@return octets of the message} */
    public int frameLength() {
        return frameLength;
    }

    /** {@return message id of the message} */
    public int messageId() {
        return messageId;
    }

    /** {@return the identifier it came under, as a number} */
    public int psid() {
        return psid;
    }
}
