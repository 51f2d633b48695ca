package org.sinho.center.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.config.CenterConfig;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.ZoneSighting;
import org.sinho.core.time.TimeSource;

/**
 * Hears the readers at the entries of the restricted zone, all on one port.
 *
 * <p>A sighting is taken from its reader's address only, with the seal of that reader's key, and
 * once: its sequence must be higher than every one before. Whether it is in time and whether the
 * vehicle may enter is the core's to judge.
 */
public final class ZoneIntake implements AutoCloseable {
    private static final int SOCKET_BUFFER_OCTETS = 1024 * 1024;

    private final DatagramChannel channel;
    private final EventDoor door;
    private final TimeSource time;
    private final Counters counters;
    private final Int2ObjectHashMap<SightingReader> readers = new Int2ObjectHashMap<>();

    /** One octet more than a sighting has tells a longer datagram. */
    private final ByteBuffer datagram = ByteBuffer.allocate(SightingReader.LENGTH + 1);

    private final UnsafeBuffer record =
            new UnsafeBuffer(ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final ZoneSighting sighting = new ZoneSighting();

    /**
     * Reads the readers' keys, opens the port and starts listening on a thread of its own.
     *
     * @param zone the readers and where they speak to
     * @param door the way into the ring
     * @param time stamps events
     * @param counters what is counted
     * @throws IOException when a key cannot be read or the port cannot be opened
     */
    public ZoneIntake(CenterConfig.Zone zone, EventDoor door, TimeSource time, Counters counters)
            throws IOException {
        this.door = door;
        this.time = time;
        this.counters = counters;
        for (CenterConfig.Reader reader : zone.readers()) {
            byte[] key = SightingReader.key(reader.keyFile());
            readers.put(reader.entry(), new SightingReader(reader.address(), key));
        }
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_OCTETS);
        channel.bind(zone.listen());
        Thread.ofPlatform().daemon().name("zone").start(this::run);
    }

    private void run() {
        long order = 0;
        try {
            while (true) {
                datagram.clear();
                InetSocketAddress sender = (InetSocketAddress) channel.receive(datagram);
                datagram.flip();
                take(sender.getAddress(), order++);
                door.dealtWith(EventSource.ZONE);
            }
        } catch (ClosedChannelException e) {
            // The center closes.
        } catch (IOException e) {
            System.err.println("sinho: the zone readers' port failed: " + e);
        }
    }

    private void take(InetAddress sender, long order) {
        EventHeader.write(
                record,
                0,
                EventType.ZONE_SIGHTING,
                ZoneSighting.SIZE,
                EventSource.ZONE,
                time.monotonicNs(),
                time.utcMs());
        CounterId what = read(sender);
        counters.increment(what);
        if (what == CounterId.ZONE_SIGHTINGS) {
            door.accept(EventSource.ZONE, order, record, 0, EventHeader.SIZE + ZoneSighting.SIZE);
        }
    }

    private CounterId read(InetAddress sender) {
        CounterId form = SightingReader.form(datagram);
        if (form != CounterId.ZONE_SIGHTINGS) {
            return form;
        }
        SightingReader reader = readers.get(SightingReader.entry(datagram));
        return reader == null
                ? CounterId.ZONE_UNKNOWN_READER
                : reader.take(datagram, sender, sighting.wrapForWrite(record, 0));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
