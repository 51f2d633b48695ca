package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.center.link.StatusIntake;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.Tscbm;
import org.sinho.rig.controller.VirtualController;

/** The status push from the rig's writer to the center's reader: two codes, one standard. */
class StatusPushTest {
    private static final int SITE = 44;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final UnsafeBuffer record =
            new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]);
    private final ByteBuffer push = ByteBuffer.allocate(Tscbm.LENGTH);
    private final ControllerStatus status = new ControllerStatus();

    private static VirtualController controller() throws IOException {
        return new VirtualController(
                ControllerDatabase.read(
                        Path.of(System.getProperty("sinho.home"))
                                .resolve("cities/junction/controllers/controller-1.yaml")));
    }

    private boolean read() {
        return org.sinho.signal.ntcip.Tscbm.read(
                new UnsafeBuffer(push.array()),
                0,
                push.limit(),
                SITE,
                status.wrapForWrite(record, 0));
    }

    @Test
    void shouldReadWhatTheRigWritesInEveryLampState() throws IOException {
        VirtualController controller = controller();
        Random random = new Random(5);
        List<LampState> distinct = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            disturb(controller, random);
            controller.advance(FieldBench.NOW_UTC_MS + step * 100L);
            Tscbm.write(controller, step, push);
            assertThat(read()).isTrue();
            LampState lamps = controller.lamps();
            assertThat(status.greens()).isEqualTo(lamps.greens());
            assertThat(status.yellows()).isEqualTo(lamps.yellows());
            assertThat(status.reds()).isEqualTo(lamps.reds());
            assertThat(status.walks()).isEqualTo(lamps.walks());
            assertThat(status.pedClears()).isEqualTo(lamps.pedestrianClears());
            assertThat(status.dontWalks()).isEqualTo(lamps.dontWalks());
            assertThat(status.flashing()).isEqualTo(lamps.flash());
            assertThat(status.flash()).isEqualTo(lamps.flash() != 0 ? 1 : 0);
            assertThat(status.pedCalls()).isEqualTo(controller.pedestrianCalls());
            assertThat(status.pushSequence()).isEqualTo(step & 0xFF);
            assertThat((long) status.controllerMsOfDay())
                    .isEqualTo(controller.timeMs() % 86_400_000L);
            requireTimes(lamps);
            if (!distinct.contains(lamps)) {
                distinct.add(lamps);
            }
        }
        assertThat(distinct).as("lamp states seen").hasSizeGreaterThan(40);
    }

    /** Calls, preempts, flash: whatever makes the lamps change. */
    private static void disturb(VirtualController controller, Random random) {
        if (random.nextInt(10) == 0) {
            controller.vehicleDetector(1 + random.nextInt(8), random.nextBoolean());
        }
        if (random.nextInt(50) == 0) {
            controller.pedestrianButton(2 + 2 * random.nextInt(4), random.nextBoolean());
        }
        if (random.nextInt(400) == 0) {
            controller.set(ControlObject.PREEMPT, 1 + random.nextInt(4), random.nextInt(2));
        }
        int flash = random.nextInt(4_000);
        if (flash == 0) {
            controller.monitorFlash();
        } else if (flash < 30) {
            controller.resetMonitorFlash();
        }
    }

    private void requireTimes(LampState lamps) {
        for (int phase = 1; phase <= 8; phase++) {
            if ((lamps.yellows() >> (phase - 1) & 1) != 0 && lamps.flash() == 0) {
                assertThat(status.vehicleMinimumDs(phase - 1))
                        .as("a yellow has an exact end")
                        .isEqualTo(status.vehicleMaximumDs(phase - 1))
                        .isLessThanOrEqualTo(60);
            }
        }
    }

    /** An intake on a port of its own; {@code from} is where the controller should be. */
    private static final class Bench implements AutoCloseable {
        final HearingDoor door = new HearingDoor();
        final Counters counters = new Counters();
        final List<Integer> shown = Collections.synchronizedList(new ArrayList<>());
        final InetSocketAddress address;
        private final StatusIntake intake;

        Bench(InetAddress from) throws IOException {
            try (DatagramSocket free = new DatagramSocket(0, HERE)) {
                address = (InetSocketAddress) free.getLocalSocketAddress();
            }
            intake =
                    new StatusIntake(
                            SITE,
                            address,
                            from,
                            door,
                            FieldBench.TIME,
                            counters,
                            (status, utcMs) -> shown.add(status.greens()));
        }

        void send(byte[] octets) throws IOException {
            try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
                socket.send(new DatagramPacket(octets, octets.length, address));
            }
        }

        @Override
        public void close() throws IOException {
            intake.close();
        }
    }

    private byte[] goodPush() throws IOException {
        VirtualController controller = controller();
        for (int i = 0; i < 300; i++) {
            controller.advance(FieldBench.NOW_UTC_MS + i * 100L);
        }
        Tscbm.write(controller, 9, push);
        assertThat(read()).isTrue();
        return push.array().clone();
    }

    @Test
    void shouldTakeAPushOfTheController() throws Exception {
        byte[] good = goodPush();
        int greens = status.greens();
        assertThat(greens).isNotZero();
        try (Bench bench = new Bench(HERE)) {
            bench.send(good);
            bench.door.awaitDealtWith(1);
            UnsafeBuffer event = bench.door.events(EventType.CONTROLLER_STATUS).getFirst();
            ControllerStatus taken = new ControllerStatus().wrap(event, 0);
            assertThat(taken.siteId()).isEqualTo(SITE);
            assertThat(taken.greens()).isEqualTo(greens);
            assertThat(taken.pushSequence()).isEqualTo(9);
            assertThat(EventHeader.source(event, 0)).isEqualTo(EventSource.STATUS_BASE + SITE);
            assertThat(EventHeader.utcMs(event, 0)).isEqualTo(FieldBench.NOW_UTC_MS);
            assertThat(bench.counters.get(CounterId.STATUS_PUSHES)).isEqualTo(1);
            assertThat(bench.counters.get(CounterId.STATUS_REFUSED)).isZero();
            assertThat(bench.shown).containsExactly(greens);
        }
    }

    @Test
    void shouldRefuseAPushFromAnotherAddress() throws Exception {
        byte[] good = goodPush();
        try (Bench bench = new Bench(InetAddress.getByName("127.0.0.2"))) {
            bench.send(good);
            requireRefused(bench, 1);
        }
    }

    @Test
    void shouldRefuseEveryWrongLengthAndHeader() throws Exception {
        byte[] good = goodPush();
        byte[] otherHeader = good.clone();
        otherHeader[0]++;
        byte[] otherCount = good.clone();
        otherCount[1]--;
        try (Bench bench = new Bench(HERE)) {
            bench.send(new byte[0]);
            bench.send(Arrays.copyOf(good, good.length - 1));
            bench.send(Arrays.copyOf(good, good.length + 1));
            bench.send(Arrays.copyOf(good, 9_000)); // Cut off at the end of the buffer.
            bench.send(otherHeader);
            bench.send(otherCount);
            requireRefused(bench, 6);

            bench.send(good);
            bench.door.awaitEvents(1);
        }
    }

    private static void requireRefused(Bench bench, int count)
            throws InterruptedException, SocketException {
        bench.door.awaitDealtWith(count);
        assertThat(bench.counters.get(CounterId.STATUS_REFUSED)).isEqualTo(count);
        assertThat(bench.counters.get(CounterId.STATUS_PUSHES)).isZero();
        assertThat(bench.door.events()).isEmpty();
        assertThat(bench.shown).isEmpty();
    }
}
