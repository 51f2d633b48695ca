package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.PhaseTiming;

/** The card decides every pair, and two sources must agree. */
class MonitorCardTest {
    /** By crossing: the left turn that never runs with it, though their paths do not meet. */
    private static final Map<Integer, Integer> CLEAR_OF_CROSSING = Map.of(2, 3, 4, 5, 6, 7, 8, 1);

    private static final Path CITY =
            Path.of(System.getProperty("sinho.home"), "cities/junction/controllers");

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1-2, |''|pair 1-2 is undecided, allowed forbidden, yield or free",
                "1-5, 1-6,|1-5, 1-6, 1-2,|pair 1-2 is free and forbidden, allowed one decision",
                "1-5,|1-5, 1-1,|pair 1-1 is of one movement, allowed two different ones",
                "1-5,|1-5, 1-9,|movement is 9, allowed phases, pedestrians and overlaps of this"
                        + " card",
                "yellowDs: 33|yellowDs: 29|yellowDs of phase 2 is 29, allowed 30 to 60",
                "bufferDs: 30|bufferDs: 0|bufferDs of pedestrians 2 is 0, allowed 10 to 100",
                "1: {2: 61,|1: {|intergreenDs of 1 to 2 is missing, allowed for forbidden pairs, "
                        + "and all of them",
                "1: {2: 61,|1: {2: 61, 5: 20,|"
                        + "intergreenDs of 1 to 5 is given, allowed for forbidden "
                        + "pairs, and all of them",
            })
    void shouldNameTheMistake(String right, String wrong, String message) throws IOException {
        String good =
                Files.readString(
                        Path.of(
                                System.getProperty("sinho.home"),
                                "hil-rig/src/test/resources/scenario-monitor.yaml"));
        assertThat(good).contains(right);
        int at = good.indexOf(right);
        String bad = good.substring(0, at) + wrong + good.substring(at + right.length());
        assertThatThrownBy(() -> MonitorCard.parse("m.yaml", bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("m.yaml: " + message);
    }

    @Test
    void shouldForbidExactlyWhatControllerNeverRunsTogether() throws IOException {
        ControllerDatabase db = ControllerDatabase.read(CITY.resolve("controller-1.yaml"));
        MonitorCard card = MonitorCard.read(CITY.resolve("monitor-1.yaml"));
        for (PhaseTiming phase : db.phases()) {
            int concurrent = 1 << (phase.number() - 1);
            for (int other : phase.concurrency()) {
                concurrent |= 1 << (other - 1);
            }
            assertThat(card.forbidden()[phase.number() - 1] & 0xFF)
                    .as("phase %d", phase.number())
                    .isEqualTo(0xFF & ~concurrent);
            if (phase.hasPedestrians()) {
                int clear = 1 << (CLEAR_OF_CROSSING.get(phase.number()) - 1);
                assertThat(card.forbidden()[phase.number() + 15] & 0xFF)
                        .as("pedestrians %d", phase.number())
                        .isEqualTo(0xFF & ~concurrent & ~clear);
            }
        }
    }
}
