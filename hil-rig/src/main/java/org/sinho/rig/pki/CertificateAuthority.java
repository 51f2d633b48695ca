package org.sinho.rig.pki;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.its.ieee1609dot2.Certificate;
import org.bouncycastle.oer.its.ieee1609dot2.CertificateId;
import org.bouncycastle.oer.its.ieee1609dot2.CertificateType;
import org.bouncycastle.oer.its.ieee1609dot2.EndEntityType;
import org.bouncycastle.oer.its.ieee1609dot2.IssuerIdentifier;
import org.bouncycastle.oer.its.ieee1609dot2.PsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SequenceOfPsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SubjectPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.ToBeSignedCertificate;
import org.bouncycastle.oer.its.ieee1609dot2.VerificationKeyIndicator;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CrlSeries;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.GeographicRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashAlgorithm;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId3;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId8;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Hostname;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Psid;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PublicVerificationKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Signature;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT8;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;

/** Issues certificates: a root by itself, or an authority under another. */
final class CertificateAuthority {
    private static final byte[] HASH_OF_NOTHING = SigningKey.sha256(new byte[0]);

    private static final Element TO_BE_SIGNED = IEEE1609dot2.ToBeSignedCertificate.build();

    private final IssuedCertificate own;

    private CertificateAuthority(IssuedCertificate own) {
        this.own = own;
    }

    /** An authority by a certificate, whatever that allows. */
    static CertificateAuthority holding(IssuedCertificate certificate) {
        return new CertificateAuthority(certificate);
    }

    /** A root that may issue everything, at any depth. */
    static CertificateAuthority root(SigningKey key, Validity validity) {
        var permissions = group(SubjectPermissions.all(), -1);
        ToBeSignedCertificate tbs = tbs(key, validity, null, null, permissions, "root");
        var issuer = IssuerIdentifier.self(HashAlgorithm.sha256);
        return new CertificateAuthority(sealed(tbs, issuer, key, key, HASH_OF_NOTHING));
    }

    /** An authority below this one that may issue end entities with any SSP of some PSIDs. */
    CertificateAuthority authority(SigningKey key, Validity validity, List<PsidSspRange> ranges) {
        var permissions = group(SubjectPermissions.explicit(new SequenceOfPsidSspRange(ranges)), 0);
        return new CertificateAuthority(
                issue(tbs(key, validity, null, null, permissions, "authority"), key));
    }

    /** An end entity; {@code region} null for everywhere. */
    IssuedCertificate endEntity(
            SigningKey key,
            Validity validity,
            GeographicRegion region,
            List<AppPermission> permissions) {
        List<PsidSsp> granted = new ArrayList<>();
        for (AppPermission each : permissions) {
            var ssp =
                    each.sspHex().isEmpty() ? null : ServiceSpecificPermissions.opaque(each.ssp());
            granted.add(new PsidSsp(new Psid(each.psid()), ssp));
        }
        return issue(tbs(key, validity, region, new SequenceOfPsidSsp(granted), null, null), key);
    }

    /** An end entity that vouches for itself. */
    static IssuedCertificate selfSigned(
            SigningKey key, Validity validity, List<AppPermission> permissions) {
        var template = root(key, validity).endEntity(key, validity, null, permissions);
        return sealed(
                template.certificate().getToBeSigned(),
                IssuerIdentifier.self(HashAlgorithm.sha256),
                key,
                key,
                HASH_OF_NOTHING);
    }

    static PsidSspRange anySspOf(int psid) {
        return new PsidSspRange(new Psid(psid), SspRange.all());
    }

    IssuedCertificate certificate() {
        return own;
    }

    private IssuedCertificate issue(ToBeSignedCertificate tbs, SigningKey subject) {
        var issuer = IssuerIdentifier.sha256AndDigest(new HashedId8(own.hashedId8()));
        return sealed(tbs, issuer, subject, own.key(), own.hash());
    }

    private static IssuedCertificate sealed(
            ToBeSignedCertificate tbs,
            IssuerIdentifier issuer,
            SigningKey subject,
            SigningKey signer,
            byte[] signerHash) {
        byte[] oer = OEREncoder.toByteArray(tbs, TO_BE_SIGNED);
        Certificate certificate =
                Certificate.builder()
                        .setVersion(new UINT8(3))
                        .setType(CertificateType.explicit)
                        .setIssuer(issuer)
                        .setToBeSigned(tbs)
                        .setSignature(
                                Signature.ecdsaNistP256Signature(signer.sign(oer, signerHash)))
                        .createCertificate();
        return IssuedCertificate.of(certificate, subject);
    }

    private static ToBeSignedCertificate tbs(
            SigningKey key,
            Validity validity,
            GeographicRegion region,
            SequenceOfPsidSsp applications,
            SequenceOfPsidGroupPermissions issuing,
            String name) {
        var id =
                name == null
                        ? CertificateId.none()
                        : CertificateId.name(new Hostname(name + ".bench.sinho"));
        var builder =
                ToBeSignedCertificate.builder()
                        .setId(id)
                        .setCracaId(new HashedId3(new byte[3]))
                        .setCrlSeries(new CrlSeries(0))
                        .setValidityPeriod(validity.period())
                        .setVerifyKeyIndicator(
                                VerificationKeyIndicator.verificationKey(
                                        PublicVerificationKey.ecdsaNistP256(key.publicPoint())));
        builder.setRegion(region).setAppPermissions(applications);
        return builder.setCertIssuePermissions(issuing).createToBeSignedCertificate();
    }

    private static SequenceOfPsidGroupPermissions group(
            SubjectPermissions permissions, int chainLengthRange) {
        return new SequenceOfPsidGroupPermissions(
                List.of(
                        new PsidGroupPermissions(
                                permissions,
                                new ASN1Integer(1),
                                new ASN1Integer(chainLengthRange),
                                new EndEntityType(EndEntityType.app))));
    }
}
