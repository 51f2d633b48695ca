package org.sinho.center.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One configuration file as it was in force when an epoch began.
 *
 * @param name path relative to the configuration's root
 * @param sha256 of the UTF-8 content, 64 lower-case hexadecimal digits
 * @param content the whole text
 */
public record ConfigurationFile(String name, String sha256, String content) {
    /**
     * Creates the record and computes its hash.
     *
     * @param name path relative to the configuration's root
     * @param content the whole text
     * @return the record
     */
    public static ConfigurationFile of(String name, String content) {
        return new ConfigurationFile(name, sha256Of(content), content);
    }

    boolean isWhole() {
        return sha256Of(content).equals(sha256);
    }

    static long idOf(List<ConfigurationFile> configuration) {
        String all =
                configuration.stream()
                        .map(file -> file.name() + ' ' + file.sha256() + '\n')
                        .collect(Collectors.joining());
        return Long.parseUnsignedLong(ConfigurationFile.sha256Of(all).substring(0, 16), 16);
    }

    static String sha256Of(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] octets = digest.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
