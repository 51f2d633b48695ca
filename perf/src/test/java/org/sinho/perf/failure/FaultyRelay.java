package org.sinho.perf.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sinho.rig.link.FaultyLink;
import org.sinho.rig.link.LinkFaults;

/**
 * The way from a center to many controllers and back, with faults in both directions.
 *
 * <p>Which datagram meets which fault follows from the seed and the order on its link. A delay is
 * real time, as the center's patience is, but in ticks: what is held back comes later than that
 * patience, what is delayed comes a little later.
 */
final class FaultyRelay implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 65_535;

    /** Stands for a millisecond of {@link FaultyLink}: 150 of them are 60 ms. */
    private static final long TICK_NS = 400_000;

    private final LinkFaults faults;
    private final long seed;
    private final Selector selector = Selector.open();
    private final List<Way> ways = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    FaultyRelay(LinkFaults faults, long seed) throws IOException {
        this.faults = faults;
        this.seed = seed;
        thread = Thread.ofPlatform().daemon().name("relay").unstarted(this::run);
    }

    /** One controller's way. The relay's thread alone touches it once started. */
    private static final class Way {
        final DatagramChannel front;
        final DatagramChannel back;
        final FaultyLink there;
        final FaultyLink home;
        InetSocketAddress manager;

        Way(InetSocketAddress controller, LinkFaults faults, long seed, int number)
                throws IOException {
            front = open();
            back = open();
            there =
                    new FaultyLink(
                            faults,
                            seed,
                            "request " + number,
                            octets -> back.send(ByteBuffer.wrap(octets), controller));
            home =
                    new FaultyLink(
                            faults,
                            seed,
                            "answer " + number,
                            octets -> front.send(ByteBuffer.wrap(octets), manager));
        }

        private static DatagramChannel open() throws IOException {
            DatagramChannel channel = DatagramChannel.open();
            channel.configureBlocking(false);
            return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
    }

    /** Adds a controller before the start; returns the port where a manager reaches it. */
    int add(int controllerPort) throws IOException {
        Way way =
                new Way(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), controllerPort),
                        faults,
                        seed,
                        ways.size() + 1);
        way.front.register(selector, SelectionKey.OP_READ, way);
        way.back.register(selector, SelectionKey.OP_READ, way);
        ways.add(way);
        return way.front.socket().getLocalPort();
    }

    void start() {
        thread.start();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        try {
            while (!closed) {
                if (flush()) {
                    selector.selectNow(key -> pass(key, buffer));
                    LockSupport.parkNanos(TICK_NS / 4);
                } else {
                    selector.select(key -> pass(key, buffer));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Every controller falls silent.
        }
    }

    /** Lets out what is due; returns whether anything has still to leave. */
    private boolean flush() throws IOException {
        long now = ticks();
        int underway = 0;
        for (Way way : ways) {
            way.there.flush(now);
            way.home.flush(now);
            underway += way.there.underway() + way.home.underway();
        }
        return underway > 0;
    }

    private void pass(SelectionKey key, ByteBuffer buffer) {
        Way way = (Way) key.attachment();
        try {
            while (true) {
                DatagramChannel channel = (DatagramChannel) key.channel();
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer.clear());
                if (from == null) {
                    return;
                }
                byte[] octets = new byte[buffer.flip().remaining()];
                buffer.get(octets);
                if (channel == way.front) {
                    way.manager = from;
                    way.there.send(octets, ticks());
                } else {
                    way.home.send(octets, ticks());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks() {
        return System.nanoTime() / TICK_NS;
    }

    /** Links of both directions; read their counts after {@link #close}. */
    List<FaultyLink> links() {
        return ways.stream().flatMap(way -> List.of(way.there, way.home).stream()).toList();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Way way : ways) {
            way.front.close();
            way.back.close();
        }
        selector.close();
    }
}
