package org.sinho.v2x.security;

import org.agrona.DirectBuffer;

/**
 * One received Ieee1609Dot2Data, seen in place: where its payload, signer and signature are.
 *
 * <p>A flyweight: wrap, ask, wrap the next. It neither copies nor allocates nor throws, and never
 * reads outside the given octets. It says what the sender claims; {@link MessageVerifier} says what
 * is true. Only signed data with an unsecured payload inside is accepted, in canonical OER, hash
 * SHA-256, curve NIST P-256, signer by digest or by exactly one certificate.
 *
 * <p>Fields are meaningful only while {@link #cause()} is {@link SecurityCause#OK}. Offsets count
 * from the start of {@link #buffer()}. Not thread-safe.
 */
public final class SignedMessage {
    /** Longest accepted datagram, octets. A BSM with its certificate takes about 400. */
    public static final int MAXIMUM_OCTETS = 4096;

    /** Leap seconds between TAI and UTC inserted from 2004-01-01 on, in force since 2017. */
    public static final int LEAP_SECONDS_SINCE_2004 = 5;

    /** A time that the header does not carry. */
    public static final long TIME_ABSENT = Long.MIN_VALUE;

    static final long EPOCH_2004_UTC_MS = 1_072_915_200_000L;

    private static final int SIGNED_DATA = 1;
    private static final int PDU_FUNCTIONAL_TYPE = 0x2000_0000;

    private final CoerCursor in = new CoerCursor();
    private final CertificateWalk certificate = new CertificateWalk();
    private final long leapMs;

    private DirectBuffer buffer;
    private SecurityCause cause = SecurityCause.TRUNCATED;
    private int tbsOffset;
    private int tbsLength;
    private int payloadOffset;
    private int payloadLength;
    private int psid;
    private long generationTimeUtcMs;
    private long generationTimeTaiUs;
    private long expiryTimeUtcMs;
    private boolean located;
    private int latitude;
    private int longitude;
    private boolean byDigest;
    private long signerDigest;
    private int signatureROffset;
    private int signatureSOffset;

    /** Makes a flyweight for today's leap seconds, {@link #LEAP_SECONDS_SINCE_2004}. */
    public SignedMessage() {
        this(LEAP_SECONDS_SINCE_2004);
    }

    /**
     * Makes a flyweight.
     *
     * @param leapSeconds leap seconds since 2004 that message times include, 0 to 60; 5 in 2026
     */
    public SignedMessage(int leapSeconds) {
        leapMs = leapSeconds * 1000L;
    }

    /**
     * Looks at one datagram.
     *
     * @param source buffer that holds it; must not change while this flyweight is asked
     * @param offset first octet
     * @param length number of octets, all of which must belong to the message
     * @return {@link SecurityCause#OK} or why it cannot be a message to verify; never null
     */
    public SecurityCause wrap(DirectBuffer source, int offset, int length) {
        buffer = source;
        if (length > MAXIMUM_OCTETS) {
            cause = SecurityCause.OVERSIZED;
            return cause;
        }
        in.wrap(source, offset, length);
        in.expect(3, SecurityCause.MALFORMED);
        int content = in.choice();
        if (!in.failed() && content != SIGNED_DATA) {
            unsigned(content);
        }
        signedData();
        if (in.remaining() > 0) {
            in.fail(SecurityCause.MALFORMED);
        }
        cause = in.cause();
        return cause;
    }

    /** {@return what the last wrap found; TRUNCATED before the first} */
    public SecurityCause cause() {
        return cause;
    }

    /** {@return the buffer of the last wrap, null before the first} */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** {@return offset of the payload, a J2735 MessageFrame for the PSIDs used here} */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** {@return octets of the payload, 0 or more} */
    public int payloadLength() {
        return payloadLength;
    }

    /** {@return the PSID under which the message was signed, 0 to 2^31 - 1} */
    public int psid() {
        return psid;
    }

    /** {@return generation time, milliseconds since 1970 UTC, or {@link #TIME_ABSENT}} */
    public long generationTimeUtcMs() {
        return generationTimeUtcMs;
    }

    /** {@return generation time as sent: microseconds TAI since 2004, or {@link #TIME_ABSENT}} */
    public long generationTimeTaiUs() {
        return generationTimeTaiUs;
    }

    /** {@return expiry time, milliseconds since 1970 UTC, or {@link #TIME_ABSENT}} */
    public long expiryTimeUtcMs() {
        return expiryTimeUtcMs;
    }

    /** {@return whether the header carries a known place of generation} */
    public boolean hasGenerationLocation() {
        return located;
    }

    /** {@return latitude of generation, 0.1 microdegree, -900,000,000 to 900,000,000} */
    public int latitude() {
        return latitude;
    }

    /** {@return longitude of generation, 0.1 microdegree, -1,799,999,999 to 1,800,000,000} */
    public int longitude() {
        return longitude;
    }

    /** {@return true when signed by digest, false when the certificate is attached} */
    public boolean signedByDigest() {
        return byDigest;
    }

    /** {@return HashedId8 of the signer, big-endian; 0 when its certificate is attached} */
    public long signerDigest() {
        return signerDigest;
    }

    /** {@return offset of the attached certificate; meaningless when signed by digest} */
    public int certificateOffset() {
        return certificate.offset();
    }

    /** {@return octets of the attached certificate; meaningless when signed by digest} */
    public int certificateLength() {
        return certificate.length();
    }

    int tbsOffset() {
        return tbsOffset;
    }

    int tbsLength() {
        return tbsLength;
    }

    int signatureROffset() {
        return signatureROffset;
    }

    int signatureSOffset() {
        return signatureSOffset;
    }

    CertificateWalk certificate() {
        return certificate;
    }

    private void unsigned(int content) {
        if (content == 0) {
            in.skipSized();
            in.fail(in.remaining() == 0 ? SecurityCause.NOT_SIGNED : SecurityCause.MALFORMED);
        } else {
            in.fail(content == 2 ? SecurityCause.NOT_SIGNED : SecurityCause.UNSUPPORTED);
        }
    }

    private void signedData() {
        if (in.enumerated() != 0) {
            in.fail(SecurityCause.UNSUPPORTED);
        }
        tbsOffset = in.index();
        payload();
        header();
        tbsLength = in.index() - tbsOffset;
        signer();
        if (in.choice() != 0) {
            in.fail(SecurityCause.UNSUPPORTED);
        }
        signatureROffset = CertificateWalk.skipSignatureR(in);
        signatureSOffset = in.skip(32);
    }

    private void payload() {
        if (in.preamble(0x1F) != 0x40) {
            in.fail(SecurityCause.UNSUPPORTED); // Hash of external data, or payload left out.
        }
        in.expect(3, SecurityCause.MALFORMED);
        if (in.choice() != 0) {
            in.fail(SecurityCause.UNSUPPORTED); // Nested signed or encrypted data.
        }
        payloadLength = in.length();
        payloadOffset = in.skip(payloadLength);
    }

    private void header() {
        int present = in.preamble(0x01);
        psid = in.unsignedInteger();
        generationTimeTaiUs = TIME_ABSENT;
        generationTimeUtcMs = TIME_ABSENT;
        if ((present & 0x40) != 0) {
            generationTimeTaiUs = in.int64();
            generationTimeUtcMs = utcMs(generationTimeTaiUs);
        }
        expiryTimeUtcMs = (present & 0x20) == 0 ? TIME_ABSENT : utcMs(in.int64());
        located = (present & 0x10) != 0;
        if (located) {
            location();
        }
        if ((present & 0x08) != 0) {
            in.skip(3);
        }
        if ((present & 0x04) != 0) {
            in.preamble(0xFF); // Its extensions are none that this version knows.
            in.skip(3 + 2);
        }
        if ((present & 0x02) != 0) {
            encryptionKey();
        }
        if ((present & 0x80) != 0 && (in.skipExtensions() & PDU_FUNCTIONAL_TYPE) != 0) {
            in.fail(SecurityCause.UNSUPPORTED); // Such a message is not for an application.
        }
    }

    private void location() {
        latitude = in.int32();
        longitude = in.int32();
        in.skip(2);
        // One past the highest value of each says that the sender does not know.
        if (latitude == 900_000_001 || longitude == 1_800_000_001) {
            located = false;
        } else if (Math.abs((long) latitude) > 900_000_000L
                || longitude < -1_799_999_999
                || longitude > 1_800_000_000) {
            in.fail(SecurityCause.MALFORMED);
        }
    }

    private void encryptionKey() {
        if (in.choice() == 0) {
            CertificateWalk.skipPublicEncryptionKey(in);
        } else {
            in.choice();
            in.skip(16);
        }
    }

    private void signer() {
        byDigest = false;
        signerDigest = 0;
        switch (in.choice()) {
            case 0 -> {
                byDigest = true;
                signerDigest = in.int64();
            }
            case 1 -> {
                if (in.quantity() != 1) {
                    in.fail(SecurityCause.UNSUPPORTED);
                }
                certificate.walk(in);
            }
            default -> in.fail(SecurityCause.UNSUPPORTED);
        }
    }

    private long utcMs(long taiUs) {
        // A time beyond year 292,277 would be negative: it is no time of any sender.
        if (taiUs < 0) {
            in.fail(SecurityCause.MALFORMED);
        }
        return EPOCH_2004_UTC_MS - leapMs + taiUs / 1000;
    }
}
