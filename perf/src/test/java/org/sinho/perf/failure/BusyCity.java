package org.sinho.perf.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first junction with an emergency vehicle every few seconds among half of the traffic. */
final class BusyCity {
    private static final Path JUNCTION =
            Path.of(System.getProperty("sinho.home"), "cities/junction");

    private BusyCity() {}

    static Path write(Path folder, int intervalSeconds) throws IOException {
        try (var files = Files.walk(JUNCTION)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(JUNCTION.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path city = folder.resolve("city.yaml");
        String text = Files.readString(city);
        String usual = "intervalSeconds: 75, firstSeconds: 60, tailSeconds: 150";
        if (!text.contains(usual)) {
            throw new IllegalStateException("the junction's demand is written otherwise now");
        }
        String busy = "intervalSeconds: " + intervalSeconds + ", firstSeconds: 10, tailSeconds: 60";
        String light = text.replace("{edge: 0.85, peak: 1.1}", "{edge: 0.4, peak: 0.6}");
        Files.writeString(city, light.replace(usual, busy));
        return folder;
    }
}
