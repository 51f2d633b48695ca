package org.sinho.v2x.security;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decides whether a signed message comes from someone entitled to send it.
 *
 * <p>Whether it is fresh, new and plausible is for the control core to say, from the ring. One
 * instance per worker thread: it reuses its objects and is not thread-safe.
 */
public final class MessageVerifier {
    private final CertificateStore store;
    private final EcdsaCheck check;
    private final byte[] attachedHash = new byte[32];
    private final UnsafeBuffer attached = new UnsafeBuffer(attachedHash);
    private SecurityCause lookup = SecurityCause.UNKNOWN_SIGNER;

    /**
     * Makes a verifier.
     *
     * @param store what is trusted; shared by all verifiers
     */
    public MessageVerifier(CertificateStore store) {
        this.store = store;
        check = new EcdsaCheck(store.signatureProvider());
    }

    /** {@return name of the cryptographic provider in use} */
    public String provider() {
        return store.provider();
    }

    /**
     * Verifies a message whose place, where its signer's region asks for one, is in its header.
     *
     * @param message wrapped message; any cause, its buffer unchanged since
     * @param nowUtcMs now, milliseconds since 1970 UTC
     * @param verdict receives the result; whatever it held is gone
     * @return the verdict's cause
     */
    public SecurityCause verify(SignedMessage message, long nowUtcMs, Verdict verdict) {
        return verify(
                message,
                nowUtcMs,
                message.hasGenerationLocation(),
                message.latitude(),
                message.longitude(),
                verdict);
    }

    /**
     * Verifies a message whose place is in its payload, as in a BSM.
     *
     * @param message wrapped message; any cause, its buffer unchanged since
     * @param nowUtcMs now, milliseconds since 1970 UTC
     * @param latitude of the payload, 0.1 microdegree
     * @param longitude of the payload, 0.1 microdegree
     * @param verdict receives the result; whatever it held is gone
     * @return the verdict's cause
     */
    public SecurityCause verify(
            SignedMessage message, long nowUtcMs, int latitude, int longitude, Verdict verdict) {
        return verify(message, nowUtcMs, true, latitude, longitude, verdict);
    }

    private SecurityCause verify(
            SignedMessage message,
            long nowUtcMs,
            boolean placed,
            int latitude,
            int longitude,
            Verdict verdict) {
        verdict.refuse(SecurityCause.UNKNOWN_SIGNER);
        SecurityCause form = header(message, nowUtcMs);
        if (form != SecurityCause.OK) {
            return verdict.refuse(form);
        }
        KnownCertificate signer = signer(message);
        if (signer == null) {
            return verdict.refuse(lookup);
        }
        SecurityCause entitled = entitled(signer, message, nowUtcMs);
        if (entitled != SecurityCause.OK) {
            return verdict.refuse(entitled);
        }
        if (!signer.validAnywhere() && !(placed && signer.validPlace(latitude, longitude))) {
            return verdict.refuse(SecurityCause.REGION);
        }
        if (!signatureMatches(signer, message)) {
            return verdict.refuse(SecurityCause.BAD_SIGNATURE);
        }
        return verdict.grant(signer.digest(), signer.grant(message.psid()).roles(), message.psid());
    }

    private static SecurityCause header(SignedMessage message, long nowUtcMs) {
        if (message.cause() != SecurityCause.OK) {
            return message.cause();
        }
        if (message.generationTimeUtcMs() == SignedMessage.TIME_ABSENT) {
            return SecurityCause.NO_GENERATION_TIME;
        }
        return message.expiryTimeUtcMs() != SignedMessage.TIME_ABSENT
                        && message.expiryTimeUtcMs() <= nowUtcMs
                ? SecurityCause.MESSAGE_EXPIRED
                : SecurityCause.OK;
    }

    /** The known signer's certificate, learned on the way if attached; null with its cause set. */
    private KnownCertificate signer(SignedMessage message) {
        if (message.signedByDigest()) {
            lookup = SecurityCause.UNKNOWN_SIGNER;
            return store.find(message.signerDigest());
        }
        DirectBuffer buffer = message.buffer();
        check.certificateHash(buffer, message.certificate(), attachedHash);
        long digest = attached.getLong(24, ByteOrder.BIG_ENDIAN);
        KnownCertificate known = attachedAs(digest);
        if (known == null) {
            lookup = store.admit(buffer, message.certificate(), attachedHash, check);
            known = lookup == SecurityCause.OK ? attachedAs(digest) : null;
        }
        return known;
    }

    /** The known certificate with a digest, if it is the attached one down to the last octet. */
    private KnownCertificate attachedAs(long digest) {
        lookup = SecurityCause.UNKNOWN_SIGNER;
        KnownCertificate known = store.find(digest);
        return known != null && Arrays.equals(known.hash(), attachedHash) ? known : null;
    }

    private SecurityCause entitled(KnownCertificate signer, SignedMessage message, long nowUtcMs) {
        if (store.revoked(signer)) {
            return SecurityCause.CERTIFICATE_REVOKED;
        }
        SecurityCause then = signer.validAt(message.generationTimeUtcMs());
        SecurityCause now = signer.validAt(nowUtcMs);
        if (then != SecurityCause.OK || now != SecurityCause.OK) {
            return then != SecurityCause.OK ? then : now;
        }
        KnownCertificate.AppGrant grant = signer.grant(message.psid());
        if (grant == null) {
            return SecurityCause.PSID_NOT_GRANTED;
        }
        return grant.roles() == 0 && store.roles().needsRole(message.psid())
                ? SecurityCause.ROLE_NOT_GRANTED
                : SecurityCause.OK;
    }

    private boolean signatureMatches(KnownCertificate signer, SignedMessage message) {
        return check.matches(
                message.buffer(),
                message.tbsOffset(),
                message.tbsLength(),
                signer.hash(),
                signer.key(),
                message.signatureROffset(),
                message.signatureSOffset());
    }
}
