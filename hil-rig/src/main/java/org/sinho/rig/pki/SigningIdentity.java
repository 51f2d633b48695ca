package org.sinho.rig.pki;

import java.util.List;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.its.ieee1609dot2.HeaderInfo;
import org.bouncycastle.oer.its.ieee1609dot2.Ieee1609Dot2Content;
import org.bouncycastle.oer.its.ieee1609dot2.Ieee1609Dot2Data;
import org.bouncycastle.oer.its.ieee1609dot2.SequenceOfCertificate;
import org.bouncycastle.oer.its.ieee1609dot2.SignedData;
import org.bouncycastle.oer.its.ieee1609dot2.SignedDataPayload;
import org.bouncycastle.oer.its.ieee1609dot2.SignerIdentifier;
import org.bouncycastle.oer.its.ieee1609dot2.ToBeSignedData;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashAlgorithm;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.HashedId8;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Psid;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Signature;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Time64;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT8;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;

/**
 * A holder of a certificate that signs messages, rightly or, for tests, wrongly.
 *
 * <p>Signatures are deterministic (RFC 6979) unless {@link #fast()}. Not thread-safe.
 */
public final class SigningIdentity {
    private static final UINT8 VERSION = new UINT8(3);
    private static final Element DATA = IEEE1609dot2.Ieee1609Dot2Data.build();
    private static final Element TO_BE_SIGNED = IEEE1609dot2.ToBeSignedData.build();

    private final IssuedCertificate own;

    SigningIdentity(IssuedCertificate own) {
        this.own = own;
    }

    /** {@return this identity signing natively: faster, and never twice the same octets} */
    public SigningIdentity fast() {
        return new SigningIdentity(
                new IssuedCertificate(own.certificate(), own.oer(), own.hash(), own.key().fast()));
    }

    /** {@return HashedId8 of the certificate, 16 hexadecimal digits} */
    public String hashedId8Hex() {
        return own.hashedId8Hex();
    }

    /** {@return the certificate in canonical OER, a copy} */
    public byte[] certificate() {
        return own.oer().clone();
    }

    /**
     * Signs a payload.
     *
     * @param psid provider service identifier, 0 to 2^31 - 1; permitted or not
     * @param payload MessageFrame or any octets
     * @param generationTimeUtcMs milliseconds since 1970 UTC
     * @param attachCertificate true to attach the certificate, false to sign by digest
     * @return an Ieee1609Dot2Data in canonical OER
     */
    public byte[] sign(
            int psid, byte[] payload, long generationTimeUtcMs, boolean attachCertificate) {
        return sign(header(psid, generationTimeUtcMs), payload, attachCertificate);
    }

    /**
     * As {@link #sign(int, byte[], long, boolean)}, by a key that is not the certificate's.
     *
     * @param psid provider service identifier
     * @param payload MessageFrame or any octets
     * @param generationTimeUtcMs milliseconds since 1970 UTC
     * @param attachCertificate true to attach the certificate, false to sign by digest
     * @return a well-formed message whose signature does not match
     */
    public byte[] signWrongly(
            int psid, byte[] payload, long generationTimeUtcMs, boolean attachCertificate) {
        var forger =
                new IssuedCertificate(
                        own.certificate(), own.oer(), own.hash(), SigningKey.of(666, "forger"));
        return new SigningIdentity(forger)
                .sign(psid, payload, generationTimeUtcMs, attachCertificate);
    }

    /**
     * As {@link #sign(int, byte[], long, boolean)}, with the payload changed after signing.
     *
     * @param psid provider service identifier
     * @param payload what is signed, at least one octet; what is sent differs in its last bit
     * @param generationTimeUtcMs milliseconds since 1970 UTC
     * @param attachCertificate true to attach the certificate, false to sign by digest
     * @return a well-formed message whose signature does not match
     */
    public byte[] signTampered(
            int psid, byte[] payload, long generationTimeUtcMs, boolean attachCertificate) {
        byte[] other = payload.clone();
        other[other.length - 1] ^= 1;
        var header = header(psid, generationTimeUtcMs);
        Signature signature = signature(tbs(header, payload));
        return encode(tbs(header, other), attachCertificate, signature);
    }

    /**
     * {@return a payload in an envelope without a signature}
     *
     * @param payload MessageFrame or any octets
     */
    public static byte[] unsigned(byte[] payload) {
        return OEREncoder.toByteArray(unsecured(payload), DATA);
    }

    byte[] sign(HeaderInfo header, byte[] payload, boolean attachCertificate) {
        ToBeSignedData tbs = tbs(header, payload);
        return encode(tbs, attachCertificate, signature(tbs));
    }

    static HeaderInfo header(int psid, long generationTimeUtcMs) {
        return HeaderInfo.builder()
                .setPsid(new Psid(psid))
                .setGenerationTime(new Time64(Validity.taiUs(generationTimeUtcMs)))
                .createHeaderInfo();
    }

    private Signature signature(ToBeSignedData tbs) {
        byte[] oer = OEREncoder.toByteArray(tbs, TO_BE_SIGNED);
        return Signature.ecdsaNistP256Signature(own.key().sign(oer, own.hash()));
    }

    private byte[] encode(ToBeSignedData tbs, boolean attachCertificate, Signature signature) {
        SignerIdentifier signer =
                attachCertificate
                        ? SignerIdentifier.certificate(
                                new SequenceOfCertificate(List.of(own.certificate())))
                        : SignerIdentifier.digest(new HashedId8(own.hashedId8()));
        var signed = new SignedData(HashAlgorithm.sha256, tbs, signer, signature);
        var data = new Ieee1609Dot2Data(VERSION, Ieee1609Dot2Content.signedData(signed));
        return OEREncoder.toByteArray(data, DATA);
    }

    private static ToBeSignedData tbs(HeaderInfo header, byte[] payload) {
        return new ToBeSignedData(new SignedDataPayload(unsecured(payload), null), header);
    }

    private static Ieee1609Dot2Data unsecured(byte[] payload) {
        return new Ieee1609Dot2Data(VERSION, Ieee1609Dot2Content.unsecuredData(payload));
    }
}
