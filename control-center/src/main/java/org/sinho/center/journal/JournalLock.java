package org.sinho.center.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to write into one journal: two centers never share one. Dies with the process. */
final class JournalLock implements AutoCloseable {
    /**
     * Journals of this process. The operating system's lock belongs to the process and is lost as
     * soon as anyone in it closes the file again, so a second try must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path journal;
    private final FileChannel channel;

    private JournalLock(Path journal, FileChannel channel) {
        this.journal = journal;
        this.channel = channel;
    }

    /** Takes the lock of an existing folder. */
    static JournalLock take(Path folder) throws IOException {
        Path journal = folder.toRealPath();
        if (!HELD.add(journal)) {
            throw new JournalException(
                    "journal " + folder + " is already open in this process: close it first");
        }
        FileChannel channel = null;
        try {
            Path file = journal.resolve("lock");
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new JournalException(
                        "journal "
                                + folder
                                + " is in use by process "
                                + holder(file)
                                + ": stop it, or give this center another folder");
            }
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new JournalLock(journal, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(journal);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            HELD.remove(journal);
        }
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(file);
            return pid.isEmpty() ? "unknown" : pid;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
