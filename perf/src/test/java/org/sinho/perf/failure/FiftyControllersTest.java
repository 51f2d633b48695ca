package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty controllers, a center that steers them all, faults on every link: no violation. Two minutes
 * here; {@code -Dsinho.fifty.seconds=3600} runs the hour, {@code -Dsinho.fifty.seed} another one.
 */
class FiftyControllersTest {
    private static final int COUNT = 50;
    private static final int SECONDS = Integer.getInteger("sinho.fifty.seconds", 120);
    private static final long SEED = Long.getLong("sinho.fifty.seed", 1);

    @TempDir static Path folder;

    private static FiftyControllers.Tally tally;
    private static JsonNode center;

    @BeforeAll
    static void run() throws IOException {
        long fromNs = System.nanoTime();
        try (FiftyControllers bench = new FiftyControllers(folder, COUNT, SEED)) {
            tally = bench.run(SECONDS);
        }
        center = new ObjectMapper().readTree(tally.center);
        System.out.println(
                COUNT
                        + " controllers, "
                        + tally.steps
                        + " steps, seed "
                        + SEED
                        + ": "
                        + tally.setsSeen
                        + " SETs heard, "
                        + tally.requests
                        + " requests, steps of controllers in preemption "
                        + tally.preemptSteps
                        + ", in a pattern "
                        + tally.patternSteps
                        + ", in backup "
                        + tally.backupSteps
                        + "; faults "
                        + tally.faults
                        + "; violations "
                        + tally.violations.size()
                        + ", trips "
                        + tally.trips
                        + "; "
                        + (System.nanoTime() - fromNs) / 1_000_000
                        + " ms; center "
                        + tally.center);
    }

    @Test
    void shouldNeverViolateARuleWhateverTheLinksDo() {
        assertThat(tally.violations).isEmpty();
        assertThat(tally.trips).isZero();
    }

    @Test
    void shouldHaveMetEveryKindOfFaultOnEveryKindOfLink() {
        assertThat(tally.faults).hasSize(12);
        assertThat(tally.faults.values()).allMatch(count -> count > 0);
    }

    @Test
    void shouldHaveSteeredPreemptedAndCoordinated() {
        assertThat(tally.steps).isEqualTo(SECONDS * 10L);
        assertThat(tally.setsSeen).as("SETs").isGreaterThan(SECONDS * (long) COUNT / 10);
        assertThat(tally.preemptSteps).as("steps in preemption").isGreaterThan(SECONDS);
        assertThat(tally.patternSteps).as("steps in the evening peak's pattern").isPositive();
        assertThat(center.path("requests").path("granted").asInt()).isPositive();
        assertThat(center.path("counters").path("POLLS_SILENT").asLong()).isPositive();
    }
}
