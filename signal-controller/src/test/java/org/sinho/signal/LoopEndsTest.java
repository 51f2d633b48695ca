package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-07: a preempt ends by itself. */
class LoopEndsTest {
    @Test
    void shouldEndWhenTheVehicleHasPassedTheStopLine() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=60 | 601 processing; preempt 4 on
                   4.1 |                                  | 601 over; ended 4 PASSED; preempt 4 off
                  10.0 |                                  |
                """);
    }

    @Test
    void shouldEndWhenTheVehicleCancels() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                   5.6 |                                   | 601 granted
                   7.0 | 601 cancels silent                | 601 over
                       |                                   | ended 4 CANCELLED; preempt 4 off
                  15.0 |                                   |
                """);
    }

    @Test
    void shouldEndAfterFiveSecondsOfSilenceWithoutAnyFurtherMessage() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                   3.0 | 601 silent                        |
                   5.6 |                                   | 601 granted
                   8.0 |                                   | 601 over; ended 4 SILENT; preempt 4 off
                  12.0 |                                   |
                """);
    }

    @Test
    void shouldEndThirtySecondsAfterTheAnnouncedArrivalAndServeAgainLater() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 4 on
                       | 601 asks on=4 at=150 speed=0 |
                   5.6 |                              | 601 granted
                  39.1 |                              | 601 locked; ended 4 OVERRUN
                       |                              | preempt 4 off
                  54.1 |                              | preempt 4 on
                  59.7 |                              | 601 granted
                  62.0 |                              |
                """);
    }

    @Test
    void shouldEndAtTheMaximumPresenceHoweverManyFollowEachOther() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602     | 601 processing; preempt 4 on
                       | mission 603; mission 604     |
                       | 601 asks on=4 at=150 speed=0 |
                   5.6 |                              | 601 granted
                  28.0 | 602 asks on=4 at=150 speed=0 | 602 processing; 602 granted
                  39.1 |                              | 601 locked
                  54.1 |                              | 601 granted
                  56.0 | 603 asks on=4 at=150 speed=0 | 603 processing; 603 granted
                  67.1 |                              | 602 locked
                  82.1 |                              | 602 granted
                  84.0 | 604 asks on=4 at=150 speed=0 | 604 processing; 604 granted
                  93.2 |                              | 601 locked
                  95.1 |                              | 603 locked
                 108.2 |                              | 601 granted
                 110.1 |                              | 603 granted
                 112.0 | mission 605                  | 605 processing; 605 granted
                       | 605 asks on=4 at=150 speed=0 |
                 118.0 |                              | 601 maxPresence; 602 maxPresence
                       |                              | 603 maxPresence; 604 maxPresence
                       |                              | 605 maxPresence
                       |                              | ended 4 MAXIMUM_PRESENCE
                       |                              | preempt 4 off
                 130.0 |                              |
                """);
    }

    @Test
    void shouldLetOthersGoBetweenPreemptsThatFollowEachOther() {
        Timeline.play(
                """
                  0.0 | mission 601; mission 602 |
                      | mission 603; mission 604 |
                      | mission 605; mission 606 |
                      | mission 607; mission 608 |
                  1.0 | 601 asks on=4 at=300     | 601 processing; preempt 4 on
                  6.6 |                          | 601 granted
                 19.0 | 602 asks on=2 at=300     | 602 processing
                 21.1 |                          | 601 over; ended 4 PASSED
                      |                          | preempt 4 off; preempt 2 on
                 27.6 |                          | 602 granted
                 37.0 | 603 asks on=4 at=300     | 603 processing
                 39.0 |                          | 602 over; ended 2 PASSED
                      |                          | preempt 2 off; preempt 4 on
                 45.5 |                          | 603 granted
                 55.0 | 604 asks on=2 at=300     | 604 processing
                 57.1 |                          | 603 over; ended 4 PASSED
                      |                          | preempt 4 off; preempt 2 on
                 63.6 |                          | 604 granted
                 73.0 | 605 asks on=4 at=300     | 605 processing
                 75.0 |                          | 604 over; ended 2 PASSED
                      |                          | preempt 2 off; preempt 4 on
                 81.5 |                          | 605 granted
                 91.0 | 606 asks on=2 at=300     | 606 processing
                 93.1 |                          | 605 over; ended 4 PASSED
                      |                          | preempt 4 off; preempt 2 on
                 99.6 |                          | 606 granted
                109.0 | 607 asks on=4 at=300     | 607 processing
                111.0 |                          | 606 over; ended 2 PASSED
                      |                          | preempt 2 off
                126.0 |                          | preempt 4 on
                127.0 | 608 asks on=2 at=300     | 608 processing
                129.1 |                          | 607 over; ended 4 PASSED
                      |                          | preempt 4 off
                131.0 |                          | preempt 2 on
                140.2 |                          | 608 granted
                147.0 |                          | 608 over; ended 2 PASSED
                      |                          | preempt 2 off
                150.0 |                          |
                """);
    }

    @Test
    void shouldNotEndByOneWildPosition() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                   3.0 | 601 aside=100                     |
                   3.5 | 601 aside=0                       |
                   5.6 |                                   | 601 granted
                   6.0 |                                   |
                """);
    }

    @Test
    void shouldTellARefusedVehicleNothingMoreWhenItCancels() {
        Timeline.play(
                """
                   0.0 | 601 asks on=4 at=200 | 601 rejected NO_MISSION; notice refused 601
                   3.0 | 601 cancels silent   |
                   9.0 |                      |
                """);
    }

    @Test
    void shouldTellOnceThatItIsOverHoweverOftenTheVehicleCancels() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                   3.0 | 601 cancels silent                | 601 over; ended 4 CANCELLED
                       |                                   | preempt 4 off
                   3.5 | 601 cancels silent                |
                   4.0 | 601 cancels silent                |
                  12.0 |                                   |
                """);
    }
}
