package org.sinho.rig.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.oer.its.ieee1609dot2.Certificate;
import org.bouncycastle.oer.its.ieee1609dot2.CertificateId;
import org.bouncycastle.oer.its.ieee1609dot2.CertificateType;
import org.bouncycastle.oer.its.ieee1609dot2.EndEntityType;
import org.bouncycastle.oer.its.ieee1609dot2.IssuerIdentifier;
import org.bouncycastle.oer.its.ieee1609dot2.LinkageData;
import org.bouncycastle.oer.its.ieee1609dot2.PsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SequenceOfPsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SubjectPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.ToBeSignedCertificate;
import org.bouncycastle.oer.its.ieee1609dot2.VerificationKeyIndicator;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.BitmapSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.BitmapSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CircularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CountryOnly;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CrlSeries;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.GeographicRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashAlgorithm;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId3;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId8;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Hostname;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.IValue;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.IdentifiedRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Latitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.LinkageValue;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Longitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PolygonalRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Psid;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PublicVerificationKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.RectangularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfIdentifiedRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfOctetString;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfRectangularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Signature;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SubjectAssurance;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SymmAlgorithm;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.TwoDLocation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT16;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT8;

/** Explicit certificates with every combination of fields, well formed and otherwise senseless. */
final class RandomCertificate {
    private final Random random;

    RandomCertificate(Random random) {
        this.random = random;
    }

    IssuedCertificate next() {
        SigningKey key = SigningKey.of(random.nextLong(), "random");
        var builder =
                ToBeSignedCertificate.builder()
                        .setId(id())
                        .setCracaId(new HashedId3(octets(3)))
                        .setCrlSeries(new CrlSeries(random.nextInt(65_536)))
                        .setValidityPeriod(
                                new Validity(Bench.NOW_UTC_MS, 1 + random.nextInt(9_000_000))
                                        .period())
                        .setRegion(sometimes(this::region))
                        .setAssuranceLevel(sometimes(() -> new SubjectAssurance(octets(1))))
                        .setAppPermissions(
                                sometimes(() -> new SequenceOfPsidSsp(some(this::psidSsp))))
                        .setCertIssuePermissions(sometimes(this::groups))
                        .setCertRequestPermissions(sometimes(this::groups))
                        .setEncryptionKey(sometimes(this::encryptionKey))
                        .setVerifyKeyIndicator(
                                VerificationKeyIndicator.verificationKey(
                                        PublicVerificationKey.ecdsaNistP256(key.publicPoint())));
        if (random.nextBoolean()) {
            builder.setCanRequestRollover();
        }
        return IssuedCertificate.of(certificate(builder.createToBeSignedCertificate()), key);
    }

    PublicEncryptionKey encryptionKey() {
        return new PublicEncryptionKey(
                SymmAlgorithm.aes128Ccm,
                random.nextBoolean()
                        ? BasePublicEncryptionKey.eciesNistP256(point())
                        : BasePublicEncryptionKey.eciesBrainpoolP256r1(point()));
    }

    <T> T sometimes(Supplier<T> supplier) {
        return random.nextBoolean() ? supplier.get() : null;
    }

    byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    private Certificate certificate(ToBeSignedCertificate tbs) {
        var signature = new EcdsaP256Signature(point(), new DEROctetString(octets(32)));
        return Certificate.builder()
                .setVersion(new UINT8(3))
                .setType(CertificateType.explicit)
                .setIssuer(
                        random.nextInt(5) == 0
                                ? IssuerIdentifier.self(HashAlgorithm.sha256)
                                : IssuerIdentifier.sha256AndDigest(new HashedId8(octets(8))))
                .setToBeSigned(tbs)
                .setSignature(Signature.ecdsaNistP256Signature(signature))
                .createCertificate();
    }

    private EccP256CurvePoint point() {
        return random.nextBoolean()
                ? EccP256CurvePoint.compressedY0(octets(32))
                : EccP256CurvePoint.compressedY1(octets(32));
    }

    private CertificateId id() {
        return switch (random.nextInt(4)) {
            case 0 ->
                    CertificateId.linkageData(
                            new LinkageData(
                                    IValue.getInstance(new ASN1Integer(random.nextInt(65_536))),
                                    new LinkageValue(octets(9)),
                                    // Bouncy Castle 1.87 takes LinkageData for extensible and
                                    // would write a wrong preamble for a group.
                                    null));
            case 1 -> CertificateId.name(new Hostname("h".repeat(random.nextInt(200))));
            case 2 -> CertificateId.binaryId(octets(1 + random.nextInt(64)));
            default -> CertificateId.none();
        };
    }

    private GeographicRegion region() {
        return switch (random.nextInt(4)) {
            case 0 ->
                    GeographicRegion.circularRegion(
                            new CircularRegion(place(), new UINT16(random.nextInt(65_536))));
            case 1 ->
                    GeographicRegion.rectangularRegion(
                            new SequenceOfRectangularRegion(
                                    some(() -> new RectangularRegion(place(), place()))));
            case 2 -> GeographicRegion.polygonalRegion(new PolygonalRegion(some(this::place)));
            default ->
                    GeographicRegion.identifiedRegion(
                            new SequenceOfIdentifiedRegion(
                                    some(
                                            () ->
                                                    IdentifiedRegion.countryOnly(
                                                            new CountryOnly(410)))));
        };
    }

    private TwoDLocation place() {
        return new TwoDLocation(
                new Latitude(random.nextInt(1_800_000_000) - 900_000_000),
                new Longitude(random.nextInt() / 2));
    }

    private PsidSsp psidSsp() {
        return new PsidSsp(
                psid(),
                sometimes(
                        () ->
                                random.nextBoolean()
                                        ? ServiceSpecificPermissions.opaque(
                                                octets(random.nextInt(200)))
                                        : ServiceSpecificPermissions.bitmapSsp(
                                                new BitmapSsp(octets(random.nextInt(32))))));
    }

    private Psid psid() {
        return new Psid(random.nextInt() & 0x7FFF_FFFF >>> random.nextInt(31));
    }

    private SequenceOfPsidGroupPermissions groups() {
        return new SequenceOfPsidGroupPermissions(
                some(
                        () ->
                                new PsidGroupPermissions(
                                        random.nextInt(3) == 0
                                                ? SubjectPermissions.all()
                                                : SubjectPermissions.explicit(
                                                        new SequenceOfPsidSspRange(
                                                                some(this::psidSspRange))),
                                        new ASN1Integer(1 + random.nextInt(3)),
                                        new ASN1Integer(random.nextInt(400) - 1),
                                        new EndEntityType(EndEntityType.app))));
    }

    private PsidSspRange psidSspRange() {
        return new PsidSspRange(
                psid(),
                sometimes(
                        () ->
                                switch (random.nextInt(3)) {
                                    case 0 -> SspRange.all();
                                    case 1 ->
                                            SspRange.opaque(
                                                    new SequenceOfOctetString(
                                                            some(
                                                                    () ->
                                                                            new DEROctetString(
                                                                                    octets(2)))));
                                    default ->
                                            SspRange.bitmapSspRange(
                                                    new BitmapSspRange(
                                                            new DEROctetString(octets(3)),
                                                            new DEROctetString(octets(3))));
                                }));
    }

    private <T> List<T> some(Supplier<T> supplier) {
        List<T> list = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            list.add(supplier.get());
        }
        return list;
    }
}
