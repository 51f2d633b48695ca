package org.sinho.v2x.j2735;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Reads unaligned PER fields (ITU-T X.691), most significant bit first, straight from a datagram.
 *
 * <p>Errors are sticky: once a read is past the end or out of range, {@link #failed()} stays true
 * and every later read returns 0 or its lowest legal value without moving. Decode a whole message,
 * then ask once. Nothing outside the wrapped octets is ever read.
 *
 * <p>Not thread-safe; one reader per thread, reused for every datagram.
 */
final class UperReader {
    /** Widest field one read can return: a 64-bit window less the bits before the first one. */
    static final int MAXIMUM_FIELD_BITS = 57;

    /** Index of the first value that a later edition added to an enumeration or CHOICE. */
    static final int EXTENSION_BASE = 256;

    /** Named bits kept of an extensible BIT STRING, so that the result is never negative. */
    private static final int MAXIMUM_FLAGS = 31;

    private static final int MAXIMUM_OCTETS = 1 << 24;

    private DirectBuffer buffer;
    private int offset;
    private int windowLimit;
    private int bitIndex;
    private int bitLimit;
    private DecodeCause cause = DecodeCause.NONE;

    /** Starts reading {@code length} octets of {@code source} from {@code start}. */
    UperReader wrap(DirectBuffer source, int start, int length) {
        buffer = source;
        offset = start;
        bitIndex = 0;
        cause = DecodeCause.NONE;
        boolean usable =
                length >= 0
                        && length <= MAXIMUM_OCTETS
                        && start >= 0
                        && start <= source.capacity() - length;
        bitLimit = usable ? length * Byte.SIZE : 0;
        windowLimit = usable ? length - Long.BYTES : -1;
        if (!usable) {
            fail(DecodeCause.LENGTH);
        }
        return this;
    }

    /** {@return whether any read so far was past the end or out of its range} */
    boolean failed() {
        return cause != DecodeCause.NONE;
    }

    /** {@return why the first bad read failed, {@link DecodeCause#NONE} if none did} */
    DecodeCause cause() {
        return cause;
    }

    /** Makes this reader fail; the first cause stays. */
    void fail(DecodeCause why) {
        if (cause == DecodeCause.NONE) {
            cause = why;
        }
        bitLimit = bitIndex; // Every later read finds nothing left: one check covers both.
    }

    /** {@return bits left in the message or in the open type entered last} */
    int remainingBits() {
        return bitLimit - bitIndex;
    }

    /** {@return the next {@code count} bits, 0 to 57 of them, as an unsigned number} */
    long bits(int count) {
        int at = bitIndex;
        if (count > bitLimit - at) {
            fail(DecodeCause.TRUNCATED);
            return 0;
        }
        if (count == 0) {
            return 0;
        }
        bitIndex = at + count;
        int octet = at >>> 3;
        long window =
                octet <= windowLimit
                        ? buffer.getLong(offset + octet, ByteOrder.BIG_ENDIAN)
                        : lastOctets(octet);
        return (window << (at & 7)) >>> (Long.SIZE - count);
    }

    /** The window at the end of the datagram, where eight octets would be too many. */
    private long lastOctets(int octet) {
        long window = 0;
        int end = windowLimit + Long.BYTES;
        int shift = Long.SIZE - Byte.SIZE;
        for (int i = octet; i < end; i++, shift -= Byte.SIZE) {
            window |= (buffer.getByte(offset + i) & 0xffL) << shift;
        }
        return window;
    }

    /** {@return the next bit} */
    boolean bit() {
        return bits(1) != 0;
    }

    /** {@return the next {@code count} bits, 0 to 32 of them; 32 fill the sign bit} */
    int intBits(int count) {
        return (int) bits(count);
    }

    /**
     * Reads a constrained whole number.
     *
     * @return {@code lowest} to {@code highest}, {@code lowest} if the reader has failed
     */
    int constrained(int lowest, int highest) {
        long span = (long) highest - lowest;
        long code = bits(Long.SIZE - Long.numberOfLeadingZeros(span));
        if (code > span) {
            fail(DecodeCause.RANGE); // A spare code, e.g. heading 28801..32767: never legal.
            return lowest;
        }
        return (int) (lowest + code);
    }

    /**
     * Reads an extensible enumeration or CHOICE index of {@code rootCount} root values.
     *
     * @return the index, or {@link #EXTENSION_BASE} + n for the n-th extension value
     */
    int extensibleIndex(int rootCount) {
        return bit() ? EXTENSION_BASE + smallNumber() : constrained(0, rootCount - 1);
    }

    /** {@return a normally small number below 64; larger ones fail} */
    int smallNumber() {
        if (bit()) {
            fail(DecodeCause.LENGTH);
            return 0;
        }
        return intBits(6);
    }

    /** {@return a length determinant, at most 16383, in short or long form} */
    int length() {
        if (!bit()) {
            return intBits(7);
        }
        if (bit()) {
            fail(DecodeCause.FRAGMENTED);
            return 0;
        }
        return intBits(14);
    }

    /**
     * Enters an open type: until {@link #leave} the reader ends where the open type ends.
     *
     * @return what {@link #leave} wants back
     */
    int enter() {
        int bitCount = length() * Byte.SIZE;
        int outerLimit = bitLimit;
        if (bitCount > bitLimit - bitIndex) {
            fail(DecodeCause.TRUNCATED);
        } else if (!failed()) {
            bitLimit = bitIndex + bitCount;
        }
        return outerLimit;
    }

    /** Leaves the open type entered last and stands behind its last octet, read or not. */
    void leave(int outerLimit) {
        if (!failed()) {
            bitIndex = bitLimit;
            bitLimit = outerLimit;
        }
    }

    /** Steps over {@code count} bits. */
    void skip(int count) {
        if (count > bitLimit - bitIndex) {
            fail(DecodeCause.TRUNCATED);
        } else {
            bitIndex += count;
        }
    }

    /** Steps over one open type. */
    void skipOpenType() {
        skip(length() * Byte.SIZE);
    }

    /** Steps over {@code SEQUENCE (SIZE(1..4)) OF RegionalExtension}. */
    void skipRegional() {
        int count = 1 + intBits(2);
        for (int i = 0; i < count; i++) {
            skip(Byte.SIZE);
            skipOpenType();
        }
    }

    /** Steps over the extension additions of a SEQUENCE whose extension bit was set. */
    void skipAdditions() {
        int count = additionCount();
        long present = additionBitmap(count);
        for (int i = Long.bitCount(present); i > 0; i--) {
            skipOpenType();
        }
    }

    /** {@return how many presence bits follow, 1 to 64} */
    int additionCount() {
        return 1 + smallNumber();
    }

    /** {@return the presence bits; addition 0 is bit {@code count - 1}} */
    long additionBitmap(int count) {
        if (count > MAXIMUM_FIELD_BITS) {
            int high = count - Integer.SIZE;
            return (bits(high) << Integer.SIZE) | bits(Integer.SIZE);
        }
        return bits(count);
    }

    /** Steps over an IA5String of {@code lowest..highest} characters. */
    void skipIa5(int lowest, int highest) {
        skip(7 * constrained(lowest, highest));
    }

    /**
     * Reads {@code BIT STRING (SIZE(rootSize, ...))}, at most 31 bits of it.
     *
     * @return bit i of the name list at {@code 1 << i}; bits the sender left out are 0
     */
    int extensibleFlags(int rootSize) {
        int size = bit() ? length() : rootSize;
        int kept = Math.min(size, MAXIMUM_FLAGS);
        int flags = flags(kept);
        skip(size - kept);
        return flags;
    }

    /** {@return a BIT STRING of {@code size} bits, 0 to 32, bit i of the list at {@code 1 << i}} */
    int flags(int size) {
        if (size == 0) {
            return 0;
        }
        return Integer.reverse(intBits(size)) >>> (Integer.SIZE - size);
    }
}
