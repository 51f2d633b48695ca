package org.sinho.v2x.security;

/**
 * Finds the end of one certificate and the few places in it that matter before it is trusted.
 *
 * <p>Certificates of a list carry no length, so this walks every field of CertificateBase and
 * ToBeSignedCertificate. It judges the form only. No allocation, no exception; reusable.
 */
final class CertificateWalk {
    private int offset;
    private int length;
    private int tbsOffset;
    private int tbsLength;
    private boolean selfIssued;
    private long issuerDigest;
    private int signatureTagOffset;
    private int signatureSOffset;

    /** Moves {@code in} over one certificate; whether it was one, {@code in} knows. */
    void walk(CoerCursor in) {
        offset = in.index();
        in.expect(0x80, SecurityCause.UNSUPPORTED); // Signature present: explicit certificates.
        in.expect(3, SecurityCause.UNSUPPORTED);
        if (in.enumerated() != 0) {
            in.fail(SecurityCause.UNSUPPORTED); // Implicit certificates have no signature.
        }
        issuer(in);
        tbsOffset = in.index();
        toBeSigned(in);
        tbsLength = in.index() - tbsOffset;
        if (in.choice() != 0) {
            in.fail(SecurityCause.UNSUPPORTED);
        }
        signatureTagOffset = in.index();
        skipSignatureR(in);
        signatureSOffset = in.skip(32);
        length = in.index() - offset;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    int tbsOffset() {
        return tbsOffset;
    }

    int tbsLength() {
        return tbsLength;
    }

    boolean selfIssued() {
        return selfIssued;
    }

    long issuerDigest() {
        return issuerDigest;
    }

    /** Offset of the tag of r; the 32 octets of r follow it. */
    int signatureTagOffset() {
        return signatureTagOffset;
    }

    int signatureSOffset() {
        return signatureSOffset;
    }

    private void issuer(CoerCursor in) {
        selfIssued = false;
        issuerDigest = 0;
        switch (in.choice()) {
            case 0 -> issuerDigest = in.int64();
            case 1 -> {
                selfIssued = true;
                in.expect(0, SecurityCause.UNSUPPORTED); // SHA-256
            }
            default -> in.fail(SecurityCause.UNSUPPORTED);
        }
    }

    private static void toBeSigned(CoerCursor in) {
        int present = in.preamble(0);
        identity(in);
        in.skip(3 + 2 + 4); // cracaId, crlSeries, start of validity
        if (in.choice() > 6) {
            in.fail(SecurityCause.MALFORMED);
        }
        in.skip(2);
        if ((present & 0x40) != 0) {
            region(in);
        }
        in.skip((present & 0x20) >> 5); // Assurance level: one octet when present.
        if ((present & 0x10) != 0) {
            permissions(in);
        }
        if ((present & 0x08) != 0) {
            groupPermissions(in);
        }
        if ((present & 0x04) != 0) {
            groupPermissions(in);
        }
        if ((present & 0x01) != 0) {
            skipPublicEncryptionKey(in); // The bit before it, canRequestRollover, has no octets.
        }
        verificationKey(in);
        if ((present & 0x80) != 0) {
            in.skipExtensions();
        }
    }

    private static void identity(CoerCursor in) {
        switch (in.choice()) {
            case 0 -> {
                int group = in.preamble(0x7F);
                in.skip(2 + 9);
                in.skip(group == 0 ? 0 : 4 + 9);
            }
            case 1, 2 -> in.skipSized();
            case 3 -> {
                // None: no octets.
            }
            default -> in.fail(SecurityCause.MALFORMED);
        }
    }

    private static void region(CoerCursor in) {
        switch (in.choice()) {
            case 0 -> in.skip(8 + 2);
            case 1 -> in.skip(16 * in.quantity());
            case 2 -> in.skip(8 * in.quantity());
            case 3 -> {
                for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
                    identifiedRegion(in);
                }
            }
            default -> in.skipSized();
        }
    }

    private static void identifiedRegion(CoerCursor in) {
        int kind = in.choice();
        if (kind > 2) {
            in.skipSized();
            return;
        }
        in.skip(2);
        if (kind == 1) {
            in.skip(in.quantity());
        } else if (kind == 2) {
            for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
                in.skip(1);
                in.skip(2 * in.quantity());
            }
        }
    }

    private static void permissions(CoerCursor in) {
        for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
            boolean withSsp = in.preamble(0x7F) != 0;
            in.unsignedInteger();
            if (withSsp) {
                in.choice(); // Opaque, or an extension in an open type: a length either way.
                in.skipSized();
            }
        }
    }

    private static void groupPermissions(CoerCursor in) {
        for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
            int present = in.preamble(0x1F);
            int kind = in.choice();
            if (kind == 0) {
                ranges(in);
            } else if (kind > 1) {
                in.skipSized();
            }
            if ((present & 0x80) != 0) {
                in.skipSized();
            }
            if ((present & 0x40) != 0) {
                in.skipSized();
            }
            in.skip((present & 0x20) >> 5);
        }
    }

    private static void ranges(CoerCursor in) {
        for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
            boolean withRange = in.preamble(0x7F) != 0;
            in.unsignedInteger();
            if (withRange) {
                range(in);
            }
        }
    }

    private static void range(CoerCursor in) {
        int kind = in.choice();
        if (kind == 0) {
            for (int left = in.quantity(); left > 0 && !in.failed(); left--) {
                in.skipSized();
            }
        } else if (kind > 1) {
            in.skipSized();
        }
    }

    private static void verificationKey(CoerCursor in) {
        if (in.choice() != 0 || in.choice() != 0) {
            in.fail(SecurityCause.UNSUPPORTED); // Only an explicit key on NIST P-256.
        }
        int form = in.choice();
        if (form != 2 && form != 3) {
            in.fail(SecurityCause.UNSUPPORTED); // Compressed is the canonical form of a key.
        }
        in.skip(32);
    }

    /** Moves over a public encryption key, which nothing here uses. */
    static void skipPublicEncryptionKey(CoerCursor in) {
        in.enumerated();
        if (in.choice() > 1) {
            in.skipSized();
            return;
        }
        switch (in.choice()) {
            case 0, 2, 3 -> in.skip(32);
            case 4 -> in.fail(SecurityCause.UNSUPPORTED); // Would not be what its signer hashed.
            default -> in.fail(SecurityCause.MALFORMED);
        }
    }

    /** Moves over r and returns where its 32 octets are: the x of a point, with y or without. */
    static int skipSignatureR(CoerCursor in) {
        int form = in.choice();
        if (form != 0 && form != 2 && form != 3) {
            in.fail(SecurityCause.UNSUPPORTED);
        }
        return in.skip(32);
    }
}
