package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What a field controller showed, from its status push. Bit {@code n - 1} stands for phase {@code
 * n}.
 */
public final class ControllerStatus {
    /** Octets of the payload. */
    public static final int SIZE = 228;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int GREENS = EventHeader.SIZE + 4;
    private static final int YELLOWS = EventHeader.SIZE + 6;
    private static final int REDS = EventHeader.SIZE + 8;
    private static final int WALKS = EventHeader.SIZE + 10;
    private static final int PED_CLEARS = EventHeader.SIZE + 12;
    private static final int DONT_WALKS = EventHeader.SIZE + 14;
    private static final int FLASHING = EventHeader.SIZE + 16;
    private static final int PED_CALLS = EventHeader.SIZE + 18;
    private static final int PUSH_SEQUENCE = EventHeader.SIZE + 20;
    private static final int FLASH = EventHeader.SIZE + 21;
    private static final int RESERVED = EventHeader.SIZE + 22;
    private static final int CONTROLLER_MS_OF_DAY = EventHeader.SIZE + 24;
    private static final int VEHICLE_MINIMUM_DS = EventHeader.SIZE + 28;
    private static final int VEHICLE_MAXIMUM_DS = EventHeader.SIZE + 60;
    private static final int PEDESTRIAN_MINIMUM_DS = EventHeader.SIZE + 92;
    private static final int PEDESTRIAN_MAXIMUM_DS = EventHeader.SIZE + 124;
    private static final int OVERLAP_GREENS = EventHeader.SIZE + 156;
    private static final int OVERLAP_YELLOWS = EventHeader.SIZE + 158;
    private static final int OVERLAP_REDS = EventHeader.SIZE + 160;
    private static final int OVERLAP_MINIMUM_DS = EventHeader.SIZE + 164;
    private static final int OVERLAP_MAXIMUM_DS = EventHeader.SIZE + 196;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public ControllerStatus() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public ControllerStatus wrap(DirectBuffer record, int offset) {
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
    public ControllerStatus wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
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
    public ControllerStatus siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /** {@return phases in green: bit mask} */
    public int greens() {
        return buffer.getShort(base + GREENS) & 0xFFFF;
    }

    /**
     * Sets phases in green.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus greens(int value) {
        writable.putShort(base + GREENS, (short) value);
        return this;
    }

    /** {@return phases in yellow: bit mask} */
    public int yellows() {
        return buffer.getShort(base + YELLOWS) & 0xFFFF;
    }

    /**
     * Sets phases in yellow.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus yellows(int value) {
        writable.putShort(base + YELLOWS, (short) value);
        return this;
    }

    /** {@return phases in red: bit mask} */
    public int reds() {
        return buffer.getShort(base + REDS) & 0xFFFF;
    }

    /**
     * Sets phases in red.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus reds(int value) {
        writable.putShort(base + REDS, (short) value);
        return this;
    }

    /** {@return pedestrian phases in WALK: bit mask} */
    public int walks() {
        return buffer.getShort(base + WALKS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases in WALK.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus walks(int value) {
        writable.putShort(base + WALKS, (short) value);
        return this;
    }

    /** {@return pedestrian phases in flashing DON'T WALK: bit mask} */
    public int pedClears() {
        return buffer.getShort(base + PED_CLEARS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases in flashing DON'T WALK.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus pedClears(int value) {
        writable.putShort(base + PED_CLEARS, (short) value);
        return this;
    }

    /** {@return pedestrian phases in steady DON'T WALK: bit mask} */
    public int dontWalks() {
        return buffer.getShort(base + DONT_WALKS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases in steady DON'T WALK.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus dontWalks(int value) {
        writable.putShort(base + DONT_WALKS, (short) value);
        return this;
    }

    /** {@return phases that flash: bit mask} */
    public int flashing() {
        return buffer.getShort(base + FLASHING) & 0xFFFF;
    }

    /**
     * Sets phases that flash.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus flashing(int value) {
        writable.putShort(base + FLASHING, (short) value);
        return this;
    }

    /** {@return pedestrian phases with a call: bit mask} */
    public int pedCalls() {
        return buffer.getShort(base + PED_CALLS) & 0xFFFF;
    }

    /**
     * Sets pedestrian phases with a call.
     *
     * @param value bit mask
     * @return this
     */
    public ControllerStatus pedCalls(int value) {
        writable.putShort(base + PED_CALLS, (short) value);
        return this;
    }

    /** {@return the push's own counter: 0 to 255, wraps} */
    public int pushSequence() {
        return buffer.getByte(base + PUSH_SEQUENCE) & 0xFF;
    }

    /**
     * Sets the push's own counter.
     *
     * @param value 0 to 255, wraps
     * @return this
     */
    public ControllerStatus pushSequence(int value) {
        writable.putByte(base + PUSH_SEQUENCE, (byte) value);
        return this;
    }

    /** {@return whether the whole junction flashes: 1 flashing, 0 not} */
    public int flash() {
        return buffer.getByte(base + FLASH) & 0xFF;
    }

    /**
     * Sets whether the whole junction flashes.
     *
     * @param value 1 flashing, 0 not
     * @return this
     */
    public ControllerStatus flash(int value) {
        writable.putByte(base + FLASH, (byte) value);
        return this;
    }

    /** {@return nothing yet: 0} */
    public int reserved() {
        return buffer.getShort(base + RESERVED) & 0xFFFF;
    }

    /**
     * Sets nothing yet.
     *
     * @param value 0
     * @return this
     */
    public ControllerStatus reserved(int value) {
        writable.putShort(base + RESERVED, (short) value);
        return this;
    }

    /** {@return the controller's own clock: milliseconds in the day} */
    public int controllerMsOfDay() {
        return buffer.getInt(base + CONTROLLER_MS_OF_DAY);
    }

    /**
     * Sets the controller's own clock.
     *
     * @param value milliseconds in the day
     * @return this
     */
    public ControllerStatus controllerMsOfDay(int value) {
        writable.putInt(base + CONTROLLER_MS_OF_DAY, value);
        return this;
    }

    /**
     * Returns the least time to the next change of a phase.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int vehicleMinimumDs(int index) {
        return buffer.getShort(base + VEHICLE_MINIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the least time to the next change of a phase.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus vehicleMinimumDs(int index, int value) {
        writable.putShort(base + VEHICLE_MINIMUM_DS + 2 * index, (short) value);
        return this;
    }

    /**
     * Returns the most time to the next change of a phase.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int vehicleMaximumDs(int index) {
        return buffer.getShort(base + VEHICLE_MAXIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the most time to the next change of a phase.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus vehicleMaximumDs(int index, int value) {
        writable.putShort(base + VEHICLE_MAXIMUM_DS + 2 * index, (short) value);
        return this;
    }

    /**
     * Returns the least time to the next change of a pedestrian phase.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int pedestrianMinimumDs(int index) {
        return buffer.getShort(base + PEDESTRIAN_MINIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the least time to the next change of a pedestrian phase.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus pedestrianMinimumDs(int index, int value) {
        writable.putShort(base + PEDESTRIAN_MINIMUM_DS + 2 * index, (short) value);
        return this;
    }

    /**
     * Returns the most time to the next change of a pedestrian phase.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int pedestrianMaximumDs(int index) {
        return buffer.getShort(base + PEDESTRIAN_MAXIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the most time to the next change of a pedestrian phase.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus pedestrianMaximumDs(int index, int value) {
        writable.putShort(base + PEDESTRIAN_MAXIMUM_DS + 2 * index, (short) value);
        return this;
    }

    /** {@return overlaps in green: bit {@code n - 1} for overlap {@code n}} */
    public int overlapGreens() {
        return buffer.getShort(base + OVERLAP_GREENS) & 0xFFFF;
    }

    /**
     * Sets overlaps in green.
     *
     * @param value bit {@code n - 1} for overlap {@code n}
     * @return this
     */
    public ControllerStatus overlapGreens(int value) {
        writable.putShort(base + OVERLAP_GREENS, (short) value);
        return this;
    }

    /** {@return overlaps in yellow: bit {@code n - 1} for overlap {@code n}} */
    public int overlapYellows() {
        return buffer.getShort(base + OVERLAP_YELLOWS) & 0xFFFF;
    }

    /**
     * Sets overlaps in yellow.
     *
     * @param value bit {@code n - 1} for overlap {@code n}
     * @return this
     */
    public ControllerStatus overlapYellows(int value) {
        writable.putShort(base + OVERLAP_YELLOWS, (short) value);
        return this;
    }

    /** {@return overlaps in red: bit {@code n - 1} for overlap {@code n}} */
    public int overlapReds() {
        return buffer.getShort(base + OVERLAP_REDS) & 0xFFFF;
    }

    /**
     * Sets overlaps in red.
     *
     * @param value bit {@code n - 1} for overlap {@code n}
     * @return this
     */
    public ControllerStatus overlapReds(int value) {
        writable.putShort(base + OVERLAP_REDS, (short) value);
        return this;
    }

    /**
     * Returns the least time to the next change of an overlap.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int overlapMinimumDs(int index) {
        return buffer.getShort(base + OVERLAP_MINIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the least time to the next change of an overlap.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus overlapMinimumDs(int index, int value) {
        writable.putShort(base + OVERLAP_MINIMUM_DS + 2 * index, (short) value);
        return this;
    }

    /**
     * Returns the most time to the next change of an overlap.
     *
     * @param index 0 to 15
     * @return tenths of a second
     */
    public int overlapMaximumDs(int index) {
        return buffer.getShort(base + OVERLAP_MAXIMUM_DS + 2 * index) & 0xFFFF;
    }

    /**
     * Sets the most time to the next change of an overlap.
     *
     * @param index 0 to 15
     * @param value tenths of a second
     * @return this
     */
    public ControllerStatus overlapMaximumDs(int index, int value) {
        writable.putShort(base + OVERLAP_MAXIMUM_DS + 2 * index, (short) value);
        return this;
    }
}
