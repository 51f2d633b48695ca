package org.sinho.center.journal;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/** Checksum of one record: all its bytes but the checksum field. One per thread. */
final class RecordSeal {
    private static final int AFTER_CRC = EventHeader.CRC_OFFSET + Integer.BYTES;

    private final CRC32C crc = new CRC32C();
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    int checksum(byte[] record, int offset, int length) {
        crc.reset();
        crc.update(record, offset, EventHeader.CRC_OFFSET);
        crc.update(record, offset + AFTER_CRC, length - AFTER_CRC);
        return (int) crc.getValue();
    }

    /** Returns why these bytes are not a whole record, or null when they are one. */
    String faultOf(byte[] record, int offset, int length) {
        if (length < EventHeader.SIZE) {
            return "record of " + length + " octets, the header alone has " + EventHeader.SIZE;
        }
        DirectBuffer header = header(record, offset);
        if (EventHeader.length(header, 0) != length) {
            return "record says " + EventHeader.length(header, 0) + " octets, there are " + length;
        }
        if (header.getInt(EventHeader.CRC_OFFSET) != checksum(record, offset, length)) {
            return "checksum does not fit";
        }
        int version = EventHeader.version(header, 0);
        return version == EventHeader.VERSION ? null : "unknown header version " + version;
    }

    long sequence(byte[] record, int offset) {
        return EventHeader.sequence(header(record, offset), 0);
    }

    int type(byte[] record, int offset) {
        return EventHeader.type(header(record, offset), 0);
    }

    private DirectBuffer header(byte[] record, int offset) {
        view.wrap(record, offset, EventHeader.SIZE);
        return view;
    }
}
