package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * One request of an authenticated SRM for one junction.
 *
 * <p>The gateway has checked signature, chain, validity, permission and role; freshness, replay,
 * plausibility and mission are the core's to judge.
 */
public final class SignalRequest {
    /** Octets of the payload. */
    public static final int SIZE = 84;

    private static final int SIGNER = EventHeader.SIZE + 0;
    private static final int GENERATION_UTC_MS = EventHeader.SIZE + 8;
    private static final int EXPIRY_UTC_MS = EventHeader.SIZE + 16;
    private static final int PAYLOAD_HASH = EventHeader.SIZE + 24;
    private static final int SITE_ID = EventHeader.SIZE + 40;
    private static final int VEHICLE_ID = EventHeader.SIZE + 44;
    private static final int LATITUDE_E7 = EventHeader.SIZE + 48;
    private static final int LONGITUDE_E7 = EventHeader.SIZE + 52;
    private static final int ETA_MS = EventHeader.SIZE + 56;
    private static final int DURATION_MS = EventHeader.SIZE + 60;
    private static final int SPEED_CMPS = EventHeader.SIZE + 64;
    private static final int HEADING_CDEG = EventHeader.SIZE + 66;
    private static final int REQUEST_ID = EventHeader.SIZE + 68;
    private static final int SEQUENCE_NUMBER = EventHeader.SIZE + 70;
    private static final int REQUEST_TYPE = EventHeader.SIZE + 72;
    private static final int ROLE = EventHeader.SIZE + 73;
    private static final int GRANTED_ROLES = EventHeader.SIZE + 74;
    private static final int INBOUND_KIND = EventHeader.SIZE + 75;
    private static final int INBOUND = EventHeader.SIZE + 76;
    private static final int OUTBOUND_KIND = EventHeader.SIZE + 78;
    // Octet 79 is reserved and zero.
    private static final int OUTBOUND = EventHeader.SIZE + 80;
    private static final int RSU = EventHeader.SIZE + 82;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public SignalRequest() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public SignalRequest wrap(DirectBuffer record, int offset) {
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
    public SignalRequest wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /** {@return the signing certificate: HashedId8 as a big-endian number} */
    public long signer() {
        return buffer.getLong(base + SIGNER);
    }

    /**
     * Sets the signing certificate.
     *
     * @param value HashedId8 as a big-endian number
     * @return this
     */
    public SignalRequest signer(long value) {
        writable.putLong(base + SIGNER, value);
        return this;
    }

    /** {@return when the sender signed it: UTC, milliseconds since 1970} */
    public long generationUtcMs() {
        return buffer.getLong(base + GENERATION_UTC_MS);
    }

    /**
     * Sets when the sender signed it.
     *
     * @param value UTC, milliseconds since 1970
     * @return this
     */
    public SignalRequest generationUtcMs(long value) {
        writable.putLong(base + GENERATION_UTC_MS, value);
        return this;
    }

    /**
     * {@return when it ceases to hold: UTC, milliseconds since 1970; 0 when the sender set none}
     */
    public long expiryUtcMs() {
        return buffer.getLong(base + EXPIRY_UTC_MS);
    }

    /**
     * Sets when it ceases to hold.
     *
     * @param value UTC, milliseconds since 1970; 0 when the sender set none
     * @return this
     */
    public SignalRequest expiryUtcMs(long value) {
        writable.putLong(base + EXPIRY_UTC_MS, value);
        return this;
    }

    /**
     * Returns the first eight octets of the payload's SHA-256.
     *
     * @param index 0 to 1
     * @return any value
     */
    public long payloadHash(int index) {
        return buffer.getLong(base + PAYLOAD_HASH + 8 * index);
    }

    /**
     * Sets the first eight octets of the payload's SHA-256.
     *
     * @param index 0 to 1
     * @param value any value
     * @return this
     */
    public SignalRequest payloadHash(int index, long value) {
        writable.putLong(base + PAYLOAD_HASH + 8 * index, value);
        return this;
    }

    /** {@return the junction: J2735 intersection id} */
    public int siteId() {
        return buffer.getInt(base + SITE_ID);
    }

    /**
     * Sets the junction.
     *
     * @param value J2735 intersection id
     * @return this
     */
    public SignalRequest siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /** {@return the vehicle: TemporaryID octets or StationID} */
    public int vehicleId() {
        return buffer.getInt(base + VEHICLE_ID);
    }

    /**
     * Sets the vehicle.
     *
     * @param value TemporaryID octets or StationID
     * @return this
     */
    public SignalRequest vehicleId(int value) {
        writable.putInt(base + VEHICLE_ID, value);
        return this;
    }

    /** {@return the latitude: tenths of a microdegree; 900000001 unavailable} */
    public int latitudeE7() {
        return buffer.getInt(base + LATITUDE_E7);
    }

    /**
     * Sets the latitude.
     *
     * @param value tenths of a microdegree; 900000001 unavailable
     * @return this
     */
    public SignalRequest latitudeE7(int value) {
        writable.putInt(base + LATITUDE_E7, value);
        return this;
    }

    /** {@return the longitude: tenths of a microdegree; 1800000001 unavailable} */
    public int longitudeE7() {
        return buffer.getInt(base + LONGITUDE_E7);
    }

    /**
     * Sets the longitude.
     *
     * @param value tenths of a microdegree; 1800000001 unavailable
     * @return this
     */
    public SignalRequest longitudeE7(int value) {
        writable.putInt(base + LONGITUDE_E7, value);
        return this;
    }

    /**
     * {@return the time to the stop line as the vehicle sees it: milliseconds from generation; -1
     * unavailable}
     */
    public int etaMs() {
        return buffer.getInt(base + ETA_MS);
    }

    /**
     * Sets the time to the stop line as the vehicle sees it.
     *
     * @param value milliseconds from generation; -1 unavailable
     * @return this
     */
    public SignalRequest etaMs(int value) {
        writable.putInt(base + ETA_MS, value);
        return this;
    }

    /** {@return how long the vehicle needs: milliseconds; 0 unavailable} */
    public int durationMs() {
        return buffer.getInt(base + DURATION_MS);
    }

    /**
     * Sets how long the vehicle needs.
     *
     * @param value milliseconds; 0 unavailable
     * @return this
     */
    public SignalRequest durationMs(int value) {
        writable.putInt(base + DURATION_MS, value);
        return this;
    }

    /** {@return the speed: centimeters per second; 65535 unavailable} */
    public int speedCmps() {
        return buffer.getShort(base + SPEED_CMPS) & 0xFFFF;
    }

    /**
     * Sets the speed.
     *
     * @param value centimeters per second; 65535 unavailable
     * @return this
     */
    public SignalRequest speedCmps(int value) {
        writable.putShort(base + SPEED_CMPS, (short) value);
        return this;
    }

    /** {@return the heading: hundredths of a degree clockwise from north; 65535 unavailable} */
    public int headingCdeg() {
        return buffer.getShort(base + HEADING_CDEG) & 0xFFFF;
    }

    /**
     * Sets the heading.
     *
     * @param value hundredths of a degree clockwise from north; 65535 unavailable
     * @return this
     */
    public SignalRequest headingCdeg(int value) {
        writable.putShort(base + HEADING_CDEG, (short) value);
        return this;
    }

    /** {@return the request: J2735 {@code RequestID}, 0 to 255} */
    public int requestId() {
        return buffer.getShort(base + REQUEST_ID) & 0xFFFF;
    }

    /**
     * Sets the request.
     *
     * @param value J2735 {@code RequestID}, 0 to 255
     * @return this
     */
    public SignalRequest requestId(int value) {
        writable.putShort(base + REQUEST_ID, (short) value);
        return this;
    }

    /** {@return the message counter: 0 to 127} */
    public int sequenceNumber() {
        return buffer.getShort(base + SEQUENCE_NUMBER) & 0xFFFF;
    }

    /**
     * Sets the message counter.
     *
     * @param value 0 to 127
     * @return this
     */
    public SignalRequest sequenceNumber(int value) {
        writable.putShort(base + SEQUENCE_NUMBER, (short) value);
        return this;
    }

    /** {@return what is asked: 0 reserved, 1 new, 2 update, 3 cancel} */
    public int requestType() {
        return buffer.getByte(base + REQUEST_TYPE) & 0xFF;
    }

    /**
     * Sets what is asked.
     *
     * @param value 0 reserved, 1 new, 2 update, 3 cancel
     * @return this
     */
    public SignalRequest requestType(int value) {
        writable.putByte(base + REQUEST_TYPE, (byte) value);
        return this;
    }

    /** {@return the role the vehicle claims: J2735 {@code BasicVehicleRole} index} */
    public int role() {
        return buffer.getByte(base + ROLE) & 0xFF;
    }

    /**
     * Sets the role the vehicle claims.
     *
     * @param value J2735 {@code BasicVehicleRole} index
     * @return this
     */
    public SignalRequest role(int value) {
        writable.putByte(base + ROLE, (byte) value);
        return this;
    }

    /** {@return the roles its certificate grants: bit mask, see {@link Role}} */
    public int grantedRoles() {
        return buffer.getByte(base + GRANTED_ROLES) & 0xFF;
    }

    /**
     * Sets the roles its certificate grants.
     *
     * @param value bit mask, see {@link Role}
     * @return this
     */
    public SignalRequest grantedRoles(int value) {
        writable.putByte(base + GRANTED_ROLES, (byte) value);
        return this;
    }

    /** {@return what {@link #inbound()} names: 0 lane, 1 approach, 2 connection} */
    public int inboundKind() {
        return buffer.getByte(base + INBOUND_KIND) & 0xFF;
    }

    /**
     * Sets what {@link #inbound()} names.
     *
     * @param value 0 lane, 1 approach, 2 connection
     * @return this
     */
    public SignalRequest inboundKind(int value) {
        writable.putByte(base + INBOUND_KIND, (byte) value);
        return this;
    }

    /** {@return where it comes in: lane, approach or connection number} */
    public int inbound() {
        return buffer.getShort(base + INBOUND) & 0xFFFF;
    }

    /**
     * Sets where it comes in.
     *
     * @param value lane, approach or connection number
     * @return this
     */
    public SignalRequest inbound(int value) {
        writable.putShort(base + INBOUND, (short) value);
        return this;
    }

    /** {@return what {@link #outbound()} names: 0 lane, 1 approach, 2 connection, 255 not given} */
    public int outboundKind() {
        return buffer.getByte(base + OUTBOUND_KIND) & 0xFF;
    }

    /**
     * Sets what {@link #outbound()} names.
     *
     * @param value 0 lane, 1 approach, 2 connection, 255 not given
     * @return this
     */
    public SignalRequest outboundKind(int value) {
        writable.putByte(base + OUTBOUND_KIND, (byte) value);
        return this;
    }

    /** {@return where it goes out: lane, approach or connection number} */
    public int outbound() {
        return buffer.getShort(base + OUTBOUND) & 0xFFFF;
    }

    /**
     * Sets where it goes out.
     *
     * @param value lane, approach or connection number
     * @return this
     */
    public SignalRequest outbound(int value) {
        writable.putShort(base + OUTBOUND, (short) value);
        return this;
    }

    /** {@return the roadside unit that heard it: unit number} */
    public int rsu() {
        return buffer.getShort(base + RSU) & 0xFFFF;
    }

    /**
     * Sets the roadside unit that heard it.
     *
     * @param value unit number
     * @return this
     */
    public SignalRequest rsu(int value) {
        writable.putShort(base + RSU, (short) value);
        return this;
    }
}
