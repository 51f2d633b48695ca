package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopLinesTest {
    @TempDir Path folder;

    private StopLines lines;

    @BeforeEach
    void read() {
        CityFolder city =
                CityFolder.read(Path.of(System.getProperty("sinho.home"), "cities/junction"));
        lines = StopLines.of(city, SumoNet.read(SumoProcess.buildNet(city, folder)));
    }

    @Test
    void shouldFindThePhaseOfADetectorFromTheLanesOfItsLoops() {
        for (int phase = 1; phase <= 8; phase++) {
            assertThat(lines.movement(1, phase)).as("detector %d", phase).isEqualTo(phase);
        }
    }

    @Test
    void shouldLeaveOutDetectorsThatLieFarFromTheStopLine() {
        for (int detector = 11; detector <= 18; detector++) {
            assertThat(lines.movement(1, detector)).as("detector %d", detector).isZero();
        }
    }

    @Test
    void shouldFindThePedestrianPhaseOfAButtonFromItsCrossing() {
        for (int phase : List.of(2, 4, 6, 8)) {
            assertThat(lines.pedestrianPhase(1, phase)).as("button %d", phase).isEqualTo(phase);
        }
    }

    @Test
    void shouldKnowNothingOfWhatIsNotThere() {
        assertThat(lines.movement(1, 99)).isZero();
        assertThat(lines.pedestrianPhase(2, 2)).isZero();
    }
}
