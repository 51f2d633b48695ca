package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A vehicle passed an entry of the restricted zone, as the reader there saw it.
 *
 * <pre>
 *   0              8               16      20      24      25        26         28
 *   +--------------+---------------+-------+-------+-------+---------+----------+
 *   | seenUtcMs    | readerSequence| entry | tag   | class | outward | reserved |
 *   +--------------+---------------+-------+-------+-------+---------+----------+
 * </pre>
 *
 * <p>Octets after the {@link EventHeader}, little endian. There is no plate and no name in it: a
 * tag is a pseudonym whose holder only the issuer knows (D-05).
 */
public final class ZoneSighting {
    /** Octets of the payload. */
    public static final int SIZE = 28;

    private static final int SEEN_UTC_MS = EventHeader.SIZE + 0;
    private static final int READER_SEQUENCE = EventHeader.SIZE + 8;
    private static final int ENTRY = EventHeader.SIZE + 16;
    private static final int TAG = EventHeader.SIZE + 20;
    private static final int VEHICLE_CLASS = EventHeader.SIZE + 24;
    private static final int OUTWARD = EventHeader.SIZE + 25;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public ZoneSighting() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public ZoneSighting wrap(DirectBuffer record, int offset) {
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
    public ZoneSighting wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns when the vehicle passed, by the reader's clock.
     *
     * @return UTC, milliseconds since 1970
     */
    public long seenUtcMs() {
        return buffer.getLong(base + SEEN_UTC_MS);
    }

    /**
     * Sets when the vehicle passed, by the reader's clock.
     *
     * @param value UTC, milliseconds since 1970
     * @return this
     */
    public ZoneSighting seenUtcMs(long value) {
        writable.putLong(base + SEEN_UTC_MS, value);
        return this;
    }

    /**
     * Returns the reader's own number of the sighting.
     *
     * @return rises over restarts of the reader, too
     */
    public long readerSequence() {
        return buffer.getLong(base + READER_SEQUENCE);
    }

    /**
     * Sets the reader's own number of the sighting.
     *
     * @param value rises over restarts of the reader, too
     * @return this
     */
    public ZoneSighting readerSequence(long value) {
        writable.putLong(base + READER_SEQUENCE, value);
        return this;
    }

    /**
     * Returns the entry.
     *
     * @return number of the reader there, 1 to 65535
     */
    public int entry() {
        return buffer.getInt(base + ENTRY);
    }

    /**
     * Sets the entry.
     *
     * @param value number of the reader there, 1 to 65535
     * @return this
     */
    public ZoneSighting entry(int value) {
        writable.putInt(base + ENTRY, value);
        return this;
    }

    /**
     * Returns the tag that was read.
     *
     * @return pseudonymous number, 1 and up; 0 none
     */
    public int tag() {
        return buffer.getInt(base + TAG);
    }

    /**
     * Sets the tag that was read.
     *
     * @param value pseudonymous number, 1 and up; 0 none
     * @return this
     */
    public ZoneSighting tag(int value) {
        writable.putInt(base + TAG, value);
        return this;
    }

    /**
     * Returns what passed.
     *
     * @return code of a {@link VehicleClass}
     */
    public int vehicleClass() {
        return buffer.getByte(base + VEHICLE_CLASS) & 0xFF;
    }

    /**
     * Sets what passed.
     *
     * @param value code of a {@link VehicleClass}
     * @return this
     */
    public ZoneSighting vehicleClass(int value) {
        writable.putByte(base + VEHICLE_CLASS, (byte) value);
        return this;
    }

    /**
     * Returns the direction.
     *
     * @return 1 out of the zone, 0 into it
     */
    public int outward() {
        return buffer.getByte(base + OUTWARD) & 0xFF;
    }

    /**
     * Sets the direction.
     *
     * @param value 1 out of the zone, 0 into it
     * @return this
     */
    public ZoneSighting outward(int value) {
        writable.putByte(base + OUTWARD, (byte) value);
        return this;
    }
}
