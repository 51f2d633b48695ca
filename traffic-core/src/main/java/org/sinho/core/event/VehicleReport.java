package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A vehicle's own report, from a BSM.
 *
 * <p>A report whose signature was checked has {@link #verified()} 1; the others were not drawn for
 * checking and count only while their signer's last check is fresh.
 */
public final class VehicleReport {
    /** Octets of the payload. */
    public static final int SIZE = 32;

    private static final int SIGNER = EventHeader.SIZE + 0;
    private static final int TEMPORARY_ID = EventHeader.SIZE + 8;
    private static final int LATITUDE_E7 = EventHeader.SIZE + 12;
    private static final int LONGITUDE_E7 = EventHeader.SIZE + 16;
    private static final int SPEED_CMPS = EventHeader.SIZE + 20;
    private static final int HEADING_CDEG = EventHeader.SIZE + 22;
    private static final int SEC_MARK_MS = EventHeader.SIZE + 24;
    private static final int MESSAGE_COUNT = EventHeader.SIZE + 26;
    private static final int VERIFIED = EventHeader.SIZE + 27;
    private static final int LENGTH_CM = EventHeader.SIZE + 28;
    private static final int EMERGENCY_FLAGS = EventHeader.SIZE + 30;
    private static final int RESERVED = EventHeader.SIZE + 31;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public VehicleReport() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public VehicleReport wrap(DirectBuffer record, int offset) {
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
    public VehicleReport wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the signing certificate.
     *
     * @return HashedId8 as a big-endian number; 0 when unsigned
     */
    public long signer() {
        return buffer.getLong(base + SIGNER);
    }

    /**
     * Sets the signing certificate.
     *
     * @param value HashedId8 as a big-endian number; 0 when unsigned
     * @return this
     */
    public VehicleReport signer(long value) {
        writable.putLong(base + SIGNER, value);
        return this;
    }

    /**
     * Returns the sender's temporary id.
     *
     * @return J2735 {@code TemporaryID}, 4 octets
     */
    public int temporaryId() {
        return buffer.getInt(base + TEMPORARY_ID);
    }

    /**
     * Sets the sender's temporary id.
     *
     * @param value J2735 {@code TemporaryID}, 4 octets
     * @return this
     */
    public VehicleReport temporaryId(int value) {
        writable.putInt(base + TEMPORARY_ID, value);
        return this;
    }

    /**
     * Returns the latitude.
     *
     * @return tenths of a microdegree; 900000001 unavailable
     */
    public int latitudeE7() {
        return buffer.getInt(base + LATITUDE_E7);
    }

    /**
     * Sets the latitude.
     *
     * @param value tenths of a microdegree; 900000001 unavailable
     * @return this
     */
    public VehicleReport latitudeE7(int value) {
        writable.putInt(base + LATITUDE_E7, value);
        return this;
    }

    /**
     * Returns the longitude.
     *
     * @return tenths of a microdegree; 1800000001 unavailable
     */
    public int longitudeE7() {
        return buffer.getInt(base + LONGITUDE_E7);
    }

    /**
     * Sets the longitude.
     *
     * @param value tenths of a microdegree; 1800000001 unavailable
     * @return this
     */
    public VehicleReport longitudeE7(int value) {
        writable.putInt(base + LONGITUDE_E7, value);
        return this;
    }

    /**
     * Returns the speed.
     *
     * @return centimeters per second; 65535 unavailable
     */
    public int speedCmps() {
        return buffer.getShort(base + SPEED_CMPS) & 0xFFFF;
    }

    /**
     * Sets the speed.
     *
     * @param value centimeters per second; 65535 unavailable
     * @return this
     */
    public VehicleReport speedCmps(int value) {
        writable.putShort(base + SPEED_CMPS, (short) value);
        return this;
    }

    /**
     * Returns the heading.
     *
     * @return hundredths of a degree clockwise from north; 65535 unavailable
     */
    public int headingCdeg() {
        return buffer.getShort(base + HEADING_CDEG) & 0xFFFF;
    }

    /**
     * Sets the heading.
     *
     * @param value hundredths of a degree clockwise from north; 65535 unavailable
     * @return this
     */
    public VehicleReport headingCdeg(int value) {
        writable.putShort(base + HEADING_CDEG, (short) value);
        return this;
    }

    /**
     * Returns the sender's time of measurement.
     *
     * @return milliseconds in the minute; 65535 unavailable
     */
    public int secMarkMs() {
        return buffer.getShort(base + SEC_MARK_MS) & 0xFFFF;
    }

    /**
     * Sets the sender's time of measurement.
     *
     * @param value milliseconds in the minute; 65535 unavailable
     * @return this
     */
    public VehicleReport secMarkMs(int value) {
        writable.putShort(base + SEC_MARK_MS, (short) value);
        return this;
    }

    /**
     * Returns the sender's message counter.
     *
     * @return 0 to 127
     */
    public int messageCount() {
        return buffer.getByte(base + MESSAGE_COUNT) & 0xFF;
    }

    /**
     * Sets the sender's message counter.
     *
     * @param value 0 to 127
     * @return this
     */
    public VehicleReport messageCount(int value) {
        writable.putByte(base + MESSAGE_COUNT, (byte) value);
        return this;
    }

    /**
     * Returns whether the signature was checked and right.
     *
     * @return 1 checked and right, 0 not drawn for checking
     */
    public int verified() {
        return buffer.getByte(base + VERIFIED) & 0xFF;
    }

    /**
     * Sets whether the signature was checked and right.
     *
     * @param value 1 checked and right, 0 not drawn for checking
     * @return this
     */
    public VehicleReport verified(int value) {
        writable.putByte(base + VERIFIED, (byte) value);
        return this;
    }

    /**
     * Returns the vehicle's length.
     *
     * @return centimeters; 0 unavailable
     */
    public int lengthCm() {
        return buffer.getShort(base + LENGTH_CM) & 0xFFFF;
    }

    /**
     * Sets the vehicle's length.
     *
     * @param value centimeters; 0 unavailable
     * @return this
     */
    public VehicleReport lengthCm(int value) {
        writable.putShort(base + LENGTH_CM, (short) value);
        return this;
    }

    /**
     * Returns siren and light bar.
     *
     * @return bit 0 siren in use, bit 1 lights in use; never a reason to grant
     */
    public int emergencyFlags() {
        return buffer.getByte(base + EMERGENCY_FLAGS) & 0xFF;
    }

    /**
     * Sets siren and light bar.
     *
     * @param value bit 0 siren in use, bit 1 lights in use; never a reason to grant
     * @return this
     */
    public VehicleReport emergencyFlags(int value) {
        writable.putByte(base + EMERGENCY_FLAGS, (byte) value);
        return this;
    }

    /**
     * Returns nothing yet.
     *
     * @return 0
     */
    public int reserved() {
        return buffer.getByte(base + RESERVED) & 0xFF;
    }

    /**
     * Sets nothing yet.
     *
     * @param value 0
     * @return this
     */
    public VehicleReport reserved(int value) {
        writable.putByte(base + RESERVED, (byte) value);
        return this;
    }
}
