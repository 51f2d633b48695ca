package org.sinho.core.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Whether a field controller is programmed as its site sheet says (I-06), read back at every start.
 */
public final class SiteCheck {
    /** Octets of the payload. */
    public static final int SIZE = 8;

    private static final int SITE_ID = EventHeader.SIZE + 0;
    private static final int AGREES = EventHeader.SIZE + 4;
    private static final int RESERVED = EventHeader.SIZE + 5;
    private static final int FINDINGS = EventHeader.SIZE + 6;

    private DirectBuffer buffer;
    private MutableDirectBuffer writable;
    private int base;

    /** Creates a flyweight that is not yet over anything. */
    public SiteCheck() {}

    /**
     * Puts the flyweight over a record for reading.
     *
     * @param record holds the record
     * @param offset first octet of its header
     * @return this
     */
    public SiteCheck wrap(DirectBuffer record, int offset) {
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
    public SiteCheck wrapForWrite(MutableDirectBuffer record, int offset) {
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
    public SiteCheck siteId(int value) {
        writable.putInt(base + SITE_ID, value);
        return this;
    }

    /**
     * Returns whether nothing differs.
     *
     * @return 1 agrees, 0 differs
     */
    public int agrees() {
        return buffer.getByte(base + AGREES) & 0xFF;
    }

    /**
     * Sets whether nothing differs.
     *
     * @param value 1 agrees, 0 differs
     * @return this
     */
    public SiteCheck agrees(int value) {
        writable.putByte(base + AGREES, (byte) value);
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
    public SiteCheck reserved(int value) {
        writable.putByte(base + RESERVED, (byte) value);
        return this;
    }

    /**
     * Returns how many entries differ.
     *
     * @return 0 when it agrees
     */
    public int findings() {
        return buffer.getShort(base + FINDINGS) & 0xFFFF;
    }

    /**
     * Sets how many entries differ.
     *
     * @param value 0 when it agrees
     * @return this
     */
    public SiteCheck findings(int value) {
        writable.putShort(base + FINDINGS, (short) value);
        return this;
    }
}
