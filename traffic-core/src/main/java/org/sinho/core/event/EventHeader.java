package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Header in front of every event and every record of the core's output, little endian.
 *
 * <pre>
 *   0        4      6      8               16      20      24              32              40
 *   +--------+------+------+---------------+-------+-------+---------------+---------------+---
 *   | length | type | vers | sequence      | source| crc32c| receivedNs    | utcMs         | ...
 *   +--------+------+------+---------------+-------+-------+---------------+---------------+---
 * </pre>
 *
 * <p>{@code length} counts header and payload. {@code crc32c} covers all bytes of the record but
 * itself; it is 0 in the ring and filled in by the journal. {@code receivedNs} (monotonic) serves
 * latency figures only and never a decision; {@code utcMs} is the time that rules go by.
 */
public final class EventHeader {
    /**
     * Form of all records written by this software; raised when one of them changes, so that no
     * journal is read by offsets that are not its own.
     */
    public static final int VERSION = 2;

    /** Offset of the record length, int32. */
    public static final int LENGTH_OFFSET = 0;

    /** Offset of the type code, uint16. */
    public static final int TYPE_OFFSET = 4;

    /** Offset of the form version, uint16. */
    public static final int VERSION_OFFSET = 6;

    /** Offset of the sequence, int64. */
    public static final int SEQUENCE_OFFSET = 8;

    /** Offset of the source number, int32. */
    public static final int SOURCE_OFFSET = 16;

    /** Offset of the checksum, int32. */
    public static final int CRC_OFFSET = 20;

    /** Offset of the monotonic receive time, int64. */
    public static final int RECEIVED_NS_OFFSET = 24;

    /** Offset of the UTC time, int64. */
    public static final int UTC_MS_OFFSET = 32;

    /** Octets of the header; the payload begins here. */
    public static final int SIZE = 40;

    /** Longest record, header included: one ring slot. */
    public static final int RECORD_LIMIT = 512;

    private EventHeader() {}

    /**
     * Writes a header with sequence and checksum 0.
     *
     * @param buffer where to
     * @param offset first octet of the record
     * @param type type code, see {@link EventType} and {@link RecordType}
     * @param payloadLength octets after the header
     * @param source source number
     * @param receivedNs monotonic receive time, nanoseconds
     * @param utcMs UTC, milliseconds since 1970
     */
    public static void write(
            MutableDirectBuffer buffer,
            int offset,
            int type,
            int payloadLength,
            int source,
            long receivedNs,
            long utcMs) {
        buffer.putInt(offset + LENGTH_OFFSET, SIZE + payloadLength);
        buffer.putShort(offset + TYPE_OFFSET, (short) type);
        buffer.putShort(offset + VERSION_OFFSET, (short) VERSION);
        buffer.putLong(offset + SEQUENCE_OFFSET, 0);
        buffer.putInt(offset + SOURCE_OFFSET, source);
        buffer.putInt(offset + CRC_OFFSET, 0);
        buffer.putLong(offset + RECEIVED_NS_OFFSET, receivedNs);
        buffer.putLong(offset + UTC_MS_OFFSET, utcMs);
    }

    /**
     * Returns the record's length.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return octets, header included
     */
    public static int length(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + LENGTH_OFFSET);
    }

    /**
     * Returns the record's type.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return type code, 0 to 65535
     */
    public static int type(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset + TYPE_OFFSET) & 0xFFFF;
    }

    /**
     * Returns the form version.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return version, 0 to 65535
     */
    public static int version(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset + VERSION_OFFSET) & 0xFFFF;
    }

    /**
     * Returns the record's place in its stream.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return sequence, from 1
     */
    public static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + SEQUENCE_OFFSET);
    }

    /**
     * Sets the record's place in its stream.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @param sequence from 1
     */
    public static void sequence(MutableDirectBuffer buffer, int offset, long sequence) {
        buffer.putLong(offset + SEQUENCE_OFFSET, sequence);
    }

    /**
     * Returns who made the event.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return source number, see {@link EventSource}
     */
    public static int source(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + SOURCE_OFFSET);
    }

    /**
     * Returns the monotonic receive time, for latency figures only.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return nanoseconds of the process's monotonic clock
     */
    public static long receivedNs(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + RECEIVED_NS_OFFSET);
    }

    /**
     * Returns the time that rules go by.
     *
     * @param buffer holds the record
     * @param offset its first octet
     * @return UTC, milliseconds since 1970
     */
    public static long utcMs(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + UTC_MS_OFFSET);
    }
}
