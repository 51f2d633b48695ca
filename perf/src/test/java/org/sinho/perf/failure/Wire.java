package org.sinho.perf.failure;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One UDP wire between center and field: passes datagrams on, can be tapped and cut. */
final class Wire implements AutoCloseable {
    private static final int BUFFER_OCTETS = 1 << 20;
    private static final int LONGEST = 4_096;

    private final DatagramSocket near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress target;
    private final Consumer<byte[]> tap;
    private final AtomicLong forwarded = new AtomicLong();
    private volatile Predicate<byte[]> passes = octets -> true;
    private volatile boolean answers = true;
    private volatile SocketAddress asker;
    private volatile long seen;

    /** A wire to a target; the tap hears what is passed on to it, before it is. */
    Wire(InetSocketAddress target, Consumer<byte[]> tap) throws SocketException {
        this.target = target;
        this.tap = tap;
        near.setReceiveBufferSize(BUFFER_OCTETS);
        Thread.ofPlatform().daemon().name("wire").start(() -> quietly(this::pass));
        Thread.ofPlatform().daemon().name("wire-back").start(() -> quietly(this::passBack));
    }

    int port() {
        return near.getLocalPort();
    }

    /** Datagrams that have come, passed on or not. */
    long seen() {
        return seen;
    }

    /** Datagrams passed on, injected ones among them. */
    long forwarded() {
        return forwarded.get();
    }

    /** From now on only these pass. */
    void passOnly(Predicate<byte[]> which) {
        passes = which;
    }

    void cut() {
        passes = octets -> false;
        answers = false;
    }

    void cutAnswers() {
        answers = false;
    }

    void mend() {
        passes = octets -> true;
        answers = true;
    }

    /** Sends a datagram as if it had come over the wire. */
    void inject(byte[] octets) throws IOException {
        forwarded.incrementAndGet();
        far.send(new DatagramPacket(octets, octets.length, target));
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void quietly(Loop loop) {
        try {
            loop.run();
        } catch (IOException e) {
            // Closed.
        }
    }

    private static byte[] receive(DatagramSocket socket, DatagramPacket packet) throws IOException {
        packet.setLength(LONGEST);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer.
    private void pass() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (true) {
            byte[] octets = receive(near, packet);
            asker = packet.getSocketAddress();
            if (passes.test(octets)) {
                tap.accept(octets);
                inject(octets);
            }
            seen++;
        }
    }

    private void passBack() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (true) {
            byte[] octets = receive(far, packet);
            if (answers) {
                near.send(new DatagramPacket(octets, octets.length, asker));
            }
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
