package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Something an operator should see; never a reason for a command by itself. */
public final class Notice {
    /** Octets of the payload. */
    public static final int SIZE = 24;

    private static final int CAUSE_SEQUENCE = EventHeader.SIZE + 0;
    private static final int SITE_ID = EventHeader.SIZE + 8;
    private static final int CODE = EventHeader.SIZE + 12;
    private static final int FIRST = EventHeader.SIZE + 16;
    private static final int SECOND = EventHeader.SIZE + 20;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public Notice() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public Notice wrap(DirectBuffer record, int offset) {
        buffer = record;
        writable = null;
        base = offset;
        return this;
    }

    /**
     * Puts the flyweight over a record for writing; the payload is zeroed first.
     *
     * @param record takes the record
     * @param offset first octet of its header, which is written separately
     * @return this
     */
    public Notice wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the event it came from.
     *
     * @return sequence in the journal
     */
    public long causeSequence() {
        return buffer.getLong(base + CAUSE_SEQUENCE);
    }

    /**
     * Sets the event it came from.
     *
     * @param value sequence in the journal
     * @return this
     */
    public Notice causeSequence(long value) {
        writable.putLong(base + CAUSE_SEQUENCE, value);
        return this;
    }

    /**
     * Returns the junction.
     *
     * @return J2735 intersection id; 0 the whole center
     */
    public int siteId() {
        return buffer.getInt(base + SITE_ID);
    }

    /**
     * Sets the junction.
     *
     * @param value J2735 intersection id; 0 the whole center
     * @return this
     */
    public Notice siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns what.
     *
     * @return see {@code NoticeCode}
     */
    public int code() {
        return buffer.getInt(base + CODE);
    }

    /**
     * Sets what.
     *
     * @param value see {@code NoticeCode}
     * @return this
     */
    public Notice code(int value) {
        writable.putInt(base + CODE, value);
        return this;
    }

    /**
     * Returns the first figure.
     *
     * @return by code
     */
    public int first() {
        return buffer.getInt(base + FIRST);
    }

    /**
     * Sets the first figure.
     *
     * @param value by code
     * @return this
     */
    public Notice first(int value) {
        writable.putInt(base + FIRST, value);
        return this;
    }

    /**
     * Returns the second figure.
     *
     * @return by code
     */
    public int second() {
        return buffer.getInt(base + SECOND);
    }

    /**
     * Sets the second figure.
     *
     * @param value by code
     * @return this
     */
    public Notice second(int value) {
        writable.putInt(base + SECOND, value);
        return this;
    }
}
