package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.MessageVerifier;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SecurityConfig;
import org.sinho.v2x.security.SignedMessage;
import org.sinho.v2x.security.Verdict;

/** The way of an honest request: signed on the bench, verified in the center. */
class SignedPathTest {
    private static final long NOW_UTC_MS = 1_795_000_000_000L; // November 2026
    private static final byte[] PAYLOAD = "a signal request".getBytes();

    private final TestPki pki =
            new TestPki(1, new Validity(NOW_UTC_MS - 3_600_000, 365 * 24 * 3600L));
    private final SigningIdentity ambulance =
            pki.issue("ambulance 1", AppPermission.bsm(), AppPermission.signalRequest(0x80));
    private final SignedMessage message = new SignedMessage();
    private final Verdict verdict = new Verdict();
    private MessageVerifier verifier;

    @BeforeEach
    void readTrust(@TempDir Path folder) throws Exception {
        pki.write(folder);
        verifier = new MessageVerifier(CertificateStore.load(SecurityConfig.of(folder)));
    }

    @Test
    void shouldGrantRoleWhenRequestIsSignedWithAttachedCertificate() {
        byte[] request =
                ambulance.sign(AppPermission.PSID_SIGNAL_REQUEST, PAYLOAD, NOW_UTC_MS, true);

        assertThat(verify(request)).isEqualTo(SecurityCause.OK);
        assertThat(verdict.roles()).isEqualTo(RoleTable.AMBULANCE);
        assertThat(verdict.psid()).isEqualTo(RoleTable.PSID_SIGNAL_REQUEST);
        assertThat(verdict.signerDigest())
                .isEqualTo(Long.parseUnsignedLong(ambulance.hashedId8Hex(), 16));
    }

    @Test
    void shouldKnowSignerByDigestWhenCertificateWasAttachedBefore() {
        byte[] byDigest = ambulance.sign(AppPermission.PSID_BSM, PAYLOAD, NOW_UTC_MS, false);
        assertThat(verify(byDigest)).isEqualTo(SecurityCause.UNKNOWN_SIGNER);

        verify(ambulance.sign(AppPermission.PSID_BSM, PAYLOAD, NOW_UTC_MS, true));

        assertThat(verify(byDigest)).isEqualTo(SecurityCause.OK);
        assertThat(message.generationTimeUtcMs()).isEqualTo(NOW_UTC_MS);
    }

    private SecurityCause verify(byte[] octets) {
        message.wrap(new UnsafeBuffer(octets), 0, octets.length);
        return verifier.verify(message, NOW_UTC_MS, verdict);
    }
}
