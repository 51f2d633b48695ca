package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.ieee1609dot2.HeaderInfo;
import org.bouncycastle.oer.its.ieee1609dot2.Ieee1609Dot2Data;
import org.bouncycastle.oer.its.ieee1609dot2.MissingCrlIdentifier;
import org.bouncycastle.oer.its.ieee1609dot2.Opaque;
import org.bouncycastle.oer.its.ieee1609dot2.PduFunctionalType;
import org.bouncycastle.oer.its.ieee1609dot2.SequenceOfCertificate;
import org.bouncycastle.oer.its.ieee1609dot2.SignedData;
import org.bouncycastle.oer.its.ieee1609dot2.SignerIdentifier;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CrlSeries;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Elevation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EncryptionKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId3;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId8;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Latitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Longitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Psid;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfHashedId3;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ThreeDLocation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Time64;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;
import org.junit.jupiter.api.Test;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;

/** The center's walk of the octets against Bouncy Castle's decoding of the same. */
class SignedMessageTest {
    private static final int[] LENGTHS = {0, 1, 127, 128, 129, 255, 256, 257, 1400};

    private final Random random = new Random(20261122);
    private final RandomCertificate certificates = new RandomCertificate(random);
    private final SignedMessage message = new SignedMessage();

    @Test
    void shouldFindTheSameFieldsAsBouncyCastle() throws Exception {
        for (int i = 0; i < 600; i++) {
            boolean attached = random.nextBoolean();
            byte[] payload = certificates.octets(LENGTHS[i % LENGTHS.length]);
            IssuedCertificate own = certificates.next();
            byte[] octets = new SigningIdentity(own).sign(randomHeader(), payload, attached);

            wrapAmidNoise(octets);

            compare(decode(octets), attached, own);
            assertThat(slice(message.payloadOffset(), message.payloadLength())).isEqualTo(payload);
        }
    }

    @Test
    void shouldCountLeapSecondsWhenTurningMessageTimeIntoUtc() {
        // 2017-01-01T00:00:00 UTC is 410,313,605 TAI seconds after 2004 began: 13 years, 4 leap
        // days and the 5 leap seconds up to and including the one that had just passed.
        long taiUs = 410_313_605L * 1_000_000;
        var header =
                HeaderInfo.builder()
                        .setPsid(new Psid(0x20))
                        .setGenerationTime(new Time64(taiUs))
                        .createHeaderInfo();
        byte[] octets = new SigningIdentity(certificates.next()).sign(header, new byte[1], false);

        wrapAmidNoise(octets);

        assertThat(message.generationTimeTaiUs()).isEqualTo(taiUs);
        assertThat(java.time.Instant.ofEpochMilli(message.generationTimeUtcMs()))
                .isEqualTo("2017-01-01T00:00:00Z");
    }

    @Test
    void shouldCallEveryPrefixTruncated() {
        for (int i = 0; i < 30; i++) {
            byte[] octets =
                    new SigningIdentity(certificates.next())
                            .sign(randomHeader(), certificates.octets(200), i % 3 != 0);
            for (int length = 0; length < octets.length; length++) {
                byte[] prefix = Arrays.copyOf(octets, length);
                assertThat(message.wrap(new UnsafeBuffer(prefix), 0, length))
                        .isEqualTo(SecurityCause.TRUNCATED);
                assertThat(message.wrap(new UnsafeBuffer(octets), 0, length))
                        .isEqualTo(SecurityCause.TRUNCATED);
            }
        }
    }

    @Test
    void shouldNotTakeWhatIsNotForAnApplicationOrVouchesForItself() throws Exception {
        var header =
                HeaderInfo.builder()
                        .setPsid(new Psid(0x20))
                        .setPduFunctionalType(PduFunctionalType.tlsHandshake)
                        .createHeaderInfo();
        byte[] functional =
                new SigningIdentity(certificates.next()).sign(header, new byte[9], false);
        assertThat(wrap(functional)).isEqualTo(SecurityCause.UNSUPPORTED);

        byte[] good =
                new SigningIdentity(certificates.next())
                        .sign(SigningIdentity.header(0x20, Bench.NOW_UTC_MS), new byte[9], false);
        assertThat(wrap(good)).isEqualTo(SecurityCause.OK);
        byte[] self = new byte[good.length - 8];
        int signer = good.length - 66 - 9;
        System.arraycopy(good, 0, self, 0, signer);
        self[signer] = (byte) 0x82;
        System.arraycopy(good, signer + 9, self, signer + 1, 66);
        assertThat(decode(self).getSigner().getChoice()).isEqualTo(SignerIdentifier.self);
        assertThat(wrap(self)).isEqualTo(SecurityCause.UNSUPPORTED);
    }

    @Test
    void shouldAllocateNothingWhateverIsWrapped() {
        byte[] good =
                new SigningIdentity(certificates.next())
                        .sign(SigningIdentity.header(0x20, Bench.NOW_UTC_MS), new byte[300], true);
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        var goodBuffer = new UnsafeBuffer(good);
        var cutBuffer = new UnsafeBuffer(cut);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                message.wrap(goodBuffer, 0, good.length);
                message.wrap(cutBuffer, 0, cut.length);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }

    private void compare(SignedData expected, boolean attached, IssuedCertificate own)
            throws Exception {
        HeaderInfo header = expected.getTbsData().getHeaderInfo();
        assertThat(message.cause()).isEqualTo(SecurityCause.OK);
        assertThat(message.psid()).isEqualTo(header.getPsid().getPsid().intValueExact());
        assertThat(message.generationTimeTaiUs())
                .isEqualTo(
                        header.getGenerationTime() == null
                                ? SignedMessage.TIME_ABSENT
                                : header.getGenerationTime().getValue().longValueExact());
        assertThat(message.expiryTimeUtcMs() == SignedMessage.TIME_ABSENT)
                .isEqualTo(header.getExpiryTime() == null);
        assertThat(message.hasGenerationLocation())
                .isEqualTo(header.getGenerationLocation() != null);
        if (message.hasGenerationLocation()) {
            ThreeDLocation place = header.getGenerationLocation();
            assertThat(BigInteger.valueOf(message.latitude()))
                    .isEqualTo(place.getLatitude().getValue());
            assertThat(BigInteger.valueOf(message.longitude()))
                    .isEqualTo(place.getLongitude().getValue());
        }
        assertThat(payloadOf(expected))
                .isEqualTo(slice(message.payloadOffset(), message.payloadLength()));
        assertThat(message.signedByDigest()).isEqualTo(!attached);
        if (attached) {
            var list =
                    SequenceOfCertificate.getInstance(expected.getSigner().getSignerIdentifier());
            assertThat(list.getCertificates()).hasSize(1);
            assertThat(slice(message.certificateOffset(), message.certificateLength()))
                    .isEqualTo(own.oer());
        } else {
            var digest = HashedId8.getInstance(expected.getSigner().getSignerIdentifier());
            assertThat(message.signerDigest())
                    .isEqualTo(new BigInteger(1, digest.getHashBytes()).longValue());
        }
    }

    private static byte[] payloadOf(SignedData signed) {
        var content = signed.getTbsData().getPayload().getData().getContent();
        return Opaque.getInstance(content.getIeee1609Dot2Content()).getContent();
    }

    private HeaderInfo randomHeader() {
        var builder =
                HeaderInfo.builder()
                        .setPsid(new Psid(random.nextInt() & 0x7FFF_FFFF >>> random.nextInt(31)))
                        .setGenerationTime(certificates.sometimes(this::time))
                        .setExpiryTime(certificates.sometimes(this::time))
                        .setGenerationLocation(certificates.sometimes(this::place))
                        .setP2pcdLearningRequest(certificates.sometimes(this::hashedId3))
                        .setMissingCrlIdentifier(
                                certificates.sometimes(
                                        () ->
                                                new MissingCrlIdentifier(
                                                        hashedId3(), new CrlSeries(7))))
                        .setEncryptionKey(
                                certificates.sometimes(
                                        () ->
                                                EncryptionKey.publicOption(
                                                        certificates.encryptionKey())))
                        .setInlineP2pcdRequest(
                                certificates.sometimes(
                                        () ->
                                                new SequenceOfHashedId3(
                                                        List.of(hashedId3(), hashedId3()))));
        if (random.nextInt(4) == 0) {
            builder.setRequestedCertificate(certificates.next().certificate());
        }
        return builder.createHeaderInfo();
    }

    private Time64 time() {
        return new Time64(random.nextLong() >>> 1 + random.nextInt(62));
    }

    private HashedId3 hashedId3() {
        return new HashedId3(certificates.octets(3));
    }

    private ThreeDLocation place() {
        return new ThreeDLocation(
                new Latitude(random.nextInt(1_800_000_001) - 900_000_000),
                new Longitude(random.nextInt() / 2),
                new Elevation(random.nextInt(65_536)));
    }

    private static SignedData decode(byte[] octets) throws Exception {
        var data =
                Ieee1609Dot2Data.getInstance(
                        OERInputStream.parse(octets, IEEE1609dot2.Ieee1609Dot2Data.build()));
        return SignedData.getInstance(data.getContent().getIeee1609Dot2Content());
    }

    private SecurityCause wrap(byte[] octets) {
        return message.wrap(new UnsafeBuffer(octets), 0, octets.length);
    }

    /** Puts the octets somewhere in a larger buffer: neighbors must not matter. */
    private void wrapAmidNoise(byte[] octets) {
        byte[] noise = certificates.octets(octets.length + 40);
        System.arraycopy(octets, 0, noise, 17, octets.length);
        message.wrap(new UnsafeBuffer(noise), 17, octets.length);
    }

    private byte[] slice(int offset, int length) {
        byte[] octets = new byte[length];
        message.buffer().getBytes(offset, octets);
        return octets;
    }
}
