package org.sinho.center.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/**
 * Looks for whole sealed records where no frame leads to them: they tell damage from a torn tail.
 *
 * <p>Records begin at multiples of 4. Zeros, which is what most of an unfilled file is made of, are
 * passed over in blocks.
 */
final class RecordScan {
    private static final int BLOCK = 256 << 10;
    private static final byte[] ZEROS = new byte[BLOCK];
    private static final int HIGHEST_TYPE = 1_023;

    private final RandomAccessFile file;
    private final int recordLimit;
    private final RecordSeal seal = new RecordSeal();
    private final byte[] block = new byte[BLOCK + EventHeader.SIZE];
    private final UnsafeBuffer view = new UnsafeBuffer(block);
    private byte[] candidate = new byte[EventHeader.RECORD_LIMIT];

    RecordScan(RandomAccessFile file, int recordLimit) {
        this.file = file;
        this.recordLimit = recordLimit;
    }

    /** Returns where the first whole record at or after a position begins, or -1. */
    long find(long from) throws IOException {
        long size = file.length();
        for (long start = (from + 3) & ~3L; start + EventHeader.SIZE <= size; start += BLOCK) {
            int length = read(start, block);
            if (Arrays.equals(
                    block, 0, Math.min(length, BLOCK), ZEROS, 0, Math.min(length, BLOCK))) {
                continue;
            }
            for (int at = 0; at < BLOCK && at + EventHeader.SIZE <= length; at += 4) {
                if (isLikely(at, size - start - at) && isWhole(start + at, view.getInt(at))) {
                    return start + at;
                }
            }
        }
        return -1;
    }

    /** Returns the length of the whole record that begins exactly here, or 0. */
    int lengthAt(long position) throws IOException {
        int length = read(position, block);
        boolean whole =
                length >= EventHeader.SIZE
                        && isLikely(0, file.length() - position)
                        && isWhole(position, view.getInt(0));
        return whole ? view.getInt(0) : 0;
    }

    private boolean isLikely(int at, long left) {
        int length = view.getInt(at, ByteOrder.LITTLE_ENDIAN);
        return length >= EventHeader.SIZE
                && length <= Math.min(recordLimit, left)
                && EventHeader.version(view, at) == EventHeader.VERSION
                && EventHeader.type(view, at) <= HIGHEST_TYPE
                && EventHeader.sequence(view, at) > 0;
    }

    private boolean isWhole(long position, int length) throws IOException {
        if (length > candidate.length) {
            candidate = new byte[length];
        }
        file.seek(position);
        file.readFully(candidate, 0, length);
        return seal.faultOf(candidate, 0, length) == null;
    }

    private int read(long position, byte[] target) throws IOException {
        file.seek(position);
        int length = 0;
        int read = 0;
        while (length < target.length && read >= 0) {
            length += read;
            read = file.read(target, length, target.length - length);
        }
        return length;
    }
}
