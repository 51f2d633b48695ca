package org.sinho.signal.ntcip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventHeader;

/** The reader of the status push against what field controllers sent, whole and damaged. */
class TscbmTest {
    private static final int SITE = 12;

    private final UnsafeBuffer record =
            new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]);
    private final ControllerStatus status = new ControllerStatus();

    private static List<byte[]> captures() throws IOException {
        Path file = Path.of(System.getProperty("sinho.shared"), "v2x/tscbm-vectors.txt");
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: ../shared/v2x/tscbm-vectors.txt not present");
        }
        assumeTrue(Files.exists(file));
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> HexFormat.of().parseHex(line.strip()))
                .toList();
    }

    /** A push of no controller: every octet that is not judged is random. */
    private static byte[] random(Random random) {
        byte[] push = new byte[Tscbm.SIZE];
        random.nextBytes(push);
        push[0] = (byte) 0xCD;
        push[1] = 16;
        for (int block = 0; block < 16; block++) {
            push[2 + 13 * block] = (byte) (block + 1);
        }
        ByteBuffer buffer = ByteBuffer.wrap(push);
        int second = random.nextInt(86_400);
        push[236] = (byte) (second >> 16);
        buffer.putShort(237, (short) second).putShort(239, (short) random.nextInt(1_000));
        return push;
    }

    private boolean read(byte[] push) {
        // Exactly as large as the datagram: one octet read too far would throw.
        return Tscbm.read(
                new UnsafeBuffer(push), 0, push.length, SITE, status.wrapForWrite(record, 0));
    }

    private void requireAgreement(byte[] push) {
        ByteBuffer octets = ByteBuffer.wrap(push);
        assertThat(read(push)).isTrue();
        assertThat(status.siteId()).isEqualTo(SITE);
        for (int i = 0; i < 16; i++) {
            int block = 2 + 13 * i;
            int phase = octets.get(block) - 1;
            assertThat(status.vehicleMinimumDs(phase)).isEqualTo(word(octets, block + 1));
            assertThat(status.vehicleMaximumDs(phase)).isEqualTo(word(octets, block + 3));
            assertThat(status.pedestrianMinimumDs(phase)).isEqualTo(word(octets, block + 5));
            assertThat(status.pedestrianMaximumDs(phase)).isEqualTo(word(octets, block + 7));
            assertThat(status.overlapMinimumDs(phase)).isEqualTo(word(octets, block + 9));
            assertThat(status.overlapMaximumDs(phase)).isEqualTo(word(octets, block + 11));
        }
        assertThat(status.reds()).isEqualTo(word(octets, 210));
        assertThat(status.yellows()).isEqualTo(word(octets, 212));
        assertThat(status.greens()).isEqualTo(word(octets, 214));
        assertThat(status.dontWalks()).isEqualTo(word(octets, 216));
        assertThat(status.pedClears()).isEqualTo(word(octets, 218));
        assertThat(status.walks()).isEqualTo(word(octets, 220));
        assertThat(status.overlapReds()).isEqualTo(word(octets, 222));
        assertThat(status.overlapYellows()).isEqualTo(word(octets, 224));
        assertThat(status.overlapGreens()).isEqualTo(word(octets, 226));
        assertThat(status.flashing()).isEqualTo(word(octets, 228));
        assertThat(status.flash()).isEqualTo(octets.get(232) < 0 ? 1 : 0);
        assertThat(status.pushSequence()).isEqualTo(octets.get(235) & 0xFF);
        int second = (octets.get(236) & 0xFF) << 16 | word(octets, 237);
        assertThat(status.controllerMsOfDay()).isEqualTo(second * 1_000 + word(octets, 239));
        assertThat(status.pedCalls()).isEqualTo(word(octets, 241));
    }

    private static int word(ByteBuffer octets, int at) {
        return octets.getShort(at) & 0xFFFF;
    }

    @Test
    void shouldReadEveryFieldOfWhatAFieldControllerPushed() throws IOException {
        for (byte[] capture : captures()) {
            requireAgreement(capture);
            assertThat(status.reds() | status.yellows() | status.greens())
                    .as("the four used phases show one lamp each")
                    .isEqualTo(0xAA);
            assertThat(status.flash()).isZero();
        }
    }

    @Test
    void shouldReadEveryFieldWhateverItsValue() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            requireAgreement(random(random));
        }
    }

    @Test
    void shouldRefuseEveryOtherLength() {
        byte[] push = random(new Random(2));
        for (int length = 0; length < Tscbm.SIZE; length++) {
            assertThat(read(java.util.Arrays.copyOf(push, length))).isFalse();
        }
        assertThat(read(java.util.Arrays.copyOf(push, Tscbm.SIZE + 1))).isFalse();
    }

    /** A flipped bit is refused where it makes no sense and is otherwise that bit, no other. */
    @Test
    void shouldReadOrRefuseEverySingleFlippedBit() throws IOException {
        int refused = 0;
        for (byte[] capture : captures()) {
            for (int bit = 0; bit < capture.length * 8; bit++) {
                byte[] flipped = capture.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                if (read(flipped)) {
                    assertThat(distinctPhases(flipped)).isTrue();
                    requireAgreement(flipped);
                } else {
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    private static boolean distinctPhases(byte[] push) {
        int phases = 0;
        for (int block = 0; block < 16; block++) {
            phases |= 1 << (push[2 + 13 * block] - 1);
        }
        return phases == 0xFFFF;
    }

    @Test
    void shouldRefuseTimesThatNoClockShows() {
        byte[] push = random(new Random(3));
        ByteBuffer.wrap(push).putShort(239, (short) 1_000);
        assertThat(read(push)).isFalse();
        ByteBuffer.wrap(push).putShort(239, (short) 0);
        push[236] = 1;
        ByteBuffer.wrap(push).putShort(237, (short) (86_401 - 65_536));
        assertThat(read(push)).isFalse();
        ByteBuffer.wrap(push).putShort(237, (short) (86_400 - 65_536));
        assertThat(read(push)).as("a leap second").isTrue();
    }
}
