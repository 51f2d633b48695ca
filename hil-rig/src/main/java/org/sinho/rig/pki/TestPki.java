package org.sinho.rig.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.CircularRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.GeographicRegion;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Latitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.Longitude;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.TwoDLocation;
import org.bouncycastle.oer.its.ieee1609dot2.basetypes.UINT16;

/**
 * One root and one authority of the bench, from which identities are issued.
 *
 * <p>The same seed and arguments give the same octets, certificate by certificate. Not thread-safe.
 */
public final class TestPki {
    private final long seed;
    private final Validity validity;
    private final CertificateAuthority root;
    private final CertificateAuthority authority;
    private final List<String> revoked = new ArrayList<>();

    /**
     * Makes root and authority; the authority may issue BSM, PSM and signal request permissions.
     *
     * @param seed every key follows from it
     * @param validity when both may be used
     */
    public TestPki(long seed, Validity validity) {
        this.seed = seed;
        this.validity = validity;
        root = CertificateAuthority.root(key("root"), validity);
        authority =
                root.authority(
                        key("authority"),
                        validity,
                        List.of(
                                CertificateAuthority.anySspOf(AppPermission.PSID_BSM),
                                CertificateAuthority.anySspOf(AppPermission.PSID_PSM),
                                CertificateAuthority.anySspOf(AppPermission.PSID_SIGNAL_REQUEST)));
    }

    /**
     * {@return an identity that is valid as long as the authority, anywhere}
     *
     * @param name of the identity; its key follows from seed and name
     * @param permissions what it may say
     */
    public SigningIdentity issue(String name, AppPermission... permissions) {
        return issue(name, validity, permissions);
    }

    /**
     * {@return an identity with its own validity, valid anywhere}
     *
     * @param name of the identity; its key follows from seed and name
     * @param validity when it may be used; outside the present for an expired or early one
     * @param permissions what it may say
     */
    public SigningIdentity issue(String name, Validity validity, AppPermission... permissions) {
        return issue(name, validity, null, permissions);
    }

    /**
     * {@return an identity for one circle only}
     *
     * @param name of the identity; its key follows from seed and name
     * @param latitude of the center, 0.1 microdegree
     * @param longitude of the center, 0.1 microdegree
     * @param radiusM radius, 0 to 65,535 m
     * @param permissions what it may say
     */
    public SigningIdentity issueWithin(
            String name, int latitude, int longitude, int radiusM, AppPermission... permissions) {
        var center = new TwoDLocation(new Latitude(latitude), new Longitude(longitude));
        var circle = new CircularRegion(center, new UINT16(radiusM));
        return issue(name, validity, GeographicRegion.circularRegion(circle), permissions);
    }

    /**
     * {@return an identity that nobody issued: its certificate is signed by its own key}
     *
     * @param name of the identity; its key follows from seed and name
     * @param permissions what it claims it may say
     */
    public SigningIdentity selfSigned(String name, AppPermission... permissions) {
        return new SigningIdentity(
                CertificateAuthority.selfSigned(key(name), validity, List.of(permissions)));
    }

    /**
     * Puts an identity on the revocation list that {@link #write} writes.
     *
     * @param identity of this infrastructure
     */
    public void revoke(SigningIdentity identity) {
        revoked.add(identity.hashedId8Hex());
    }

    /**
     * Writes what a center needs to know: {@code roots/}, {@code authorities/} and {@code
     * revoked.txt}.
     *
     * @param folder created where absent; its files are replaced
     * @throws IOException when a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("roots"));
        Files.createDirectories(folder.resolve("authorities"));
        Files.write(folder.resolve("roots/bench-root.oer"), root.certificate().oer());
        Files.write(
                folder.resolve("authorities/bench-authority.oer"), authority.certificate().oer());
        Files.write(folder.resolve("revoked.txt"), revoked);
    }

    CertificateAuthority authority() {
        return authority;
    }

    CertificateAuthority root() {
        return root;
    }

    SigningIdentity issue(
            String name, Validity own, GeographicRegion region, AppPermission... permissions) {
        return new SigningIdentity(
                authority.endEntity(key(name), own, region, List.of(permissions)));
    }

    SigningKey key(String name) {
        return SigningKey.of(seed, name);
    }
}
