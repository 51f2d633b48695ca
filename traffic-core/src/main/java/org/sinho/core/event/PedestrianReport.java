package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What someone on foot or on a bicycle says of themselves, from a PSM.
 *
 * <p>A report whose signature was checked has {@link #verified()} 1 and is worth one push of a
 * button (E-08); the others were not drawn for checking and are worth nothing by themselves.
 */
public final class PedestrianReport {
    /** Octets of the payload. */
    public static final int SIZE = 32;

    /** {@link #crossRequest()} and {@link #crossState()}: the sender does not say. */
    public static final int NOT_SAID = 255;

    private static final int SIGNER = EventHeader.SIZE + 0;
    private static final int TEMPORARY_ID = EventHeader.SIZE + 8;
    private static final int LATITUDE_E7 = EventHeader.SIZE + 12;
    private static final int LONGITUDE_E7 = EventHeader.SIZE + 16;
    private static final int SPEED_CMPS = EventHeader.SIZE + 20;
    private static final int HEADING_CDEG = EventHeader.SIZE + 22;
    private static final int SEC_MARK_MS = EventHeader.SIZE + 24;
    private static final int MESSAGE_COUNT = EventHeader.SIZE + 26;
    private static final int VERIFIED = EventHeader.SIZE + 27;
    private static final int BASIC_TYPE = EventHeader.SIZE + 28;
    private static final int CROSS_REQUEST = EventHeader.SIZE + 29;
    private static final int CROSS_STATE = EventHeader.SIZE + 30;
    private static final int CLUSTER_SIZE = EventHeader.SIZE + 31;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public PedestrianReport() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public PedestrianReport wrap(DirectBuffer record, int offset) {
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
    public PedestrianReport wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the signing certificate.
     *
     * @return HashedId8 as a big-endian number
     */
    public long signer() {
        return buffer.getLong(base + SIGNER);
    }

    /**
     * Sets the signing certificate.
     *
     * @param value HashedId8 as a big-endian number
     * @return this
     */
    public PedestrianReport signer(long value) {
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
    public PedestrianReport temporaryId(int value) {
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
    public PedestrianReport latitudeE7(int value) {
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
    public PedestrianReport longitudeE7(int value) {
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
    public PedestrianReport speedCmps(int value) {
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
    public PedestrianReport headingCdeg(int value) {
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
    public PedestrianReport secMarkMs(int value) {
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
    public PedestrianReport messageCount(int value) {
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
    public PedestrianReport verified(int value) {
        writable.putByte(base + VERIFIED, (byte) value);
        return this;
    }

    /**
     * Returns who speaks.
     *
     * @return 0 not said, 1 on foot, 2 bicycle, 3 at work, 4 animal, 255 a kind of a later edition
     */
    public int basicType() {
        return buffer.getByte(base + BASIC_TYPE) & 0xFF;
    }

    /**
     * Sets who speaks.
     *
     * @param value 0 not said, 1 on foot, 2 bicycle, 3 at work, 4 animal, 255 a kind of a later
     *     edition
     * @return this
     */
    public PedestrianReport basicType(int value) {
        writable.putByte(base + BASIC_TYPE, (byte) value);
        return this;
    }

    /**
     * Returns whether the sender wants to cross.
     *
     * @return 1 yes, 0 no, 255 not said
     */
    public int crossRequest() {
        return buffer.getByte(base + CROSS_REQUEST) & 0xFF;
    }

    /**
     * Sets whether the sender wants to cross.
     *
     * @param value 1 yes, 0 no, 255 not said
     * @return this
     */
    public PedestrianReport crossRequest(int value) {
        writable.putByte(base + CROSS_REQUEST, (byte) value);
        return this;
    }

    /**
     * Returns whether the sender is crossing.
     *
     * @return 1 yes, 0 no, 255 not said
     */
    public int crossState() {
        return buffer.getByte(base + CROSS_STATE) & 0xFF;
    }

    /**
     * Sets whether the sender is crossing.
     *
     * @param value 1 yes, 0 no, 255 not said
     * @return this
     */
    public PedestrianReport crossState(int value) {
        writable.putByte(base + CROSS_STATE, (byte) value);
        return this;
    }

    /**
     * Returns how many the sender speaks for.
     *
     * @return 1 small to 3 large group; 0 not said
     */
    public int clusterSize() {
        return buffer.getByte(base + CLUSTER_SIZE) & 0xFF;
    }

    /**
     * Sets how many the sender speaks for.
     *
     * @param value 1 small to 3 large group; 0 not said
     * @return this
     */
    public PedestrianReport clusterSize(int value) {
        writable.putByte(base + CLUSTER_SIZE, (byte) value);
        return this;
    }
}
