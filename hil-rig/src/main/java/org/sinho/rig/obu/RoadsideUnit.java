package org.sinho.rig.obu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sinho.rig.link.FaultyLink;
import org.sinho.rig.link.LinkFaults;

/**
 * One roadside unit: passes what vehicles say up to the center, hears what the center sends down.
 */
public final class RoadsideUnit implements AutoCloseable {
    /** Longer than any text of the immediate-forward form. */
    private static final int RECEIVE_OCTETS = 8_193;

    private static final int SPARED_LIMIT = 1 << 16;

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

    /** How the center sends messages down. */
    public enum Form {
        /** A MessageFrame, nothing else. */
        RAW,
        /** RSU 4.1 immediate forward. */
        IMMEDIATE_FORWARD
    }

    private final int number;
    private final InetSocketAddress center;
    private final Form form;
    private final LinkFaults faults;
    private final DatagramChannel channel;
    private final Tap tap;
    private final FaultyLink up;
    private final AtomicLong received = new AtomicLong();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> broadcast = new TreeMap<>();
    private long sent;

    /**
     * Opens the unit's socket.
     *
     * @param number unit number at the center
     * @param listen where the center sends to
     * @param center where the center listens for this unit
     * @param form how the center sends messages down
     * @param faults what is wrong with the link, both ways
     * @param seed of the run
     * @param tap hears every datagram
     * @throws IOException when the socket cannot be opened
     */
    public RoadsideUnit(
            int number,
            InetSocketAddress listen,
            InetSocketAddress center,
            Form form,
            LinkFaults faults,
            long seed,
            Tap tap)
            throws IOException {
        this.number = number;
        this.center = center;
        this.form = form;
        this.faults = faults;
        this.tap = tap;
        up = new FaultyLink(faults, seed, "rsu " + number, this::put);
        channel = DatagramChannel.open().bind(listen);
        Thread.ofPlatform().daemon().name("rsu-" + number).start(this::listen);
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(RECEIVE_OCTETS);
        try {
            while (true) {
                buffer.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                byte[] octets = new byte[buffer.flip().remaining()];
                buffer.get(octets);
                if (spared(octets)) {
                    take(octets);
                    tap.onDatagram(from, address(), octets);
                }
            }
        } catch (ClosedChannelException e) {
            // The rig closes.
        } catch (IOException e) {
            System.err.println("rig: roadside unit " + number + " failed: " + e);
        }
    }

    /** By content, since the order in which the center's threads send is chance. */
    private boolean spared(byte[] octets) {
        int mixed = (java.util.Arrays.hashCode(octets) + number) * 0x9E37_79B1 >>> 16;
        return mixed >= faults.loss() * SPARED_LIMIT;
    }

    private void take(byte[] octets) {
        received.incrementAndGet();
        try {
            byte[] frame =
                    form == Form.IMMEDIATE_FORWARD ? ForwardText.read(octets).frame() : octets;
            if (frame.length < 3) {
                throw new ForwardText.Refusal("too short");
            }
            count(broadcast, Integer.toString((frame[0] & 0x7F) << 8 | frame[1] & 0xFF));
        } catch (ForwardText.Refusal refusal) {
            count(refused, refusal.getMessage());
        }
    }

    private static void count(Map<String, Long> counts, String what) {
        synchronized (counts) {
            counts.merge(what, 1L, Long::sum);
        }
    }

    private InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Passes a message up, as far as the link carries it.
     *
     * @param octets the signed message
     * @param nowMs simulated time, milliseconds
     * @throws IOException when the socket fails
     */
    public void send(byte[] octets, long nowMs) throws IOException {
        up.send(octets, nowMs);
    }

    /**
     * Passes up what the link has delayed until now; to be called in every step.
     *
     * @param nowMs simulated time, milliseconds
     * @throws IOException when the socket fails
     */
    public void flush(long nowMs) throws IOException {
        up.flush(nowMs);
    }

    private void put(byte[] octets) throws IOException {
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
     * @return those that really left since the start
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

    /**
     * Counts messages that would go on the air.
     *
     * @return since the start, by J2735 message id
     */
    public Map<String, Long> broadcast() {
        synchronized (broadcast) {
            return Map.copyOf(broadcast);
        }
    }

    /**
     * Counts datagrams from the center that the unit does not take.
     *
     * @return since the start, by cause
     */
    public Map<String, Long> refused() {
        synchronized (refused) {
            return Map.copyOf(refused);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
