package org.sinho.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sinho.rig.sumo.CityFolder;

/**
 * The ATSPM user's check of a folder that {@code ./sinho demo --keep DIR} has left, for example of
 * an hour of the whole city: {@code -Dsinho.kept=DIR}, and {@code -Dsinho.kept.city=DIR} unless the
 * city is the junction.
 */
class KeptEventsTest {
    @Test
    void shouldHaveAConsistentSequenceOfEventsForEveryPhase() throws IOException {
        String kept = System.getProperty("sinho.kept");
        assumeTrue(kept != null, "SKIPPED: -Dsinho.kept=DIR names no kept run");
        Path home = Path.of(System.getProperty("sinho.home"));
        String place = System.getProperty("sinho.kept.city", "cities/junction");
        CityFolder city = CityFolder.read(home.resolve(place));
        EventSequences.Result with = EventSequences.check(Path.of(kept), city);
        assertThat(with.findings()).isEmpty();
        assertThat(with.cycles()).isPositive();
        System.out.println("cycles of phases in " + kept + ": " + with.cycles());
        Path without = Path.of(kept, "without");
        if (Files.isDirectory(without)) {
            assertThat(EventSequences.check(without, city).findings()).isEmpty();
        }
    }
}
