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
 * <p>A frame header may itself be damaged. So wherever the frames seem to end, the rest of the file
 * is searched for whole sealed records: where there is one, the end is no end but {@link
 * Frame#BROKEN}, and the walk goes on with that record, so that a caller can tell what is lost.
 *
 * <p>Chronicle's own tailer maps the file and trusts its index, which a cut or damaged file turns
 * into bus errors and exceptions. Here every outcome is a {@link Frame}.
 */
final class FrameFile implements AutoCloseable {
    /** What {@link #next()} found. */
    enum Frame {
        /** A document; its octets are in {@link #octets()}, what is wrong in {@link #fault()}. */
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
    private final RecordScan scan;
    private final RecordSeal seal = new RecordSeal();
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    private byte[] octets = new byte[64 << 10];
    private long windowStart;
    private int windowLength;
    private long nextFrame;
    private long frame;
    private int length;
    private long soundEnd;
    private long salvaged = -1;
    private String fault;
    private String reason = "";

    FrameFile(Path path, int recordLimit) throws IOException {
        this.path = path;
        this.recordLimit = recordLimit;
        file = new RandomAccessFile(path.toFile(), "r");
        size = file.length();
        scan = new RecordScan(file, recordLimit);
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

    /** Returns why the document of the last {@link Frame#RECORD} is no whole record, or null. */
    String fault() {
        return fault;
    }

    String reason() {
        return reason;
    }

    Frame next() {
        try {
            return walk();
        } catch (IOException e) {
            return unreadable("cannot be read: " + e.getMessage());
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
        if (salvaged >= 0) {
            return salvage();
        }
        while (true) {
            frame = nextFrame;
            if (frame >= size) {
                return end("a frame leads past records", scan.find(soundEnd));
            }
            if (!load(frame, Integer.BYTES)) {
                return broken("file is cut inside a frame header", scan.find(soundEnd));
            }
            int header = header();
            if (header == 0 || header == END_OF_FILE) {
                long behind = scan.find(soundEnd);
                if (behind >= 0 && changedSince(header)) {
                    continue;
                }
                if (header == 0 && behind == frame + Integer.BYTES) {
                    // A kill may leave the last record whole and its header not yet written.
                    behind = scan.find(behindUnfinished()) < 0 ? -1 : behind;
                }
                return end(header == 0 ? "frame header is zero" : "a false end of file", behind);
            }
            if ((header & NOT_COMPLETE) != 0) {
                long behind = scan.find(behindUnfinished());
                if (behind >= 0 && changedSince(header)) {
                    continue;
                }
                return broken("unfinished append", behind);
            }
            length = header & LENGTH_MASK;
            nextFrame = (frame + Integer.BYTES + length + 3) & ~3L;
            if ((header & META_DATA) == 0) {
                return record();
            }
            if (scan.lengthAt(frame + Integer.BYTES) > 0) {
                return broken("record marked as meta data", frame + Integer.BYTES);
            }
        }
    }

    private int header() {
        return view.getInt((int) (frame - windowStart), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Tells whether records behind a frame came only after its header was read: a living center
     * writes the header before anything behind it.
     */
    private boolean changedSince(int header) throws IOException {
        windowLength = 0;
        return load(frame, Integer.BYTES) && header() != header;
    }

    /** An append that a kill left unfinished may hold a whole record, which nobody acknowledged. */
    private long behindUnfinished() throws IOException {
        long begin = frame + Integer.BYTES;
        return begin + scan.lengthAt(begin);
    }

    private Frame record() throws IOException {
        if (length > recordLimit) {
            return broken(
                    "frame of " + length + " octets, allowed are " + recordLimit,
                    scan.find(soundEnd));
        }
        if (!load(frame, Integer.BYTES + length)) {
            return broken("file is cut inside a record", scan.find(soundEnd));
        }
        fault = seal.faultOf(octets, offset(), length);
        if (fault == null) {
            soundEnd = nextFrame;
        }
        return Frame.RECORD;
    }

    /** Goes on with a record to which no frame led. */
    private Frame salvage() throws IOException {
        frame = salvaged - Integer.BYTES;
        length = scan.lengthAt(salvaged);
        salvaged = -1;
        nextFrame = (frame + Integer.BYTES + length + 3) & ~3L;
        return load(frame, Integer.BYTES + length) ? record() : unreadable("file is cut");
    }

    /** The frames end here; whether the records do is another question. */
    private Frame end(String why, long behind) {
        Frame end = broken(why, behind);
        return behind < 0 ? Frame.END : end;
    }

    private Frame broken(String why, long behind) {
        reason = why;
        nextFrame = size;
        salvaged = behind;
        soundEnd = behind < 0 ? size : behind + Integer.BYTES;
        return Frame.BROKEN;
    }

    private Frame unreadable(String why) {
        reason = why;
        nextFrame = size;
        salvaged = -1;
        soundEnd = size;
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
