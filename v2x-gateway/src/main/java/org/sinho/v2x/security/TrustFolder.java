package org.sinho.v2x.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Reads the configured folder of certificates; every complaint names its file. */
final class TrustFolder {
    private TrustFolder() {}

    static void load(Path folder, CertificateStore store) {
        List<Path> roots = files(folder.resolve("roots"));
        if (roots.isEmpty()) {
            throw new IllegalArgumentException(
                    "security: no root certificate (*.oer) in " + folder.resolve("roots"));
        }
        roots.forEach(root -> trust(root, store, true));
        authorities(files(folder.resolve("authorities")), store);
        Path revoked = folder.resolve("revoked.txt");
        if (Files.exists(revoked)) {
            store.readRevoked(revoked);
        }
    }

    /** Authorities may have been issued by one another, in any order of files. */
    private static void authorities(List<Path> files, CertificateStore store) {
        List<Path> waiting = new ArrayList<>(files);
        int before;
        do {
            before = waiting.size();
            waiting.removeIf(file -> trust(file, store, false));
        } while (waiting.size() < before);
        if (!waiting.isEmpty()) {
            throw new IllegalArgumentException(
                    "security: the issuer of " + waiting + " is not among the configured ones");
        }
    }

    private static boolean trust(Path file, CertificateStore store, boolean asRoot) {
        try {
            return store.trust(Files.readAllBytes(file), asRoot);
        } catch (IOException e) {
            throw new IllegalArgumentException("security: cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("security: " + file + " " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".oer")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("security: cannot list " + folder, e);
        }
    }

    static List<Long> revocations(Path file) {
        List<Long> digests = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    digests.add(digest(file, number, text));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("security: cannot read " + file, e);
        }
        return digests;
    }

    private static long digest(Path file, int line, String text) {
        try {
            if (text.length() == 16) {
                return HexFormat.fromHexDigitsToLong(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below, with where and what.
        }
        throw new IllegalArgumentException(
                "security: "
                        + file
                        + ":"
                        + line
                        + " is "
                        + text
                        + ", allowed is a HashedId8 of 16 hexadecimal digits");
    }
}
