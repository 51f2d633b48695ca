package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.PreemptState;
import org.sinho.rig.controller.VirtualController;

/** Everything at random, for days; the monitor, which shares no code, must have nothing to say. */
class TortureTest {
    private static final int HOURS = 12;
    private static final int JUNCTIONS = 60;
    private static final int STEPS = HOURS * 36_000;
    private static final Path HOME = Path.of(System.getProperty("sinho.home"));
    private static final String CITY = "cities/junction/controllers/";
    private static final String BENCH = "hil-rig/src/test/resources/";

    private final Set<PreemptState> preemptStates = EnumSet.noneOf(PreemptState.class);
    private VirtualController controller;
    private Random random;
    private int greens;
    private int overlapGreens;
    private int walks;
    private int clears;
    private int preemptsDwelt;
    private int entryGreens;
    private int flashes;
    private final long[] patternSteps = new long[3];
    private long backupSteps;
    private boolean tripped;
    private int commandEverySteps = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNeverViolateAnyRuleWhateverComesIn(long seed) throws IOException {
        torture(seed, card(CITY + "monitor-1.yaml"), CITY + "controller-1.yaml");
        assertEverythingHappened(0xFF, 0xFF, 0b10101010, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void shouldNeverViolateAnyRuleWithOverlaps(long seed) throws IOException {
        torture(
                seed,
                card(BENCH + "overlap-monitor.yaml"),
                BENCH + "scenario-controller.yaml",
                BENCH + "overlaps.yaml");
        assertEverythingHappened(0xFF, 0xFF, 0b10101010, 0b111);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11})
    void shouldNeverViolateAnyRuleWithStages(long seed) throws IOException {
        torture(seed, card(BENCH + "stage-monitor.yaml"), BENCH + "stage-controller.yaml");
        assertEverythingHappened(0b111111, 0b1111, 0b1101, 0x1FF);
    }

    @Test
    void shouldNeverViolateAnyRuleInAnyJunction() {
        int inPattern = 0;
        for (long seed = 100; seed < 100 + JUNCTIONS; seed++) {
            RandomJunction junction = new RandomJunction(seed);
            patternSteps[1] = 0;
            torture(
                    seed,
                    MonitorCard.parse("card " + seed, junction.card()),
                    ControllerDatabase.parse("junction " + seed, junction.database()),
                    36_000);
            inPattern += patternSteps[1] > 0 ? 1 : 0;
        }
        assertThat(inPattern).as("junctions that ran pattern 1").isGreaterThan(JUNCTIONS / 4);
    }

    private static MonitorCard card(String file) throws IOException {
        return MonitorCard.read(HOME.resolve(file));
    }

    private void torture(long seed, MonitorCard card, String... database) throws IOException {
        StringBuilder yaml = new StringBuilder();
        for (String file : database) {
            yaml.append(Files.readString(HOME.resolve(file)));
        }
        torture(seed, card, ControllerDatabase.parse("torture", yaml.toString()), STEPS);
        assertThat(tripped).isTrue();
    }

    private void torture(long seed, MonitorCard card, ControllerDatabase db, int steps) {
        random = new Random(seed);
        controller = new VirtualController(db);
        ConflictMonitor monitor = new ConflictMonitor(card, 0);
        long timeMs = 1_790_000_000_000L;
        for (int step = 0; step < steps; step++, timeMs += 100) {
            if (step % 6000 == 0) {
                // Ten minutes of a mood: from hectic to silence beyond the backup time.
                commandEverySteps = new int[] {3, 20, 80, 400, 100_000}[random.nextInt(5)];
            }
            inputs();
            cabinet(monitor, timeMs);
            if (random.nextInt(commandEverySteps) == 0) {
                command();
            }
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
                    lamps.flash(),
                    lamps.overlapReds(),
                    lamps.overlapYellows(),
                    lamps.overlapGreens(),
                    lamps.overlapFlash());
            cover(lamps);
            if (monitor.violationCount() > 0) {
                break;
            }
        }
        assertThat(monitor.violations()).as("seed %d", seed).isEmpty();
        tripped |= !monitor.trips().isEmpty();
        assertThat(monitor.trips()).allMatch(trip -> trip.cause() == TripCause.FLASH_SWITCH);
    }

    private void inputs() {
        if (random.nextInt(10) == 0) {
            int loop = random.nextInt(8) + 1 + (random.nextBoolean() ? 10 : 0);
            controller.vehicleDetector(loop, random.nextInt(3) == 0);
        }
        if (random.nextInt(200) == 0) {
            controller.pedestrianButton(1 + random.nextInt(8), random.nextBoolean());
        }
        if (random.nextInt(6000) == 0) {
            controller.preemptInput(1 + random.nextInt(4), random.nextInt(3) == 0);
        }
    }

    private void cabinet(ConflictMonitor monitor, long timeMs) {
        if (random.nextInt(20_000) == 0) {
            monitor.flashSwitch(timeMs);
            controller.monitorFlash();
        } else if (monitor.flashCommanded() && random.nextInt(200) == 0) {
            monitor.reset();
            controller.resetMonitorFlash();
        }
    }

    private void command() {
        switch (random.nextInt(12)) {
            case 0 ->
                    set(
                            ControlObject.PHASE_OMIT,
                            random.nextInt(256) & random.nextInt(256) & random.nextInt(256));
            case 1 -> set(ControlObject.PEDESTRIAN_OMIT, random.nextInt(256));
            case 2 -> set(ControlObject.HOLD, random.nextInt(256) & random.nextInt(256));
            case 3 -> set(ControlObject.FORCE_OFF, random.nextInt(256));
            case 4 -> set(ControlObject.VEHICLE_CALL, random.nextInt(256));
            case 5 -> set(ControlObject.PEDESTRIAN_CALL, random.nextInt(256));
            case 6 ->
                    controller.set(ControlObject.PREEMPT, 1 + random.nextInt(4), random.nextInt(2));
            case 7 -> {
                for (int n = 1; n <= 4; n++) {
                    controller.set(ControlObject.PREEMPT, n, 0);
                }
            }
            case 8 ->
                    set(
                            ControlObject.PATTERN,
                            random.nextInt(6) == 0
                                    ? 255
                                    : new int[] {0, 254, 7, 1, 2, 1, 2, 5}[random.nextInt(8)]);
            case 9 -> set(ControlObject.HOLD, 0);
            case 10 -> set(ControlObject.PHASE_OMIT, 0);
            default -> set(ControlObject.RING_FORCE_OFF, random.nextInt(4));
        }
    }

    private void set(ControlObject object, int value) {
        assertThat(controller.set(object, 1, value)).isTrue();
    }

    private void cover(LampState lamps) {
        greens |= lamps.greens();
        int pattern = controller.coordPatternStatus();
        patternSteps[pattern <= 2 ? pattern : 0]++;
        overlapGreens |= lamps.overlapGreens();
        walks |= lamps.walks();
        clears |= lamps.pedestrianClears();
        flashes |= 1 << controller.unitFlashStatus();
        backupSteps += controller.unitControlStatus() == 4 ? 1 : 0;
        for (int n = 1; n <= 4; n++) {
            PreemptState state = controller.preemptState(n);
            preemptStates.add(state);
            preemptsDwelt |= state == PreemptState.DWELL ? 1 << n : 0;
            entryGreens |= state == PreemptState.ENTRY_STARTED ? lamps.greens() : 0;
        }
    }

    private void assertEverythingHappened(
            int allPhases, int entryPhases, int pedestrians, int overlaps) {
        assertThat(greens).as("greens").isEqualTo(allPhases);
        assertThat(overlapGreens).as("overlap greens").isEqualTo(overlaps);
        assertThat(walks).as("walks").isEqualTo(pedestrians);
        assertThat(clears).as("clearances").isEqualTo(pedestrians);
        assertThat(preemptsDwelt).as("preempts in dwell").isEqualTo(0b11110);
        assertThat(entryGreens & entryPhases).as("greens in preempt entry").isEqualTo(entryPhases);
        assertThat(preemptStates)
                .contains(
                        PreemptState.NOT_ACTIVE,
                        PreemptState.NOT_ACTIVE_WITH_CALL,
                        PreemptState.ENTRY_STARTED,
                        PreemptState.DWELL,
                        PreemptState.EXIT_STARTED,
                        PreemptState.MAX_PRESENCE);
        assertThat(flashes).as("flash statuses 2, 3, 6, 7").isEqualTo(0b11001100);
        assertThat(backupSteps).as("steps in backup mode").isGreaterThan(10_000);
        assertThat(patternSteps[1]).as("steps in pattern 1").isGreaterThan(1_000);
        assertThat(patternSteps[2]).as("steps in pattern 2").isGreaterThan(1_000);
    }
}
