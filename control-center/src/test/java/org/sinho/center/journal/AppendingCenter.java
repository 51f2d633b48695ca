package org.sinho.center.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;

/**
 * A process of its own that appends as fast as it can and acknowledges every sequence on its
 * standard output, eight octets each, until it is killed.
 */
final class AppendingCenter {
    private AppendingCenter() {}

    public static void main(String[] arguments) throws IOException {
        Random random = new Random(3);
        UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
        byte[] acknowledgment = new byte[Long.BYTES];
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out);
                Journal journal = Records.open(Path.of(arguments[0]))) {
            while (true) {
                Records.randomEvent(slot, 0, random);
                journal.events().append(slot, 0);
                ByteBuffer.wrap(acknowledgment).putLong(EventHeader.sequence(slot, 0));
                out.write(acknowledgment);
            }
        }
    }

    static Process start(Path journal) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-javaagent") && !flag.startsWith("-Xmx")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(AppendingCenter.class.getName(), journal.toString()));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    /** Returns the next acknowledged sequence, or 0 when the process has ended. */
    static long acknowledged(InputStream pipe) throws IOException {
        byte[] octets = pipe.readNBytes(Long.BYTES);
        return octets.length < Long.BYTES ? 0 : ByteBuffer.wrap(octets).getLong();
    }
}
