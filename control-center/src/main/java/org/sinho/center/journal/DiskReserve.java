package org.sinho.center.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Disk blocks set aside ahead of the append position of one queue file.
 *
 * <p>Chronicle maps a sparse file. Touching a page for which the disk has no block left raises a
 * bus error, which the JVM reports late, if at all. So zeros are written ahead by ordinary writes,
 * which fail with an {@link IOException} while everything is still in order. It also spares the
 * appending thread the page faults that allocate.
 *
 * <p>Uses {@link RandomAccessFile}, since an interrupt closes a channel but not this.
 */
final class DiskReserve implements AutoCloseable {
    /** Octets set aside at a time. */
    static final int STEP = 64 << 10;

    private static final byte[] ZEROS = new byte[64 << 10];

    private RandomAccessFile file;
    private long reserved;

    /** Begins a new file, which must not exist or hold zeros only, with one step set aside. */
    void begin(Path path) throws IOException {
        close();
        file = new RandomAccessFile(path.toFile(), "rw");
        reserved = 0;
        ensure(STEP);
    }

    /** Makes sure that all octets before {@code end} have blocks. */
    void ensure(long end) throws IOException {
        if (end > reserved) {
            extend(end);
        }
    }

    /** Forces the file to the disk, the mapped pages included. */
    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void extend(long end) throws IOException {
        long target = (end + STEP - 1) / STEP * STEP;
        file.seek(reserved);
        while (reserved < target) {
            int chunk = (int) Math.min(ZEROS.length, target - reserved);
            file.write(ZEROS, 0, chunk);
            reserved += chunk;
        }
    }
}
