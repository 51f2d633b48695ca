package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A bench shows the guard a command that the planner never made. It passes the same gate as every
 * other command; a core that is not set up for a bench passes it over.
 */
public final class InjectedCommand {
    /** Octets of the payload. */
    public static final int SIZE = 44;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int OBJECT = EventHeader.SIZE + 4;
    private static final int INDEX = EventHeader.SIZE + 8;
    private static final int VALUE = EventHeader.SIZE + 12;
    private static final int REASON = EventHeader.SIZE + 16;
    private static final int PERSON = EventHeader.SIZE + 20;
    private static final int SECOND_PERSON = EventHeader.SIZE + 24;
    private static final int EPOCH_LEAD = EventHeader.SIZE + 28;
    private static final int SEQUENCE_LEAD = EventHeader.SIZE + 32;
    private static final int AGE_MS = EventHeader.SIZE + 36;
    private static final int RULE = EventHeader.SIZE + 40;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public InjectedCommand() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public InjectedCommand wrap(DirectBuffer record, int offset) {
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
    public InjectedCommand wrapForWrite(MutableDirectBuffer record, int offset) {
        buffer = record;
        writable = record;
        base = offset;
        record.setMemory(offset + EventHeader.SIZE, SIZE, (byte) 0);
        return this;
    }

    /**
     * Returns the junction.
     *
     * @return J2735 intersection id; one that the center does not know is possible
     */
    public int siteId() {
        return buffer.getInt(base + SITE_ID);
    }

    /**
     * Sets the junction.
     *
     * @param value J2735 intersection id; one that the center does not know is possible
     * @return this
     */
    public InjectedCommand siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns the object.
     *
     * @return as in {@link SignalCommand#object()}
     */
    public int object() {
        return buffer.getInt(base + OBJECT);
    }

    /**
     * Sets the object.
     *
     * @param value as in {@link SignalCommand#object()}
     * @return this
     */
    public InjectedCommand object(int value) {
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
    public InjectedCommand index(int value) {
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
    public InjectedCommand value(int value) {
        writable.putInt(base + VALUE, value);
        return this;
    }

    /**
     * Returns the reason it pretends.
     *
     * @return see {@link SignalCommand.Reason}
     */
    public int reason() {
        return buffer.getInt(base + REASON);
    }

    /**
     * Sets the reason it pretends.
     *
     * @param value see {@link SignalCommand.Reason}
     * @return this
     */
    public InjectedCommand reason(int value) {
        writable.putInt(base + REASON, value);
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
    public InjectedCommand person(int value) {
        writable.putInt(base + PERSON, value);
        return this;
    }

    /**
     * Returns the second person who stands behind it.
     *
     * @return 0 nobody
     */
    public int secondPerson() {
        return buffer.getInt(base + SECOND_PERSON);
    }

    /**
     * Sets the second person who stands behind it.
     *
     * @param value 0 nobody
     * @return this
     */
    public InjectedCommand secondPerson(int value) {
        writable.putInt(base + SECOND_PERSON, value);
        return this;
    }

    /**
     * Returns how far its epoch is ahead of the present one.
     *
     * @return 0 the present one, negative an earlier one
     */
    public int epochLead() {
        return buffer.getInt(base + EPOCH_LEAD);
    }

    /**
     * Sets how far its epoch is ahead of the present one.
     *
     * @param value 0 the present one, negative an earlier one
     * @return this
     */
    public InjectedCommand epochLead(int value) {
        writable.putInt(base + EPOCH_LEAD, value);
        return this;
    }

    /**
     * Returns how far its sequence is ahead of the site's next.
     *
     * @return 0 the next, negative one used before
     */
    public int sequenceLead() {
        return buffer.getInt(base + SEQUENCE_LEAD);
    }

    /**
     * Sets how far its sequence is ahead of the site's next.
     *
     * @param value 0 the next, negative one used before
     * @return this
     */
    public InjectedCommand sequenceLead(int value) {
        writable.putInt(base + SEQUENCE_LEAD, value);
        return this;
    }

    /**
     * Returns how long ago it was decided.
     *
     * @return milliseconds before the event
     */
    public int ageMs() {
        return buffer.getInt(base + AGE_MS);
    }

    /**
     * Sets how long ago it was decided.
     *
     * @param value milliseconds before the event
     * @return this
     */
    public InjectedCommand ageMs(int value) {
        writable.putInt(base + AGE_MS, value);
        return this;
    }

    /**
     * Returns the rule that it breaks.
     *
     * @return n for C-n; 0 for one that breaks none and only fills the second
     */
    public int rule() {
        return buffer.getInt(base + RULE);
    }

    /**
     * Sets the rule that it breaks.
     *
     * @param value n for C-n; 0 for one that breaks none and only fills the second
     * @return this
     */
    public InjectedCommand rule(int value) {
        writable.putInt(base + RULE, value);
        return this;
    }
}
