package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.link.ZoneIntake;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;
import org.sinho.rig.zone.ZoneReader;
import org.sinho.signal.zone.ZoneRules;

/** The rig's readers speak to the center's intake over UDP, and so do others. */
class ZoneIntakeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int ENTRY = 7;
    private static final byte[] KEY = new byte[32];
    private static final byte[] SECOND_KEY = new byte[32];

    @TempDir Path folder;

    private final HearingDoor door = new HearingDoor();
    private final Counters counters = new Counters();
    private InetSocketAddress address;
    private ZoneIntake intake;

    @BeforeEach
    void open() throws IOException {
        Arrays.fill(SECOND_KEY, (byte) 0xAB);
        Path first = Files.writeString(folder.resolve("first.key"), "00".repeat(32));
        Path second = Files.writeString(folder.resolve("second.key"), "ab".repeat(32) + "\n");
        try (DatagramSocket free = new DatagramSocket(0, HERE)) {
            address = (InetSocketAddress) free.getLocalSocketAddress();
        }
        CenterConfig.Zone zone =
                new CenterConfig.Zone(
                        address,
                        List.of(
                                new CenterConfig.Reader(ENTRY, HERE, first),
                                new CenterConfig.Reader(8, HERE, second)),
                        new ZoneRules("blocks", Set.of(), List.of(), List.of(ENTRY, 8)));
        intake = new ZoneIntake(zone, door, FieldBench.TIME, counters);
    }

    @AfterEach
    void close() throws IOException {
        intake.close();
    }

    private static byte[] datagram(int entry, byte[] key, long sequence) {
        return ZoneReader.datagram(
                entry, key, sequence, VehicleClass.CAR, 0, false, FieldBench.NOW_UTC_MS);
    }

    private void send(byte[] octets) throws Exception {
        send(octets, HERE);
    }

    private void send(byte[] octets, InetAddress from) throws Exception {
        long before = door.dealtWith();
        try (DatagramSocket socket = new DatagramSocket(0, from)) {
            socket.send(new DatagramPacket(octets, octets.length, address));
        }
        door.awaitDealtWith(before + 1);
    }

    private void require(CounterId cause, long count) {
        assertThat(counters.nonZero()).containsOnlyKeys(cause.name());
        assertThat(counters.get(cause)).isEqualTo(count);
        assertThat(door.events()).isEmpty();
    }

    @Test
    void shouldMakeAnEventOfEveryFieldThatAReaderReports() throws Exception {
        try (ZoneReader reader = new ZoneReader(ENTRY, KEY, address, 1_000)) {
            reader.report(VehicleClass.DELIVERY, 410_101, false, FieldBench.NOW_UTC_MS - 300);
            reader.report(VehicleClass.BICYCLE, 0, true, FieldBench.NOW_UTC_MS);
            door.awaitDealtWith(2);
            assertThat(reader.sent()).isEqualTo(2);
        }
        UnsafeBuffer event = door.events(EventType.ZONE_SIGHTING).getFirst();
        assertThat(EventHeader.source(event, 0)).isEqualTo(EventSource.ZONE);
        assertThat(EventHeader.utcMs(event, 0)).isEqualTo(FieldBench.NOW_UTC_MS);
        ZoneSighting sighting = new ZoneSighting().wrap(event, 0);
        assertThat(sighting.entry()).isEqualTo(ENTRY);
        assertThat(sighting.vehicleClass()).isEqualTo(VehicleClass.DELIVERY.code());
        assertThat(sighting.tag()).isEqualTo(410_101);
        assertThat(sighting.outward()).isZero();
        assertThat(sighting.seenUtcMs()).isEqualTo(FieldBench.NOW_UTC_MS - 300);
        assertThat(sighting.readerSequence()).isEqualTo(1_001);
        sighting.wrap(door.events().getLast(), 0);
        assertThat(sighting.outward()).isEqualTo(1);
        assertThat(sighting.tag()).isZero();
        assertThat(counters.get(CounterId.ZONE_SIGHTINGS)).isEqualTo(2);
    }

    @Test
    void shouldDropAReplay() throws Exception {
        send(datagram(ENTRY, KEY, 5));
        send(datagram(ENTRY, KEY, 5));
        send(datagram(ENTRY, KEY, 4));
        send(datagram(ENTRY, KEY, 6));
        assertThat(counters.get(CounterId.ZONE_OLD_SEQUENCE)).isEqualTo(2);
        assertThat(counters.get(CounterId.ZONE_SIGHTINGS)).isEqualTo(2);
        assertThat(door.events()).hasSize(2);
    }

    @Test
    void shouldCountEachReadersSequenceByItself() throws Exception {
        send(datagram(ENTRY, KEY, 5));
        send(datagram(8, SECOND_KEY, 1));
        assertThat(counters.get(CounterId.ZONE_SIGHTINGS)).isEqualTo(2);
    }

    @Test
    void shouldDropABadSeal() throws Exception {
        byte[] forged = datagram(ENTRY, KEY, 5);
        forged[43] ^= 1;
        send(forged);
        send(datagram(ENTRY, SECOND_KEY, 5));
        require(CounterId.ZONE_BAD_SEAL, 2);
    }

    @Test
    void shouldDropWhoIsNoReader() throws Exception {
        send(datagram(9, KEY, 5));
        send(datagram(ENTRY, KEY, 5), InetAddress.getByName("127.0.0.2"));
        require(CounterId.ZONE_UNKNOWN_READER, 2);
    }

    @Test
    void shouldDropAnyOtherLength() throws Exception {
        for (int length : new int[] {0, 1, 43, 45, 1_400}) {
            send(Arrays.copyOf(datagram(ENTRY, KEY, 5), length));
        }
        require(CounterId.ZONE_LENGTH, 5);
    }

    @Test
    void shouldDropAnotherVersion() throws Exception {
        byte[] later = datagram(ENTRY, KEY, 5);
        later[2] = 2;
        send(later);
        require(CounterId.ZONE_VERSION, 1);
    }

    /** Rightly sealed, but no reader may say it. */
    @Test
    void shouldDropAValueThatIsNone() throws Exception {
        send(
                ZoneReader.datagram(
                        ENTRY, KEY, 5, VehicleClass.CAR, -1, false, FieldBench.NOW_UTC_MS));
        require(CounterId.ZONE_BAD_VALUE, 1);
    }
}
