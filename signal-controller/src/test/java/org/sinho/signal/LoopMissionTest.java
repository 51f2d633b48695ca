package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-05: a mission, unless the link to dispatch itself is down. */
class LoopMissionTest {
    @Test
    void shouldRefuseWithoutMissionWhileDispatchIsHeard() {
        Timeline.play(
                """
                   0.0 | 601 asks on=3 at=250 | 601 rejected NO_MISSION
                       |                      | notice refused 601
                   3.0 | mission 601          | 601 processing; preempt 3 on
                   4.0 |                      |
                """);
    }

    @Test
    void shouldEndWhenDispatchClosesTheMission() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 3 on
                       | 601 asks on=3 at=250 speed=5 |
                   3.0 | nomission 601                | 601 rejected NO_MISSION
                       |                              | notice refused 601
                       |                              | ended 3 CANCELLED; preempt 3 off
                   9.0 |                              |
                """);
    }

    @Test
    void shouldServeAmbulanceFireAndRescueWithAlarmWhenDispatchIsSilent() {
        Timeline.play(
                """
                   0.0 | dispatch silent                         | 601 rejected NO_MISSION
                       | 601 asks on=3 at=400                    | notice refused 601
                   4.0 |                                         |
                   4.2 |                                         | 601 processing; preempt 3 on
                       |                                         | DISPATCH_SILENT
                   8.0 | 602 asks on=3 at=250 role=13 granted=64 | 602 processing; 603 processing
                       | 603 asks on=3 at=260 role=5 granted=16  |
                   9.0 |                                         |
                """);
    }

    @Test
    void shouldNotServePoliceWhenDispatchIsSilent() {
        Timeline.play(
                """
                   0.0 | dispatch silent                         |
                   4.2 |                                         | DISPATCH_SILENT
                   6.0 | 601 asks on=3 at=250 role=12 granted=32 | 601 rejected NO_MISSION
                       |                                         | notice refused 601
                   8.0 |                                         |
                """);
    }
}
