package org.sinho.rig.sumo;

import java.nio.file.Path;

/** The city these tests drive through. */
final class JunctionCity {
    private JunctionCity() {}

    static Path folder() {
        return Path.of(System.getProperty("sinho.home")).resolve("cities/junction");
    }

    static CityFolder read() {
        return CityFolder.read(folder());
    }
}
