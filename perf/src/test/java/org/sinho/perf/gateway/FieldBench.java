package org.sinho.perf.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.List;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.time.TimeSource;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.pki.Validity;
import org.sinho.v2x.GatewayConfig;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityConfig;

/** A real gateway on an ephemeral port and a socket to it; its clock stands still. */
final class FieldBench implements AutoCloseable {
    static final long NOW_UTC_MS = 1_795_000_000_000L; // November 2026
    static final Validity YEAR = new Validity(NOW_UTC_MS - 3_600_000, 365 * 24 * 3600L);
    static final int UNIT = 7;
    static final TimeSource TIME =
            new TimeSource() {
                @Override
                public long utcMs() {
                    return NOW_UTC_MS;
                }

                @Override
                public long monotonicNs() {
                    return 1;
                }
            };

    final Counters counters = new Counters();
    final CertificateStore store;
    private final V2xGateway gateway;
    private final DatagramChannel socket;

    /** A gateway with verification slots for that many datagrams. */
    FieldBench(TestPki pki, Path trust, int verifySlots, EventDoor door) throws IOException {
        this(
                pki,
                trust,
                verifySlots,
                door,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
    }

    FieldBench(TestPki pki, Path trust, int verifySlots, EventDoor door, InetSocketAddress downlink)
            throws IOException {
        pki.write(trust);
        store = CertificateStore.load(new SecurityConfig(trust, 5, 1_024, RoleTable.sinho(), true));
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        GatewayConfig config =
                new GatewayConfig(
                        List.of(new GatewayConfig.RoadsideUnit(UNIT, anywhere, downlink)),
                        1_000,
                        verifySlots);
        gateway = new V2xGateway(config, store, door, TIME, counters);
        socket = DatagramChannel.open();
    }

    V2xGateway gateway() {
        return gateway;
    }

    void send(byte[] datagram) throws IOException {
        // Not connected: a connected channel would leave an empty datagram out.
        socket.send(ByteBuffer.wrap(datagram), gateway.address(UNIT));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        gateway.close();
    }
}
