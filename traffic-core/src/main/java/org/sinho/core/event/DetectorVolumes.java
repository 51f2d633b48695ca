package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What the vehicle detectors of one junction have counted over the last full report period.
 *
 * <pre>
 *   0        4          5         6          8           72
 *   +--------+----------+---------+----------+-----------+--------------+
 *   | siteId | sequence | periodS | reserved | volume[64]| occupancy[64]|
 *   +--------+----------+---------+----------+-----------+--------------+
 * </pre>
 *
 * <p>Octets after the {@link EventHeader}, little endian. Detector {@code n} has place {@code n -
 * 1} in both tables; one that was not read stands there as 255.
 */
public final class DetectorVolumes {
    /** Octets of the payload. */
    public static final int SIZE = 136;

    /** Detectors that have a place. */
    public static final int DETECTOR_COUNT = 64;

    /** In a table: counted more than can be told, out of order, or not read. */
    public static final int UNKNOWN = 255;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int SEQUENCE = EventHeader.SIZE + 4;
    private static final int PERIOD_S = EventHeader.SIZE + 5;
    private static final int VOLUME = EventHeader.SIZE + 8;
    private static final int OCCUPANCY = EventHeader.SIZE + 72;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public DetectorVolumes() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public DetectorVolumes wrap(DirectBuffer record, int offset) {
        buffer = record;
        writable = null;
        base = offset;
        return this;
    }

    /**
     * Puts the flyweight over a record for writing; no detector counts as read then.
     *
     * @param record takes the record
     * @param offset first octet of its header, which is written separately
     * @return this
     */
    public DetectorVolumes wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        record.setMemory(offset + VOLUME, 2 * DETECTOR_COUNT, (byte) UNKNOWN);
        return this;
    }

    /**
     * Returns the junction.
     *
     * @return J2735 intersection id
     */
    public int siteId() {
        return buffer.getInt(base + SITE_ID);
    }

    /**
     * Sets the junction.
     *
     * @param value J2735 intersection id
     * @return this
     */
    public DetectorVolumes siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns the controller's number of the period.
     *
     * @return NTCIP 1202 {@code volumeOccupancySequence}, 0 to 255
     */
    public int sequence() {
        return buffer.getByte(base + SEQUENCE) & 0xFF;
    }

    /**
     * Sets the controller's number of the period.
     *
     * @param value NTCIP 1202 {@code volumeOccupancySequence}, 0 to 255
     * @return this
     */
    public DetectorVolumes sequence(int value) {
        writable.putByte(base + SEQUENCE, (byte) value);
        return this;
    }

    /**
     * Returns the length of the period.
     *
     * @return NTCIP 1202 {@code volumeOccupancyPeriod}, seconds, 1 to 255
     */
    public int periodS() {
        return buffer.getByte(base + PERIOD_S) & 0xFF;
    }

    /**
     * Sets the length of the period.
     *
     * @param value NTCIP 1202 {@code volumeOccupancyPeriod}, seconds, 1 to 255
     * @return this
     */
    public DetectorVolumes periodS(int value) {
        writable.putByte(base + PERIOD_S, (byte) value);
        return this;
    }

    /**
     * Returns how many vehicles a detector has counted.
     *
     * @param detector its number, 1 to 64
     * @return 0 to 254; {@link #UNKNOWN}
     */
    public int volume(int detector) {
        return buffer.getByte(base + VOLUME + detector - 1) & 0xFF;
    }

    /**
     * Sets how many vehicles a detector has counted.
     *
     * @param detector its number, 1 to 64
     * @param value 0 to 254; {@link #UNKNOWN}
     * @return this
     */
    public DetectorVolumes volume(int detector, int value) {
        writable.putByte(base + VOLUME + detector - 1, (byte) value);
        return this;
    }

    /**
     * Returns for how much of the period a detector was occupied, or what is wrong with it.
     *
     * @param detector its number, 1 to 64
     * @return 0 to 200 in steps of 0.5 %; above: out of order
     */
    public int occupancy(int detector) {
        return buffer.getByte(base + OCCUPANCY + detector - 1) & 0xFF;
    }

    /**
     * Sets for how much of the period a detector was occupied, or what is wrong with it.
     *
     * @param detector its number, 1 to 64
     * @param value 0 to 200 in steps of 0.5 %; above: out of order
     * @return this
     */
    public DetectorVolumes occupancy(int detector, int value) {
        writable.putByte(base + OCCUPANCY + detector - 1, (byte) value);
        return this;
    }
}
