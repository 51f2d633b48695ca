package org.sinho.v2x.security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.ieee1609dot2.CertificateBase;
import org.bouncycastle.oer.its.ieee1609dot2.EndEntityType;
import org.bouncycastle.oer.its.ieee1609dot2.PsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SequenceOfPsidGroupPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.SubjectPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.ToBeSignedCertificate;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.BitmapSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.BitmapSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CircularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Duration;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.GeographicRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.PublicVerificationKey;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.RectangularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfOctetString;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSsp;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfPsidSspRange;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SequenceOfRectangularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.SspRange;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;

/**
 * Reads what a certificate says, once its form has been walked; the cold path.
 *
 * <p>Bouncy Castle decodes, this class gives the fields their meaning. Stateless, thread-safe.
 */
final class CertificateReader {
    private static final Element FORM = IEEE1609dot2.CertificateBase.build();

    private static final long[] MICROSECONDS_OF_UNIT = {
        1,
        1_000,
        1_000_000,
        60_000_000L,
        3_600_000_000L,
        60 * 3_600_000_000L,
        31_556_952L * 1_000_000
    };

    private final RoleTable roles;
    private final SignatureProvider provider;
    private final long leapMs;

    CertificateReader(RoleTable roles, SignatureProvider provider, int leapSeconds) {
        this.roles = roles;
        this.provider = provider;
        leapMs = leapSeconds * 1000L;
    }

    /**
     * Reads one certificate; signature and chain are not looked at.
     *
     * @param oer canonical encoding
     * @param hash its SHA-256
     * @param issuer certificate above, null for a root
     * @throws IllegalArgumentException when it says what this deployment does not take
     */
    KnownCertificate read(byte[] oer, byte[] hash, KnownCertificate issuer) {
        ToBeSignedCertificate tbs = decode(oer).getToBeSigned();
        var validity = tbs.getValidityPeriod();
        long startUtcMs =
                SignedMessage.EPOCH_2004_UTC_MS
                        - leapMs
                        + validity.getStart().getValue().longValueExact() * 1000;
        return new KnownCertificate(
                new UnsafeBuffer(hash).getLong(24, ByteOrder.BIG_ENDIAN),
                hash,
                issuer,
                startUtcMs,
                startUtcMs + milliseconds(validity.getDuration()),
                region(tbs.getRegion()),
                appGrants(tbs.getAppPermissions()),
                issueGrants(tbs.getCertIssuePermissions()),
                provider.key(compressedKey(tbs)));
    }

    /** One at a time: what Bouncy Castle says of sharing a form between threads is nothing. */
    private static synchronized CertificateBase decode(byte[] oer) {
        CertificateBase certificate;
        byte[] understood;
        try {
            certificate = CertificateBase.getInstance(OERInputStream.parse(oer, FORM));
            understood = OEREncoder.toByteArray(certificate, FORM);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("is not read: " + e.getMessage(), e);
        }
        // Two readers that understand the same octets differently are a way in for forgers.
        if (!Arrays.equals(oer, understood)) {
            throw new IllegalArgumentException("is not in the canonical form of what it says");
        }
        return certificate;
    }

    private static long milliseconds(Duration duration) {
        long units = duration.getDuration().getValue().longValueExact();
        return units * MICROSECONDS_OF_UNIT[duration.getChoice()] / 1000;
    }

    private static byte[] compressedKey(ToBeSignedCertificate tbs) {
        var key =
                PublicVerificationKey.getInstance(
                        tbs.getVerifyKeyIndicator().getVerificationKeyIndicator());
        var point = EccP256CurvePoint.getInstance(key.getPublicVerificationKey());
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (point.getChoice() == EccP256CurvePoint.compressedY0 ? 2 : 3);
        byte[] x = ASN1OctetString.getInstance(point.getEccp256CurvePoint()).getOctets();
        System.arraycopy(x, 0, compressed, 1, 32);
        return compressed;
    }

    private static Region region(GeographicRegion region) {
        if (region == null) {
            return Region.ANYWHERE;
        }
        return switch (region.getChoice()) {
            case GeographicRegion.circularRegion -> circle(region);
            case GeographicRegion.rectangularRegion -> rectangles(region);
            default -> Region.NOWHERE;
        };
    }

    private static Region circle(GeographicRegion region) {
        var circle = CircularRegion.getInstance(region.getGeographicRegion());
        return new Region.Circle(
                circle.getCenter().getLatitude().getValue().intValueExact(),
                circle.getCenter().getLongitude().getValue().intValueExact(),
                circle.getRadius().getValue().intValueExact());
    }

    private static Region rectangles(GeographicRegion region) {
        List<Region.Box> boxes = new ArrayList<>();
        for (RectangularRegion each :
                SequenceOfRectangularRegion.getInstance(region.getGeographicRegion())
                        .getRectangularRegions()) {
            boxes.add(
                    new Region.Box(
                            each.getNorthWest().getLatitude().getValue().intValueExact(),
                            each.getNorthWest().getLongitude().getValue().intValueExact(),
                            each.getSouthEast().getLatitude().getValue().intValueExact(),
                            each.getSouthEast().getLongitude().getValue().intValueExact()));
        }
        return new Region.Rectangles(boxes);
    }

    private List<KnownCertificate.AppGrant> appGrants(SequenceOfPsidSsp permissions) {
        List<KnownCertificate.AppGrant> grants = new ArrayList<>();
        if (permissions == null) {
            return grants;
        }
        var seen = new HashSet<Integer>();
        for (PsidSsp each : permissions.getPsidSsps()) {
            int psid = each.getPsid().getPsid().intValueExact();
            byte[] ssp = ssp(each.getSsp());
            if (!seen.add(psid)) {
                throw new IllegalArgumentException("PSID " + psid + " is granted twice");
            }
            grants.add(new KnownCertificate.AppGrant(psid, ssp, roles.roles(psid, ssp)));
        }
        return grants;
    }

    private static byte[] ssp(ServiceSpecificPermissions ssp) {
        if (ssp == null) {
            return new byte[0];
        }
        return ssp.getChoice() == ServiceSpecificPermissions.opaque
                ? ASN1OctetString.getInstance(ssp.getServiceSpecificPermissions()).getOctets()
                : BitmapSsp.getInstance(ssp.getServiceSpecificPermissions())
                        .getString()
                        .getOctets();
    }

    private static List<IssueGrant> issueGrants(SequenceOfPsidGroupPermissions groups) {
        List<IssueGrant> grants = new ArrayList<>();
        if (groups == null) {
            return grants;
        }
        for (PsidGroupPermissions each : groups.getPsidGroupPermissions()) {
            if (!issuesApplications(each.getEeType())) {
                continue;
            }
            int shortest = orDefault(each.getMinChainLength(), 1);
            int range = orDefault(each.getChainLengthRange(), 0);
            grants.add(
                    new IssueGrant(
                            shortest,
                            range < 0 ? Integer.MAX_VALUE : Math.addExact(shortest, range),
                            ranges(each.getSubjectPermissions())));
        }
        return grants;
    }

    private static boolean issuesApplications(EndEntityType type) {
        return type == null || (type.getType().getBytes()[0] & EndEntityType.app) != 0;
    }

    private static int orDefault(org.bouncycastle.asn1.ASN1Integer value, int absent) {
        return value == null ? absent : value.intValueExact();
    }

    private static List<IssueGrant.Range> ranges(SubjectPermissions permissions) {
        if (permissions.getChoice() == SubjectPermissions.all) {
            return List.of(new IssueGrant.Everything());
        }
        List<IssueGrant.Range> ranges = new ArrayList<>();
        for (PsidSspRange each :
                SequenceOfPsidSspRange.getInstance(permissions.getSubjectPermissions())
                        .getPsidSspRanges()) {
            BigInteger psid = each.getPsid().getPsid();
            ranges.add(range(psid.intValueExact(), each.getSspRange()));
        }
        return ranges;
    }

    private static IssueGrant.Range range(int psid, SspRange range) {
        if (range == null || range.getChoice() == SspRange.all) {
            return new IssueGrant.AnySsp(psid);
        }
        if (range.getChoice() == SspRange.opaque) {
            List<byte[]> ssps = new ArrayList<>();
            for (ASN1OctetString each :
                    SequenceOfOctetString.getInstance(range.getSspRange()).getOctetStrings()) {
                ssps.add(each.getOctets());
            }
            return new IssueGrant.OneOf(psid, ssps);
        }
        BitmapSspRange bitmap = BitmapSspRange.getInstance(range.getSspRange());
        return new IssueGrant.Bitmap(
                psid, bitmap.getSspValue().getOctets(), bitmap.getSspBitMask().getOctets());
    }
}
