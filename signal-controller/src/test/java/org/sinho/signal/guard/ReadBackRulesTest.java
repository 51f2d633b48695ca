package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.SignalCommand.ControlObject;

/** C-10: what is not read back is neither built on nor said a third time. */
class ReadBackRulesTest {
    private final Scene scene = Scene.ready();

    @BeforeEach
    void readNothingBack() {
        scene.readBack = false;
    }

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    private void outcome(int outcome) {
        scene.outcome(Sheets.CROSS, 1, scene.cross.sequence, outcome);
    }

    @Test
    void shouldRefuseToRepeatWhatIsNotReadBackYet() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        scene.pass(9);
        assertThat(id(scene.call(8))).isEqualTo("C-10");
        scene.pass(1);
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowToRepeatWhatWasReadBack() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        outcome(Outcome.CONFIRMED);
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowToRepeatWhatWasNeverSent() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        outcome(Outcome.DISCARDED);
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotTakeAnotherCommandsOutcomeForThisOnes() {
        assertThat(id(scene.call(4))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        scene.outcome(Sheets.CROSS, 1, scene.cross.sequence - 1, Outcome.CONFIRMED);
        assertThat(id(scene.call(8))).isEqualTo("C-10");
    }

    @Test
    void shouldAllowAnotherObjectRowOrValueAtOnce() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(9))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.cross, ControlObject.PED_CALL, 1, 8))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 1, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 2, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowToRepeatWhatGivesBack() {
        assertThat(id(scene.call(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldLetOnlyReleasingCommandsGoForTenSecondsAfterOneFailed() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        outcome(Outcome.FAILED);
        assertThat(id(scene.call(4))).isEqualTo("C-10");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        scene.pass(99);
        assertThat(id(scene.call(4))).isEqualTo("C-10");
        scene.pass(1);
        assertThat(id(scene.call(4))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotStopAnotherJunctionWhenOneFailed() {
        outcome(Outcome.FAILED);
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 1, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotHearOutcomesOfAnotherEpoch() {
        scene.guard.onEpoch(2);
        scene.epoch = 2;
        scene.cross.sequence = 0;
        scene.pass(11);
        scene.outcome(Sheets.CROSS, 1, 1, Outcome.FAILED);
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        scene.outcome(Sheets.CROSS, 1, 1, Outcome.CONFIRMED);
        assertThat(id(scene.call(8))).isEqualTo("C-10");
    }

    @Test
    void shouldWaitForNoOutcomeOfAnEarlierEpoch() {
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
        scene.guard.onEpoch(2);
        scene.epoch = 2;
        scene.cross.sequence = 0;
        scene.pass(2).poll(scene.cross);
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldTakeTheTimeOfAnOutcome() {
        scene.nowMs += 5_000;
        scene.outcome(Sheets.CROSS, 1, 77, Outcome.CONFIRMED);
        scene.nowMs -= 5_000;
        assertThat(id(scene.call(8))).isEqualTo("C-13");
    }

    @Test
    void shouldRefuseEverythingWhenAnOutcomeCannotBeRead() {
        CommandOutcome broken = new CommandOutcome(); // Over nothing.
        scene.guard.onOutcome(broken, scene.nowMs);
        assertThat(scene.guard.failed()).isTrue();
        assertThat(id(scene.hold(0))).isEqualTo("INTERNAL");
    }

    @Test
    void shouldIgnoreOutcomesOfUnknownSites() {
        scene.outcome(99, 1, 1, Outcome.FAILED);
        assertThat(scene.guard.failed()).isFalse();
        assertThat(id(scene.call(8))).isEqualTo("ALLOWED");
    }
}
