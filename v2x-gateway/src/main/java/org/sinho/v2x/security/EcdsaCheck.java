package org.sinho.v2x.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import org.agrona.DirectBuffer;

/**
 * Hashes and checks signatures the IEEE 1609.2 way, reusing its objects. One per thread.
 *
 * <p>What is signed is SHA-256( SHA-256(to be signed) || SHA-256(signer's certificate) ), with the
 * hash of nothing in place of the certificate's when the signer is the root itself.
 */
final class EcdsaCheck {
    private static final int HASH_OCTETS = 32;
    private static final byte[] ORDER =
            HexFormat.of()
                    .parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    private final MessageDigest sha256 = newSha256();
    private final Signature verifier;
    private final byte[] scratch = new byte[SignedMessage.MAXIMUM_OCTETS];
    private final byte[] signedInput = new byte[2 * HASH_OCTETS];
    private final byte[] signature = new byte[2 * HASH_OCTETS];

    EcdsaCheck(SignatureProvider provider) {
        verifier = provider.verifier();
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    /** Hash of a certificate in canonical form, in which r is the x of a point and no more. */
    void certificateHash(DirectBuffer buffer, CertificateWalk certificate, byte[] hash) {
        int length = certificate.length();
        buffer.getBytes(certificate.offset(), scratch, 0, length);
        scratch[certificate.signatureTagOffset() - certificate.offset()] = (byte) 0x80;
        digest(length, hash, 0);
    }

    /** Whether r and s sign the given octets by the holder of a key and its certificate's hash. */
    boolean matches(
            DirectBuffer buffer,
            int tbsOffset,
            int tbsLength,
            byte[] signerHash,
            PublicKey key,
            int rOffset,
            int sOffset) {
        buffer.getBytes(rOffset, signature, 0, HASH_OCTETS);
        buffer.getBytes(sOffset, signature, HASH_OCTETS, HASH_OCTETS);
        if (!inOrder(0) || !inOrder(HASH_OCTETS)) {
            return false; // Providers answer such values with an exception: costly when flooded.
        }
        buffer.getBytes(tbsOffset, scratch, 0, tbsLength);
        digest(tbsLength, signedInput, 0);
        System.arraycopy(signerHash, 0, signedInput, HASH_OCTETS, HASH_OCTETS);
        try {
            verifier.initVerify(key);
            verifier.update(signedInput);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void digest(int length, byte[] hash, int at) {
        sha256.update(scratch, 0, length);
        try {
            sha256.digest(hash, at, HASH_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a hash of 32 octets did not fit", e);
        }
    }

    private boolean inOrder(int at) {
        int some = 0;
        int comparison = 0;
        for (int i = 0; i < HASH_OCTETS; i++) {
            some |= signature[at + i];
            if (comparison == 0) {
                comparison = Byte.compareUnsigned(signature[at + i], ORDER[i]);
            }
        }
        return some != 0 && comparison < 0;
    }
}
