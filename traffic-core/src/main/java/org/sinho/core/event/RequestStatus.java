package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** The one answer to a request per change of its state; goes out as an SSM. */
public final class RequestStatus {
    /** Octets of the payload. */
    public static final int SIZE = 32;

    private static final int CAUSE_SEQUENCE = EventHeader.SIZE + 0;
    private static final int SITE_ID = EventHeader.SIZE + 8;
    private static final int VEHICLE_ID = EventHeader.SIZE + 12;
    private static final int ETA_MS = EventHeader.SIZE + 16;
    private static final int REQUEST_ID = EventHeader.SIZE + 20;
    private static final int SEQUENCE_NUMBER = EventHeader.SIZE + 22;
    private static final int STATUS = EventHeader.SIZE + 24;
    private static final int CAUSE = EventHeader.SIZE + 25;
    private static final int ROLE = EventHeader.SIZE + 26;
    private static final int INBOUND_KIND = EventHeader.SIZE + 27;
    private static final int INBOUND = EventHeader.SIZE + 28;
    private static final int RSU = EventHeader.SIZE + 30;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public RequestStatus() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public RequestStatus wrap(DirectBuffer record, int offset) {
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
    public RequestStatus wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the event it was decided from.
     *
     * @return sequence in the journal
     */
    public long causeSequence() {
        return buffer.getLong(base + CAUSE_SEQUENCE);
    }

    /**
     * Sets the event it was decided from.
     *
     * @param value sequence in the journal
     * @return this
     */
    public RequestStatus causeSequence(long value) {
        writable.putLong(base + CAUSE_SEQUENCE, value);
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
    public RequestStatus siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns the vehicle that asked.
     *
     * @return as in {@link SignalRequest#vehicleId()}
     */
    public int vehicleId() {
        return buffer.getInt(base + VEHICLE_ID);
    }

    /**
     * Sets the vehicle that asked.
     *
     * @param value as in {@link SignalRequest#vehicleId()}
     * @return this
     */
    public RequestStatus vehicleId(int value) {
        writable.putInt(base + VEHICLE_ID, value);
        return this;
    }

    /**
     * Returns the time to the stop line as the core sees it.
     *
     * @return milliseconds; -1 unavailable
     */
    public int etaMs() {
        return buffer.getInt(base + ETA_MS);
    }

    /**
     * Sets the time to the stop line as the core sees it.
     *
     * @param value milliseconds; -1 unavailable
     * @return this
     */
    public RequestStatus etaMs(int value) {
        writable.putInt(base + ETA_MS, value);
        return this;
    }

    /**
     * Returns the request.
     *
     * @return J2735 {@code RequestID}
     */
    public int requestId() {
        return buffer.getShort(base + REQUEST_ID) & 0xFFFF;
    }

    /**
     * Sets the request.
     *
     * @param value J2735 {@code RequestID}
     * @return this
     */
    public RequestStatus requestId(int value) {
        writable.putShort(base + REQUEST_ID, (short) value);
        return this;
    }

    /**
     * Returns the request's message counter.
     *
     * @return 0 to 127
     */
    public int sequenceNumber() {
        return buffer.getShort(base + SEQUENCE_NUMBER) & 0xFFFF;
    }

    /**
     * Sets the request's message counter.
     *
     * @param value 0 to 127
     * @return this
     */
    public RequestStatus sequenceNumber(int value) {
        writable.putShort(base + SEQUENCE_NUMBER, (short) value);
        return this;
    }

    /**
     * Returns the answer.
     *
     * @return J2735 {@code PrioritizationResponseStatus} index
     */
    public int status() {
        return buffer.getByte(base + STATUS) & 0xFF;
    }

    /**
     * Sets the answer.
     *
     * @param value J2735 {@code PrioritizationResponseStatus} index
     * @return this
     */
    public RequestStatus status(int value) {
        writable.putByte(base + STATUS, (byte) value);
        return this;
    }

    /**
     * Returns why it was refused.
     *
     * @return see {@code RequestCause}; 0 not refused
     */
    public int cause() {
        return buffer.getByte(base + CAUSE) & 0xFF;
    }

    /**
     * Sets why it was refused.
     *
     * @param value see {@code RequestCause}; 0 not refused
     * @return this
     */
    public RequestStatus cause(int value) {
        writable.putByte(base + CAUSE, (byte) value);
        return this;
    }

    /**
     * Returns the role claimed.
     *
     * @return J2735 {@code BasicVehicleRole} index
     */
    public int role() {
        return buffer.getByte(base + ROLE) & 0xFF;
    }

    /**
     * Sets the role claimed.
     *
     * @param value J2735 {@code BasicVehicleRole} index
     * @return this
     */
    public RequestStatus role(int value) {
        writable.putByte(base + ROLE, (byte) value);
        return this;
    }

    /**
     * Returns what {@link #inbound()} names.
     *
     * @return as in the request
     */
    public int inboundKind() {
        return buffer.getByte(base + INBOUND_KIND) & 0xFF;
    }

    /**
     * Sets what {@link #inbound()} names.
     *
     * @param value as in the request
     * @return this
     */
    public RequestStatus inboundKind(int value) {
        writable.putByte(base + INBOUND_KIND, (byte) value);
        return this;
    }

    /**
     * Returns where it comes in.
     *
     * @return as in the request
     */
    public int inbound() {
        return buffer.getShort(base + INBOUND) & 0xFFFF;
    }

    /**
     * Sets where it comes in.
     *
     * @param value as in the request
     * @return this
     */
    public RequestStatus inbound(int value) {
        writable.putShort(base + INBOUND, (short) value);
        return this;
    }

    /**
     * Returns the roadside unit to answer through.
     *
     * @return unit number
     */
    public int rsu() {
        return buffer.getShort(base + RSU) & 0xFFFF;
    }

    /**
     * Sets the roadside unit to answer through.
     *
     * @param value unit number
     * @return this
     */
    public RequestStatus rsu(int value) {
        writable.putShort(base + RSU, (short) value);
        return this;
    }
}
