package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.VehicleReport;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;

/** More than the workers can check: what is dropped, what is still served. */
class GatewayFloodTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int BSM = AppPermission.PSID_BSM;
    private static final int SRM = AppPermission.PSID_SIGNAL_REQUEST;
    private static final int FORGED = 50_000;
    private static final int SLOTS = 128;

    /** Datagrams under way: all slots, and what any kernel's socket buffer holds. */
    private static final int WINDOW = SLOTS + 64;

    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);

    @TempDir Path trust;

    private final SigningIdentity ambulance =
            PKI.issue("ambulance", AppPermission.bsm(), AppPermission.signalRequest(0x80));

    /** Holds workers back until it is opened. */
    private static final class ShutDoor implements EventDoor {
        final HearingDoor behind = new HearingDoor();
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void accept(int source, long order, DirectBuffer event, int offset, int length) {
            behind.accept(source, order, event, offset, length);
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void dealtWith(int source) {
            behind.dealtWith(source);
        }
    }

    @Test
    void shouldStillTakeRequestsWhenReportsAreRefused() throws Exception {
        ShutDoor door = new ShutDoor();
        try (FieldBench bench = new FieldBench(PKI, trust, 16, door)) {
            for (int i = 0; i < 20; i++) {
                bench.send(ambulance.sign(BSM, Messages.bsm(i, 1), NOW, true));
            }
            door.behind.awaitDealtWith(8); // Twelve of sixteen slots are for reports.
            assertThat(full(bench)).isEqualTo(8);
            for (int i = 0; i < 6; i++) {
                bench.send(ambulance.sign(SRM, Messages.srm(i), NOW, true));
            }
            door.behind.awaitDealtWith(10);
            assertThat(full(bench)).isEqualTo(10);

            door.open.countDown();
            door.behind.awaitDealtWith(26);
            assertThat(door.behind.dealtWith()).isEqualTo(26);
            assertThat(bench.counters.get(CounterId.V2X_SRM)).isEqualTo(4);
            assertThat(bench.counters.get(CounterId.V2X_BSM)).isEqualTo(12);
            assertThat(full(bench)).isEqualTo(10);
        }
        assertThat(door.behind.events(EventType.SIGNAL_REQUEST)).hasSize(4);
    }

    private static long full(FieldBench bench) {
        return bench.counters.get(CounterId.V2X_VERIFY_QUEUE_FULL);
    }

    @Test
    void shouldServeAGenuineRequestAndNoForgedOneWhenFlooded() throws Exception {
        byte[] forgedSrm = ambulance.signWrongly(SRM, Messages.srm(200), NOW, false);
        byte[] forgedBsm = ambulance.signWrongly(BSM, Messages.bsm(99, 0xBAD), NOW, false);
        SigningIdentity fast = ambulance.fast();
        HearingDoor door = new HearingDoor();
        try (FieldBench bench = new FieldBench(PKI, trust, SLOTS, door)) {
            bench.send(ambulance.sign(SRM, Messages.srm(0), NOW, true)); // Its digest is known now.
            door.awaitDealtWith(1);
            long sent = 1;
            long genuine = 1;
            long directBefore = directOctets();
            for (int i = 0; i < FORGED; i++) {
                bench.send(varied(i % 3 == 0 ? forgedBsm : forgedSrm, i));
                door.awaitDealtWith(++sent - WINDOW);
                if (i % 500 == 0) {
                    bench.send(fast.sign(SRM, Messages.srm(1), NOW + i / 500, true));
                    sent++;
                    genuine++;
                }
            }
            door.awaitDealtWith(sent);
            long served = bench.counters.get(CounterId.V2X_SRM);
            System.out.printf(
                    "flood: %d forged, %d of %d genuine datagrams served, counters %s%n",
                    FORGED, served, genuine, bench.counters.nonZero());
            assertThat(bench.counters.get(CounterId.V2X_DATAGRAMS)).isEqualTo(sent);
            assertThat(door.dealtWith()).isEqualTo(sent);
            assertThat(served).as("before the flood and within it").isBetween(2L, genuine);
            assertThat(bench.counters.get(CounterId.V2X_VERIFIED)).isEqualTo(served);
            assertThat(directOctets() - directBefore).isLessThan(64L << 20);
        }
        for (UnsafeBuffer event : door.events()) {
            if (EventHeader.type(event, 0) == EventType.SIGNAL_REQUEST) {
                assertThat(new SignalRequest().wrap(event, 0).requestId()).isNotEqualTo(200);
            } else {
                // Not drawn for checking: it is in the ring, and may influence nothing (E-08).
                assertThat(new VehicleReport().wrap(event, 0).verified()).isZero();
            }
        }
    }

    /** The forged signature of each datagram is another one. */
    private static byte[] varied(byte[] forged, int number) {
        byte[] datagram = forged.clone();
        new UnsafeBuffer(datagram).putInt(datagram.length - 8, number);
        return datagram;
    }

    private static long directOctets() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
