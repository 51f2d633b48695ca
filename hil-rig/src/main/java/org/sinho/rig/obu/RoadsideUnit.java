package org.sinho.rig.obu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One roadside unit: passes what vehicles say up to the center, hears what the center sends down.
 */
public final class RoadsideUnit implements AutoCloseable {
    /** Hears every datagram, for the capture file. */
    public interface Tap {
        /**
         * Takes a datagram.
         *
         * @param from sender
         * @param to receiver
         * @param octets its content
         */
        void onDatagram(InetSocketAddress from, InetSocketAddress to, byte[] octets);
    }

    private final int number;
    private final InetSocketAddress center;
    private final DatagramChannel channel;
    private final Tap tap;
    private final AtomicLong received = new AtomicLong();
    private long sent;

    /**
     * Opens the unit's socket.
     *
     * @param number unit number at the center
     * @param listen where the center sends to
     * @param center where the center listens for this unit
     * @param tap hears every datagram
     * @throws IOException when the socket cannot be opened
     */
    public RoadsideUnit(int number, InetSocketAddress listen, InetSocketAddress center, Tap tap)
            throws IOException {
        this.number = number;
        this.center = center;
        this.tap = tap;
        channel = DatagramChannel.open().bind(listen);
        Thread.ofPlatform().daemon().name("rsu-" + number).start(this::listen);
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(4_096);
        try {
            while (true) {
                buffer.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                received.incrementAndGet();
                byte[] octets = new byte[buffer.flip().remaining()];
                buffer.get(octets);
                tap.onDatagram(from, address(), octets);
            }
        } catch (ClosedChannelException e) {
            // The rig closes.
        } catch (IOException e) {
            System.err.println("rig: roadside unit " + number + " failed: " + e);
        }
    }

    private InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Passes a message up.
     *
     * @param octets the signed message
     * @throws IOException when the socket fails
     */
    public void send(byte[] octets) throws IOException {
        channel.send(ByteBuffer.wrap(octets), center);
        sent++;
        tap.onDatagram(address(), center, octets);
    }

    /**
     * Returns the unit's number.
     *
     * @return number at the center
     */
    public int number() {
        return number;
    }

    /**
     * Counts datagrams passed up.
     *
     * @return since the start
     */
    public long sent() {
        return sent;
    }

    /**
     * Counts datagrams heard from the center.
     *
     * @return since the start
     */
    public long received() {
        return received.get();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
