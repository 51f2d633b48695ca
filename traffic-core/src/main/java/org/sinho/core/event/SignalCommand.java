package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A wish to SET one object of one controller, and what the guard said of it.
 *
 * <p>{@link #object()} packs the object's arcs below the controller subtree ({@code
 * 1.3.6.1.4.1.1206.4.2.1}) one octet each, most significant first: {@code .1.5.1.4} is {@code
 * 0x01050104}. Any object of the subtree can be named, so that the guard can be shown what it must
 * refuse.
 */
public final class SignalCommand {
    /** Octets of the payload. */
    public static final int SIZE = 64;

    private static final int CAUSE_SEQUENCE = EventHeader.SIZE + 0;
    private static final int EPOCH = EventHeader.SIZE + 8;
    private static final int SITE_SEQUENCE = EventHeader.SIZE + 16;
    private static final int DECIDED_UTC_MS = EventHeader.SIZE + 24;
    private static final int SITE_ID = EventHeader.SIZE + 32;
    private static final int OBJECT = EventHeader.SIZE + 36;
    private static final int INDEX = EventHeader.SIZE + 40;
    private static final int VALUE = EventHeader.SIZE + 44;
    private static final int REASON = EventHeader.SIZE + 48;
    private static final int RULE = EventHeader.SIZE + 52;
    private static final int PERSON = EventHeader.SIZE + 56;
    private static final int SECOND_PERSON = EventHeader.SIZE + 60;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public SignalCommand() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public SignalCommand wrap(DirectBuffer record, int offset) {
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
    public SignalCommand wrapForWrite(MutableDirectBuffer record, int offset) {
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
    public SignalCommand causeSequence(long value) {
        writable.putLong(base + CAUSE_SEQUENCE, value);
        return this;
    }

    /**
     * Returns the epoch that decided it.
     *
     * @return see {@link EpochStart}
     */
    public long epoch() {
        return buffer.getLong(base + EPOCH);
    }

    /**
     * Sets the epoch that decided it.
     *
     * @param value see {@link EpochStart}
     * @return this
     */
    public SignalCommand epoch(long value) {
        writable.putLong(base + EPOCH, value);
        return this;
    }

    /**
     * Returns its number within the site and epoch.
     *
     * @return 1 and up, without gaps
     */
    public long siteSequence() {
        return buffer.getLong(base + SITE_SEQUENCE);
    }

    /**
     * Sets its number within the site and epoch.
     *
     * @param value 1 and up, without gaps
     * @return this
     */
    public SignalCommand siteSequence(long value) {
        writable.putLong(base + SITE_SEQUENCE, value);
        return this;
    }

    /**
     * Returns control time of the decision.
     *
     * @return UTC, milliseconds since 1970
     */
    public long decidedUtcMs() {
        return buffer.getLong(base + DECIDED_UTC_MS);
    }

    /**
     * Sets control time of the decision.
     *
     * @param value UTC, milliseconds since 1970
     * @return this
     */
    public SignalCommand decidedUtcMs(long value) {
        writable.putLong(base + DECIDED_UTC_MS, value);
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
    public SignalCommand siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns the object.
     *
     * @return its arcs, one octet each
     */
    public int object() {
        return buffer.getInt(base + OBJECT);
    }

    /**
     * Sets the object.
     *
     * @param value its arcs, one octet each
     * @return this
     */
    public SignalCommand object(int value) {
        writable.putInt(base + OBJECT, value);
        return this;
    }

    /**
     * Returns the row.
     *
     * @return 0 for a scalar
     */
    public int index() {
        return buffer.getInt(base + INDEX);
    }

    /**
     * Sets the row.
     *
     * @param value 0 for a scalar
     * @return this
     */
    public SignalCommand index(int value) {
        writable.putInt(base + INDEX, value);
        return this;
    }

    /**
     * Returns the value.
     *
     * @return as NTCIP 1202 gives it
     */
    public int value() {
        return buffer.getInt(base + VALUE);
    }

    /**
     * Sets the value.
     *
     * @param value as NTCIP 1202 gives it
     * @return this
     */
    public SignalCommand value(int value) {
        writable.putInt(base + VALUE, value);
        return this;
    }

    /**
     * Returns why.
     *
     * @return see {@link Reason}
     */
    public int reason() {
        return buffer.getInt(base + REASON);
    }

    /**
     * Sets why.
     *
     * @param value see {@link Reason}
     * @return this
     */
    public SignalCommand reason(int value) {
        writable.putInt(base + REASON, value);
        return this;
    }

    /**
     * Returns the rule that refused it.
     *
     * @return see {@code GuardRule}; 0 allowed
     */
    public int rule() {
        return buffer.getInt(base + RULE);
    }

    /**
     * Sets the rule that refused it.
     *
     * @param value see {@code GuardRule}; 0 allowed
     * @return this
     */
    public SignalCommand rule(int value) {
        writable.putInt(base + RULE, value);
        return this;
    }

    /**
     * Returns the first person who stands behind it.
     *
     * @return 0 nobody
     */
    public int person() {
        return buffer.getInt(base + PERSON);
    }

    /**
     * Sets the first person who stands behind it.
     *
     * @param value 0 nobody
     * @return this
     */
    public SignalCommand person(int value) {
        writable.putInt(base + PERSON, value);
        return this;
    }

    /**
     * Returns the second person who confirmed it.
     *
     * @return 0 nobody
     */
    public int secondPerson() {
        return buffer.getInt(base + SECOND_PERSON);
    }

    /**
     * Sets the second person who confirmed it.
     *
     * @param value 0 nobody
     * @return this
     */
    public SignalCommand secondPerson(int value) {
        writable.putInt(base + SECOND_PERSON, value);
        return this;
    }

    /** Objects that the center may command, packed as in {@link #object()}. */
    public static final class ControlObject {
        /** {@code phaseControlGroupPhaseOmit}. */
        public static final int PHASE_OMIT = 0x01050102;

        /** {@code phaseControlGroupPedOmit}. */
        public static final int PED_OMIT = 0x01050103;

        /** {@code phaseControlGroupHold}. */
        public static final int HOLD = 0x01050104;

        /** {@code phaseControlGroupForceOff}. */
        public static final int FORCE_OFF = 0x01050105;

        /** {@code phaseControlGroupVehCall}. */
        public static final int VEH_CALL = 0x01050106;

        /** {@code phaseControlGroupPedCall}. */
        public static final int PED_CALL = 0x01050107;

        /** {@code systemPatternControl}. */
        public static final int PATTERN = 0x040E;

        /** {@code systemSyncControl}. */
        public static final int SYNC = 0x040F;

        /** {@code preemptControlState}. */
        public static final int PREEMPT = 0x06030102;

        /** {@code specialFunctionOutputControl}. */
        public static final int SPECIAL_FUNCTION = 0x030E0103;

        private ControlObject() {}
    }

    /** Values of {@link #reason()}. */
    public static final class Reason {
        /** Keeps the controller from falling back to its own plan. */
        public static final int HEARTBEAT = 1;

        /** Actuated control. */
        public static final int ACTUATED = 2;

        /** An emergency vehicle is let through. */
        public static final int PREEMPT_START = 3;

        /** An emergency vehicle has passed, cancelled or fallen silent. */
        public static final int PREEMPT_END = 4;

        /** In doubt: the controller is given back to its own plan. */
        public static final int RELEASE = 5;

        /** An operator asked for it. */
        public static final int OPERATOR = 6;

        /** Actuated control, for a vehicle of public transport among others. */
        public static final int PRIORITY = 7;

        /** The pattern that the measured flow asks for, or its end. */
        public static final int COORDINATION = 8;

        private Reason() {}
    }
}
