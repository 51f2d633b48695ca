package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-06 and C-07: one owner, by class and arrival, and how soon the next may begin. */
class LoopOwnerTest {
    @Test
    void shouldServeTheNearerOfOneClassFirst() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601 |
                       | mission 602              |
                   1.0 |                          | RELEASED STATUS_STALE
                   1.5 | 601 asks on=3 at=450     | 601 processing; 602 processing
                       | 602 asks on=1 at=220     |
                   4.0 | push back                |
                   6.1 |                          | CONTROLLED; preempt 1 on
                   9.7 |                          | 602 granted
                  14.0 |                          |
                """);
    }

    @Test
    void shouldServeTheNearerFirstWhoeverWasHeardFirst() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601 |
                       | mission 602              |
                   1.0 |                          | RELEASED STATUS_STALE
                   1.5 | 601 asks on=1 at=220     | 601 processing; 602 processing
                       | 602 asks on=3 at=450     |
                   4.0 | push back                |
                   6.1 |                          | CONTROLLED; preempt 1 on
                   9.7 |                          | 601 granted
                  14.0 |                          |
                """);
    }

    @Test
    void shouldServeAmbulanceBeforePoliceWhoeverIsNearer() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601                       |
                       | mission 602                                    |
                   1.0 |                                                | RELEASED STATUS_STALE
                   1.5 | 601 asks on=3 at=60 speed=5 role=12 granted=32 | 601 processing
                       | 602 asks on=1 at=220                           | 602 processing
                   4.0 | push back                                      |
                   6.1 |                                                | CONTROLLED; preempt 1 on
                   9.7 |                                                | 602 granted
                  13.6 |                                                | 601 over
                  14.0 |                                                |
                """);
    }

    @Test
    void shouldKeepTheOwnerWhenAnotherOfItsClassComes() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=250     |
                   2.0 | 602 asks on=1 at=100     | 602 processing
                   5.6 |                          | 601 granted
                   8.7 |                          | 602 over
                  16.7 |                          | 601 over; ended 3 PASSED; preempt 3 off
                  30.0 |                          |
                """);
    }

    @Test
    void shouldGiveWayToAHigherClassWhileTheOwnerIsFarAndNotWaitFiveSeconds() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602                | 601 processing; preempt 3 on
                       | 601 asks on=3 at=450 role=12 granted=32 |
                   3.0 | 602 asks on=1 at=100                    | 602 processing
                       |                                         | ended 3 CANCELLED; preempt 3 off
                       |                                         | preempt 1 on
                   5.6 |                                         | 602 granted
                   9.7 |                                         | 602 over
                       |                                         | ended 1 PASSED; preempt 1 off
                       |                                         | preempt 3 on
                  12.0 |                                         |
                """);
    }

    @Test
    void shouldNotTurnTheJunctionRoundForAHigherClassWhenTheOwnerIsNearlyThere() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602                | 601 processing; preempt 3 on
                       | 601 asks on=3 at=200 role=12 granted=32 |
                   3.0 | 602 asks on=1 at=200                    | 602 processing
                   5.6 |                                         | 601 granted
                  13.4 |                                         | 601 over
                       |                                         | ended 3 PASSED; preempt 3 off
                       |                                         | preempt 1 on
                  14.0 |                                         |
                  16.4 |                                         | 602 over
                       |                                         | ended 1 PASSED; preempt 1 off
                  26.0 |                                         |
                """);
    }

    @Test
    void shouldNotGiveWayToPolice() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602                | 601 processing; preempt 3 on
                       | 601 asks on=3 at=450                    |
                   3.0 | 602 asks on=1 at=150 role=12 granted=32 | 602 processing
                   5.6 |                                         | 601 granted
                   6.0 |                                         |
                """);
    }

    @Test
    void shouldNotStartAnotherOfTheSameClassWithinFiveSeconds() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=250     |
                   1.0 | 602 asks on=1 at=250     | 602 processing
                   2.0 | 601 cancels silent       | 601 over; ended 3 CANCELLED; preempt 3 off
                   5.0 |                          | preempt 1 on
                   5.6 |                          | 602 granted
                   8.0 |                          |
                """);
    }
}
