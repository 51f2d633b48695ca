package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.counter.CounterId;
import org.sinho.rig.pki.TestPki;

/** Messages on their way down to a roadside unit. */
class DownlinkTest {
    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);

    @TempDir Path trust;

    private final HearingDoor door = new HearingDoor();

    @Test
    void shouldSendTheOctetsToTheUnitsDownlink() throws Exception {
        byte[] message = Messages.bsm(1, 1);
        try (DatagramSocket unit = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                FieldBench bench =
                        new FieldBench(
                                PKI,
                                trust,
                                64,
                                door,
                                (InetSocketAddress) unit.getLocalSocketAddress())) {
            unit.setSoTimeout(10_000);
            assertThat(bench.gateway().broadcast(FieldBench.UNIT, message)).isTrue();
            assertThat(bench.gateway().broadcast(FieldBench.UNIT + 1, message)).isFalse();
            DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
            unit.receive(packet);
            assertThat(Arrays.copyOf(packet.getData(), packet.getLength())).isEqualTo(message);
        }
    }

    /** A network that refuses every message, ten a second, is a number and not a log. */
    @Test
    void shouldCountAndStaySilentWhenTheNetworkRefusesAMessage() throws Exception {
        PrintStream standardError = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        // Broadcasting to everyone is not permitted to an ordinary socket.
        InetSocketAddress everyone = new InetSocketAddress("255.255.255.255", 9);
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door, everyone)) {
            for (int i = 0; i < 3; i++) {
                bench.gateway().broadcast(FieldBench.UNIT, Messages.bsm(i, 1));
            }
            // The network thread hears between two tasks: each turn lets it come to the next.
            for (int turn = 1; turn <= 1_000 && failed(bench) < 3; turn++) {
                bench.send(new byte[] {1});
                door.awaitDealtWith(turn);
            }
            assertThat(failed(bench)).isEqualTo(3);
        } finally {
            System.setErr(standardError);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static long failed(FieldBench bench) {
        return bench.counters.get(CounterId.V2X_DOWNLINK_FAILED);
    }
}
