package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-04: a vehicle is where it can want its approach; no detector grants or refuses. */
class LoopPlausibleTest {
    @Test
    void shouldRefuseWhenItIsBesideTheRoad() {
        Timeline.play(
                """
                   0.0 | mission 601                   | 601 rejected NOT_PLAUSIBLE
                       | 601 asks on=3 at=200 aside=20 | notice refused 601
                   2.0 |                               |
                """);
    }

    @Test
    void shouldRefuseWhenItNamesAnotherApproachThanItIsOn() {
        Timeline.play(
                """
                   0.0 | mission 601                 | 601 rejected NOT_PLAUSIBLE
                       | 601 asks on=3 at=200 lane=1 | notice refused 601
                   2.0 |                             |
                """);
    }

    @Test
    void shouldRefuseALaneThatTheJunctionDoesNotHave() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 rejected UNKNOWN_LANE
                       | 601 asks on=3 at=200 lane=19 | notice refused 601
                   2.0 |                              |
                """);
    }

    @Test
    void shouldRefuseFartherThan600MetersAndServeWithin() {
        Timeline.play(
                """
                   0.0 | mission 601                   | 601 rejected NOT_PLAUSIBLE
                       | 601 asks on=3 at=605 speed=10 | notice refused 601
                   0.5 |                               | 601 processing; preempt 3 on
                   3.0 |                               |
                """);
    }

    @Test
    void shouldRefuseWhenItAnnouncesItselfForLaterThanTwoMinutes() {
        Timeline.play(
                """
                   0.0 | mission 601                     | 601 rejected NOT_PLAUSIBLE
                       | 601 once on=3 at=200 eta=120001 | notice refused 601
                   0.2 | 601 once on=3 at=200 eta=120000 | 601 processing; preempt 3 on
                   1.0 |                                 |
                """);
    }

    @Test
    void shouldRefuseFasterThan50MetersPerSecond() {
        Timeline.play(
                """
                   0.0 | mission 601                     | 601 rejected NOT_PLAUSIBLE
                       | 601 once on=3 at=400 speed=50.1 | notice refused 601
                   0.2 | 601 once at=400 speed=50        | 601 processing; preempt 3 on
                   1.0 |                                 |
                """);
    }

    @Test
    void shouldRefuseWhenItDrivesElsewhere() {
        Timeline.play(
                """
                   0.0 | mission 601                    | 601 rejected NOT_PLAUSIBLE
                       | 601 once on=3 at=200 turned=46 | notice refused 601
                   0.2 | 601 once on=3 at=200 turned=45 | 601 processing; preempt 3 on
                   1.0 |                                |
                """);
    }

    @Test
    void shouldRefuseWhenItsOwnCheckedReportsPutItElsewhere() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 reports on=3 at=500 |
                   0.3 | 601 once at=300                      | 601 rejected NOT_PLAUSIBLE
                       |                                      | notice refused 601
                   0.6 | 601 once at=490                      |
                   1.0 |                                      |
                """);
    }

    @Test
    void shouldNotRefuseWhenOnlyAnUncheckedReportPutsItElsewhere() {
        Timeline.play(
                """
                   0.0 | mission 601                       |
                       | 601 reports unchecked on=3 at=500 |
                   0.3 | 601 once at=300                   | 601 processing; preempt 3 on
                   1.0 |                                   |
                """);
    }

    @Test
    void shouldNotRefuseAnAuthorizedVehicleThatNoDetectorSees() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                   2.0 |                                   |
                """);
    }
}
