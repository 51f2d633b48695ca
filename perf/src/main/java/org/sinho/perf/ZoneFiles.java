package org.sinho.perf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.sinho.rig.sumo.CityDemand;

/**
 * Writes the restricted zone's part of a run: both sides' settings and the readers' keys. Whoever
 * knows the seed knows the keys: never for the street.
 */
final class ZoneFiles {
    private static final String EXEMPT = "[emergency, shuttle, bicycle, moped]";
    private static final long DAY_S = 86_400;

    private final String host;
    private final int port;
    private final CityDemand.Zone zone;
    private final long endUtcS;

    /**
     * Describes a zone; a city without gates has none.
     *
     * @param host where the center listens for readers, with its colon
     * @param port where it does
     * @param endUtcS when the run ends, seconds since 1970
     */
    ZoneFiles(String host, int port, CityDemand.Zone zone, long endUtcS) {
        this.host = host;
        this.port = port;
        this.zone = zone;
        this.endUtcS = endUtcS;
    }

    private boolean isPresent() {
        return !zone.gates().isEmpty();
    }

    /** Writes a key file for each reader. */
    void writeKeys(Path folder, int seed) throws IOException {
        if (isPresent()) {
            Files.createDirectories(folder.resolve("zone"));
        }
        for (int entry = 1; entry <= zone.gates().size(); entry++) {
            Files.writeString(folder.resolve(keyFile(entry)), key(entry, seed) + "\n");
        }
    }

    private static String keyFile(int entry) {
        return "zone/reader-" + entry + ".key";
    }

    private static String key(int entry, int seed) {
        try {
            byte[] name = ("reader " + entry + " of seed " + seed).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@return the section of the center's settings, or nothing} */
    String forCenter(String name) {
        if (!isPresent()) {
            return "";
        }
        StringBuilder text = new StringBuilder("zone:\n");
        text.append("  name: \"%s\"%n  listen: \"%s%d\"%n".formatted(name, host, port));
        text.append("  exempt: %s%n  readers:%n".formatted(EXEMPT));
        String address = host.substring(0, host.length() - 1);
        for (int entry = 1; entry <= zone.gates().size(); entry++) {
            text.append(
                    "    - {entry: %d, address: \"%s\", keyFile: %s}%n"
                            .formatted(entry, address, keyFile(entry)));
        }
        List<CityDemand.Tag> tags = zone.tags();
        text.append(tags.isEmpty() ? "" : "  tags:\n");
        for (CityDemand.Tag tag : tags) {
            text.append(
                    "    - {number: %d, class: %s, validUntil: \"%s\"}%n"
                            .formatted(
                                    tag.number(),
                                    tag.type(),
                                    Instant.ofEpochSecond(endUtcS + DAY_S)));
        }
        return text.toString();
    }

    /** {@return the section of the rig's settings, or nothing} */
    String forRig() {
        if (!isPresent()) {
            return "";
        }
        StringBuilder text = new StringBuilder("zone:\n");
        text.append("  center: \"%s%d\"%n  readers:%n".formatted(host, port));
        for (int entry = 1; entry <= zone.gates().size(); entry++) {
            text.append(
                    "    - {entry: %d, edge: \"%s\", keyFile: %s}%n"
                            .formatted(entry, zone.gates().get(entry - 1), keyFile(entry)));
        }
        return text.toString();
    }
}
