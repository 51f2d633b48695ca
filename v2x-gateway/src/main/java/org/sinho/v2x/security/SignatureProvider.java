package org.sinho.v2x.security;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;

/**
 * Where ECDSA on NIST P-256 is computed. Chosen once; a public key belongs to its provider.
 *
 * <p>Immutable and thread-safe.
 */
final class SignatureProvider {
    private static final ECCurve CURVE = CustomNamedCurves.getByName("P-256").getCurve();

    private final Provider provider;
    private final ECParameterSpec curve;

    private SignatureProvider(Provider provider) {
        this.provider = provider;
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC", "SunEC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            curve = parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime does not know NIST P-256", e);
        }
    }

    /** The native provider where its library loads (some ten times faster), the JDK's elsewhere. */
    static SignatureProvider fastest() {
        SignatureProvider corretto = corretto();
        return corretto == null ? jdk() : corretto;
    }

    static SignatureProvider jdk() {
        return new SignatureProvider(Security.getProvider("SunEC"));
    }

    /** The native provider, or null where it does not load. */
    static SignatureProvider corretto() {
        try {
            AmazonCorrettoCryptoProvider native_ = AmazonCorrettoCryptoProvider.INSTANCE;
            return native_.getLoadingError() == null ? new SignatureProvider(native_) : null;
        } catch (LinkageError e) {
            return null;
        }
    }

    String name() {
        return provider.getName();
    }

    /** A verifier of 64 octets r and s over data that it hashes by SHA-256; for one thread. */
    Signature verifier() {
        try {
            return Signature.getInstance("SHA256withECDSAinP1363Format", provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " lacks ECDSA with SHA-256", e);
        }
    }

    /**
     * Makes a key of a compressed point.
     *
     * @param compressed 33 octets, the first 2 or 3
     * @throws IllegalArgumentException when the point is not on the curve
     */
    PublicKey key(byte[] compressed) {
        var point = CURVE.decodePoint(compressed).normalize();
        var affine =
                new ECPoint(
                        point.getAffineXCoord().toBigInteger(),
                        point.getAffineYCoord().toBigInteger());
        try {
            return KeyFactory.getInstance("EC", provider)
                    .generatePublic(new ECPublicKeySpec(affine, curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of NIST P-256", e);
        }
    }
}
