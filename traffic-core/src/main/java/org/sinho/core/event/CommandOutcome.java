package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What became of a command. */
public final class CommandOutcome {
    /** Octets of the payload. */
    public static final int SIZE = 40;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int OUTCOME = EventHeader.SIZE + 4;
    private static final int RESERVED = EventHeader.SIZE + 5;
    private static final int RESERVED2 = EventHeader.SIZE + 6;
    private static final int EPOCH = EventHeader.SIZE + 8;
    private static final int SITE_SEQUENCE = EventHeader.SIZE + 16;
    private static final int OBJECT = EventHeader.SIZE + 24;
    private static final int INDEX = EventHeader.SIZE + 28;
    private static final int VALUE = EventHeader.SIZE + 32;
    private static final int DETAIL = EventHeader.SIZE + 36;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public CommandOutcome() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public CommandOutcome wrap(DirectBuffer record, int offset) {
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
    public CommandOutcome wrapForWrite(MutableDirectBuffer record, int offset) {
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
    public CommandOutcome siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns the outcome.
     *
     * @return see {@link Outcome}
     */
    public int outcome() {
        return buffer.getByte(base + OUTCOME) & 0xFF;
    }

    /**
     * Sets the outcome.
     *
     * @param value see {@link Outcome}
     * @return this
     */
    public CommandOutcome outcome(int value) {
        writable.putByte(base + OUTCOME, (byte) value);
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
    public CommandOutcome reserved(int value) {
        writable.putByte(base + RESERVED, (byte) value);
        return this;
    }

    /**
     * Returns nothing yet.
     *
     * @return 0
     */
    public int reserved2() {
        return buffer.getShort(base + RESERVED2) & 0xFFFF;
    }

    /**
     * Sets nothing yet.
     *
     * @param value 0
     * @return this
     */
    public CommandOutcome reserved2(int value) {
        writable.putShort(base + RESERVED2, (short) value);
        return this;
    }

    /**
     * Returns the epoch of the command.
     *
     * @return see {@link EpochStart}
     */
    public long epoch() {
        return buffer.getLong(base + EPOCH);
    }

    /**
     * Sets the epoch of the command.
     *
     * @param value see {@link EpochStart}
     * @return this
     */
    public CommandOutcome epoch(long value) {
        writable.putLong(base + EPOCH, value);
        return this;
    }

    /**
     * Returns the command.
     *
     * @return its number within the site and epoch
     */
    public long siteSequence() {
        return buffer.getLong(base + SITE_SEQUENCE);
    }

    /**
     * Sets the command.
     *
     * @param value its number within the site and epoch
     * @return this
     */
    public CommandOutcome siteSequence(long value) {
        writable.putLong(base + SITE_SEQUENCE, value);
        return this;
    }

    /**
     * Returns the object that was set.
     *
     * @return see {@link SignalCommand#object()}
     */
    public int object() {
        return buffer.getInt(base + OBJECT);
    }

    /**
     * Sets the object that was set.
     *
     * @param value see {@link SignalCommand#object()}
     * @return this
     */
    public CommandOutcome object(int value) {
        writable.putInt(base + OBJECT, value);
        return this;
    }

    /**
     * Returns its index.
     *
     * @return see {@link SignalCommand#index()}
     */
    public int index() {
        return buffer.getInt(base + INDEX);
    }

    /**
     * Sets its index.
     *
     * @param value see {@link SignalCommand#index()}
     * @return this
     */
    public CommandOutcome index(int value) {
        writable.putInt(base + INDEX, value);
        return this;
    }

    /**
     * Returns the value that was set.
     *
     * @return see {@link SignalCommand#value()}
     */
    public int value() {
        return buffer.getInt(base + VALUE);
    }

    /**
     * Sets the value that was set.
     *
     * @param value see {@link SignalCommand#value()}
     * @return this
     */
    public CommandOutcome value(int value) {
        writable.putInt(base + VALUE, value);
        return this;
    }

    /**
     * Returns what the controller said.
     *
     * @return SNMP error status, 0 none
     */
    public int detail() {
        return buffer.getInt(base + DETAIL);
    }

    /**
     * Sets what the controller said.
     *
     * @param value SNMP error status, 0 none
     * @return this
     */
    public CommandOutcome detail(int value) {
        writable.putInt(base + DETAIL, value);
        return this;
    }

    /** Values of {@link #outcome()}. */
    public static final class Outcome {
        /** The datagram left. */
        public static final int SENT = 1;

        /** The controller answered and the read-back agrees. */
        public static final int CONFIRMED = 2;

        /** It was older than its time to live, or of a past epoch, and was not sent. */
        public static final int DISCARDED = 3;

        /** No answer, an error, or a read-back that differs, after the one retry. */
        public static final int FAILED = 4;

        private Outcome() {}
    }
}
