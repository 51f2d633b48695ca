package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.link.Broadcaster;
import org.sinho.center.link.StatusForm;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventHeader;
import org.sinho.core.site.SiteSheet;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.rig.snmp.PushPlan;
import org.sinho.signal.ntcip.Tscbm;
import org.sinho.v2x.GatewayConfig;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityConfig;

/** The center's forms against the rig's, which were written apart. */
class UnitLinkTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home")).resolve("cities/junction");

    @TempDir Path trust;

    private static SiteSheet sheet() {
        return new SiteSheetReader()
                .read(CITY.resolve("sites/site-1.yaml"))
                .document()
                .orElseThrow()
                .sheet();
    }

    @Test
    void shouldBeTakenByTheRigsUnitWhenCenterSendsImmediateForward() throws Exception {
        new TestPki(1, FieldBench.YEAR).write(trust);
        CertificateStore store =
                CertificateStore.load(new SecurityConfig(trust, 5, 1_024, RoleTable.sinho(), true));
        InetSocketAddress anywhere = new InetSocketAddress(HERE, 0);
        InetSocketAddress down;
        try (DatagramSocket free = new DatagramSocket(0, HERE)) {
            down = (InetSocketAddress) free.getLocalSocketAddress();
        }
        GatewayConfig.RoadsideUnit unit =
                new GatewayConfig.RoadsideUnit(
                        1, anywhere, down, GatewayConfig.DownlinkForm.IMMEDIATE_FORWARD);
        Counters counters = new Counters();
        try (RoadsideUnit receiver =
                        new RoadsideUnit(
                                1,
                                down,
                                anywhere,
                                RoadsideUnit.Form.IMMEDIATE_FORWARD,
                                LinkFaults.NONE,
                                1,
                                (from, to, octets) -> {});
                V2xGateway gateway =
                        new V2xGateway(
                                new GatewayConfig(List.of(unit), 1_000, 64),
                                store,
                                new HearingDoor(),
                                FieldBench.TIME,
                                counters)) {
            Broadcaster broadcaster =
                    new Broadcaster(gateway, List.of(sheet()), Map.of(1, 1), counters);
            broadcaster.onSecond();
            gateway.broadcast(1, HexFormat.of().parseHex("001302aaff"));
            gateway.broadcast(1, HexFormat.of().parseHex("001f02aaff"));
            try (DatagramSocket stranger = new DatagramSocket(0, HERE)) {
                stranger.send(new DatagramPacket(new byte[] {'V', '='}, 2, down));
            }
            long deadlineNs = System.nanoTime() + 20_000_000_000L;
            while (receiver.received() < 4 && System.nanoTime() < deadlineNs) {
                Thread.onSpinWait();
            }
            long stopNs = System.nanoTime() + 20_000_000_000L;
            while (receiver.broadcast().size() < 3 && System.nanoTime() < stopNs) {
                Thread.onSpinWait();
            }
            assertThat(receiver.broadcast()).isEqualTo(Map.of("18", 1L, "19", 1L, "31", 1L));
            assertThat(receiver.refused()).isEqualTo(Map.of("line 1", 1L));
            assertThat(counters.get(CounterId.MAP_SENT)).isEqualTo(1);
        }
    }

    @Test
    void shouldReadFromASpatWhatThe245OctetsSayWhenTheRigsControllerPushesIt() throws Exception {
        try (DatagramSocket spat = new DatagramSocket(0, HERE);
                DatagramSocket plain = new DatagramSocket(0, HERE)) {
            spat.setSoTimeout(20_000);
            plain.setSoTimeout(20_000);
            try (ControllerAgent newer = agent(spat, PushPlan.Form.SPAT);
                    ControllerAgent older = agent(plain, PushPlan.Form.TSCBM)) {
                compare(newer, older, spat, plain);
            }
        }
    }

    private VirtualController first;
    private VirtualController second;

    private ControllerAgent agent(DatagramSocket to, PushPlan.Form form) throws Exception {
        VirtualController controller =
                new VirtualController(
                        ControllerDatabase.read(CITY.resolve("controllers/controller-1.yaml")));
        second = first;
        first = controller;
        return new ControllerAgent(
                controller,
                new AgentConfig(
                                new InetSocketAddress(HERE, 0),
                                "public",
                                "bench",
                                (InetSocketAddress) to.getLocalSocketAddress(),
                                true,
                                false)
                        .with(new PushPlan(form, 1, LinkFaults.NONE, 1)));
    }

    private void compare(
            ControllerAgent newer, ControllerAgent older, DatagramSocket spat, DatagramSocket plain)
            throws Exception {
        StatusForm form = StatusForm.spat(sheet());
        Random random = new Random(4);
        ControllerStatus read = status();
        ControllerStatus expected = status();
        int last = -1;
        for (int step = 0; step < 3_000; step++) {
            disturb(random);
            long timeMs = FieldBench.NOW_UTC_MS + step * 100L;
            newer.advance(timeMs);
            older.advance(timeMs);
            byte[] octets = receive(spat);
            byte[] push = receive(plain);
            assertThat(push).hasSize(245);
            read.wrapForWrite(
                    new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]), 0);
            expected.wrapForWrite(
                    new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]), 0);
            assertThat(Tscbm.read(new UnsafeBuffer(push), 0, push.length, 1, expected)).isTrue();
            assertThat(form.read(new UnsafeBuffer(octets), 0, octets.length, read))
                    .as("step %d", step)
                    .isTrue();
            requireSame(read, expected, step);
            assertThat(last < 0 ? 1 : read.pushSequence() - last & 0xFF).isEqualTo(1);
            last = read.pushSequence();
        }
    }

    private static ControllerStatus status() {
        return new ControllerStatus();
    }

    private static void requireSame(ControllerStatus read, ControllerStatus expected, int step) {
        assertThat(read.greens()).as("step %d", step).isEqualTo(expected.greens());
        assertThat(read.yellows()).as("step %d", step).isEqualTo(expected.yellows());
        assertThat(read.reds()).isEqualTo(expected.reds());
        assertThat(read.walks()).isEqualTo(expected.walks());
        assertThat(read.pedClears()).isEqualTo(expected.pedClears());
        assertThat(read.dontWalks()).isEqualTo(expected.dontWalks());
        assertThat(read.flash()).isEqualTo(expected.flash());
        assertThat(read.controllerMsOfDay()).isEqualTo(expected.controllerMsOfDay());
        for (int i = 0; i < 8; i++) {
            assertThat(read.vehicleMinimumDs(i)).isEqualTo(expected.vehicleMinimumDs(i));
            assertThat(read.vehicleMaximumDs(i)).isEqualTo(expected.vehicleMaximumDs(i));
        }
    }

    /** The same calls to both controllers. */
    private void disturb(Random random) {
        int detector = 1 + random.nextInt(8);
        boolean occupied = random.nextBoolean();
        int button = 2 + 2 * random.nextInt(4);
        boolean pressed = random.nextInt(10) == 0;
        for (VirtualController controller : Arrays.asList(first, second)) {
            controller.vehicleDetector(detector, occupied);
            controller.pedestrianButton(button, pressed);
        }
    }

    private static byte[] receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
