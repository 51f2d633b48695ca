package org.sinho.v2x.j2735;

import org.agrona.MutableDirectBuffer;

/**
 * Writes unaligned PER fields (ITU-T X.691) canonically, most significant bit first.
 *
 * <p>Errors are sticky, as in {@link UperReader}: write a whole message, then ask {@link #failed()}
 * once. Only octets of the message itself are touched.
 *
 * <p>Not thread-safe; one writer per thread, reused for every message.
 */
final class UperWriter {
    private static final int SHORT_LENGTH_LIMIT = 128;
    private static final int LONG_LENGTH_LIMIT = 16384;

    private MutableDirectBuffer buffer;
    private int offset;
    private int bitIndex;
    private int bitLimit;
    private DecodeCause cause = DecodeCause.NONE;

    /** Starts writing at octet {@code start} of {@code target}, at most {@code length} octets. */
    UperWriter wrap(MutableDirectBuffer target, int start, int length) {
        buffer = target;
        offset = start;
        bitIndex = 0;
        cause = DecodeCause.NONE;
        boolean usable = length >= 0 && start >= 0 && start <= target.capacity() - length;
        bitLimit = usable ? Math.min(length, Integer.MAX_VALUE >>> 3) * Byte.SIZE : 0;
        return this;
    }

    /** {@return whether a value was out of range or the buffer too short} */
    boolean failed() {
        return cause != DecodeCause.NONE;
    }

    /** {@return {@code RANGE}, {@code LENGTH}, {@code TRUNCATED} (buffer too short), or none} */
    DecodeCause cause() {
        return cause;
    }

    /** Makes this writer fail; the first cause stays. */
    void fail(DecodeCause why) {
        if (cause == DecodeCause.NONE) {
            cause = why;
        }
        bitLimit = bitIndex;
    }

    /** {@return octets written so far, the last one padded with zero bits} */
    int octets() {
        return (bitIndex + 7) >>> 3;
    }

    /** Writes the low {@code count} bits of {@code value}, 0 to 57 of them. */
    void bits(long value, int count) {
        int at = bitIndex;
        if (count > bitLimit - at) {
            fail(DecodeCause.TRUNCATED);
            return;
        }
        if (count == 0) {
            return;
        }
        int used = at & 7;
        int octet = offset + (at >>> 3);
        long window = (value << (Long.SIZE - count)) >>> used;
        if (used != 0) {
            window |= (buffer.getByte(octet) & 0xffL) << (Long.SIZE - Byte.SIZE);
        }
        for (int left = used + count; left > 0; left -= Byte.SIZE) {
            buffer.putByte(octet++, (byte) (window >>> (Long.SIZE - Byte.SIZE)));
            window <<= Byte.SIZE;
        }
        bitIndex = at + count;
    }

    /** Writes one bit. */
    void bit(boolean value) {
        bits(value ? 1 : 0, 1);
    }

    /** Writes a constrained whole number; outside {@code lowest..highest} it fails. */
    void constrained(long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            fail(DecodeCause.RANGE);
            return;
        }
        bits(value - lowest, Long.SIZE - Long.numberOfLeadingZeros(highest - lowest));
    }

    /** Writes the index of one of {@code rootCount} root values, or of an extension value. */
    void extensibleIndex(int index, int rootCount) {
        if (index >= UperReader.EXTENSION_BASE) {
            bit(true);
            smallNumber(index - UperReader.EXTENSION_BASE);
            return;
        }
        bit(false);
        constrained(index, 0, rootCount - 1L);
    }

    /** Writes a normally small number, 0 to 63. */
    void smallNumber(int value) {
        bit(false);
        constrained(value, 0, 63);
    }

    /** Writes a length determinant, 0 to 16383, in its shortest form. */
    void length(int value) {
        if (value < SHORT_LENGTH_LIMIT) {
            bits(value, 8);
        } else if (value < LONG_LENGTH_LIMIT) {
            bits(0x8000 | value, 16);
        } else {
            fail(DecodeCause.LENGTH);
        }
    }

    /**
     * Begins an open type, whose length is not known yet.
     *
     * @return what {@link #end} wants back
     */
    int begin() {
        bits(0, Byte.SIZE);
        return bitIndex;
    }

    /** Ends the open type begun at {@code start}: pads it to octets and writes its length. */
    void end(int start) {
        if (failed()) {
            return;
        }
        if (bitIndex == start) {
            bits(0, 1); // An open type is never empty: a value without bits is one zero octet.
        }
        bits(0, (start - bitIndex) & 7);
        int octetCount = (bitIndex - start) >>> 3;
        if (octetCount < SHORT_LENGTH_LIMIT) {
            rewrite(start - Byte.SIZE, octetCount, Byte.SIZE);
            return;
        }
        int last = octets();
        bits(0, Byte.SIZE);
        if (failed() || octetCount >= LONG_LENGTH_LIMIT) {
            fail(DecodeCause.LENGTH);
            return;
        }
        // The long form is one octet longer: the content moves by whole octets at any bit offset.
        for (int i = last; i > start >>> 3; i--) {
            buffer.putByte(offset + i, buffer.getByte(offset + i - 1));
        }
        rewrite(start - Byte.SIZE, 0x8000 | octetCount, 2 * Byte.SIZE);
    }

    /** Overwrites {@code count} bits at {@code at}, leaving their neighbors. */
    private void rewrite(int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            int octet = offset + ((at + i) >>> 3);
            int mask = 0x80 >>> ((at + i) & 7);
            boolean one = (value >>> (count - 1 - i) & 1) != 0;
            int old = buffer.getByte(octet);
            buffer.putByte(octet, (byte) (one ? old | mask : old & ~mask));
        }
    }

    /** Writes a fixed BIT STRING of {@code size} bits, 1 to 32, bit i at {@code 1 << i}. */
    void flags(int flags, int size) {
        if (size < Integer.SIZE && flags >>> size != 0) {
            fail(DecodeCause.RANGE);
            return;
        }
        bits(Integer.reverse(flags) >>> (Integer.SIZE - size), size);
    }

    /** Writes {@code BIT STRING (SIZE(rootSize, ...))}, extended only if a later bit is set. */
    void extensibleFlags(int flags, int rootSize) {
        if (flags < 0) {
            fail(DecodeCause.RANGE);
            return;
        }
        int size = Math.max(rootSize, Integer.SIZE - Integer.numberOfLeadingZeros(flags));
        bit(size > rootSize);
        if (size > rootSize) {
            length(size);
        }
        flags(flags, size);
    }
}
