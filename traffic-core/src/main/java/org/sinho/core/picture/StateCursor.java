package org.sinho.core.picture;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Walks the state of the core, writing it to a buffer or reading it back.
 *
 * <p>A piece of state has one method that visits each of its fields with {@code field =
 * cursor.visit(field)}; the same method saves and restores, so that the two cannot differ.
 */
public final class StateCursor {
    private DirectBuffer source;
    private MutableDirectBuffer target;
    private int start;
    private int position;

    /** Creates a cursor that is not yet over a buffer. */
    public StateCursor() {}

    /**
     * Starts saving.
     *
     * @param buffer takes the state; must be large enough
     * @param offset first octet
     * @return this
     */
    public StateCursor save(MutableDirectBuffer buffer, int offset) {
        target = buffer;
        source = null;
        start = offset;
        position = offset;
        return this;
    }

    /**
     * Starts restoring.
     *
     * @param buffer holds the state
     * @param offset first octet
     * @return this
     */
    public StateCursor load(DirectBuffer buffer, int offset) {
        source = buffer;
        target = null;
        start = offset;
        position = offset;
        return this;
    }

    /**
     * Returns how far the cursor has come.
     *
     * @return octets visited
     */
    public int length() {
        return position - start;
    }

    /**
     * Tells the direction.
     *
     * @return whether values are being written to the buffer
     */
    public boolean saving() {
        return target != null;
    }

    /**
     * Visits a 64-bit field.
     *
     * @param value the field's present value
     * @return the value that the field is to have
     */
    public long visit(long value) {
        long result = value;
        if (target != null) {
            target.putLong(position, value);
        } else {
            result = source.getLong(position);
        }
        position += Long.BYTES;
        return result;
    }

    /**
     * Visits a 32-bit field.
     *
     * @param value the field's present value
     * @return the value that the field is to have
     */
    public int visit(int value) {
        int result = value;
        if (target != null) {
            target.putInt(position, value);
        } else {
            result = source.getInt(position);
        }
        position += Integer.BYTES;
        return result;
    }

    /**
     * Visits a flag.
     *
     * @param value the field's present value
     * @return the value that the field is to have
     */
    public boolean visit(boolean value) {
        return visit(value ? 1 : 0) != 0;
    }

    /**
     * Visits every element of an array.
     *
     * @param values saved, or overwritten in place
     */
    public void visit(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = visit(values[i]);
        }
    }

    /**
     * Visits every element of an array.
     *
     * @param values saved, or overwritten in place
     */
    public void visit(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = visit(values[i]);
        }
    }

    /**
     * Moves over octets that another codec has written or read.
     *
     * @param octets how many
     */
    public void skip(int octets) {
        position += octets;
    }

    /**
     * Returns where the next field goes, for another codec.
     *
     * @return offset in the buffer
     */
    public int position() {
        return position;
    }

    /**
     * Returns the buffer being written.
     *
     * @return the buffer, or null while restoring
     */
    public MutableDirectBuffer target() {
        return target;
    }

    /**
     * Returns the buffer being read.
     *
     * @return the buffer, or null while saving
     */
    public DirectBuffer source() {
        return source;
    }
}
