package org.sinho.rig.pki;

import java.io.IOException;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.MessageVerifier;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SecurityConfig;
import org.sinho.v2x.security.SignedMessage;
import org.sinho.v2x.security.Verdict;

/** A center that trusts what a bench wrote, with one worker. */
final class Bench {
    static final long NOW_UTC_MS = 1_795_000_000_000L; // November 2026
    static final Validity YEAR = new Validity(NOW_UTC_MS - 3_600_000, 365 * 24 * 3600L);
    static final int SRM = AppPermission.PSID_SIGNAL_REQUEST;
    static final int BSM = AppPermission.PSID_BSM;

    final SignedMessage message = new SignedMessage();
    final Verdict verdict = new Verdict();
    final CertificateStore store;
    private final MessageVerifier verifier;

    Bench(Path folder, boolean nativeCrypto) {
        store =
                CertificateStore.load(
                        new SecurityConfig(folder, 5, 1024, RoleTable.sinho(), nativeCrypto));
        verifier = new MessageVerifier(store);
    }

    static Bench trusting(TestPki pki, Path folder) throws IOException {
        pki.write(folder);
        return new Bench(folder, true);
    }

    SecurityCause verify(byte[] octets) {
        return verifyAt(NOW_UTC_MS, octets);
    }

    SecurityCause verifyAt(long nowUtcMs, byte[] octets) {
        // Exactly as large as the datagram: one octet read too far would throw.
        message.wrap(new UnsafeBuffer(octets), 0, octets.length);
        return verifier.verify(message, nowUtcMs, verdict);
    }

    SecurityCause verifyFrom(int latitude, int longitude, byte[] octets) {
        message.wrap(new UnsafeBuffer(octets), 0, octets.length);
        return verifier.verify(message, NOW_UTC_MS, latitude, longitude, verdict);
    }

    boolean grantsNothing() {
        return !verdict.ok()
                && verdict.roles() == 0
                && verdict.psid() == 0
                && verdict.signerDigest() == 0
                && !verdict.requireRole(RoleTable.AMBULANCE);
    }
}
