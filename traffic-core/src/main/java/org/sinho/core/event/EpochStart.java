package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The center started or took over: everything known about controllers is void until they speak
 * again.
 */
public final class EpochStart {
    /** Octets of the payload. */
    public static final int SIZE = 24;

    private static final int EPOCH = EventHeader.SIZE + 0;
    private static final int SOFTWARE_ID = EventHeader.SIZE + 8;
    private static final int CONFIGURATION_ID = EventHeader.SIZE + 16;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public EpochStart() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public EpochStart wrap(DirectBuffer record, int offset) {
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
    public EpochStart wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the number of this start.
     *
     * @return 1 and up, one more than the highest ever journaled
     */
    public long epoch() {
        return buffer.getLong(base + EPOCH);
    }

    /**
     * Sets the number of this start.
     *
     * @param value 1 and up, one more than the highest ever journaled
     * @return this
     */
    public EpochStart epoch(long value) {
        writable.putLong(base + EPOCH, value);
        return this;
    }

    /**
     * Returns the running software.
     *
     * @return first eight octets of its build hash
     */
    public long softwareId() {
        return buffer.getLong(base + SOFTWARE_ID);
    }

    /**
     * Sets the running software.
     *
     * @param value first eight octets of its build hash
     * @return this
     */
    public EpochStart softwareId(long value) {
        writable.putLong(base + SOFTWARE_ID, value);
        return this;
    }

    /**
     * Returns the site sheets and settings in force.
     *
     * @return first eight octets of their SHA-256
     */
    public long configurationId() {
        return buffer.getLong(base + CONFIGURATION_ID);
    }

    /**
     * Sets the site sheets and settings in force.
     *
     * @param value first eight octets of their SHA-256
     * @return this
     */
    public EpochStart configurationId(long value) {
        writable.putLong(base + CONFIGURATION_ID, value);
        return this;
    }
}
