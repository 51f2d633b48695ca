package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** Priority, not preemption (E-05): what a bus gets, and what it does not. */
class BusPriorityTest {
    @Test
    void shouldHoldTheGreenUntilABusThatIsAboutToArriveHasPassed() {
        Timeline.play(
                """
                   3.0 | loop 4                                          | 601 processing
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 granted; hold 2
                   9.7 |                                                 | 601 over; hold none
                  12.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldNotHoldTheGreenForABusThatIsFarAway() {
        Timeline.play(
                """
                   3.0 | loop 4                                          |
                       | 601 asks on=1 at=300 speed=15 role=16 granted=8 | 601 processing
                  12.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldLetTheGreenGoAsSoonAsTheBusCannotMakeItInTenSeconds() {
        Timeline.play(
                """
                   3.0 | loop 4; stream 4; stream 8                      | 601 processing
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 granted; hold 2
                   5.0 | 601 speed=4                                     | 601 processing
                       |                                                 | hold none
                  11.0 | 601 cancels silent                              | 601 over
                  12.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldHoldForTenSecondsAtMostWhenTheBusStandsBeforeItsStopLine() {
        Timeline.play(
                """
                   3.0 | loop 4; stream 4; stream 8                    | 601 processing
                       | 601 asks on=1 at=50 speed=9 role=16 granted=8 | 601 granted; hold 2
                   8.0 | 601 speed=0                                   |
                  11.8 |                                               | hold none
                  11.9 |                                               | 601 processing
                  17.0 |                                               |
                """,
                "holds");
    }

    @Test
    void shouldExtendAGreenOnceHoweverManyBusesCome() {
        Timeline.play(
                """
                   3.0 | loop 4; stream 2; stream 6; no maximum          | 601 processing
                       | 601 asks on=1 at=80 speed=10 role=16 granted=8  | 601 granted; hold 2
                       | 602 asks on=1 at=130 speed=10 role=16 granted=8 | 602 processing
                       | 603 asks on=1 at=260 speed=10 role=16 granted=8 | 603 processing
                   8.0 |                                                 | 602 granted
                  11.0 |                                                 | 601 over; hold none
                  16.0 |                                                 | 602 over
                  21.0 |                                                 | 603 granted
                  29.0 |                                                 | 603 over
                  30.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldNotHoldTowardsTheLongestGreen() {
        Timeline.play(
                """
                   0.0 | no maximum; stream 2; stream 6                  |
                       | loop 4                                          |
                  34.0 | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 processing
                       |                                                 | 601 granted
                  40.5 |                                                 | force off 2 6
                  40.6 |                                                 | 601 processing
                  40.7 |                                                 | 601 over
                  42.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldEndTheGreenOfOthersInTimeForABusThatIsToArriveAtRed() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6                              |
                       | 601 asks on=3 at=250 speed=10 role=16 granted=8 | 601 processing
                  14.5 |                                                 | call 4; force off 2 6
                  20.1 |                                                 | 601 granted; call none
                  25.1 |                                                 | 601 over
                  30.0 |                                                 |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldServeThePhaseOfTheLaneThatTheBusNames() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6                 |
                   4.0 | 601 role=16 granted=8              |
                       | 601 asks on=3 lane=7 at=30 speed=0 | 601 rejected NOT_PLAUSIBLE
                       |                                    | notice refused 601
                   8.0 | 602 role=16 granted=8              |
                       | 602 asks on=4 lane=7 at=30 speed=0 | 602 processing; call 8
                       |                                    | force off 2 6
                  10.0 |                                    |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldNotEndAGreenBeforeItsMinimum() {
        Timeline.play(
                """
                   0.0 | loop 4; stream 4; stream 8                    |
                   7.0 | 601 asks on=1 at=30 speed=0 role=16 granted=8 | 601 processing; call 2
                  11.6 |                                               | force off 4 8
                  17.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldNotEndAGreenWhilePeopleAreOnTheCrossingBesideIt() {
        Timeline.play(
                """
                   0.0 | loop 4; walker 4; stream 4; stream 8          |
                   7.0 | 601 asks on=1 at=30 speed=0 role=16 granted=8 | 601 processing; call 2
                  32.6 |                                               | force off 4 8
                  38.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldBeginOneEarlyGreenInTwoMinutes() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6                              |
                       | 601 asks on=3 at=150 speed=10 role=16 granted=8 | 601 processing
                   4.5 |                                                 | force off 2 6
                  10.1 |                                                 | 601 granted
                  15.1 |                                                 | 601 over
                  40.0 | 602 asks on=3 at=150 speed=10 role=16 granted=8 | 602 processing
                  55.1 |                                                 | 602 over
                 120.0 | 603 asks on=3 at=150 speed=10 role=16 granted=8 | 603 processing
                 124.5 |                                                 | force off 2 6
                 130.1 |                                                 | 603 granted
                 135.1 |                                                 | 603 over
                 140.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldGiveUpAnEarlyGreenForABusThatStopsFarAway() {
        Timeline.play(
                """
                   0.0 | loop 4; walker 4; stream 4; stream 8              |
                   9.0 | 601 asks on=1 at=200 speed=10 role=16 granted=8   | 601 processing; call 2
                  12.0 | 601 speed=0                                       | call none
                  40.0 |                                                   |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldEndNoMoreForABusThanOthersWhoWaitedTooLongAskFor() {
        Timeline.play(
                """
                   0.0 | no maximum; stream 2; stream 6; loop 1        |
                       | controller differs                            | CONTROLLER_DIFFERS 3
                       |                                               | RELEASED CONTROLLER_DIFFERS
                 125.0 | controller agrees                             |
                 126.0 | 601 asks on=3 at=30 speed=0 role=16 granted=8 | 601 processing
                 127.0 |                                               | CONTROLLED
                 128.0 |                                               | force off 2
                 133.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldDoNothingForABusOnACrossingRouteWhileAnAmbulanceIsServed() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=3 at=200             | 601 processing
                       | stream 4; stream 8                            | preempt 3 on
                   1.0 | 602 asks on=1 at=30 speed=0 role=16 granted=8 | 602 processing
                   5.6 |                                               | 601 granted
                  13.4 |                                               | 601 over; ended 3 PASSED
                       |                                               | preempt 3 off; call 2
                       |                                               | force off 4 7
                  19.9 |                                               | 602 granted; call none
                  20.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldDoNothingForABusWhileAnAmbulanceIsAwaitedOnAnotherApproach() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6; walker 4                  |
                   4.0 | mission 601; 601 asks on=1 at=500 speed=15    | 601 processing; hold 2
                   5.0 | 602 asks on=3 at=30 speed=0 role=16 granted=8 | 602 processing
                  10.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldServeABusBehindAnAmbulanceOnceThePreemptHasEnded() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=3 at=200      | 601 processing; preempt 3 on
                       | stream 2; stream 6                     |
                   1.0 | 602 asks on=3 at=350 role=16 granted=8 | 602 processing
                   5.6 |                                        | 601 granted
                  13.4 |                                        | 601 over; ended 3 PASSED
                       |                                        | preempt 3 off
                  19.9 |                                        | call 4
                  23.0 | 602 speed=0                            |
                  26.9 |                                        | force off 2 6
                  32.5 |                                        | 602 granted; call none
                  34.0 | 602 speed=8                            |
                  36.6 |                                        | 602 over
                  38.0 |                                        |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldRefuseARoleThatTheCertificateDoesNotGrant() {
        Timeline.play(
                """
                   3.0 | loop 4                                             |
                       | 601 asks on=1 at=100 speed=15 role=16 granted=240 | 601 rejected WRONG_ROLE
                       |                                                   | notice refused 601
                   6.0 |                                                   |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldNotPreemptForABusWithAMission() {
        Timeline.play(
                """
                   3.0 | mission 601; stream 2; stream 6                |
                       | 601 asks on=3 at=300 role=16 granted=8         | 601 processing
                  10.0 |                                                |
                """);
    }

    @Test
    void shouldNotTakeAnEmergencyVehicleWithoutMissionForABus() {
        Timeline.play(
                """
                   3.0 | loop 4                                 |
                       | 601 asks on=1 at=100 granted=136       | 601 rejected NO_MISSION
                       |                                        | notice refused 601
                   6.0 |                                        |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldNotBelieveABusThatIsSomewhereElse() {
        Timeline.play(
                """
                   3.0 | loop 4                                 |
                       | 601 role=16 granted=8                  |
                       | 601 asks on=1 at=100 speed=15 aside=40 | 601 rejected NOT_PLAUSIBLE
                       |                                        | notice refused 601
                   6.0 |                                        |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldBeSilentToAReplayedBus() {
        Timeline.play(
                """
                   3.0 | 601 role=16 granted=8         |
                       | 601 once on=1 at=100 speed=15 | 601 processing; 601 granted
                   3.5 | repeat; repeat by unit 2      |
                   8.1 |                               | 601 over
                  10.0 | repeat                        |
                  12.0 |                               |
                """);
    }

    @Test
    void shouldPromiseNothingWhileTheCentersClockIsUncertain() {
        Timeline.play(
                """
                   3.0 | loop 4; stream 4; stream 8                      | 601 processing
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 granted; hold 2
                   5.0 | clock unsure                                    | 601 rejected CLOCK
                       |                                                 | notice refused 601
                       |                                                 | hold none
                   6.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldPromiseNothingWhileTheJunctionIsNotCommanded() {
        Timeline.play(
                """
                   3.0 | loop 4                                          | 601 processing
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 granted; hold 2
                   4.0 | person at cabinet                               |
                   4.1 |                                                 | RELEASED LOCAL_CONTROL
                       |                                                 | 601 processing; release
                   6.0 |                                                 |
                """,
                "holds",
                "releases");
    }

    @Test
    void shouldGoOnWithAnExtensionInAnotherCore() {
        Timeline.play(
                """
                   3.0 | loop 4                                          | 601 processing
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 granted; hold 2
                   5.0 | another core                                    |
                   9.7 |                                                 | 601 over; hold none
                  12.0 |                                                 |
                """,
                "holds");
    }

    @Test
    void shouldGoOnWithAnEarlyGreenInAnotherCore() {
        Timeline.play(
                """
                   0.0 | loop 4; stream 4; stream 8                    |
                   7.0 | 601 asks on=1 at=30 speed=0 role=16 granted=8 | 601 processing; call 2
                   9.0 | another core                                  |
                  11.6 |                                               | force off 4 8
                  17.0 |                                               |
                """,
                "holds",
                "calls");
    }

    @Test
    void shouldRefuseBusesWhenPriorityIsOff() {
        Timeline.play(
                withoutPriority(ControlSettings.DEFAULT),
                """
                   3.0 | loop 4                                          |
                       | 601 asks on=1 at=100 speed=15 role=16 granted=8 | 601 rejected WRONG_ROLE
                       |                                                 | notice refused 601
                  12.0 |                                                 |
                """,
                "holds",
                "calls");
    }

    private static ControlSettings withoutPriority(ControlSettings base) {
        return new ControlSettings(
                base.requestFreshMs(),
                base.requestSilenceMs(),
                base.requestOverrunMs(),
                base.preemptMarginMs(),
                base.queueDischargeMs(),
                base.dispatchSilenceMs(),
                base.preemptsPerHour(),
                base.snapshotIntervalMs(),
                base.actuated(),
                base.preemption(),
                false,
                base.injection(),
                base.coordination());
    }
}
