package org.sinho.rig.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.rig.city.HapgangCabinets.DEMO_START_MS;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sinho.rig.city.HapgangCabinets.Cabinet;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.PatternTiming;

/** Hapgang's controllers can run what they are programmed with, and run it when they should. */
class HapgangPatternsTest {
    private static final int NOBODY = -1;
    private static final int STANDBY = 0;
    private static final int FREE = 254;
    private static final int NOT_FREE = 2;
    private static final long HOUR_MS = 3_600_000L;

    static List<Integer> controllers() {
        return HapgangCabinets.numbers();
    }

    /** Runs with people and vehicles at random; a center, if any, repeats itself every 5 s. */
    private static void run(Cabinet at, int pattern, long fromMs, long forMs) {
        Random random = new Random(at.number());
        for (long timeMs = fromMs; timeMs < fromMs + forMs; timeMs += 100) {
            if (random.nextInt(10) == 0) {
                at.controller().vehicleDetector(1 + random.nextInt(8), random.nextInt(3) == 0);
            }
            if (random.nextInt(100) == 0) {
                at.controller().pedestrianButton(1 + random.nextInt(8), random.nextBoolean());
            }
            if (pattern != NOBODY && timeMs % 5_000 == 0) {
                at.controller().set(ControlObject.PATTERN, 1, pattern);
            }
            at.controller().advance(timeMs);
            at.watch(timeMs);
        }
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void shouldComeIntoStepWithEachPatternWithoutViolation(int number) throws IOException {
        for (int pattern = 1; pattern <= 3; pattern++) {
            Cabinet at = HapgangCabinets.cabinet(number);
            run(at, pattern, DEMO_START_MS, HOUR_MS);
            assertThat(at.monitor().violations()).isEmpty();
            assertThat(at.monitor().trips()).isEmpty();
            assertThat(at.controller().coordPatternStatus()).isEqualTo(pattern);
            assertThat(at.controller().localFreeStatus()).isEqualTo(NOT_FREE);
            PatternTiming timing = at.database().coordination().pattern(pattern);
            int sinceGreenS = timing.cycleS() - at.controller().coordCycleStatus();
            int sinceZeroS = at.controller().coordSyncStatus();
            assertThat(Math.floorMod(sinceZeroS - timing.offsetS(), timing.cycleS()))
                    .as("local cycle against the clock in pattern %d", pattern)
                    .isBetween(sinceGreenS - 1, sinceGreenS + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void shouldStayFreeAtTheHourOfTheDemo(int number) throws IOException {
        Cabinet at = HapgangCabinets.cabinet(number);
        run(at, STANDBY, DEMO_START_MS, HOUR_MS);
        assertThat(at.controller().coordPatternStatus()).isEqualTo(FREE);
        assertThat(at.controller().timebaseActionStatus()).as("place in the day plan").isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void shouldRunThePeaksByTheDayPlan(int number) throws IOException {
        Cabinet morning = HapgangCabinets.cabinet(number);
        run(morning, STANDBY, DEMO_START_MS - 9 * HOUR_MS, HOUR_MS / 2);
        assertThat(morning.controller().coordPatternStatus()).as("07:30").isEqualTo(2);
        Cabinet evening = HapgangCabinets.cabinet(number);
        run(evening, STANDBY, DEMO_START_MS + 2 * HOUR_MS, HOUR_MS / 2);
        assertThat(evening.controller().coordPatternStatus()).as("18:30").isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void shouldRunItsBackupPatternWhenTheCenterFallsSilent(int number) throws IOException {
        Cabinet at = HapgangCabinets.cabinet(number);
        run(at, FREE, DEMO_START_MS, HOUR_MS / 6);
        run(at, NOBODY, DEMO_START_MS + HOUR_MS / 6, HOUR_MS / 2);
        assertThat(at.controller().coordPatternStatus()).isEqualTo(1);
        assertThat(at.monitor().violations()).isEmpty();
    }

    @Test
    void shouldShareOneCycleInEachPattern() throws IOException {
        for (int pattern = 1; pattern <= 3; pattern++) {
            Set<Integer> cycles = new HashSet<>();
            for (Cabinet at : HapgangCabinets.all()) {
                cycles.add(at.database().coordination().pattern(pattern).cycleS());
            }
            assertThat(cycles).as("pattern %d", pattern).hasSize(1);
        }
    }
}
