package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.signal.guard.Scene.phases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;

/** C-07 and C-09: how often, and which persons stand behind it. */
class PatternAndRateTest {
    private final Scene scene = Scene.ready();

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    private void persons(int reason, int first, int second) {
        scene.reason = reason;
        scene.person = first;
        scene.secondPerson = second;
    }

    private int sync(int value) {
        return scene.ask(scene.cross, ControlObject.SYNC, 0, value);
    }

    /** One whole cycle: phases 2 and 6 end and begin again. */
    private void cycle() {
        scene.cross.yellows = scene.cross.greens;
        scene.cross.greens = 0;
        scene.pass(20);
        scene.cross.yellows = 0;
        scene.pass(20);
        scene.cross.greens = phases(2, 6);
        scene.pass(10);
    }

    @ParameterizedTest
    @CsvSource({
        "255, 6, 1, 2, ALLOWED",
        "255, 6, 1, 1, C-09",
        "255, 6, 1, 0, C-09",
        "255, 6, 0, 2, C-09",
        "255, 6, 0, 0, C-09",
        "255, 5, 1, 2, C-09",
        "254, 6, 1, 0, ALLOWED",
        "254, 6, 0, 1, C-09",
        "254, 5, 1, 0, C-09",
        "253, 2, 0, 0, ALLOWED",
        "253, 6, 0, 0, C-09",
        "253, 6, 1, 0, ALLOWED",
    })
    void shouldAskForThePersonsThatThePatternNeeds(
            int value, int reason, int first, int second, String rule) {
        persons(reason, first, second);
        assertThat(id(scene.pattern(value))).isEqualTo(rule);
    }

    @Test
    void shouldAskForAPersonBehindAnyOperatorsCommand() {
        persons(Reason.OPERATOR, 0, 0);
        assertThat(id(scene.call(2))).isEqualTo("C-09");
        persons(Reason.OPERATOR, 1, 0);
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
        persons(Reason.OPERATOR, 0, 0);
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAskForTwoPersonsWhenASecondJunctionIsFreed() {
        persons(Reason.OPERATOR, 1, 0);
        assertThat(id(scene.pattern(254))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(254))).isEqualTo("ALLOWED"); // Itself is no second one.
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 254))).isEqualTo("C-09");
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 1))).isEqualTo("ALLOWED");
        persons(Reason.OPERATOR, 1, 1);
        scene.pass(3_000);
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 254))).isEqualTo("C-09");
        persons(Reason.OPERATOR, 1, 2);
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 254))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAskForOnePersonAgainWhenTheOtherJunctionIsBack() {
        persons(Reason.OPERATOR, 1, 0);
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 254))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.PATTERN, 0, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(254))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRepeatALivePatternWithoutPersonsAndAtAnyTime() {
        persons(Reason.OPERATOR, 1, 2);
        assertThat(id(scene.pattern(255))).isEqualTo("ALLOWED");
        persons(Reason.HEARTBEAT, 0, 0);
        assertThat(id(scene.pattern(255))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(254))).isEqualTo("C-09");
    }

    @Test
    void shouldChangeThePatternOnceAMinute() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        cycle();
        scene.pass(600 - 51);
        scene.silence(99);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07");
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED"); // No change.
        scene.silence(1);
        scene.pass(1);
        assertThat(id(scene.pattern(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldChangeThePatternAtExactlyOneMinute() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        cycle();
        scene.pass(600 - 50);
        assertThat(id(scene.pattern(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotChangeThePatternByWayOfStandby() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(1))).isEqualTo("C-07");
    }

    @Test
    void shouldNotCountStandbyAsAChange() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        cycle();
        scene.pass(600);
        assertThat(id(scene.pattern(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.pattern(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotTakeARepeatedPushForTheReturnOfTheCycle() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.repeat(scene.cross).pass(700);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07");
    }

    @Test
    void shouldChangeThePatternOnceACycle() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.pass(700);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07"); // Still the same green.
        cycle();
        assertThat(id(scene.pattern(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldTakeTheLongestCycleForPassedWhateverWasSeen() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.pass(2_549).silence(99);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07");
        scene.silence(1);
        assertThat(id(scene.pattern(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotTakeAnotherPhaseForTheReturnOfTheCycle() {
        scene.cross.greens = phases(2);
        scene.pass(1);
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.cross.greens = phases(2, 5);
        scene.pass(700);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07");
    }

    @Test
    void shouldNotTakeAGreenAfterAGapForTheReturnOfTheCycle() {
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.silence(2_000).pass(700);
        assertThat(id(scene.pattern(2))).isEqualTo("C-07");
    }

    @Test
    void shouldCountASyncPulseAsAPatternChange() {
        assertThat(id(sync(0))).isEqualTo("ALLOWED");
        assertThat(id(sync(0))).isEqualTo("C-07");
        assertThat(id(scene.pattern(1))).isEqualTo("C-07");
        scene.pass(700);
        assertThat(id(sync(0))).isEqualTo("C-07");
        cycle();
        assertThat(id(sync(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldLetTenCommandsGoInASecond() {
        for (int i = 0; i < 10; i++) {
            assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
            scene.silence(i == 0 ? 50 : 0);
        }
        scene.silence(949);
        assertThat(id(scene.call(2))).isEqualTo("C-07");
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 1, 1))).isEqualTo("ALLOWED");
        scene.silence(1).push(scene.cross);
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED"); // The first was a second ago.
        assertThat(id(scene.call(2))).isEqualTo("C-07"); // The second was not.
    }

    @Test
    void shouldNeverRefuseReleaseForItsRateButCountIt() {
        for (int i = 0; i < 30; i++) {
            assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        }
        assertThat(id(scene.call(2))).isEqualTo("C-07");
        scene.pass(10);
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotCountRefusedCommands() {
        for (int i = 0; i < 30; i++) {
            assertThat(id(scene.hold(phases(1)))).isEqualTo("C-03");
        }
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
    }
}
