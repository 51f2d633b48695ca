package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** Calls, holds and force-offs: C-05, C-06 and E-08. */
class LoopHoldsTest {
    @Test
    void shouldHoldForAVehicleAboutToArriveButNoLongerThanFiveSeconds() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6; loop 4     |
                       | 601 reports on=1 at=14 speed=5 |
                   0.1 |                                | hold 2
                   1.0 | 601 at=14                      |
                   2.0 | 601 at=14                      |
                   3.0 | 601 at=14                      |
                   4.0 | 601 at=14                      |
                   5.0 | 601 at=14                      |
                   5.1 |                                | hold none
                   6.0 | 601 at=14                      |
                   7.0 | 601 at=14                      |
                   8.0 | 601 at=14                      |
                   9.0 | 601 at=14                      |
                  10.0 | 601 at=14                      |
                  11.0 | 601 at=14                      |
                  12.0 | 601 at=14                      |
                  13.0 | 601 at=14                      |
                """,
                "holds");
    }

    @Test
    void shouldNotHoldLongerForOneSignerWithTwoIds() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6; loop 4                |
                       | 601 reports on=1 at=14 speed=5            |
                       | 602 reports on=1 at=14 speed=5 signer=601 |
                   0.1 |                                           | hold 2
                   1.0 | 601 at=14; 602 at=14                      |
                   2.0 | 601 at=14; 602 at=14                      |
                   3.0 | 601 at=14; 602 at=14                      |
                   4.0 | 601 at=14; 602 at=14                      |
                   5.0 | 601 at=14; 602 at=14                      |
                   5.1 |                                           | hold none
                   6.0 | 601 at=14; 602 at=14                      |
                   7.0 | 601 at=14; 602 at=14                      |
                   8.0 | 601 at=14; 602 at=14                      |
                   9.0 | 601 at=14; 602 at=14                      |
                  10.0 | 601 at=14; 602 at=14                      |
                  11.0 | 601 at=14; 602 at=14                      |
                  12.0 | 601 at=14; 602 at=14                      |
                  13.0 | 601 at=14; 602 at=14                      |
                """,
                "holds");
    }

    @Test
    void shouldHoldLongerForTwoSigners() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6; loop 4     |
                       | 601 reports on=1 at=14 speed=5 |
                       | 602 reports on=1 at=14 speed=5 |
                   0.1 |                                | hold 2
                   1.0 | 601 at=14; 602 at=14           |
                   2.0 | 601 at=14; 602 at=14           |
                   3.0 | 601 at=14; 602 at=14           |
                   4.0 | 601 at=14; 602 at=14           |
                   5.0 | 601 at=14; 602 at=14           |
                   6.0 | 601 at=14; 602 at=14           |
                   7.0 | 601 at=14; 602 at=14           |
                   8.0 | 601 at=14; 602 at=14           |
                   9.0 | 601 at=14; 602 at=14           |
                  10.0 | 601 at=14; 602 at=14           |
                  10.1 |                                | hold none
                  11.0 | 601 at=14; 602 at=14           |
                  12.0 | 601 at=14; 602 at=14           |
                  13.0 | 601 at=14; 602 at=14           |
                """,
                "holds");
    }

    @Test
    void shouldNotHoldForAnUncheckedVehicle() {
        Timeline.play(
                """
                   0.0 | stream 2; stream 6; loop 4               |
                       | 601 reports unchecked on=1 at=15 speed=5 |
                   8.0 |                                          |
                """,
                "holds");
    }

    @Test
    void shouldNotCallForAnUncheckedVehicle() {
        Timeline.play(
                """
                   0.0 | 601 reports unchecked on=4 at=60 speed=5 |
                   5.0 |                                          |
                """,
                "calls");
    }

    @Test
    void shouldCallForACheckedVehicleBeforeItsLoopSeesIt() {
        Timeline.play(
                """
                   0.0 | 601 reports on=4 at=140 speed=10 |
                   2.0 |                                  | call 8
                   7.6 |                                  | call none
                  12.0 |                                  |
                """,
                "calls");
    }

    @Test
    void shouldForceOffAGreenAtItsMaximumWhileOthersWait() {
        Timeline.play(
                """
                   0.0 | no maximum; stream 2; stream 6 |
                       | loop 4                         |
                  40.5 |                                | force off 2 6
                  48.0 |                                |
                """,
                "holds");
    }

    @Test
    void shouldNotForceOffAtTheMaximumWhenNobodyElseWaits() {
        Timeline.play(
                """
                   0.0 | no maximum; stream 2; stream 6 |
                  50.0 |                                |
                """,
                "holds");
    }

    @Test
    void shouldNotHoldWhenNobodyElseWaits() {
        Timeline.play(
                """
                   0.0 | dry 0; stream 2                |
                       | 601 reports on=1 at=15 speed=5 |
                   3.0 |                                |
                """,
                "holds");
    }
}
