package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.signal.guard.Scene.phases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.SignalCommand.ControlObject;

/** C-03, C-04, C-11, C-13 and F-02: whether this is a moment to command anything at all. */
class MomentRulesTest {
    private final Scene scene = Scene.ready();

    private String call() {
        return GuardRule.idOf(scene.call(2));
    }

    private String release() {
        return GuardRule.idOf(scene.hold(0));
    }

    @Test
    void shouldAllowStatusOfOneSecondAndNotOlder() {
        scene.silence(1_000);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldRefuseOnAFirstStatusThatHasNotAdvancedYet() {
        Scene fresh = Scene.blank();
        fresh.guard.onEpoch(1);
        fresh.cross.greens = phases(2, 6);
        fresh.push(fresh.cross).poll(fresh.cross);
        assertThat(GuardRule.idOf(fresh.call(2))).isEqualTo("C-04");
        fresh.silence(100).push(fresh.cross);
        assertThat(GuardRule.idOf(fresh.call(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotTakeARepeatedPushForFresh() {
        for (int i = 0; i < 10; i++) {
            scene.silence(100).repeat(scene.cross);
        }
        assertThat(call()).isEqualTo("ALLOWED");
        scene.silence(100).repeat(scene.cross);
        assertThat(call()).isEqualTo("C-04");
        scene.poll(scene.cross).silence(100).repeat(scene.cross);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldTakeEveryValueOfTheCounterForAFirstPush() {
        for (int push : new int[] {0, 1, 127, 128, 255}) {
            Scene first = Scene.blank();
            first.guard.onEpoch(1);
            first.cross.greens = phases(2, 6);
            first.cross.push = push;
            first.repeat(first.cross).silence(100).poll(first.cross).push(first.cross);
            assertThat(GuardRule.idOf(first.call(2))).isEqualTo("ALLOWED");
            first.silence(1_001).repeat(first.cross);
            assertThat(GuardRule.idOf(first.call(2))).isEqualTo("C-04");
        }
    }

    @Test
    void shouldNotTakeARepeatedCounterOfZeroForFresh() {
        scene.cross.push = 255;
        scene.silence(1_001).push(scene.cross).poll(scene.cross); // Resynchronizes at 0.
        scene.silence(100).repeat(scene.cross);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldIgnoreLatePushesAndFollowTheCounterOverItsWrap() {
        scene.cross.push = 250;
        scene.silence(1_100).push(scene.cross); // Resynchronizes at 251.
        scene.pass(20);
        assertThat(scene.cross.push).isLessThan(20);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.push = scene.cross.push - 1 & 0xFF;
        scene.cross.greens = 0;
        scene.repeat(scene.cross); // Late: must not blank what is known.
        assertThat(GuardRule.idOf(scene.hold(phases(2)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldTakeHalfTheCounterForForwardAndMoreForLate() {
        int before = scene.cross.push;
        scene.cross.greens = phases(4);
        scene.cross.push = before + 128 & 0xFF;
        scene.repeat(scene.cross);
        assertThat(GuardRule.idOf(scene.hold(phases(2)))).isEqualTo("ALLOWED");
        scene.cross.push = before + 127 & 0xFF;
        scene.repeat(scene.cross);
        assertThat(GuardRule.idOf(scene.hold(phases(2)))).isEqualTo("C-03");
    }

    @Test
    void shouldResynchronizeOnAnyCounterAfterAGap() {
        scene.silence(1_001);
        scene.cross.push = scene.cross.push - 20 & 0xFF;
        scene.push(scene.cross);
        assertThat(call()).isEqualTo("C-04");
        scene.silence(100).push(scene.cross).poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldForgetAllStatusWithAnEpochEvenOneThatIsNotHigher() {
        scene.guard.onEpoch(1);
        assertThat(call()).isEqualTo("C-04");
        scene.push(scene.cross).silence(100).push(scene.cross);
        assertThat(call()).isEqualTo("C-04");
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowAnAgreeingPollOfThreeSecondsAndNotOlder() {
        scene.polling = false;
        scene.poll(scene.cross);
        scene.pass(30);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldNotCountAnUnansweredPoll() {
        scene.polling = false;
        scene.poll(scene.cross);
        scene.pass(15);
        scene.cross.answered = 0;
        scene.cross.unitControlStatus = 5;
        scene.poll(scene.cross);
        scene.pass(15);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldNotCountADisagreeingPollForAgreement() {
        scene.polling = false;
        scene.poll(scene.cross);
        scene.pass(15);
        scene.cross.polledGreens = phases(4);
        scene.poll(scene.cross);
        scene.pass(15);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldForgiveOneDisagreeingPollAndNotTwoInSuccession() {
        scene.polling = false;
        scene.cross.polledGreens = phases(4, 8);
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("C-04");
        assertThat(release()).isEqualTo("ALLOWED");
        scene.cross.polledGreens = -1;
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.polledGreens = phases(2);
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAlsoCompareWalkAndOnlyPhasesOfTheSite() {
        scene.polling = false;
        scene.cross.polledGreens = phases(2, 6, 16);
        scene.cross.polledWalks = phases(1);
        scene.poll(scene.cross).poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.polledWalks = phases(2);
        scene.poll(scene.cross).poll(scene.cross);
        assertThat(call()).isEqualTo("C-04");
    }

    @Test
    void shouldNotComparePollsWithAnOldStatus() {
        scene.polling = false;
        scene.silence(1_001);
        scene.poll(scene.cross).poll(scene.cross); // Neither agreement nor disagreement.
        scene.cross.polledGreens = phases(4);
        scene.poll(scene.cross).poll(scene.cross);
        scene.cross.polledGreens = -1;
        scene.pass(2);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.pass(18);
        assertThat(call()).isEqualTo("C-04"); // The last agreement is from before the gap.
    }

    @Test
    void shouldComparePollsWithAStatusOfOneSecond() {
        scene.polling = false;
        scene.cross.polledGreens = phases(4);
        scene.silence(1_000).poll(scene.cross).poll(scene.cross);
        assertThat(call()).isEqualTo("C-04");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 6, 7, 8})
    void shouldRefuseAllButReleaseWhileTheUnitFlashes(int unitFlashStatus) {
        scene.cross.unitFlashStatus = unitFlashStatus;
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("C-03");
        assertThat(release()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseAllButReleaseWhileThePushShowsFlash() {
        scene.cross.flash = 1;
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        assertThat(release()).isEqualTo("ALLOWED");
        scene.cross.flash = 0;
        scene.pass(1);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.flashing = phases(8);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        scene.cross.flashing = phases(9); // Not a phase of this site.
        scene.pass(1);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 10})
    void shouldLeaveTheJunctionToThePersonAtTheCabinet(int unitControlStatus) {
        scene.cross.unitControlStatus = unitControlStatus;
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("C-03");
        assertThat(release()).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8, 11})
    void shouldTakeControlInAllOtherModes(int unitControlStatus) {
        scene.cross.unitControlStatus = unitControlStatus;
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseWhenAPhaseShowsNothing() {
        scene.cross.dark = phases(3);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldRefuseWhenAPhaseShowsTwoColors() {
        scene.cross.yellows = phases(2);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldRefuseWhenAPhaseShowsRedAndAnotherColor() {
        scene.cross.alsoRed = phases(2);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        scene.cross.alsoRed = phases(5);
        scene.pass(20);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.greens = phases(2);
        scene.cross.yellows = phases(6);
        scene.cross.alsoRed = phases(6);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldRefuseWhenAPedestrianPhaseShowsTwoSigns() {
        scene.cross.walks = phases(2);
        scene.pass(1);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.pedClears = phases(2);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldRefuseWhenAPhaseThatIsNotThereShowsRightOfWay() {
        scene.cross.greens = phases(2, 6, 9);
        scene.cross.polledGreens = phases(2, 6);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        scene.cross.greens = phases(2, 6);
        scene.pass(1);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.cross.walks = phases(1);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldRefuseWhileConflictingGreensShow() {
        scene.cross.greens = phases(2, 4, 6);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        assertThat(release()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseWhilePedestriansWalkAgainstAConflictingGreen() {
        scene.cross.walks = phases(4);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
        scene.cross.walks = 0;
        scene.cross.pedClears = phases(4);
        scene.pass(1);
        assertThat(call()).isEqualTo("C-03");
    }

    @Test
    void shouldCountRedClearanceAsRightOfWayUpToSamplingSkew() {
        scene.cross.greens = 0;
        scene.cross.yellows = phases(2, 6);
        scene.pass(35);
        scene.cross.yellows = 0;
        scene.pass(1);
        scene.pass(Sheets.RED_CLEARANCE_DS - 3);
        scene.cross.greens = phases(4, 8); // 1.3 s after the yellow: the skew of two pushes.
        scene.pass(1);
        scene.cross.polledGreens = -1;
        scene.poll(scene.cross);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseWhileAGreenShowsInTheBufferOfAConflictingPedestrian() {
        scene.cross.walks = phases(2);
        scene.pass(70);
        scene.cross.walks = 0;
        scene.cross.pedClears = phases(2);
        scene.pass(20);
        scene.cross.greens = 0;
        scene.pass(20);
        scene.cross.pedClears = 0;
        scene.pass(1);
        scene.pass(Sheets.BUFFER_DS - 4);
        scene.cross.greens = phases(4, 8);
        scene.pass(1).poll(scene.cross);
        assertThat(call()).isEqualTo("C-03");
        scene.pass(1);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountClearanceOfWhatEndedInAGapFromTheFirstSight() {
        scene.silence(2_000);
        scene.cross.greens = phases(4, 8);
        scene.pass(2).poll(scene.cross);
        assertThat(call()).isEqualTo("C-03");
        scene.pass(12);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowADecisionOfAQuarterSecondAndNotOlder() {
        scene.ageMs = 250;
        assertThat(call()).isEqualTo("ALLOWED");
        scene.ageMs = 251;
        assertThat(call()).isEqualTo("C-13");
        assertThat(release()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseADecisionFromTheFuture() {
        scene.ageMs = 0;
        assertThat(call()).isEqualTo("ALLOWED");
        scene.ageMs = -1;
        assertThat(call()).isEqualTo("C-13");
    }

    @Test
    void shouldOnlyReleaseForOneSecondAfterTheJournalFailed() {
        scene.health(HealthReport.Kind.JOURNAL, 0, 0);
        assertThat(call()).isEqualTo("C-11");
        scene.silence(1_000);
        assertThat(release()).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(release()).isEqualTo("C-11");
        scene.health(HealthReport.Kind.JOURNAL, 0, 0); // A second report gives no second breath.
        assertThat(release()).isEqualTo("C-11");
        scene.health(HealthReport.Kind.JOURNAL, 1, 0).pass(20);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldOnlyReleaseForOneSecondAfterTheClockFailed() {
        scene.health(HealthReport.Kind.CLOCK, 0, 0);
        assertThat(call()).isEqualTo("F-02");
        assertThat(release()).isEqualTo("ALLOWED");
        scene.silence(1_001);
        assertThat(release()).isEqualTo("F-02");
        scene.health(HealthReport.Kind.CLOCK, 0, 0);
        assertThat(release()).isEqualTo("F-02");
        scene.health(HealthReport.Kind.CLOCK, 1, 0).pass(20);
        assertThat(call()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldIgnoreOtherKindsOfHealthAndTakeOddValuesForUnwell() {
        scene.health(3, 0, 0);
        assertThat(call()).isEqualTo("ALLOWED");
        scene.health(HealthReport.Kind.JOURNAL, 2, 0);
        assertThat(call()).isEqualTo("C-11");
    }

    @Test
    void shouldReleaseEveryObjectWithoutAnyStatus() {
        Scene dark = Scene.blank();
        dark.guard.onEpoch(1);
        dark.ageMs = 10_000;
        assertThat(dark.hold(0)).isZero();
        assertThat(dark.forceOff(0)).isZero();
        assertThat(dark.omit(0)).isZero();
        assertThat(dark.call(0)).isZero();
        assertThat(dark.ask(dark.cross, ControlObject.PED_CALL, 1, 0)).isZero();
        assertThat(dark.preempt(1, 0)).isZero();
        assertThat(dark.pattern(0)).isZero();
        dark.ageMs = 0;
        assertThat(GuardRule.idOf(dark.ask(dark.cross, ControlObject.SYNC, 0, 0)))
                .isEqualTo("C-04");
    }

    @Test
    void shouldIgnoreEventsOfUnknownSites() {
        Scene.Lamps stranger = new Scene.Lamps(102, 0xFF, 0xAA);
        stranger.greens = phases(4);
        scene.push(stranger).poll(stranger).hear(scene.ambulance().siteId(100));
        assertThat(call()).isEqualTo("ALLOWED");
        assertThat(scene.guard.failed()).isFalse();
    }
}
