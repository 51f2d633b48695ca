package org.sinho.rig.pki;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** A private key on NIST P-256 that follows from a seed and a name. Not thread-safe. */
final class SigningKey {
    private static final ECDomainParameters CURVE =
            new ECDomainParameters(CustomNamedCurves.getByName("P-256"));

    private final BigInteger secret;
    private final ECDSASigner deterministic =
            new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    private final Signature fast;

    private SigningKey(BigInteger secret, boolean fast) {
        this.secret = secret;
        deterministic.init(true, new ECPrivateKeyParameters(secret, CURVE));
        this.fast = fast ? fastSignature(secret) : null;
    }

    static SigningKey of(long seed, String name) {
        byte[] text = ("Sinho bench key " + seed + ' ' + name).getBytes(StandardCharsets.UTF_8);
        byte[] wide = Arrays.concatenate(sha256(text), sha256(Arrays.append(text, (byte) 1)));
        // Twice the width of the order: the remainder is as good as uniform.
        BigInteger range = CURVE.getN().subtract(BigInteger.ONE);
        return new SigningKey(new BigInteger(1, wide).mod(range).add(BigInteger.ONE), false);
    }

    /**
     * The same key, signing natively: several times faster, and never twice the same octets. Where
     * the native library does not load, this key.
     */
    SigningKey fast() {
        boolean loads = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        return loads ? new SigningKey(secret, true) : this;
    }

    static byte[] sha256(byte[] octets) {
        var digest = new SHA256Digest();
        digest.update(octets, 0, octets.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    EccP256CurvePoint publicPoint() {
        byte[] encoded = CURVE.getG().multiply(secret).normalize().getEncoded(true);
        byte[] x = Arrays.copyOfRange(encoded, 1, encoded.length);
        return encoded[0] == 2
                ? EccP256CurvePoint.compressedY0(x)
                : EccP256CurvePoint.compressedY1(x);
    }

    /** Signs octets on behalf of a certificate; {@code certificateHash} is its SHA-256. */
    EcdsaP256Signature sign(byte[] toBeSigned, byte[] certificateHash) {
        byte[] input = Arrays.concatenate(sha256(toBeSigned), certificateHash);
        byte[] rs = fast == null ? deterministically(input) : natively(input);
        return new EcdsaP256Signature(
                EccP256CurvePoint.xOnly(Arrays.copyOfRange(rs, 0, 32)),
                new DEROctetString(Arrays.copyOfRange(rs, 32, 64)));
    }

    private byte[] deterministically(byte[] input) {
        BigInteger[] rs = deterministic.generateSignature(sha256(input));
        return Arrays.concatenate(
                BigIntegers.asUnsignedByteArray(32, rs[0]),
                BigIntegers.asUnsignedByteArray(32, rs[1]));
    }

    private byte[] natively(byte[] input) {
        try {
            fast.update(input);
            return fast.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the native provider cannot sign", e);
        }
    }

    private static Signature fastSignature(BigInteger secret) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC", "SunEC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var key = new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class));
            Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format", provider);
            signature.initSign(KeyFactory.getInstance("EC", provider).generatePrivate(key));
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the native provider does not take the key", e);
        }
    }
}
