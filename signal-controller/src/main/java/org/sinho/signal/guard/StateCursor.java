package org.sinho.signal.guard;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Carries state to or from a buffer, value by value.
 *
 * <p>One list of fields serves both directions ({@code field = cursor.carry(field)}), so that what
 * is written and what is read back cannot drift apart. Writing returns the value unchanged.
 */
final class StateCursor {
    private DirectBuffer source;
    private MutableDirectBuffer sink;
    private int position;

    /** Starts writing at {@code offset}. */
    StateCursor write(MutableDirectBuffer buffer, int offset) {
        sink = buffer;
        source = buffer;
        position = offset;
        return this;
    }

    /** Starts reading at {@code offset}. */
    StateCursor read(DirectBuffer buffer, int offset) {
        sink = null;
        source = buffer;
        position = offset;
        return this;
    }

    /** Returns the first octet not yet carried. */
    int position() {
        return position;
    }

    long carry(long value) {
        if (sink != null) {
            sink.putLong(position, value);
        }
        long carried = source.getLong(position);
        position += Long.BYTES;
        return carried;
    }

    int carry(int value) {
        if (sink != null) {
            sink.putInt(position, value);
        }
        int carried = source.getInt(position);
        position += Integer.BYTES;
        return carried;
    }

    boolean carry(boolean value) {
        return carry(value ? 1 : 0) != 0;
    }

    void carry(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = carry(values[i]);
        }
    }

    void carry(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = carry(values[i]);
        }
    }

    void carry(boolean[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = carry(values[i]);
        }
    }
}
