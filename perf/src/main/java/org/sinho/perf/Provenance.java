package org.sinho.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every figure is published with: commit, JDK, machine, command, time. */
final class Provenance {
    private Provenance() {}

    static Map<String, Object> of(String command, Instant startedAt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("commit", System.getProperty("sinho.commit", "unknown"));
        fields.put("jdk", Runtime.version().toString());
        fields.put(
                "machine",
                Map.of("cores", Runtime.getRuntime().availableProcessors(), "cpu", cpuName()));
        fields.put("command", command);
        fields.put("startedAt", startedAt.toString());
        return fields;
    }

    private static String cpuName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
