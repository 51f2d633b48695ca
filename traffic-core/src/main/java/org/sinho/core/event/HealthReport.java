package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A change in the center's own condition. */
public final class HealthReport {
    /** Octets of the payload. */
    public static final int SIZE = 8;

    private static final int KIND = EventHeader.SIZE + 0;
    private static final int HEALTHY = EventHeader.SIZE + 1;
    private static final int RESERVED = EventHeader.SIZE + 2;
    private static final int VALUE = EventHeader.SIZE + 4;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public HealthReport() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public HealthReport wrap(DirectBuffer record, int offset) {
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
    public HealthReport wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns what it is about.
     *
     * @return see {@link Kind}
     */
    public int kind() {
        return buffer.getByte(base + KIND) & 0xFF;
    }

    /**
     * Sets what it is about.
     *
     * @param value see {@link Kind}
     * @return this
     */
    public HealthReport kind(int value) {
        writable.putByte(base + KIND, (byte) value);
        return this;
    }

    /**
     * Returns whether it is well.
     *
     * @return 1 well, 0 not
     */
    public int healthy() {
        return buffer.getByte(base + HEALTHY) & 0xFF;
    }

    /**
     * Sets whether it is well.
     *
     * @param value 1 well, 0 not
     * @return this
     */
    public HealthReport healthy(int value) {
        writable.putByte(base + HEALTHY, (byte) value);
        return this;
    }

    /**
     * Returns nothing yet.
     *
     * @return 0
     */
    public int reserved() {
        return buffer.getShort(base + RESERVED) & 0xFFFF;
    }

    /**
     * Sets nothing yet.
     *
     * @param value 0
     * @return this
     */
    public HealthReport reserved(int value) {
        writable.putShort(base + RESERVED, (short) value);
        return this;
    }

    /**
     * Returns the reading behind it.
     *
     * @return by kind: mebibytes free, or milliseconds of clock uncertainty
     */
    public int value() {
        return buffer.getInt(base + VALUE);
    }

    /**
     * Sets the reading behind it.
     *
     * @param value by kind: mebibytes free, or milliseconds of clock uncertainty
     * @return this
     */
    public HealthReport value(int value) {
        writable.putInt(base + VALUE, value);
        return this;
    }

    /** Values of {@link #kind()}. */
    public static final class Kind {
        /** Space on the journal's disk. */
        public static final int JOURNAL = 1;

        /** Clock synchronization. */
        public static final int CLOCK = 2;

        /** The center itself: not well when it is about to end in order. */
        public static final int CENTER = 3;

        private Kind() {}
    }
}
