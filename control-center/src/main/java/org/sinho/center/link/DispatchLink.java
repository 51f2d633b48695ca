package org.sinho.center.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.MissionToken;
import org.sinho.core.time.TimeSource;

/**
 * Hears from dispatch which vehicles are on a mission: one JSON object a line over TCP.
 *
 * <pre>
 *   {"mission":17,"vehicle":601,"role":128,"open":true,"expiryUtcMs":1790000000000}
 *   {"heartbeat":true}
 * </pre>
 *
 * <p>A line ends with a line feed and has at most 4 096 octets. Up to four connections speak; it
 * binds to an address inside the center's own network.
 */
public final class DispatchLink implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE_LIMIT = 4_096;
    private static final int CHUNK_OCTETS = 8_192;
    private static final int CONNECTION_LIMIT = 4;
    private static final long ACCEPT_PAUSE_NS = 50_000_000;

    private final ServerSocket server;
    private final EventDoor door;
    private final TimeSource time;
    private final Counters counters;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final MissionToken token = new MissionToken();
    private final Deque<Socket> connections = new ArrayDeque<>();
    private long order;

    /**
     * Opens the port and starts listening.
     *
     * @param listen where dispatch connects
     * @param door the way into the ring
     * @param time stamps events
     * @param counters what is counted
     * @throws IOException when the port cannot be opened
     */
    public DispatchLink(
            InetSocketAddress listen, EventDoor door, TimeSource time, Counters counters)
            throws IOException {
        this.door = door;
        this.time = time;
        this.counters = counters;
        server = new ServerSocket(listen.getPort(), 4, listen.getAddress());
        Thread.ofVirtual().name("dispatch-accept").start(this::run);
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setKeepAlive(true);
                welcome(socket);
                Thread.ofVirtual().name("dispatch").start(() -> serve(socket));
            } catch (IOException e) {
                LockSupport.parkNanos(ACCEPT_PAUSE_NS); // Closed, or too many files are open.
            }
        }
    }

    /** Dispatch may come back while its old connection still looks alive: the oldest goes. */
    private synchronized void welcome(Socket socket) throws IOException {
        connections.add(socket);
        if (connections.size() > CONNECTION_LIMIT) {
            connections.remove().close();
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream()) {
            byte[] chunk = new byte[CHUNK_OCTETS];
            byte[] line = new byte[LINE_LIMIT];
            int length = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == '\n') {
                        take(line, length);
                        length = 0;
                    } else if (length < LINE_LIMIT) {
                        line[length++] = chunk[i];
                    } else {
                        length = LINE_LIMIT + 1; // Too long: read to its end, keep no more.
                    }
                }
            }
        } catch (IOException e) {
            // The peer or the center closed; its silence is what the core judges.
        } finally {
            leave(socket);
        }
    }

    private synchronized void leave(Socket socket) {
        connections.remove(socket);
    }

    private synchronized void take(byte[] line, int length) {
        if (length > LINE_LIMIT) {
            counters.increment(CounterId.DISPATCH_MALFORMED);
        } else {
            take(new String(line, 0, length, StandardCharsets.UTF_8));
        }
        door.dealtWith(EventSource.DISPATCH);
    }

    private void take(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !(node.has("heartbeat") || node.path("vehicle").isInt())) {
                counters.increment(CounterId.DISPATCH_MALFORMED);
                return;
            }
            EventHeader.write(
                    record,
                    0,
                    EventType.MISSION_TOKEN,
                    MissionToken.SIZE,
                    EventSource.DISPATCH,
                    time.monotonicNs(),
                    time.utcMs());
            token.wrapForWrite(record, 0)
                    .missionId(node.path("mission").asLong())
                    .vehicleId(node.path("vehicle").asInt())
                    .role(node.path("role").asInt())
                    .open(node.path("open").asBoolean() ? 1 : 0)
                    .expiryUtcMs(node.path("expiryUtcMs").asLong());
            door.accept(
                    EventSource.DISPATCH, order++, record, 0, EventHeader.SIZE + MissionToken.SIZE);
        } catch (JsonProcessingException e) {
            counters.increment(CounterId.DISPATCH_MALFORMED);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Socket socket : connections) {
            socket.close();
        }
    }
}
