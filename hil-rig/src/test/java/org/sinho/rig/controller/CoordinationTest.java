package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns: offset, splits, coming into step, and what does not fit. */
class CoordinationTest {
    /** 14:13:20 UTC, a whole number of cycles of 100 s after midnight. */
    private static final long START_MS = 1_790_000_000_000L;

    private static final int PATTERN_1_CYCLE_DS = 1000;
    private static final int PATTERN_1_OFFSET_DS = 200;

    private record Event(int atDs, int code, int parameter) {}

    private final List<Event> events = new ArrayList<>();
    private VirtualController controller;
    private int nowDs;

    private void powerUp(ControllerDatabase db) {
        controller = new VirtualController(db);
        controller.eventListener(
                (t, code, parameter) ->
                        events.add(new Event((int) ((t - START_MS) / 100), code, parameter)));
    }

    /** Runs with a pattern commanded every second, and every loop of {@code busy} occupied. */
    private void run(int seconds, int pattern, IntPredicate busy) {
        for (int n = 1; n <= 8; n++) {
            controller.vehicleDetector(n, busy.test(n));
        }
        for (int i = 0; i < seconds * 10; i++) {
            if (i % 10 == 0 && pattern >= 0) {
                controller.set(ControlObject.PATTERN, 1, pattern);
            }
            controller.advance(START_MS + nowDs++ * 100L);
        }
    }

    private List<Integer> times(int code, int parameter) {
        return events.stream()
                .filter(e -> e.code() == code && e.parameter() == parameter)
                .map(Event::atDs)
                .toList();
    }

    @Test
    void shouldServeEveryPhaseInItsSplitWhenAllAreBusy() {
        powerUp(Scenario.overlaps());
        run(600, 1, n -> true);
        events.clear();
        int from = nowDs;
        run(300, 1, n -> true);
        for (int n = 1; n <= 8; n++) {
            // Splits of pattern 1 from the offset on: through, cross left, cross through, left.
            int[] startS = {84, 0, 34, 49, 84, 0, 34, 49};
            int expected = startS[n - 1] * 10 + PATTERN_1_OFFSET_DS;
            assertThat(times(EventLog.BEGIN_GREEN, n)).as("greens of %d", n).hasSize(3);
            for (int at : times(EventLog.BEGIN_GREEN, n)) {
                assertThat(Math.floorMod(at - expected + 500, PATTERN_1_CYCLE_DS) - 500)
                        .as("phase %d begins", n)
                        .isBetween(-5, 12);
            }
        }
        assertThat(from).isPositive();
        assertThat(controller.coordPatternStatus()).isEqualTo(1);
        assertThat(controller.localFreeStatus()).isEqualTo(2);
    }

    @Test
    void shouldHoldCoordinatedGreenUntilYieldPointWhenOthersCall() {
        powerUp(Scenario.overlaps());
        run(400, 1, n -> n == 4);
        int yieldDs = PATTERN_1_OFFSET_DS + 340 - 53;
        List<Integer> ends = times(EventLog.GREEN_TERMINATION, 2);
        assertThat(ends.subList(ends.size() - 3, ends.size()))
                .allSatisfy(
                        at ->
                                assertThat(Math.floorMod(at - yieldDs, PATTERN_1_CYCLE_DS))
                                        .isLessThan(3));
    }

    @Test
    void shouldLeaveCallWaitingWhenItComesTooLateForItsSplit() {
        powerUp(Scenario.overlaps());
        run(520 - nowDs / 10, 1, n -> false);
        run(60, 1, n -> false); // 580 s: 60 s into the cycle, 3 has had its turn.
        events.clear();
        controller.vehicleDetector(3, true);
        run(35, 1, n -> n == 3);
        assertThat(times(EventLog.BEGIN_GREEN, 3)).isEmpty();
        run(70, 1, n -> n == 3);
        assertThat(times(EventLog.BEGIN_GREEN, 3)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CorrectionMode.class)
    void shouldComeIntoStepInEveryCorrectionMode(CorrectionMode mode) {
        ControllerDatabase db = Scenario.overlaps();
        CoordinationTiming timing = db.coordination();
        powerUp(
                db.with(
                        new CoordinationTiming(
                                mode,
                                0,
                                0,
                                0,
                                timing.patterns(),
                                timing.dayPlan(),
                                timing.sequences())));
        run(50, 254, n -> true);
        run(1200, 2, n -> true);
        int inStep = CycleClock.State.IN_STEP.ordinal();
        assertThat(events.stream().filter(e -> e.code() == EventLog.COORDINATION_STATE).toList())
                .last()
                .extracting(Event::parameter)
                .isEqualTo(inStep);
        int moving =
                switch (mode) {
                    case DWELL -> CycleClock.State.DWELL.ordinal();
                    case ADD_ONLY -> CycleClock.State.ADD.ordinal();
                    case SUBTRACT_ONLY -> CycleClock.State.SUBTRACT.ordinal();
                    case SHORTWAY -> inStep;
                };
        assertThat(times(EventLog.COORDINATION_STATE, moving)).isNotEmpty();
        int daySecond = (int) (controller.timeMs() / 1000 % 86_400);
        assertThat(controller.coordSyncStatus()).isEqualTo(daySecond % 115);
        assertThat(controller.coordCycleStatus())
                .isBetween(
                        114 - Math.floorMod(daySecond - 70, 115),
                        115 - Math.floorMod(daySecond - 70, 115));
    }

    @ParameterizedTest
    @CsvSource({"3, 9", "4, 7", "77, 7", "254, 3"})
    void shouldRunFreeAndSayWhyWhenPatternCannotBeRun(int pattern, int status) {
        powerUp(Scenario.overlaps());
        run(200, pattern, n -> true);
        assertThat(controller.coordPatternStatus()).isEqualTo(254);
        assertThat(controller.localFreeStatus()).isEqualTo(status);
        assertThat(times(EventLog.BEGIN_GREEN, 3)).isNotEmpty();
    }

    @Test
    void shouldOmitPhasesWithoutSplit() {
        powerUp(Scenario.overlaps());
        run(200, 5, n -> true);
        events.clear();
        run(400, 5, n -> true);
        assertThat(times(EventLog.BEGIN_GREEN, 1)).isEmpty();
        assertThat(times(EventLog.BEGIN_GREEN, 4)).hasSize(5);
    }

    @Test
    void shouldServeLagLeftBehindItsThroughWhenSequenceSaysSo() {
        powerUp(Scenario.overlaps());
        run(600, 2, n -> true);
        events.clear();
        run(230, 2, n -> true);
        int through = times(EventLog.BEGIN_GREEN, 2).getFirst();
        assertThat(times(EventLog.BEGIN_GREEN, 1))
                .anyMatch(left -> left > through && left < through + 400);
    }

    @Test
    void shouldReturnIntoStepWhenPreemptEnds() {
        powerUp(Scenario.overlaps());
        run(300, 1, n -> true);
        controller.set(ControlObject.PREEMPT, 3, 1);
        run(40, 1, n -> true);
        assertThat(controller.coordPatternStatus()).isEqualTo(254);
        assertThat(controller.localFreeStatus()).as("transitionFree").isEqualTo(4);
        controller.set(ControlObject.PREEMPT, 3, 0);
        run(700, 1, n -> true);
        assertThat(controller.coordPatternStatus()).isEqualTo(1);
        assertThat(controller.coordCycleStatus())
                .isEqualTo(100 - Math.floorMod((nowDs - 1) / 10 - 20, 100));
    }

    @Test
    void shouldFollowDayPlanWhenNobodyElseDecides() {
        ControllerDatabase db = Scenario.overlaps();
        CoordinationTiming timing = db.coordination();
        powerUp(
                db.with(
                        new CoordinationTiming(
                                CorrectionMode.SHORTWAY,
                                0,
                                0,
                                60,
                                timing.patterns(),
                                List.of(
                                        new CoordinationTiming.Action(15 * 60 + 20, 5),
                                        new CoordinationTiming.Action(20 * 60, 1)),
                                timing.sequences())));
        run(300, 0, n -> true);
        assertThat(controller.coordPatternStatus()).as("of last night").isEqualTo(1);
        assertThat(controller.timebaseActionStatus()).isEqualTo(2);
        run(300, 0, n -> true);
        assertThat(controller.coordPatternStatus()).as("15:20 local").isEqualTo(5);
        assertThat(controller.timebaseActionStatus()).isEqualTo(1);
        run(300, 254, n -> true);
        assertThat(controller.coordPatternStatus()).as("the center decides").isEqualTo(254);
        assertThat(controller.timebaseActionStatus()).isZero();
    }

    @Test
    void shouldRunBackupPatternWhenManagerFallsSilent() {
        powerUp(Scenario.overlaps());
        run(300, 1, n -> true);
        run(300, -1, n -> true);
        assertThat(controller.unitControlStatus()).isEqualTo(4);
        assertThat(controller.coordPatternStatus()).isEqualTo(2);
    }

    @Test
    void shouldLeaveBackupAtBarrierAndNotBefore() {
        powerUp(Scenario.junction());
        run(200, -1, n -> true);
        while (!green(4)) {
            run(1, -1, n -> true);
        }
        controller.set(ControlObject.HOLD, 1, 0b1000);
        run(2, -1, n -> true);
        assertThat(controller.unitControlStatus()).as("within the group").isEqualTo(4);
        int start = nowDs;
        while (controller.unitControlStatus() == 4 && nowDs < start + 2000) {
            controller.set(ControlObject.HOLD, 1, 0b1000);
            controller.advance(START_MS + nowDs++ * 100L);
        }
        assertThat(controller.unitControlStatus()).isEqualTo(3);
        assertThat(controller.lamps().greens() & 0b1000).as("4 has ended").isZero();
        assertThat(controller.lamps().yellows()).as("the barrier is being crossed").isNotZero();
    }

    private boolean green(int phase) {
        return (controller.lamps().greens() >> (phase - 1) & 1) != 0;
    }

    @Test
    void shouldRunStagesInTheirSplits() {
        powerUp(Scenario.stages());
        run(600, 1, n -> true);
        events.clear();
        run(300, 1, n -> true);
        assertThat(times(EventLog.BEGIN_GREEN, 1))
                .hasSize(3)
                .allSatisfy(
                        at -> assertThat(Math.floorMod(at + 5, PATTERN_1_CYCLE_DS)).isLessThan(20));
        assertThat(times(EventLog.BEGIN_GREEN, 5)).as("preempt stage").isEmpty();
        assertThat(times(EventLog.OVERLAP_GREEN, 9)).as("in stages 2 and 4").hasSize(6);
    }
}
