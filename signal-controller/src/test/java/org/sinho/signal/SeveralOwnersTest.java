package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-06, E-07, E-11: several who want right of way, or one who does not do as expected. */
class SeveralOwnersTest {
    @Test
    void shouldLetTwoAmbulancesOnCrossingRoutesThroughOneAfterTheOther() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=200     |
                       | 602 asks on=1 at=400     | 602 processing
                   5.6 |                          | 601 granted
                  13.4 |                          | 601 over
                       |                          | ended 3 PASSED; preempt 3 off
                       |                          | preempt 1 on
                  19.9 |                          | 602 granted
                  26.7 |                          | 602 over
                       |                          | ended 1 PASSED; preempt 1 off
                  40.0 |                          |
                """);
    }

    @Test
    void shouldServeAFireEngineBeforeAnAmbulanceThatArrivesLater() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601                |
                       | mission 602                             |
                   1.0 |                                         | RELEASED STATUS_STALE
                   1.5 | 601 asks on=4 at=450                    | 601 processing
                       | 602 asks on=2 at=220 role=13 granted=64 | 602 processing
                   4.0 | push back                               |
                   6.1 |                                         | CONTROLLED; preempt 2 on
                   9.7 |                                         | 602 granted
                  16.2 |                                         | 602 over
                       |                                         | ended 2 PASSED; preempt 2 off
                       |                                         | preempt 4 on
                  23.1 |                                         | 601 granted
                  31.6 |                                         | 601 over
                       |                                         | ended 4 PASSED; preempt 4 off
                  40.0 |                                         |
                """);
    }

    @Test
    void shouldServeAnAmbulanceBeforeAFireEngineThatArrivesLater() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601                |
                       | mission 602                             |
                   1.0 |                                         | RELEASED STATUS_STALE
                   1.5 | 601 asks on=4 at=220                    | 601 processing
                       | 602 asks on=2 at=450 role=13 granted=64 | 602 processing
                   4.0 | push back                               |
                   6.1 |                                         | CONTROLLED; preempt 4 on
                  11.7 |                                         | 601 granted
                  16.2 |                                         | 601 over
                       |                                         | ended 4 PASSED; preempt 4 off
                       |                                         | preempt 2 on
                  23.9 |                                         | 602 granted
                  31.5 |                                         | 602 over
                       |                                         | ended 2 PASSED; preempt 2 off
                  40.0 |                                         |
                """);
    }

    @Test
    void shouldKeepAFireEnginesPreemptWhenAnAmbulanceComesNearer() {
        Timeline.play(
                """
                  0.0 | mission 601; mission 602                | 601 processing; preempt 2 on
                      | 601 asks on=2 at=180 role=13 granted=64 |
                  2.0 | 602 asks on=4 at=100                    | 602 processing
                  3.6 |                                         | 601 granted
                  8.7 |                                         | 602 over
                 12.0 |                                         | 601 over; ended 2 PASSED
                      |                                         | preempt 2 off
                 30.0 |                                         |
                """);
    }

    @Test
    void shouldNotBeDisturbedByABusBehindAnAmbulance() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=3 at=200      | 601 processing; preempt 3 on
                   1.0 | 602 asks on=3 at=260 role=16 granted=8 | 602 processing
                   5.6 |                                        | 601 granted
                  11.0 |                                        | 602 granted
                  13.4 |                                        | 601 over
                       |                                        | ended 3 PASSED; preempt 3 off
                  13.5 |                                        | 602 processing
                  18.4 |                                        | 602 over
                  30.0 |                                        |
                """);
    }

    @Test
    void shouldPassOnAtOnceWhenTheOwnerCancelsInTheMiddle() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=250     |
                   5.6 |                          | 601 granted
                   6.0 | 602 asks on=1 at=300     | 602 processing
                   8.0 | 601 cancels silent       | 601 over
                       |                          | ended 3 CANCELLED; preempt 3 off
                       |                          | preempt 1 on
                  17.8 |                          | 602 granted
                  26.0 |                          | 602 over
                       |                          | ended 1 PASSED; preempt 1 off
                  40.0 |                          |
                """);
    }

    @Test
    void shouldPassOnWhenTheOwnerStopsInTheZoneAndServeItAgainLater() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=150     |
                   3.0 | 601 speed=0              |
                   5.6 |                          | 601 granted
                   8.0 | 602 asks on=1 at=300     | 602 processing
                  27.0 | 602 speed=0              |
                  39.1 |                          | 601 locked; ended 3 OVERRUN
                       |                          | preempt 3 off; preempt 1 on
                  45.6 |                          | 602 granted
                  48.0 | 602 speed=15             |
                  49.0 |                          | 602 over
                       |                          | ended 1 PASSED; preempt 1 off
                  54.1 |                          | preempt 3 on
                  58.1 |                          | 601 granted
                  65.0 |                          |
                """);
    }

    @Test
    void shouldPassOnFiveSecondsAfterTheOwnersLinkDied() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=250     |
                   4.0 | 602 asks on=1 at=300     | 602 processing
                   5.6 |                          | 601 granted
                   6.0 | 601 silent               |
                  11.0 |                          | 601 over
                       |                          | ended 3 SILENT; preempt 3 off
                       |                          | preempt 1 on
                  17.8 |                          | 602 granted
                  24.0 |                          | 602 over
                       |                          | ended 1 PASSED; preempt 1 off
                  40.0 |                          |
                """);
    }

    @Test
    void shouldAnswerOnceWhoWaitsAndIsHeardByTwoUnits() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 | 601 processing; preempt 3 on
                       | 601 asks on=3 at=200     |
                   0.2 | 602 once on=1 at=200     | 602 processing
                       | repeat by unit 2         |
                   0.5 | repeat by unit 2         |
                   5.3 |                          | 602 over
                   5.6 |                          | 601 granted
                  13.4 |                          | 601 over
                       |                          | ended 3 PASSED; preempt 3 off
                  30.0 |                          |
                """);
    }
}
