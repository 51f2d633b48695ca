package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** Several who want right of way at one junction, or one who does not do as expected. */
class SeveralOwnersTest {
    @Test
    void shouldLetTwoAmbulancesOnCrossingRoutesThroughOneAfterTheOther() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 |
                       | 601 asks on=3 at=200     |
                       | 602 asks on=1 at=260     |
                  40.0 |                          |
                """);
    }

    @Test
    void shouldOrderTwoAmbulancesByArrivalWhateverTheOrderInWhichTheyAreHeard() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 |
                       | 602 asks on=1 at=260     |
                       | 601 asks on=3 at=200     |
                  40.0 |                          |
                """);
    }

    @Test
    void shouldServeAFireEngineOnTheWayBeforeAnAmbulanceThatComesLater() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602                |
                       | 601 asks on=2 at=200 role=13 granted=64 |
                   2.0 | 602 asks on=4 at=200                    |
                  40.0 |                                         |
                """);
    }

    @Test
    void shouldServeAFireEngineFirstWhenBothAreHeardAtOnceAndItIsNearer() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602                |
                       | 601 asks on=2 at=200 role=13 granted=64 |
                       | 602 asks on=4 at=300                    |
                  40.0 |                                         |
                """);
    }

    @Test
    void shouldAnswerABusBehindAnAmbulanceAndNotBeDisturbedByIt() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=3 at=200      |
                   1.0 | 602 asks on=3 at=260 role=16 granted=8 |
                  30.0 |                                        |
                """);
    }

    @Test
    void shouldPassOnToTheOtherWhenTheOwnerCancelsInTheMiddle() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 |
                       | 601 asks on=3 at=250     |
                   6.0 | 602 asks on=1 at=300     |
                   8.0 | 601 cancels silent       |
                  40.0 |                          |
                """);
    }

    @Test
    void shouldPassOnToTheOtherWhenTheOwnerStopsInTheZone() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 |
                       | 601 asks on=3 at=150     |
                   3.0 | 601 speed=0              |
                   8.0 | 602 asks on=1 at=300     |
                  80.0 |                          |
                """);
    }

    @Test
    void shouldPassOnToTheOtherFiveSecondsAfterTheOwnersLinkDied() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602 |
                       | 601 asks on=3 at=250     |
                   4.0 | 602 asks on=1 at=300     |
                   6.0 | 601 silent               |
                  40.0 |                          |
                """);
    }

    @Test
    void shouldCountARequestHeardByTwoUnitsOnceWhileAnotherWaits() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602               |
                       | 601 asks on=3 at=200                   |
                       | 602 once on=1 at=200; repeat by unit 2 |
                   0.3 | repeat by unit 2                       |
                  30.0 |                                        |
                """);
    }
}
