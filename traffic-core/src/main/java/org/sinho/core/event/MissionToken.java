package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Dispatch's word that a unit is on a mission; its heartbeat is a token of vehicle 0. */
public final class MissionToken {
    /** Octets of the payload. */
    public static final int SIZE = 24;

    private static final int MISSION_ID = EventHeader.SIZE + 0;
    private static final int EXPIRY_UTC_MS = EventHeader.SIZE + 8;
    private static final int VEHICLE_ID = EventHeader.SIZE + 16;
    private static final int OPEN = EventHeader.SIZE + 20;
    private static final int ROLE = EventHeader.SIZE + 21;
    private static final int RESERVED = EventHeader.SIZE + 22;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public MissionToken() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public MissionToken wrap(DirectBuffer record, int offset) {
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
    public MissionToken wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the mission.
     *
     * @return dispatch's number; 0 in a heartbeat
     */
    public long missionId() {
        return buffer.getLong(base + MISSION_ID);
    }

    /**
     * Sets the mission.
     *
     * @param value dispatch's number; 0 in a heartbeat
     * @return this
     */
    public MissionToken missionId(long value) {
        writable.putLong(base + MISSION_ID, value);
        return this;
    }

    /**
     * Returns when the token ceases to hold.
     *
     * @return UTC, milliseconds since 1970
     */
    public long expiryUtcMs() {
        return buffer.getLong(base + EXPIRY_UTC_MS);
    }

    /**
     * Sets when the token ceases to hold.
     *
     * @param value UTC, milliseconds since 1970
     * @return this
     */
    public MissionToken expiryUtcMs(long value) {
        writable.putLong(base + EXPIRY_UTC_MS, value);
        return this;
    }

    /**
     * Returns the unit's vehicle.
     *
     * @return as in {@link SignalRequest#vehicleId()}; 0 in a heartbeat
     */
    public int vehicleId() {
        return buffer.getInt(base + VEHICLE_ID);
    }

    /**
     * Sets the unit's vehicle.
     *
     * @param value as in {@link SignalRequest#vehicleId()}; 0 in a heartbeat
     * @return this
     */
    public MissionToken vehicleId(int value) {
        writable.putInt(base + VEHICLE_ID, value);
        return this;
    }

    /**
     * Returns whether the mission is open.
     *
     * @return 1 opened, 0 closed
     */
    public int open() {
        return buffer.getByte(base + OPEN) & 0xFF;
    }

    /**
     * Sets whether the mission is open.
     *
     * @param value 1 opened, 0 closed
     * @return this
     */
    public MissionToken open(int value) {
        writable.putByte(base + OPEN, (byte) value);
        return this;
    }

    /**
     * Returns the unit's role.
     *
     * @return one bit of {@link Role}
     */
    public int role() {
        return buffer.getByte(base + ROLE) & 0xFF;
    }

    /**
     * Sets the unit's role.
     *
     * @param value one bit of {@link Role}
     * @return this
     */
    public MissionToken role(int value) {
        writable.putByte(base + ROLE, (byte) value);
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
    public MissionToken reserved(int value) {
        writable.putShort(base + RESERVED, (short) value);
        return this;
    }
}
