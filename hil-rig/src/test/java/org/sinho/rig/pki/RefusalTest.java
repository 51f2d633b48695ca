package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.oer.its.ieee1609dot2.HeaderInfo;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Elevation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Latitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Longitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Psid;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfOctetString;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ThreeDLocation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Time64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SecurityConfig;

/**
 * Each wrong message differs from an accepted one in exactly one thing, so each test here fails
 * when the check of that one thing is dropped.
 */
class RefusalTest {
    private static final long NOW = Bench.NOW_UTC_MS;
    private static final byte[] PAYLOAD = "a signal request".getBytes();
    private static final AppPermission AMBULANCE = AppPermission.signalRequest(0x80);
    private static final int LATITUDE = 365_000_000;
    private static final int LONGITUDE = 1_272_500_000;

    private final TestPki pki = new TestPki(2, Bench.YEAR);
    private final SigningIdentity honest = pki.issue("honest", AppPermission.bsm(), AMBULANCE);
    @TempDir private Path folder;
    private Bench bench;

    @BeforeEach
    void trust() throws Exception {
        bench = Bench.trusting(pki, folder);
        accept(request(honest)); // The control of every test, and its certificate is learned.
    }

    @Test
    void shouldRefuseWhenUnsigned() {
        refuse(SecurityCause.NOT_SIGNED, SigningIdentity.unsigned(PAYLOAD));
    }

    @Test
    void shouldRefuseWhenSignedByAnotherKey() {
        refuse(SecurityCause.BAD_SIGNATURE, honest.signWrongly(Bench.SRM, PAYLOAD, NOW, true));
        refuse(SecurityCause.BAD_SIGNATURE, honest.signWrongly(Bench.SRM, PAYLOAD, NOW, false));
    }

    @Test
    void shouldRefuseWhenPayloadWasTamperedWith() {
        refuse(SecurityCause.BAD_SIGNATURE, honest.signTampered(Bench.SRM, PAYLOAD, NOW, true));
        refuse(SecurityCause.BAD_SIGNATURE, honest.signTampered(Bench.SRM, PAYLOAD, NOW, false));
    }

    @Test
    void shouldRefuseWhenAnotherIdentitysDigestIsNamed() {
        SigningIdentity other = pki.issue("other", AMBULANCE);
        accept(request(other));
        byte[] request = honest.sign(Bench.SRM, PAYLOAD, NOW, false);
        byte[] digest = new java.math.BigInteger(other.hashedId8Hex(), 16).toByteArray();
        System.arraycopy(
                digest, Math.max(0, digest.length - 8), request, request.length - 66 - 8, 8);

        refuse(SecurityCause.BAD_SIGNATURE, request);
    }

    @Test
    void shouldRefuseWhenCertificateHasExpired() {
        SigningIdentity late = pki.issue("late", new Validity(NOW - 3_600_000, 3599), AMBULANCE);

        refuse(SecurityCause.CERTIFICATE_EXPIRED, request(late));
        refuse(SecurityCause.CERTIFICATE_EXPIRED, late.sign(Bench.SRM, PAYLOAD, NOW - 5000, true));
    }

    @Test
    void shouldHonorCertificateUpToItsLastMillisecond() {
        SigningIdentity brief = pki.issue("brief", new Validity(NOW - 60_000, 60), AMBULANCE);
        byte[] last = brief.sign(Bench.SRM, PAYLOAD, NOW - 1, true);

        assertThat(bench.verifyAt(NOW - 1, last)).isEqualTo(SecurityCause.OK);
        assertThat(bench.verifyAt(NOW, last)).isEqualTo(SecurityCause.CERTIFICATE_EXPIRED);
        assertThat(bench.grantsNothing()).isTrue();
    }

    @Test
    void shouldRefuseWhenCertificateIsNotYetValid() {
        SigningIdentity early = pki.issue("early", new Validity(NOW + 1000, 3600), AMBULANCE);

        refuse(SecurityCause.CERTIFICATE_NOT_YET_VALID, request(early));
        byte[] dated = early.sign(Bench.SRM, PAYLOAD, NOW + 1000, true);
        refuse(SecurityCause.CERTIFICATE_NOT_YET_VALID, dated);
        assertThat(bench.verifyAt(NOW + 1000, dated)).isEqualTo(SecurityCause.OK);
    }

    @Test
    void shouldRefuseWhenGeneratedBeforeCertificateBegan() {
        SigningIdentity young = pki.issue("young", new Validity(NOW - 1000, 3600), AMBULANCE);

        refuse(
                SecurityCause.CERTIFICATE_NOT_YET_VALID,
                young.sign(Bench.SRM, PAYLOAD, NOW - 2000, true));
    }

    @Test
    void shouldRefuseWhenCertificateIsRevokedInConfiguration() throws Exception {
        pki.revoke(honest);
        bench = Bench.trusting(pki, folder);

        refuse(SecurityCause.CERTIFICATE_REVOKED, request(honest));
    }

    @Test
    void shouldRefuseKnownSignerWhenRevokedAtRunTime() {
        bench.store.revoke(List.of(Long.parseUnsignedLong(honest.hashedId8Hex(), 16)));
        refuse(SecurityCause.CERTIFICATE_REVOKED, request(honest));
        refuse(SecurityCause.CERTIFICATE_REVOKED, honest.sign(Bench.SRM, PAYLOAD, NOW, false));

        bench.store.revoke(List.of());
        accept(request(honest));
    }

    @Test
    void shouldRefuseEverySignerBelowRevokedAuthority() {
        String authority = pki.authority().certificate().hashedId8Hex();
        bench.store.revoke(List.of(Long.parseUnsignedLong(authority, 16)));

        refuse(SecurityCause.CERTIFICATE_REVOKED, request(honest));
    }

    @Test
    void shouldRefuseWhenPsidIsNotGranted() {
        SigningIdentity car = pki.issue("car", AppPermission.bsm());

        assertThat(bench.verify(car.sign(Bench.BSM, PAYLOAD, NOW, true)))
                .isEqualTo(SecurityCause.OK);
        assertThat(bench.verdict.roles()).isZero();
        refuse(SecurityCause.PSID_NOT_GRANTED, request(car));
    }

    @Test
    void shouldRefuseRequestWhenSspGrantsNoRole() {
        refuse(
                SecurityCause.ROLE_NOT_GRANTED,
                request(pki.issue("idle", AppPermission.signalRequest(0))));
        refuse(
                SecurityCause.ROLE_NOT_GRANTED,
                request(pki.issue("bare", new AppPermission(Bench.SRM, ""))));
        refuse(
                SecurityCause.ROLE_NOT_GRANTED,
                request(pki.issue("next version", new AppPermission(Bench.SRM, "0280"))));
    }

    @Test
    void shouldRefuseClaimedRoleWhenAnotherIsGranted() {
        SigningIdentity bus = pki.issue("bus", AppPermission.signalRequest(0x08));
        assertThat(bench.verify(request(bus))).isEqualTo(SecurityCause.OK);
        assertThat(bench.verdict.roles()).isEqualTo(RoleTable.TRANSIT);

        assertThat(bench.verdict.requireRole(RoleTable.AMBULANCE)).isFalse();

        assertThat(bench.verdict.cause()).isEqualTo(SecurityCause.ROLE_NOT_GRANTED);
        assertThat(bench.grantsNothing()).isTrue();
    }

    @Test
    void shouldRefuseClaimOfNoRoleOrOfSeveral() {
        bench.verify(request(honest));
        assertThat(bench.verdict.requireRole(0)).isFalse();
        bench.verify(request(honest));
        assertThat(bench.verdict.requireRole(RoleTable.AMBULANCE | RoleTable.FIRE)).isFalse();
        bench.verify(request(honest));
        assertThat(bench.verdict.requireRole(RoleTable.AMBULANCE)).isTrue();
    }

    @Test
    void shouldRefuseWhenRootIsUnknown() {
        SigningIdentity stranger = new TestPki(3, Bench.YEAR).issue("stranger", AMBULANCE);

        refuse(SecurityCause.UNKNOWN_ISSUER, request(stranger));
        refuse(SecurityCause.UNKNOWN_SIGNER, stranger.sign(Bench.SRM, PAYLOAD, NOW, false));
    }

    @Test
    void shouldRefuseWhenCertificateIsSelfSigned() {
        refuse(SecurityCause.CHAIN_INVALID, request(pki.selfSigned("myself", AMBULANCE)));
    }

    @Test
    void shouldRefuseWhenCertificateNamesOurAuthorityButWasSignedByAnother() {
        IssuedCertificate real = pki.authority().certificate();
        var forged =
                new IssuedCertificate(
                        real.certificate(), real.oer(), real.hash(), SigningKey.of(9, "forger"));
        var impostor =
                new SigningIdentity(
                        CertificateAuthority.holding(forged)
                                .endEntity(
                                        pki.key("impostor"), Bench.YEAR, null, List.of(AMBULANCE)));

        refuse(SecurityCause.CHAIN_INVALID, request(impostor));
    }

    @Test
    void shouldRefuseWhenAuthorityMayNotIssueThePsid() throws Exception {
        CertificateAuthority cars = another(CertificateAuthority.anySspOf(Bench.BSM));
        var car = new SigningIdentity(entity(cars, AppPermission.bsm()));
        var wanting = new SigningIdentity(entity(cars, AppPermission.bsm(), AMBULANCE));

        assertThat(bench.verify(car.sign(Bench.BSM, PAYLOAD, NOW, true)))
                .isEqualTo(SecurityCause.OK);
        refuse(SecurityCause.CHAIN_INVALID, request(wanting));
    }

    @Test
    void shouldRefuseWhenAuthorityMayNotIssueTheRole() throws Exception {
        var ssps =
                new SequenceOfOctetString(
                        List.of(
                                new DEROctetString(new byte[] {1, 0x08}),
                                new DEROctetString(new byte[] {1, 0x10})));
        CertificateAuthority buses =
                another(new PsidSspRange(new Psid(Bench.SRM), SspRange.opaque(ssps)));

        accept(request(new SigningIdentity(entity(buses, AppPermission.signalRequest(0x10)))));
        refuse(SecurityCause.CHAIN_INVALID, request(new SigningIdentity(entity(buses, AMBULANCE))));
    }

    @Test
    void shouldRefuseWhenEndEntityPlaysAuthority() {
        IssuedCertificate bus =
                entity(pki.authority(), AppPermission.bsm(), AppPermission.signalRequest(0x08));
        bench.verify(request(new SigningIdentity(bus)));
        var below = entity(CertificateAuthority.holding(bus), AMBULANCE);

        refuse(SecurityCause.UNKNOWN_ISSUER, request(new SigningIdentity(below)));
    }

    @Test
    void shouldRefuseAtLoadWhenChainIsLongerThanAuthorityAllows() throws Exception {
        // Our authority may issue end entities only (chain length 1), not another authority.
        CertificateAuthority below =
                pki.authority()
                        .authority(
                                pki.key("below"),
                                Bench.YEAR,
                                List.of(CertificateAuthority.anySspOf(Bench.SRM)));
        Files.write(folder.resolve("authorities/below.oer"), below.certificate().oer());
        bench = new Bench(folder, true);

        refuse(SecurityCause.CHAIN_INVALID, request(new SigningIdentity(entity(below, AMBULANCE))));
    }

    @Test
    void shouldRefuseOutsideRegionAndFromAnUnknownPlace() {
        SigningIdentity local = pki.issueWithin("local", LATITUDE, LONGITUDE, 5000, AMBULANCE);
        byte[] inside = local.sign(located(LATITUDE + 10_000, LONGITUDE), PAYLOAD, true);
        byte[] outside = local.sign(located(LATITUDE + 1_000_000, LONGITUDE), PAYLOAD, true);
        byte[] unknown = local.sign(located(900_000_001, LONGITUDE), PAYLOAD, true);

        accept(inside);
        refuse(SecurityCause.REGION, outside);
        refuse(SecurityCause.REGION, unknown);
        refuse(SecurityCause.REGION, request(local));
        assertThat(bench.verifyFrom(LATITUDE, LONGITUDE, request(local)))
                .isEqualTo(SecurityCause.OK);
        assertThat(bench.verifyFrom(0, LONGITUDE, request(local))).isEqualTo(SecurityCause.REGION);
        assertThat(bench.grantsNothing()).isTrue();
    }

    @Test
    void shouldNotTakeThePlaceOfTheMessageBefore() {
        SigningIdentity local = pki.issueWithin("local", LATITUDE, LONGITUDE, 5000, AMBULANCE);

        accept(local.sign(located(LATITUDE, LONGITUDE), PAYLOAD, true));
        refuse(SecurityCause.REGION, request(local));
    }

    @Test
    void shouldReadRevocationsAgainWhenTheListHasChanged() throws Exception {
        pki.revoke(honest);
        pki.write(folder);
        accept(request(honest));

        bench.store.readRevoked(folder.resolve("revoked.txt"));

        refuse(SecurityCause.CERTIFICATE_REVOKED, request(honest));
    }

    @Test
    void shouldRefuseWhenMessageHasExpiredOrHasNoTime() {
        var past = base().setExpiryTime(new Time64(Validity.taiUs(NOW))).createHeaderInfo();
        var future = base().setExpiryTime(new Time64(Validity.taiUs(NOW + 1))).createHeaderInfo();
        var timeless = HeaderInfo.builder().setPsid(new Psid(Bench.SRM)).createHeaderInfo();

        accept(honest.sign(future, PAYLOAD, true));
        refuse(SecurityCause.MESSAGE_EXPIRED, honest.sign(past, PAYLOAD, true));
        refuse(SecurityCause.NO_GENERATION_TIME, honest.sign(timeless, PAYLOAD, true));
    }

    @Test
    void shouldRefuseOversizedAndTrailingOctets() {
        byte[] request = request(honest);

        refuse(SecurityCause.MALFORMED, Arrays.copyOf(request, request.length + 1));
        refuse(SecurityCause.OVERSIZED, Arrays.copyOf(request, 4097));
        refuse(SecurityCause.OVERSIZED, honest.sign(Bench.SRM, new byte[4096], NOW, true));
        accept(honest.sign(Bench.SRM, new byte[3000], NOW, true));
    }

    @Test
    void shouldNameFileAndFaultWhenConfigurationIsWrong() throws Exception {
        Files.write(folder.resolve("authorities/bad.oer"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> CertificateStore.load(SecurityConfig.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.oer")
                .hasMessageContaining("allowed is an explicit P-256 certificate");
        Files.delete(folder.resolve("authorities/bad.oer"));

        Files.writeString(folder.resolve("revoked.txt"), "# list\n\n12g4\n");
        assertThatThrownBy(() -> CertificateStore.load(SecurityConfig.of(folder)))
                .hasMessageContaining("revoked.txt:3 is 12g4");
        Files.delete(folder.resolve("revoked.txt"));

        Files.delete(folder.resolve("roots/bench-root.oer"));
        assertThatThrownBy(() -> CertificateStore.load(SecurityConfig.of(folder)))
                .hasMessageContaining("no root certificate");
    }

    @Test
    void shouldRefuseAtLoadWhenConfiguredCertificateWasTamperedWith() throws Exception {
        for (String name : List.of("roots/bench-root.oer", "authorities/bench-authority.oer")) {
            pki.write(folder);
            byte[] oer = Files.readAllBytes(folder.resolve(name));
            oer[oer.length - 1] ^= 1;
            Files.write(folder.resolve(name), oer);
            assertThatThrownBy(() -> CertificateStore.load(SecurityConfig.of(folder)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("is not rightly issued");
        }
    }

    private CertificateAuthority another(PsidSspRange range) throws Exception {
        CertificateAuthority other =
                pki.root().authority(pki.key("another"), Bench.YEAR, List.of(range));
        Files.write(folder.resolve("authorities/another.oer"), other.certificate().oer());
        bench = new Bench(folder, true);
        return other;
    }

    private IssuedCertificate entity(CertificateAuthority by, AppPermission... permissions) {
        return by.endEntity(pki.key("entity"), Bench.YEAR, null, List.of(permissions));
    }

    private static HeaderInfo.Builder base() {
        return HeaderInfo.builder()
                .setPsid(new Psid(Bench.SRM))
                .setGenerationTime(new Time64(Validity.taiUs(NOW)));
    }

    private static HeaderInfo located(int latitude, int longitude) {
        return base().setGenerationLocation(
                        new ThreeDLocation(
                                new Latitude(latitude),
                                new Longitude(longitude),
                                new Elevation(4096)))
                .createHeaderInfo();
    }

    private static byte[] request(SigningIdentity identity) {
        return identity.sign(Bench.SRM, PAYLOAD, NOW, true);
    }

    private void accept(byte[] octets) {
        assertThat(bench.verify(octets)).isEqualTo(SecurityCause.OK);
        assertThat(bench.verdict.roles()).isNotZero();
    }

    private void refuse(SecurityCause cause, byte[] octets) {
        assertThat(bench.verify(octets)).isEqualTo(cause);
        assertThat(bench.verdict.cause()).isEqualTo(cause);
        assertThat(bench.grantsNothing()).isTrue();
    }
}
