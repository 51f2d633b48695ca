package org.sinho.center.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.time.TimeSource;

/**
 * Hears the status push of one controller on its own port.
 *
 * <p>The push is not authenticated: it is taken only from the controller's configured address, and
 * the once-a-second poll cross-checks it (C-04).
 */
public final class StatusIntake implements AutoCloseable {
    private static final int SOCKET_BUFFER_OCTETS = 1024 * 1024;

    /** Room for the longest text that a reader takes, and an octet that tells a longer one. */
    private static final int DATAGRAM_OCTETS = 4_609;

    /** Hears of each good push after it has become an event. */
    public interface Listener {
        /**
         * Takes a status; valid during the call only.
         *
         * @param status what the controller showed
         * @param utcMs when it was heard
         */
        void onStatus(ControllerStatus status, long utcMs);
    }

    private final int siteId;
    private final InetAddress controller;
    private final StatusForm form;
    private final DatagramChannel channel;
    private final EventDoor door;
    private final TimeSource time;
    private final Counters counters;
    private final Listener listener;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(DATAGRAM_OCTETS);
    private final UnsafeBuffer view = new UnsafeBuffer(datagram);
    private final UnsafeBuffer record =
            new UnsafeBuffer(ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final ControllerStatus status = new ControllerStatus();

    /**
     * Opens the port and starts listening on a thread of its own.
     *
     * @param siteId the junction
     * @param listen where the push arrives
     * @param controller the address it must come from
     * @param door the way into the ring
     * @param time stamps events
     * @param counters what is counted
     * @param listener hears of each good push
     * @throws IOException when the port cannot be opened
     */
    public StatusIntake(
            int siteId,
            InetSocketAddress listen,
            InetAddress controller,
            EventDoor door,
            TimeSource time,
            Counters counters,
            Listener listener)
            throws IOException {
        this(siteId, listen, controller, StatusForm.tscbm(siteId), door, time, counters, listener);
    }

    /**
     * Opens the port for a push of some form and starts listening on a thread of its own.
     *
     * @param siteId the junction
     * @param listen where the push arrives
     * @param controller the address it must come from
     * @param form how it is read; for this intake alone
     * @param door the way into the ring
     * @param time stamps events
     * @param counters what is counted
     * @param listener hears of each good push
     * @throws IOException when the port cannot be opened
     */
    public StatusIntake(
            int siteId,
            InetSocketAddress listen,
            InetAddress controller,
            StatusForm form,
            EventDoor door,
            TimeSource time,
            Counters counters,
            Listener listener)
            throws IOException {
        this.siteId = siteId;
        this.controller = controller;
        this.form = form;
        this.door = door;
        this.time = time;
        this.counters = counters;
        this.listener = listener;
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_OCTETS);
        channel.bind(listen);
        Thread.ofPlatform().daemon().name("status-" + siteId).start(this::run);
    }

    private void run() {
        long order = 0;
        try {
            while (true) {
                datagram.clear();
                InetSocketAddress sender = (InetSocketAddress) channel.receive(datagram);
                take(sender.getAddress(), datagram.position(), order++);
                door.dealtWith(EventSource.STATUS_BASE + siteId);
            }
        } catch (ClosedChannelException e) {
            // The center closes.
        } catch (IOException e) {
            System.err.println("sinho: status port of site " + siteId + " failed: " + e);
        }
    }

    private void take(InetAddress sender, int length, long order) {
        long utcMs = time.utcMs();
        int source = EventSource.STATUS_BASE + siteId;
        EventHeader.write(
                record,
                0,
                EventType.CONTROLLER_STATUS,
                ControllerStatus.SIZE,
                source,
                time.monotonicNs(),
                utcMs);
        status.wrapForWrite(record, 0);
        if (!sender.equals(controller) || !form.read(view, 0, length, status)) {
            counters.increment(CounterId.STATUS_REFUSED);
            return;
        }
        counters.increment(CounterId.STATUS_PUSHES);
        door.accept(source, order, record, 0, EventHeader.SIZE + ControllerStatus.SIZE);
        listener.onStatus(status, utcMs);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
