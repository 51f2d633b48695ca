package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventType;
import org.sinho.core.event.PedestrianReport;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.v2x.GatewayConfig;
import org.sinho.v2x.RsuIntake;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.j2735.PersonalSafetyMessage;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityConfig;

/** PSM on their way in, and what two units heard alike. */
class PedestrianGatewayTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int PSM = AppPermission.PSID_PSM;
    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);

    @TempDir Path trust;

    private final HearingDoor door = new HearingDoor();
    private final SigningIdentity person = PKI.issue("person", AppPermission.psm());

    private static byte[] psm(int count) {
        PersonalSafetyMessage psm = new PersonalSafetyMessage();
        psm.header(PersonalSafetyMessage.PEDESTRIAN, count, 0xCAFE0103, 12_300);
        psm.position(Messages.LATITUDE_E7, Messages.LONGITUDE_E7, 450);
        psm.motion(60, 7_200);
        psm.crossing(1, 0, 2, PersonalSafetyMessage.ABSENT);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[200]);
        byte[] octets = new byte[psm.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return octets;
    }

    @Test
    void shouldReportTheFieldsOfAPsmWhenItsSignatureIsRight() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(person.sign(PSM, psm(5), NOW, true));
            door.awaitDealtWith(1);
            assertThat(bench.counters.get(CounterId.V2X_PSM)).isEqualTo(1);
        }
        PedestrianReport report =
                new PedestrianReport().wrap(door.events(EventType.PEDESTRIAN_REPORT).getFirst(), 0);
        assertThat(report.signer()).isEqualTo(Long.parseUnsignedLong(person.hashedId8Hex(), 16));
        assertThat(report.verified()).isEqualTo(1);
        assertThat(report.temporaryId()).isEqualTo(0xCAFE0103);
        assertThat(report.latitudeE7()).isEqualTo(Messages.LATITUDE_E7);
        assertThat(report.longitudeE7()).isEqualTo(Messages.LONGITUDE_E7);
        assertThat(report.speedCmps()).isEqualTo(120);
        assertThat(report.headingCdeg()).isEqualTo(9_000);
        assertThat(report.secMarkMs()).isEqualTo(12_300);
        assertThat(report.messageCount()).isEqualTo(5);
        assertThat(report.basicType()).isEqualTo(1);
        assertThat(report.crossRequest()).isEqualTo(1);
        assertThat(report.crossState()).isZero();
        assertThat(report.clusterSize()).isEqualTo(2);
    }

    @Test
    void shouldReportUnverifiedWhenTheSignerWasCheckedAMomentAgo() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(person.sign(PSM, psm(1), NOW, true));
            door.awaitDealtWith(1);
            for (int i = 2; i <= 4; i++) {
                bench.send(person.sign(PSM, psm(i), NOW, false));
                door.awaitDealtWith(i);
            }
        }
        assertThat(door.events().stream().map(PedestrianGatewayTest::verified))
                .as("the first by digest is drawn as well")
                .containsExactly(1, 1, 0, 0);
    }

    private static int verified(DirectBuffer event) {
        return new PedestrianReport().wrap(event, 0).verified();
    }

    @Test
    void shouldRefuseWhenCertificateOrIdentifierIsNotForPsm() throws Exception {
        SigningIdentity car = PKI.issue("car", AppPermission.bsm());
        byte[] forged = person.sign(PSM, psm(3), NOW, true);
        forged[forged.length - 1] ^= 1;
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(car.sign(PSM, psm(1), NOW, true));
            bench.send(car.sign(AppPermission.PSID_BSM, psm(2), NOW, true));
            bench.send(forged);
            door.awaitDealtWith(3);
            assertThat(bench.counters.get(CounterId.V2X_PSID_NOT_GRANTED)).isEqualTo(1);
            assertThat(bench.counters.get(CounterId.V2X_WRONG_TYPE)).isEqualTo(1);
            assertThat(bench.counters.get(CounterId.V2X_BAD_SIGNATURE)).isEqualTo(1);
        }
        assertThat(door.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 2"})
    void shouldTakeAMessageOfTwoUnitsOnceWhenTheyShareTheirMemory(boolean shared, int events)
            throws Exception {
        PKI.write(trust);
        CertificateStore store =
                CertificateStore.load(new SecurityConfig(trust, 5, 1_024, RoleTable.sinho(), true));
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        GatewayConfig config =
                new GatewayConfig(
                        List.of(
                                new GatewayConfig.RoadsideUnit(1, anywhere, anywhere),
                                new GatewayConfig.RoadsideUnit(2, anywhere, anywhere)),
                        1_000,
                        64,
                        shared);
        Counters counters = new Counters();
        byte[] message = person.sign(PSM, psm(1), NOW, true);
        try (V2xGateway gateway = new V2xGateway(config, store, door, FieldBench.TIME, counters);
                DatagramChannel socket = DatagramChannel.open()) {
            socket.send(ByteBuffer.wrap(message), gateway.address(1));
            socket.send(ByteBuffer.wrap(message), gateway.address(2));
            door.awaitDealtWith(2);
        }
        assertThat(door.events()).hasSize(events);
        assertThat(counters.get(CounterId.V2X_DUPLICATE)).isEqualTo(2 - events);
    }

    @Test
    void shouldAllocateNothingWhenAPsmIsNotDrawn() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Counters counters = new Counters();
        EventDoor nowhere = (source, order, event, offset, length) -> {};
        RsuIntake intake =
                RsuIntake.withoutWorkers(
                        1,
                        new GatewayConfig(List.of(), 1_000, 64),
                        nowhere,
                        FieldBench.TIME,
                        counters);
        byte[] octets = person.sign(PSM, psm(1), NOW, false);
        UnsafeBuffer datagram = new UnsafeBuffer(ByteBuffer.allocateDirect(octets.length));
        datagram.putBytes(0, octets);
        long fewest = Long.MAX_VALUE;
        int number = 0;
        for (int window = 0; window < 6; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                datagram.putInt(datagram.capacity() - Integer.BYTES, number++);
                intake.onDatagram(datagram, 0, datagram.capacity());
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(counters.get(CounterId.V2X_PSM)).isEqualTo(6 * 20_000 - 1);
        assertThat(fewest).isZero();
    }
}
