package org.sinho.center.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the documents of one Chronicle file by plain reads.
 *
 * <pre>
 *   file  := frame*            frames begin at multiples of 4
 *   frame := int32 header (bits 0-29 length, 30 meta data, 31 not complete), octets
 *   header 0 = nothing written here yet; 0xC0000000 = the queue went on in the next file
 * </pre>
 *
 * <p>Chronicle's own tailer maps the file and trusts its index, which a cut or damaged file turns
 * into bus errors and exceptions. Here every outcome is a {@link Frame}.
 */
final class FrameFile implements AutoCloseable {
    /** What {@link #next()} found. */
    enum Frame {
        /** A finished document; its octets are in {@link #octets()}. */
        RECORD,
        /** The end of what was written, or the mark that the next file follows. */
        END,
        /** Bytes that are no finished frame; {@link #reason()} says why. */
        BROKEN
    }

    private static final int META_DATA = 0x4000_0000;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int END_OF_FILE = NOT_COMPLETE | META_DATA;

    private final Path path;
    private final RandomAccessFile file;
    private final long size;
    private final int recordLimit;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    private byte[] octets = new byte[64 << 10];
    private long windowStart;
    private int windowLength;
    private long nextFrame;
    private long frame;
    private int length;
    private String reason = "";

    FrameFile(Path path, int recordLimit) throws IOException {
        this.path = path;
        this.recordLimit = recordLimit;
        file = new RandomAccessFile(path.toFile(), "r");
        size = file.length();
    }

    Path path() {
        return path;
    }

    /** Octet of the file where the last frame's header is. */
    long position() {
        return frame;
    }

    byte[] octets() {
        return octets;
    }

    /** Where the document begins in {@link #octets()}. */
    int offset() {
        return (int) (frame + Integer.BYTES - windowStart);
    }

    int length() {
        return length;
    }

    String reason() {
        return reason;
    }

    Frame next() {
        try {
            return walk();
        } catch (IOException e) {
            return broken("cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            reason = e.getMessage(); // Read only: nothing can be lost.
        }
    }

    private Frame walk() throws IOException {
        while (true) {
            frame = nextFrame;
            if (frame >= size) {
                return Frame.END;
            }
            if (!load(frame, Integer.BYTES)) {
                return broken("file is cut inside a frame header");
            }
            int header = view.getInt((int) (frame - windowStart), ByteOrder.LITTLE_ENDIAN);
            if (header == 0 || header == END_OF_FILE) {
                return Frame.END;
            }
            if ((header & NOT_COMPLETE) != 0) {
                return broken("unfinished append");
            }
            length = header & LENGTH_MASK;
            nextFrame = (frame + Integer.BYTES + length + 3) & ~3L;
            if ((header & META_DATA) == 0) {
                return record();
            }
        }
    }

    private Frame record() throws IOException {
        if (length > recordLimit) {
            return broken("frame of " + length + " octets, allowed are " + recordLimit);
        }
        return load(frame, Integer.BYTES + length)
                ? Frame.RECORD
                : broken("file is cut inside a record");
    }

    private Frame broken(String why) {
        reason = why;
        nextFrame = size; // No frame can be found behind it.
        return Frame.BROKEN;
    }

    /** Has {@code count} octets from {@code position} in the window, or returns false. */
    private boolean load(long position, int count) throws IOException {
        if (position + count > size) {
            return false;
        }
        if (position >= windowStart && position + count <= windowStart + windowLength) {
            return true;
        }
        if (count > octets.length) {
            octets = new byte[count];
        }
        file.seek(position);
        windowStart = position;
        windowLength = 0;
        while (windowLength < count) {
            int read = file.read(octets, windowLength, octets.length - windowLength);
            if (read < 0) {
                return false;
            }
            windowLength += read;
        }
        view.wrap(octets);
        return true;
    }
}
