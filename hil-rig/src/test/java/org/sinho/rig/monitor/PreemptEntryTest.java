package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.PreemptState;
import org.sinho.rig.controller.VirtualController;

/** Every preempt from every phase, at every half second of a whole service, monitor watching. */
class PreemptEntryTest {
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home"), "cities/junction/controllers");
    private static final int[] DWELL = {0, 0b0001_0010, 0b0010_0001, 0b0100_1000, 0b1000_0100};

    /** Longest pedestrian service 27 s, its yellow and clearance 5.5 s, and red revert. */
    private static final int LONGEST_ENTRY_DS = 270 + 55 + 20;

    private VirtualController controller;
    private ConflictMonitor monitor;
    private long timeMs;

    static Stream<Arguments> everyPreemptFromEveryPhase() {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(
                        preempt ->
                                IntStream.rangeClosed(1, 8)
                                        .mapToObj(phase -> Arguments.of(preempt, phase)));
    }

    @BeforeEach
    void start() throws IOException {
        timeMs = 1_790_000_000_000L;
        controller =
                new VirtualController(ControllerDatabase.read(CITY.resolve("controller-1.yaml")));
        monitor = new ConflictMonitor(MonitorCard.read(CITY.resolve("monitor-1.yaml")), 0);
        advance(3000);
    }

    @ParameterizedTest(name = "preempt {0} from phase {1}")
    @MethodSource("everyPreemptFromEveryPhase")
    void shouldReachDwellInTimeAndObeyEveryRule(int preempt, int phase) throws IOException {
        for (int afterDs = 0; afterDs <= 350; afterDs += 5) {
            int waitedDs = 0;
            while ((controller.lamps().greens() & 1 << (phase - 1)) == 0) {
                call(phase); // Anew in each step, or the backup timer would drop it.
                advance(1);
                assertThat(waitedDs++).isLessThan(2000);
            }
            call(0);
            advance(afterDs);
            int entryDs = 0;
            do {
                assertThat(controller.set(ControlObject.PREEMPT, preempt, 1)).isTrue();
                advance(1);
                entryDs++;
                assertThat(entryDs).isLessThanOrEqualTo(LONGEST_ENTRY_DS);
            } while (controller.preemptState(preempt) != PreemptState.DWELL);
            assertThat(controller.lamps().greens()).isEqualTo(DWELL[preempt]);
            assertThat(controller.set(ControlObject.PREEMPT, preempt, 0)).isTrue();
            advance(10 * (1 + afterDs % 20));
            assertThat(monitor.violations()).isEmpty();
        }
    }

    private void call(int phase) {
        int bit = phase == 0 ? 0 : 1 << (phase - 1);
        assertThat(controller.set(ControlObject.VEHICLE_CALL, 1, bit)).isTrue();
        assertThat(controller.set(ControlObject.PEDESTRIAN_CALL, 1, bit & 0b10101010)).isTrue();
    }

    private void advance(int steps) {
        for (int i = 0; i < steps; i++) {
            timeMs += 100;
            controller.advance(timeMs);
            LampState lamps = controller.lamps();
            monitor.sample(
                    timeMs,
                    lamps.reds(),
                    lamps.yellows(),
                    lamps.greens(),
                    lamps.walks(),
                    lamps.pedestrianClears(),
                    lamps.dontWalks(),
                    lamps.flash());
        }
    }
}
