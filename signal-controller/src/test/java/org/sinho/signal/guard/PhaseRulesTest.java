package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.signal.guard.Scene.phases;

import org.junit.jupiter.api.Test;
import org.sinho.core.event.SignalCommand.ControlObject;

/** C-03, C-05 and C-06 for hold, force-off and omit. */
class PhaseRulesTest {
    private final Scene scene = Scene.ready();

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    /** Ends all greens and starts others; returns just after the first push that shows them. */
    private void change(int... greens) {
        scene.cross.yellows = scene.cross.greens;
        scene.cross.greens = 0;
        scene.pass(Sheets.YELLOW_DS);
        scene.cross.yellows = 0;
        scene.pass(Sheets.RED_CLEARANCE_DS);
        scene.cross.greens = phases(greens);
        scene.pass(1).poll(scene.cross);
    }

    @Test
    void shouldHoldOnlyWhatIsGreen() {
        assertThat(id(scene.hold(phases(2, 6)))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(phases(2, 5)))).isEqualTo("C-03");
        scene.cross.greens = phases(6);
        scene.cross.yellows = phases(2);
        scene.pass(1);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("C-03");
    }

    @Test
    void shouldHoldToTheMaximumGreenAndNotBeyond() {
        change(3, 7); // Maximum 33.0 s and 37.0 s.
        scene.pass(330);
        assertThat(id(scene.hold(phases(3, 7)))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.hold(phases(3, 7)))).isEqualTo("C-06");
        assertThat(id(scene.hold(phases(7)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseANewHoldOnAGreenPastItsMaximum() {
        change(3, 7);
        scene.pass(331);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("C-06");
    }

    @Test
    void shouldStopEverythingButReleaseWhileAHoldIsOverrun() {
        change(3, 7);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("ALLOWED");
        scene.pass(330);
        assertThat(id(scene.call(1))).isEqualTo("ALLOWED");
        scene.pass(1);
        assertThat(id(scene.call(1))).isEqualTo("C-06");
        assertThat(id(scene.omit(1))).isEqualTo("C-06");
        assertThat(id(scene.hold(phases(7)))).isEqualTo("ALLOWED"); // Drops phase 3.
        assertThat(id(scene.call(1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountAHoldThatOutlivesItsGreen() {
        change(3, 7);
        scene.pass(100);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("ALLOWED");
        scene.cross.greens = phases(7);
        scene.cross.yellows = phases(3);
        scene.pass(330);
        assertThat(id(scene.call(1))).isEqualTo("ALLOWED");
        scene.pass(1);
        assertThat(id(scene.call(1))).isEqualTo("C-06");
    }

    @Test
    void shouldCountAHoldFromItsBeginningWhenItIsRepeated() {
        change(3, 7);
        assertThat(id(scene.hold(phases(3, 7)))).isEqualTo("ALLOWED");
        scene.cross.greens = phases(7);
        scene.cross.yellows = phases(3);
        scene.pass(170);
        scene.cross.greens = phases(3, 7); // A green of its own in between.
        scene.cross.yellows = 0;
        scene.pass(160);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("ALLOWED");
        scene.pass(1);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("C-06");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(phases(3)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountAGreenOverAGapFromBeforeForHoldAndFromFirstSightForForceOff() {
        change(3, 7);
        scene.pass(200).silence(1_001).pass(128).poll(scene.cross);
        assertThat(id(scene.hold(phases(3)))).isEqualTo("C-06"); // 33.8 s in all.
        scene.silence(10_000).pass(50).poll(scene.cross);
        assertThat(id(scene.forceOff(phases(3)))).isEqualTo("C-05"); // First sight 4.9 s ago.
        scene.pass(1);
        assertThat(id(scene.forceOff(phases(3)))).isEqualTo("ALLOWED");
    }

    /** Lets a pedestrian wait 240.0 s; phases 1 and 5 became green shortly before. */
    private void waitAt(int pedestrian) {
        scene.cross.pedCalls = phases(pedestrian);
        scene.pass(1);
        scene.pass(2_300);
        change(1, 5);
        scene.pass(2_400 - 2_300 - Sheets.YELLOW_DS - Sheets.RED_CLEARANCE_DS - 1);
    }

    @Test
    void shouldAllowAHoldAtExactlyTheLongestWait() {
        waitAt(4);
        assertThat(id(scene.hold(phases(1)))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.hold(phases(1)))).isEqualTo("C-06");
    }

    @Test
    void shouldHoldAgainstNobodyWhenTheWaitingCrossingDoesNotConflict() {
        waitAt(6); // Forbidden with 5, 7, 8 and the cross street, free with phase 1.
        scene.silence(1);
        assertThat(id(scene.hold(phases(1)))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(phases(1, 5)))).isEqualTo("C-06");
    }

    @Test
    void shouldForgetTheWaitWhenThePedestrianWalks() {
        waitAt(6);
        scene.cross.greens = phases(1, 6);
        scene.cross.walks = phases(6);
        scene.pass(1);
        scene.cross.walks = 0;
        scene.cross.pedClears = phases(6);
        scene.pass(1);
        scene.cross.pedClears = 0;
        scene.pass(20).poll(scene.cross);
        assertThat(id(scene.omit(phases(6)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldForceOffAtTheMinimumGreenAndNotBefore() {
        change(3, 7);
        scene.pass(49).silence(99);
        assertThat(id(scene.forceOff(phases(3)))).isEqualTo("C-05");
        scene.silence(1);
        assertThat(id(scene.forceOff(phases(3)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldForceOffOnlyWhenEveryPhaseIsPastItsOwnMinimum() {
        change(2, 6); // 7.0 s and 5.0 s.
        scene.pass(69);
        assertThat(id(scene.forceOff(phases(2, 6)))).isEqualTo("C-05");
        assertThat(id(scene.forceOff(phases(6)))).isEqualTo("ALLOWED");
        scene.pass(1);
        assertThat(id(scene.forceOff(phases(2, 6)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldForceOffOnlyWhatIsGreen() {
        scene.pass(100);
        assertThat(id(scene.forceOff(phases(2, 4)))).isEqualTo("C-03");
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldForceOffOnlyAfterWalkClearanceAndBuffer() {
        scene.cross.walks = phases(2);
        scene.pass(100);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("C-05");
        assertThat(id(scene.forceOff(phases(6)))).isEqualTo("ALLOWED"); // Not its pedestrians.
        scene.cross.walks = 0;
        scene.cross.pedClears = phases(2);
        scene.pass(50);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("C-05");
        scene.cross.pedClears = 0;
        scene.pass(1);
        scene.pass(Sheets.BUFFER_DS - 1);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("C-05");
        scene.pass(1);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountADontWalkFromFirstSight() {
        scene.pass(100).silence(2_000);
        scene.pass(1).pass(51).poll(scene.cross); // Minimum green of 6 done after the gap.
        assertThat(id(scene.forceOff(phases(6)))).isEqualTo("ALLOWED");
        Scene slow = Scene.ready(); // DON'T WALK first seen 1.0 s ago.
        slow.small.greens = 0;
        slow.small.yellows = phases(1);
        slow.pass(10);
        slow.small.yellows = 0;
        slow.pass(9).silence(1_500);
        slow.small.greens = phases(9);
        slow.pass(80).poll(slow.small);
        assertThat(id(slow.ask(slow.small, ControlObject.FORCE_OFF, 2, 1))).isEqualTo("C-05");
        slow.pass(1);
        assertThat(id(slow.ask(slow.small, ControlObject.FORCE_OFF, 2, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotForceOffWhatIsHeld() {
        scene.pass(100);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("ALLOWED");
        assertThat(id(scene.forceOff(phases(2, 6)))).isEqualTo("C-05");
        assertThat(id(scene.forceOff(phases(6)))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotHoldWhatIsForcedOffUntilThatGreenHasEnded() {
        scene.pass(100);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
        scene.pass(1);
        assertThat(id(scene.hold(phases(2, 6)))).isEqualTo("C-05");
        assertThat(id(scene.hold(phases(6)))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        change(4, 8);
        change(2, 6);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldHoldAgainWhenTheForceOffIsTakenBack() {
        scene.pass(100);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
        assertThat(id(scene.forceOff(0))).isEqualTo("ALLOWED");
        assertThat(id(scene.hold(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldKeepTheTwoGroupsOfPhasesApart() {
        scene.pass(100);
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 1, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 1))).isEqualTo("C-03");
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.FORCE_OFF, 1, 1))).isEqualTo("C-05");
    }

    @Test
    void shouldJudgeAnOverrunOfTheOtherGroup() {
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 1, 1))).isEqualTo("ALLOWED");
        scene.pass(300);
        scene.small.greens = 0;
        scene.small.yellows = 1;
        scene.pass(20);
        scene.small.yellows = 0;
        scene.pass(20);
        scene.small.greens = phases(9);
        scene.pass(1).poll(scene.small);
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 1))).isEqualTo("C-06");
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldTakeControlBackInBackupModeBeforeEndingGreens() {
        scene.pass(100);
        scene.cross.unitControlStatus = 4;
        scene.poll(scene.cross);
        assertThat(id(scene.hold(phases(6)))).isEqualTo("ALLOWED");
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("C-03");
        assertThat(id(scene.omit(phases(1)))).isEqualTo("C-03");
        assertThat(id(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.cross.unitControlStatus = 2;
        scene.poll(scene.cross);
        assertThat(id(scene.forceOff(phases(2)))).isEqualTo("ALLOWED");
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNeverOmitAWholeRing() {
        assertThat(id(scene.omit(phases(1, 2, 3, 5, 6, 7)))).isEqualTo("ALLOWED");
        assertThat(id(scene.omit(phases(1, 2, 3, 4)))).isEqualTo("C-03");
        assertThat(id(scene.omit(phases(5, 6, 7, 8)))).isEqualTo("C-03");
        assertThat(id(scene.ask(scene.small, ControlObject.PHASE_OMIT, 1, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.PHASE_OMIT, 2, 1))).isEqualTo("C-03");
    }

    @Test
    void shouldOmitForTwoMinutesAndNotLonger() {
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
        scene.pass(1_200);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(1))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("C-03");
        assertThat(id(scene.call(1))).isEqualTo("C-03"); // Would keep the omit alive.
        assertThat(id(scene.omit(phases(3)))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotStarveAPhaseByInstalments() {
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
        scene.pass(1_100);
        assertThat(id(scene.omit(0))).isEqualTo("ALLOWED");
        scene.pass(101);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("C-03");
        scene.pass(1_098);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("C-03");
        scene.pass(1); // Two minutes without omit.
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldStartTheOmitAnewWhenThePhaseWasServed() {
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
        scene.pass(1_100);
        assertThat(id(scene.omit(0))).isEqualTo("ALLOWED");
        change(1, 6);
        change(2, 6);
        scene.pass(100);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
        scene.pass(1_200);
        assertThat(id(scene.omit(phases(1)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAgeAnOmitFromTheLastTrueSightOfGreen() {
        assertThat(id(scene.omit(phases(2)))).isEqualTo("ALLOWED");
        scene.silence(500).repeat(scene.cross); // Says nothing new, so serves nobody.
        scene.cross.greens = phases(6);
        scene.cross.yellows = phases(2);
        scene.pass(1_195);
        assertThat(id(scene.omit(phases(2)))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.omit(phases(2)))).isEqualTo("C-03");
    }

    @Test
    void shouldAgeTheOmitOfAnyPhase() {
        assertThat(id(scene.omit(phases(3, 8)))).isEqualTo("ALLOWED");
        scene.pass(1_200).silence(1);
        assertThat(id(scene.omit(phases(8)))).isEqualTo("C-03");
        assertThat(id(scene.omit(phases(3)))).isEqualTo("C-03");
    }

    @Test
    void shouldReleaseTheSecondGroupToo() {
        scene.small.greens = phases(9);
        scene.pass(100);
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.FORCE_OFF, 2, 1))).isEqualTo("C-05");
        assertThat(id(scene.ask(scene.small, ControlObject.HOLD, 2, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.FORCE_OFF, 2, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotAgeAnOmitWhileThePhaseIsGreen() {
        assertThat(id(scene.omit(phases(2)))).isEqualTo("ALLOWED");
        scene.pass(1_300);
        assertThat(id(scene.omit(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotOmitAPhaseWhosePedestrianWaitedTooLong() {
        scene.cross.pedCalls = phases(4);
        scene.pass(1);
        scene.pass(2_400);
        assertThat(id(scene.omit(phases(4)))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.omit(phases(4)))).isEqualTo("C-03");
        assertThat(id(scene.omit(phases(3)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountTheWaitAnewWhenTheCallWasGone() {
        scene.cross.pedCalls = phases(4);
        scene.pass(2_400);
        scene.cross.pedCalls = 0;
        scene.pass(1);
        scene.cross.pedCalls = phases(4);
        scene.pass(10);
        assertThat(id(scene.omit(phases(4)))).isEqualTo("ALLOWED");
    }
}
