package org.sinho.v2x.security;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the center trusts.
 *
 * @param folder holds {@code roots/*.oer} and {@code authorities/*.oer}, one certificate in
 *     canonical OER per file, and optionally {@code revoked.txt}, one HashedId8 in hexadecimal per
 *     line
 * @param leapSeconds leap seconds since 2004 in message times, 0 to 60; 5 in 2026
 * @param learnedCertificates most certificates kept from the air, 8 to 1,048,576; rounded up to a
 *     power of two
 * @param roles what SSPs mean here
 * @param nativeCrypto true for the native provider where it loads, false for the JDK's own
 */
public record SecurityConfig(
        Path folder,
        int leapSeconds,
        int learnedCertificates,
        RoleTable roles,
        boolean nativeCrypto) {
    /** Certificates kept from the air unless configured otherwise. */
    public static final int DEFAULT_LEARNED_CERTIFICATES = 65_536;

    /**
     * Checks the configuration.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    public SecurityConfig {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(roles, "roles");
        if (leapSeconds < 0 || leapSeconds > 60) {
            throw new IllegalArgumentException(
                    "security.leapSeconds is " + leapSeconds + ", allowed is 0 to 60");
        }
        if (learnedCertificates < 8 || learnedCertificates > 1 << 20) {
            throw new IllegalArgumentException(
                    "security.learnedCertificates is "
                            + learnedCertificates
                            + ", allowed is 8 to 1048576");
        }
    }

    /**
     * {@return this deployment's defaults with a folder of certificates}
     *
     * @param folder see {@link SecurityConfig}
     */
    public static SecurityConfig of(Path folder) {
        return new SecurityConfig(
                folder,
                SignedMessage.LEAP_SECONDS_SINCE_2004,
                DEFAULT_LEARNED_CERTIFICATES,
                RoleTable.sinho(),
                true);
    }
}
