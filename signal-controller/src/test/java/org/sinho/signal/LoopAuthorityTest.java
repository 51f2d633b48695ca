package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-01: no preempt without a signed role, whatever else is said. */
class LoopAuthorityTest {
    @Test
    void shouldClearTheWayWhenAnAmbulanceWithAMissionAsks() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=3 at=300 | 601 processing; preempt 3 on
                   5.6 |                                   | 601 granted
                  20.1 |                                   | 601 over; ended 3 PASSED; preempt 3 off
                  30.0 |                                   |
                """);
    }

    @Test
    void shouldNotServeWhenTheCertificateDoesNotGrantTheRole() {
        Timeline.play(
                """
                   0.0 | mission 601                    | 601 rejected WRONG_ROLE
                       | 601 asks on=3 at=300 granted=8 | notice refused 601
                   8.0 |                                |
                """);
    }

    @Test
    void shouldNotServeAnAmbulancesClaimWithAPoliceCertificate() {
        Timeline.play(
                """
                   0.0 | mission 601                     | 601 rejected WRONG_ROLE
                       | 601 asks on=3 at=300 granted=32 | notice refused 601
                   8.0 |                                 |
                """);
    }

    @Test
    void shouldNotServeWhenOnlyReportsWithSirenComeIn() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 reports on=3 at=300 |
                  25.0 |                                      |
                """);
    }

    @Test
    void shouldNotPreemptForATransitBus() {
        Timeline.play(
                """
                   0.0 | mission 601                            |
                       | 601 asks on=3 at=300 role=16 granted=8 | 601 processing
                   8.0 |                                        |
                """);
    }
}
