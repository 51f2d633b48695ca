package org.sinho.v2x.security;

import java.nio.file.Path;
import java.util.Collection;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every certificate that is trusted: roots and authorities of the configuration, and signers
 * learned from the air once their chain was verified.
 *
 * <p>Thread-safe. Readers see one immutable snapshot of the configured part; revocations replace it
 * and take effect for the next message.
 */
public final class CertificateStore {
    /** Longest chain above an end entity. */
    static final int MAXIMUM_DEPTH = 4;

    private static final byte[] HASH_OF_NOTHING = EcdsaCheck.newSha256().digest();

    private final RoleTable roles;
    private final SignatureProvider provider;
    private final CertificateReader reader;
    private final LearnedCertificates learned;
    private volatile Snapshot snapshot =
            new Snapshot(new Long2ObjectHashMap<>(), new LongHashSet());

    private record Snapshot(Long2ObjectHashMap<KnownCertificate> trusted, LongHashSet revoked) {}

    /** Makes an empty store, which trusts nobody. */
    CertificateStore(SecurityConfig config, SignatureProvider provider) {
        roles = config.roles();
        this.provider = provider;
        reader = new CertificateReader(roles, provider, config.leapSeconds());
        learned = new LearnedCertificates(config.learnedCertificates());
    }

    /**
     * Reads the configured certificates and revocations.
     *
     * @param config where they are
     * @return a store for any number of threads
     * @throws IllegalArgumentException in one message, when a file is missing, unreadable, not a
     *     certificate or not rightly signed
     */
    public static CertificateStore load(SecurityConfig config) {
        var store =
                new CertificateStore(
                        config,
                        config.nativeCrypto()
                                ? SignatureProvider.fastest()
                                : SignatureProvider.jdk());
        TrustFolder.load(config.folder(), store);
        return store;
    }

    /** {@return name of the cryptographic provider in use} */
    public String provider() {
        return provider.name();
    }

    /**
     * Replaces the revocation list.
     *
     * @param digests HashedId8 of revoked certificates of any level, big-endian
     */
    public synchronized void revoke(Collection<Long> digests) {
        var revoked = new LongHashSet();
        digests.forEach(digest -> revoked.add(digest.longValue()));
        snapshot = new Snapshot(snapshot.trusted, revoked);
    }

    /**
     * Replaces the revocation list by that of a file.
     *
     * @param file one HashedId8 of 16 hexadecimal digits per line; empty lines and lines that begin
     *     with # count for nothing
     * @throws IllegalArgumentException when it cannot be read; the list in force stays
     */
    public void readRevoked(Path file) {
        revoke(TrustFolder.revocations(file));
    }

    /**
     * Learns a signer's certificate, as if it had been heard attached to a message.
     *
     * @param oer canonical encoding; not modified, not kept
     * @return OK or why it is not to be trusted
     */
    public SecurityCause learn(byte[] oer) {
        var buffer = new UnsafeBuffer(oer.clone());
        var walk = new CertificateWalk();
        SecurityCause form = walkWhole(buffer, walk);
        if (form != SecurityCause.OK) {
            return form;
        }
        var check = new EcdsaCheck(provider);
        byte[] hash = new byte[32];
        check.certificateHash(buffer, walk, hash);
        return admit(buffer, walk, hash, check);
    }

    /** Certificate by digest, or null. */
    KnownCertificate find(long digest) {
        KnownCertificate trusted = snapshot.trusted.get(digest);
        return trusted != null ? trusted : learned.find(digest);
    }

    boolean revoked(KnownCertificate certificate) {
        return certificate.revokedBy(snapshot.revoked);
    }

    RoleTable roles() {
        return roles;
    }

    SignatureProvider signatureProvider() {
        return provider;
    }

    /** Verifies a certificate against its issuer and its permissions; keeps it when they hold. */
    SecurityCause admit(DirectBuffer buffer, CertificateWalk walk, byte[] hash, EcdsaCheck check) {
        if (walk.selfIssued()) {
            return SecurityCause.CHAIN_INVALID; // A trusted root is found by its digest.
        }
        KnownCertificate issuer = snapshot.trusted.get(walk.issuerDigest());
        if (issuer == null) {
            return SecurityCause.UNKNOWN_ISSUER;
        }
        if (!signedBy(issuer.hash(), issuer, buffer, walk, check)) {
            return SecurityCause.CHAIN_INVALID;
        }
        try {
            KnownCertificate read = reader.read(canonical(buffer, walk), hash.clone(), issuer);
            if (!read.withinChain()) {
                return SecurityCause.CHAIN_INVALID;
            }
            learned.add(read);
            return SecurityCause.OK;
        } catch (RuntimeException e) { // An issuer of ours signed what nobody can read.
            return SecurityCause.CHAIN_INVALID;
        }
    }

    /** Takes one configured certificate; returns false when its issuer is not there yet. */
    synchronized boolean trust(byte[] oer, boolean asRoot) {
        var buffer = new UnsafeBuffer(oer.clone());
        var walk = new CertificateWalk();
        SecurityCause form = walkWhole(buffer, walk);
        if (form != SecurityCause.OK) {
            throw new IllegalArgumentException(
                    "is " + form + ", allowed is an explicit P-256 certificate in canonical OER");
        }
        if (asRoot != walk.selfIssued()) {
            throw new IllegalArgumentException(
                    asRoot ? "is not self-signed, as a root must be" : "is a root in its place");
        }
        KnownCertificate issuer = asRoot ? null : snapshot.trusted.get(walk.issuerDigest());
        if (!asRoot && issuer == null) {
            return false;
        }
        var check = new EcdsaCheck(provider);
        byte[] hash = new byte[32];
        check.certificateHash(buffer, walk, hash);
        KnownCertificate read = reader.read(canonical(buffer, walk), hash, issuer);
        boolean rightful =
                signedBy(
                        asRoot ? HASH_OF_NOTHING : issuer.hash(),
                        asRoot ? read : issuer,
                        buffer,
                        walk,
                        check);
        if (!rightful || !read.withinChain() || depth(read) > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException(
                    "is not rightly issued: signature, permissions or chain length");
        }
        var trusted = new Long2ObjectHashMap<>(snapshot.trusted);
        trusted.put(read.digest(), read);
        snapshot = new Snapshot(trusted, snapshot.revoked);
        return true;
    }

    private static int depth(KnownCertificate certificate) {
        int depth = 1;
        for (var each = certificate.issuer(); each != null; each = each.issuer()) {
            depth++;
        }
        return depth;
    }

    private static SecurityCause walkWhole(DirectBuffer buffer, CertificateWalk walk) {
        if (buffer.capacity() > SignedMessage.MAXIMUM_OCTETS) {
            return SecurityCause.OVERSIZED;
        }
        var in = new CoerCursor().wrap(buffer, 0, buffer.capacity());
        walk.walk(in);
        if (in.remaining() > 0) {
            in.fail(SecurityCause.MALFORMED);
        }
        return in.cause();
    }

    private static byte[] canonical(DirectBuffer buffer, CertificateWalk walk) {
        byte[] oer = new byte[walk.length()];
        buffer.getBytes(walk.offset(), oer);
        oer[walk.signatureTagOffset() - walk.offset()] = (byte) 0x80;
        return oer;
    }

    private static boolean signedBy(
            byte[] signerHash,
            KnownCertificate signer,
            DirectBuffer buffer,
            CertificateWalk walk,
            EcdsaCheck check) {
        return check.matches(
                buffer,
                walk.tbsOffset(),
                walk.tbsLength(),
                signerHash,
                signer.key(),
                walk.signatureTagOffset() + 1,
                walk.signatureSOffset());
    }
}
