package org.sinho.v2x.security;

import org.agrona.DirectBuffer;

/**
 * Walks canonical OER (ITU-T X.696) octets of a datagram without allocation and without exceptions.
 *
 * <p>Failure is sticky: the first failure is kept as {@link #cause()}, every later read returns 0
 * and moves nothing. Bounds are checked here, so no read ever leaves the datagram. Not thread-safe.
 */
final class CoerCursor {
    /** Most items of any list; far above what fits a datagram, it only bounds the loops. */
    private static final int MAXIMUM_ITEMS = 4096;

    private DirectBuffer buffer;
    private int index;
    private int limit;
    private SecurityCause cause = SecurityCause.TRUNCATED;

    CoerCursor wrap(DirectBuffer source, int offset, int length) {
        buffer = source;
        cause = SecurityCause.OK;
        if (offset < 0 || length < 0 || offset > source.capacity() - length) {
            index = 0;
            limit = 0;
            cause = SecurityCause.TRUNCATED;
        } else {
            index = offset;
            limit = offset + length;
        }
        return this;
    }

    int index() {
        return index;
    }

    int remaining() {
        return limit - index;
    }

    SecurityCause cause() {
        return cause;
    }

    boolean failed() {
        return cause != SecurityCause.OK;
    }

    void fail(SecurityCause why) {
        if (cause == SecurityCause.OK) {
            cause = why;
            limit = index;
        }
    }

    /** Moves over {@code octets} and returns where they began; 0 when failed. */
    int skip(int octets) {
        if (cause != SecurityCause.OK) {
            return 0;
        }
        if (octets > limit - index) {
            fail(SecurityCause.TRUNCATED);
            return 0;
        }
        int start = index;
        index += octets;
        return start;
    }

    int uint8() {
        int at = skip(1);
        return failed() ? 0 : buffer.getByte(at) & 0xFF;
    }

    int uint16() {
        int high = uint8();
        return high << 8 | uint8();
    }

    int int32() {
        int high = uint16();
        return high << 16 | uint16();
    }

    long int64() {
        long high = int32() & 0xFFFF_FFFFL;
        return high << 32 | int32() & 0xFFFF_FFFFL;
    }

    /** Reads an octet that may only be {@code expected}; anything else fails with {@code why}. */
    void expect(int expected, SecurityCause why) {
        int octet = uint8();
        if (octet != expected) {
            fail(why);
        }
    }

    /** Reads a CHOICE tag and returns the alternative 0..62; other classes and forms fail. */
    int choice() {
        int octet = uint8();
        if ((octet & 0xC0) != 0x80 || (octet & 0x3F) == 0x3F) {
            fail(SecurityCause.MALFORMED);
            return 0;
        }
        return octet & 0x3F;
    }

    /** Reads an ENUMERATED in its short form, 0..127. */
    int enumerated() {
        int octet = uint8();
        if (octet > 0x7F) {
            fail(SecurityCause.MALFORMED);
        }
        return octet;
    }

    /** Reads a SEQUENCE preamble octet whose unused low bits {@code spare} must be zero. */
    int preamble(int spare) {
        int octet = uint8();
        if ((octet & spare) != 0) {
            fail(SecurityCause.MALFORMED);
        }
        return octet;
    }

    /** Reads a length determinant in its only canonical form; at most what remains. */
    int length() {
        int first = uint8();
        if (first < 0x80) {
            return within(first);
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > 4) {
            fail(SecurityCause.MALFORMED);
            return 0;
        }
        long value = unsigned(octets);
        if (value < 0x80 || octets > 1 && value >>> 8 * (octets - 1) == 0) {
            fail(SecurityCause.MALFORMED);
            return 0;
        }
        return within(value);
    }

    private int within(long length) {
        if (length > limit - index) {
            fail(SecurityCause.TRUNCATED);
            return 0;
        }
        return (int) length;
    }

    private long unsigned(int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | uint8();
        }
        return value;
    }

    /** Reads an unconstrained unsigned INTEGER up to 2^31 - 1; a larger one is not supported. */
    int unsignedInteger() {
        int octets = length();
        if (octets == 0) {
            fail(SecurityCause.MALFORMED);
        } else if (octets > 4) {
            fail(SecurityCause.UNSUPPORTED);
        }
        if (failed()) {
            return 0;
        }
        long value = unsigned(octets);
        if (octets > 1 && value >>> 8 * (octets - 1) == 0) {
            fail(SecurityCause.MALFORMED); // A leading zero octet is never canonical.
        } else if (value > Integer.MAX_VALUE) {
            fail(SecurityCause.UNSUPPORTED);
        }
        return failed() ? 0 : (int) value;
    }

    /** Reads the number of items of a SEQUENCE OF. */
    int quantity() {
        int items = unsignedInteger();
        if (items > MAXIMUM_ITEMS) {
            fail(SecurityCause.MALFORMED);
        }
        return failed() ? 0 : items;
    }

    /** Moves over an OCTET STRING, open type or signed INTEGER: a length and so many octets. */
    void skipSized() {
        skip(length());
    }

    /**
     * Moves over the extension additions of a SEQUENCE whose extension bit was set.
     *
     * @return presence of the first 31 additions, the first in the highest bit
     */
    int skipExtensions() {
        int octets = length() - 1;
        int unused = uint8();
        if (octets < 1 || octets > 4 || unused > 7) {
            fail(SecurityCause.MALFORMED);
            return 0;
        }
        int present = (int) (unsigned(octets) << 32 - 8 * octets);
        if ((present & (1L << 32 - 8 * octets + unused) - 1) != 0 || present == 0) {
            fail(SecurityCause.MALFORMED);
        }
        for (int bit = 0; bit < 32 && !failed(); bit++) {
            if ((present << bit) < 0) {
                skipSized();
            }
        }
        return failed() ? 0 : present;
    }
}
