package org.sinho.center.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;

/** The octets of {@code docs/zone-reader.md}; its vectors were made with Python's hmac. */
class SightingReaderTest {
    private static final byte[] KEY =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final String INWARD =
            "535a0100000703000000019cad58bd810000019cad58d234000641f5"
                    + "58f53a6e2a64188fe175674237c9afd3";
    private static final String OUTWARD =
            "535a0101000701000000019cad58bd820000019cad5a4ac400000000"
                    + "65f61120315c0b4b6fd782b40541f7a8";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    private final SightingReader reader = new SightingReader(HERE, KEY);
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final ZoneSighting sighting = new ZoneSighting().wrapForWrite(record, 0);

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private CounterId take(SightingReader by, byte[] octets) {
        ByteBuffer datagram = ByteBuffer.wrap(octets);
        CounterId form = SightingReader.form(datagram);
        return form == CounterId.ZONE_SIGHTINGS ? by.take(datagram, HERE, sighting) : form;
    }

    @Test
    void shouldReadEveryFieldOfAnEntry() {
        assertThat(take(reader, octets(INWARD))).isEqualTo(CounterId.ZONE_SIGHTINGS);
        assertThat(sighting.entry()).isEqualTo(7);
        assertThat(VehicleClass.of(sighting.vehicleClass())).isEqualTo(VehicleClass.DELIVERY);
        assertThat(sighting.outward()).isZero();
        assertThat(sighting.readerSequence()).isEqualTo(1_772_434_800_001L);
        assertThat(sighting.seenUtcMs()).isEqualTo(1_772_434_805_300L);
        assertThat(sighting.tag()).isEqualTo(410_101);
    }

    @Test
    void shouldReadAnExitWithoutATag() {
        assertThat(take(reader, octets(OUTWARD))).isEqualTo(CounterId.ZONE_SIGHTINGS);
        assertThat(sighting.outward()).isEqualTo(1);
        assertThat(sighting.tag()).isZero();
        assertThat(VehicleClass.of(sighting.vehicleClass())).isEqualTo(VehicleClass.CAR);
    }

    @Test
    void shouldRefuseEveryOtherLength() {
        byte[] good = Arrays.copyOf(octets(INWARD), 60);
        for (int length = 0; length <= good.length; length++) {
            CounterId expected = length == 44 ? CounterId.ZONE_SIGHTINGS : CounterId.ZONE_LENGTH;
            assertThat(take(reader, Arrays.copyOf(good, length))).isEqualTo(expected);
        }
    }

    @Test
    void shouldRefuseWhenAnyBitIsTurned() {
        for (int bit = 0; bit < 44 * 8; bit++) {
            byte[] turned = octets(INWARD);
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            CounterId expected = bit < 3 * 8 ? CounterId.ZONE_VERSION : CounterId.ZONE_BAD_SEAL;
            assertThat(take(reader, turned)).as("bit %s", bit).isEqualTo(expected);
        }
        assertThat(take(reader, octets(INWARD))).isEqualTo(CounterId.ZONE_SIGHTINGS);
    }

    @Test
    void shouldTakeASequenceOnceAndNoLowerOneAfterIt() {
        assertThat(take(reader, octets(OUTWARD))).isEqualTo(CounterId.ZONE_SIGHTINGS);
        assertThat(take(reader, octets(OUTWARD))).isEqualTo(CounterId.ZONE_OLD_SEQUENCE);
        assertThat(take(reader, octets(INWARD))).isEqualTo(CounterId.ZONE_OLD_SEQUENCE);
    }

    /** Nobody without the key can spend the sequences of a reader. */
    @Test
    void shouldNotRememberTheSequenceOfABadSeal() {
        byte[] forged = octets(OUTWARD);
        forged[8] = 0x7F;
        assertThat(take(reader, forged)).isEqualTo(CounterId.ZONE_BAD_SEAL);
        assertThat(take(reader, octets(INWARD))).isEqualTo(CounterId.ZONE_SIGHTINGS);
    }

    @Test
    void shouldRefuseAnotherReadersKey() {
        byte[] other = KEY.clone();
        other[31] ^= 1;
        assertThat(take(new SightingReader(HERE, other), octets(INWARD)))
                .isEqualTo(CounterId.ZONE_BAD_SEAL);
    }

    @Test
    void shouldRefuseAnotherAddress() throws IOException {
        InetAddress other = InetAddress.getByName("127.0.0.2");
        assertThat(
                        new SightingReader(other, KEY)
                                .take(ByteBuffer.wrap(octets(INWARD)), HERE, sighting))
                .isEqualTo(CounterId.ZONE_UNKNOWN_READER);
    }

    @Test
    void shouldReadAKeyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "00112233445566778899AABBccddeeff\n");
        assertThat(SightingReader.key(file)).hasSize(16).startsWith(0x00, 0x11).endsWith(0xFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00112233445566778899aabbccddee", "0g", "geheim"})
    void shouldRefuseAKeyThatIsNoneWithoutSayingIt(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("reader-1.key"), text);
        assertThatThrownBy(() -> SightingReader.key(file))
                .hasMessageContaining("reader-1.key holds something else, allowed is a file of 32")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void shouldRefuseAKeyFileThatIsMissing() {
        assertThatThrownBy(() -> SightingReader.key(folder.resolve("none")))
                .hasMessageContaining("none is missing");
    }
}
