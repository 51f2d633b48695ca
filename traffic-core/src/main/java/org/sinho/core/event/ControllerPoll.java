package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What a field controller answered to the once-a-second cross-check over SNMP. */
public final class ControllerPoll {
    /** Octets of the payload. */
    public static final int SIZE = 48;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int ANSWERED = EventHeader.SIZE + 4;
    private static final int UNIT_CONTROL_STATUS = EventHeader.SIZE + 5;
    private static final int UNIT_FLASH_STATUS = EventHeader.SIZE + 6;
    private static final int PATTERN_STATUS = EventHeader.SIZE + 7;
    private static final int GREENS = EventHeader.SIZE + 8;
    private static final int YELLOWS = EventHeader.SIZE + 10;
    private static final int WALKS = EventHeader.SIZE + 12;
    private static final int PED_CLEARS = EventHeader.SIZE + 14;
    private static final int VEH_CALLS = EventHeader.SIZE + 16;
    private static final int PED_CALLS = EventHeader.SIZE + 18;
    private static final int HOLDS = EventHeader.SIZE + 20;
    private static final int OMITS = EventHeader.SIZE + 22;
    private static final int PREEMPT_STATE = EventHeader.SIZE + 24;
    private static final int DETECTORS = EventHeader.SIZE + 40;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public ControllerPoll() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public ControllerPoll wrap(DirectBuffer record, int offset) {
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
    public ControllerPoll wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
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
    public ControllerPoll siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns whether it answered in time.
     *
     * @return 1 answered, 0 silent
     */
    public int answered() {
        return buffer.getByte(base + ANSWERED) & 0xFF;
    }

    /**
     * Sets whether it answered in time.
     *
     * @param value 1 answered, 0 silent
     * @return this
     */
    public ControllerPoll answered(int value) {
        writable.putByte(base + ANSWERED, (byte) value);
        return this;
    }

    /**
     * Returns who is in control.
     *
     * @return NTCIP 1202 {@code unitControlStatus}: 2 system, 3 standby, 4 backup, ...
     */
    public int unitControlStatus() {
        return buffer.getByte(base + UNIT_CONTROL_STATUS) & 0xFF;
    }

    /**
     * Sets who is in control.
     *
     * @param value NTCIP 1202 {@code unitControlStatus}: 2 system, 3 standby, 4 backup, ...
     * @return this
     */
    public ControllerPoll unitControlStatus(int value) {
        writable.putByte(base + UNIT_CONTROL_STATUS, (byte) value);
        return this;
    }

    /**
     * Returns why it flashes.
     *
     * @return NTCIP 1202 {@code unitFlashStatus}: 2 not flashing, 6 conflict monitor, ...
     */
    public int unitFlashStatus() {
        return buffer.getByte(base + UNIT_FLASH_STATUS) & 0xFF;
    }

    /**
     * Sets why it flashes.
     *
     * @param value NTCIP 1202 {@code unitFlashStatus}: 2 not flashing, 6 conflict monitor, ...
     * @return this
     */
    public ControllerPoll unitFlashStatus(int value) {
        writable.putByte(base + UNIT_FLASH_STATUS, (byte) value);
        return this;
    }

    /**
     * Returns the running pattern.
     *
     * @return NTCIP 1202 {@code coordPatternStatus}
     */
    public int patternStatus() {
        return buffer.getByte(base + PATTERN_STATUS) & 0xFF;
    }

    /**
     * Sets the running pattern.
     *
     * @param value NTCIP 1202 {@code coordPatternStatus}
     * @return this
     */
    public ControllerPoll patternStatus(int value) {
        writable.putByte(base + PATTERN_STATUS, (byte) value);
        return this;
    }

    /**
     * Returns phases in green.
     *
     * @return bit mask
     */
    public int greens() {
        return buffer.getShort(base + GREENS) & 0xFFFF;
    }

    /**
     * Sets phases in green.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll greens(int value) {
        writable.putShort(base + GREENS, (short) value);
        return this;
    }

    /**
     * Returns phases in yellow.
     *
     * @return bit mask
     */
    public int yellows() {
        return buffer.getShort(base + YELLOWS) & 0xFFFF;
    }

    /**
     * Sets phases in yellow.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll yellows(int value) {
        writable.putShort(base + YELLOWS, (short) value);
        return this;
    }

    /**
     * Returns pedestrian phases in WALK.
     *
     * @return bit mask
     */
    public int walks() {
        return buffer.getShort(base + WALKS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases in WALK.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll walks(int value) {
        writable.putShort(base + WALKS, (short) value);
        return this;
    }

    /**
     * Returns pedestrian phases in flashing DON'T WALK.
     *
     * @return bit mask
     */
    public int pedClears() {
        return buffer.getShort(base + PED_CLEARS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases in flashing DON'T WALK.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll pedClears(int value) {
        writable.putShort(base + PED_CLEARS, (short) value);
        return this;
    }

    /**
     * Returns phases with a call.
     *
     * @return bit mask
     */
    public int vehCalls() {
        return buffer.getShort(base + VEH_CALLS) & 0xFFFF;
    }

    /**
     * Sets phases with a call.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll vehCalls(int value) {
        writable.putShort(base + VEH_CALLS, (short) value);
        return this;
    }

    /**
     * Returns pedestrian phases with a call.
     *
     * @return bit mask
     */
    public int pedCalls() {
        return buffer.getShort(base + PED_CALLS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases with a call.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll pedCalls(int value) {
        writable.putShort(base + PED_CALLS, (short) value);
        return this;
    }

    /**
     * Returns phases held by us as the controller has it.
     *
     * @return bit mask
     */
    public int holds() {
        return buffer.getShort(base + HOLDS) & 0xFFFF;
    }

    /**
     * Sets phases held by us as the controller has it.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll holds(int value) {
        writable.putShort(base + HOLDS, (short) value);
        return this;
    }

    /**
     * Returns phases omitted by us as the controller has it.
     *
     * @return bit mask
     */
    public int omits() {
        return buffer.getShort(base + OMITS) & 0xFFFF;
    }

    /**
     * Sets phases omitted by us as the controller has it.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerPoll omits(int value) {
        writable.putShort(base + OMITS, (short) value);
        return this;
    }

    /**
     * Returns how far a preempt is.
     *
     * @param index 0 to 15
     * @return NTCIP 1202 {@code preemptState}; 0 not read
     */
    public int preemptState(int index) {
        return buffer.getByte(base + PREEMPT_STATE + 1 * index) & 0xFF;
    }

    /**
     * Sets how far a preempt is.
     *
     * @param index 0 to 15
     * @param value NTCIP 1202 {@code preemptState}; 0 not read
     * @return this
     */
    public ControllerPoll preemptState(int index, int value) {
        writable.putByte(base + PREEMPT_STATE + 1 * index, (byte) value);
        return this;
    }

    /**
     * Returns occupied vehicle detectors.
     *
     * @return bit {@code n - 1} for detector {@code n}, 1 to 64
     */
    public long detectors() {
        return buffer.getLong(base + DETECTORS);
    }

    /**
     * Sets occupied vehicle detectors.
     *
     * @param value bit {@code n - 1} for detector {@code n}, 1 to 64
     * @return this
     */
    public ControllerPoll detectors(long value) {
        writable.putLong(base + DETECTORS, value);
        return this;
    }
}
