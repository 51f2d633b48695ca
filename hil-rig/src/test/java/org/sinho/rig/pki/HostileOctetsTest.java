package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.security.SecurityCause;

/** Octets that no honest sender sends: no exception, nothing granted. */
class HostileOctetsTest {
    private static final byte[] PAYLOAD = "a request for the crossing of two streets".getBytes();

    /** Of a signature: tag of r, r, s. */
    private static final int SIGNATURE_OCTETS = 1 + 32 + 32;

    private final TestPki pki = new TestPki(4, Bench.YEAR);
    private final SigningIdentity ambulance =
            pki.issue("ambulance", AppPermission.bsm(), AppPermission.signalRequest(0x80));
    private final List<byte[]> honest = new ArrayList<>();
    private final Map<byte[], List<Integer>> hints = new IdentityHashMap<>();
    private Bench bench;

    @BeforeEach
    void sign(@TempDir Path folder) throws Exception {
        bench = Bench.trusting(pki, folder);
        SigningIdentity fire = pki.issue("fire", AppPermission.signalRequest(0x40));
        honest.add(ambulance.sign(Bench.SRM, PAYLOAD, Bench.NOW_UTC_MS, true));
        honest.add(fire.sign(Bench.SRM, new byte[150], Bench.NOW_UTC_MS, true));
        honest.add(ambulance.sign(Bench.SRM, PAYLOAD, Bench.NOW_UTC_MS, false));
        honest.add(ambulance.sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, false));
        for (byte[] each : honest) {
            assertThat(bench.verify(each)).isEqualTo(SecurityCause.OK);
            hints.put(each, hintsOfR(each));
        }
    }

    @Test
    void shouldGrantNothingToAnyTruncation() {
        for (byte[] message : honest) {
            for (int length = 0; length < message.length; length++) {
                assertThat(bench.verify(Arrays.copyOf(message, length)))
                        .isEqualTo(SecurityCause.TRUNCATED);
                assertThat(bench.grantsNothing()).isTrue();
            }
        }
    }

    /**
     * One bit of a message may differ and still say the same: the tag that tells r as the x of a
     * point (0x80) from r as a point with even y (0x82). The y is a hint for fast verification, no
     * part of what is signed, and canonical form drops it; in the message's signature and in that
     * of the attached certificate. Every other bit refuses the message.
     */
    @Test
    void shouldGrantNothingToAnyFlippedBitExceptTheHintOfR() {
        for (byte[] message : honest) {
            List<Integer> accepted = new ArrayList<>();
            for (int bit = 0; bit < message.length * 8; bit++) {
                byte[] flipped = message.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                if (bench.verify(flipped) == SecurityCause.OK) {
                    accepted.add(bit);
                } else {
                    assertThat(bench.grantsNothing()).isTrue();
                }
            }
            assertThat(accepted).isEqualTo(hints.get(message));
        }
    }

    @Test
    void shouldGrantNothingToGarbage() {
        var random = new Random(5);
        Map<SecurityCause, Integer> causes = new EnumMap<>(SecurityCause.class);
        for (int i = 0; i < 100_000; i++) {
            byte[] garbage = new byte[random.nextInt(500)];
            random.nextBytes(garbage);
            if (i % 2 == 0 && garbage.length > 4) {
                System.arraycopy(new byte[] {3, (byte) 0x81, 0, 0x40}, 0, garbage, 0, 4);
            }
            causes.merge(bench.verify(garbage), 1, Integer::sum);
            assertThat(bench.grantsNothing()).isTrue();
        }
        assertThat(causes).doesNotContainKey(SecurityCause.OK);
    }

    @Test
    void shouldGrantNothingToSplicedAndOverwrittenMessages() {
        var random = new Random(6);
        Map<SecurityCause, Integer> causes = new EnumMap<>(SecurityCause.class);
        for (int i = 0; i < 30_000; i++) {
            byte[] hostile = hostile(random);
            boolean granted = bench.verify(hostile) == SecurityCause.OK;
            causes.merge(bench.verdict.cause(), 1, Integer::sum);
            boolean same = honest.stream().anyMatch(each -> sameButForHints(each, hostile));
            assertThat(granted).isEqualTo(same);
            assertThat(granted || bench.grantsNothing()).isTrue();
        }
        System.out.println("causes of 30000 damaged messages: " + causes);
    }

    @Test
    void shouldGrantNothingToAnyFlippedBitWhenTheJdkVerifies(@TempDir Path folder)
            throws Exception {
        pki.write(folder);
        bench = new Bench(folder, false);
        byte[] message = honest.get(0);
        assertThat(bench.verify(message)).isEqualTo(SecurityCause.OK);
        for (int bit = 0; bit < message.length * 8; bit += 7) {
            byte[] flipped = message.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(bench.verify(flipped) == SecurityCause.OK)
                    .isEqualTo(hints.get(message).contains(bit));
        }
    }

    @Test
    void shouldRefuseSignatureOfZerosOrOfTheOrder() {
        byte[] message = honest.get(2);
        int r = message.length - 64;
        byte[] order =
                java.util.HexFormat.of()
                        .parseHex(
                                "ffffffff00000000ffffffffffffffff"
                                        + "bce6faada7179e84f3b9cac2fc632551");
        for (int at : new int[] {r, r + 32}) {
            byte[] zeros = message.clone();
            Arrays.fill(zeros, at, at + 32, (byte) 0);
            assertThat(bench.verify(zeros)).isEqualTo(SecurityCause.BAD_SIGNATURE);
            byte[] large = message.clone();
            System.arraycopy(order, 0, large, at, 32);
            assertThat(bench.verify(large)).isEqualTo(SecurityCause.BAD_SIGNATURE);
        }
        byte[] nothing = message.clone();
        Arrays.fill(nothing, r, r + 64, (byte) 0);
        assertThat(bench.verify(nothing)).isEqualTo(SecurityCause.BAD_SIGNATURE);
        assertThat(bench.grantsNothing()).isTrue();
    }

    private byte[] hostile(Random random) {
        byte[] octets = honest.get(random.nextInt(honest.size())).clone();
        byte[] other = honest.get(random.nextInt(honest.size()));
        switch (random.nextInt(4)) {
            case 0 -> octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            case 1 -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    octets[random.nextInt(octets.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                int length = random.nextInt(Math.min(octets.length, other.length));
                System.arraycopy(
                        other, other.length - length, octets, octets.length - length, length);
            }
            default -> {
                int cut = random.nextInt(octets.length);
                int from = random.nextInt(other.length);
                byte[] spliced = Arrays.copyOf(octets, cut + other.length - from);
                System.arraycopy(other, from, spliced, cut, other.length - from);
                return spliced;
            }
        }
        return octets;
    }

    /** Bits that turn r into a point with even y, of the message that was just verified. */
    private List<Integer> hintsOfR(byte[] message) {
        List<Integer> bits = new ArrayList<>();
        if (!bench.message.signedByDigest()) {
            int end = bench.message.certificateOffset() + bench.message.certificateLength();
            bits.add((end - SIGNATURE_OCTETS) * 8 + 1);
        }
        bits.add((message.length - SIGNATURE_OCTETS) * 8 + 1);
        return bits;
    }

    private boolean sameButForHints(byte[] message, byte[] hostile) {
        if (message.length != hostile.length) {
            return false;
        }
        byte[] neutral = hostile.clone();
        for (int bit : Arrays.equals(message, hostile) ? List.<Integer>of() : hints.get(message)) {
            int tag = neutral[bit / 8] & 0xFF;
            neutral[bit / 8] = tag == 0x82 || tag == 0x83 ? (byte) 0x80 : neutral[bit / 8];
        }
        return Arrays.equals(message, neutral);
    }
}
