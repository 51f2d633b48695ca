package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** When the core leaves the junction to its own plan, and when it comes back. */
class LoopDoubtTest {
    @Test
    void shouldLeaveTheJunctionWhenItsStatusIsOlderThanASecond() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 4 on
                       | 601 asks on=4 at=250 speed=5 |
                   3.0 | push silent                  |
                   4.0 |                              | RELEASED STATUS_STALE
                       |                              | ended 4 RELEASED; release
                   5.0 | push back                    |
                   7.1 |                              | CONTROLLED; preempt 4 on
                   9.0 |                              |
                """,
                "releases");
    }

    @Test
    void shouldLeaveTheJunctionWhenThePollIsSilent() {
        Timeline.play(
                """
                   0.0 | poll silent |
                   2.2 |             | RELEASED POLL_SILENT
                   5.0 | poll back   |
                   7.1 |             | CONTROLLED
                   9.0 |             |
                """,
                "releases");
    }

    @Test
    void shouldNotLeaveTheJunctionForOnePollThatDiffers() {
        Timeline.play(
                """
                   0.9 | poll lies  |
                   1.5 | poll true  |
                   6.0 |            |
                """);
    }

    @Test
    void shouldLeaveTheJunctionWhenThePollDiffersTwiceAndSaySoOnce() {
        Timeline.play(
                """
                   0.9 | poll lies  |
                   2.1 |            | SHADOW_DIFFERS 2
                       |            | RELEASED POLL_DISAGREES
                   7.0 | poll true  |
                   9.1 |            | CONTROLLED
                  12.0 |            |
                """);
    }

    @Test
    void shouldLeaveTheJunctionWhileItFlashes() {
        Timeline.play(
                """
                   0.5 | flash      | RELEASED FLASHING
                   7.0 | flash ends |
                   9.1 |            | CONTROLLED
                  11.5 |            |
                """,
                "heartbeats");
    }

    @Test
    void shouldLeaveTheJunctionWhenItsLampsAreDark() {
        Timeline.play(
                """
                   1.0 | lamps dark | RELEASED LAMPS_UNCLEAR
                   2.0 | lamps lit  |
                   4.0 |            | CONTROLLED
                   5.0 |            |
                """);
    }

    @Test
    void shouldLeaveTheJunctionToAPersonAtTheCabinet() {
        Timeline.play(
                """
                   0.5 | person at cabinet |
                   1.1 |                   | RELEASED LOCAL_CONTROL
                   4.5 | person leaves     |
                   7.1 |                   | CONTROLLED; heartbeat
                   9.0 |                   |
                """,
                "heartbeats");
    }

    @Test
    void shouldLeaveTheZoneFiveMinutesWhenAMonitorFlashesAfterOurCommand() {
        Timeline.play(
                """
                   0.5 | mission 601; monitor flash   | RELEASED FLASHING
                   1.1 |                              | MONITOR_FLASH; ZONE_STOPPED 1
                   5.5 | flash ends                   | 601 processing
                       | 601 asks on=4 at=200 speed=0 |
                   6.1 |                              | RELEASED ZONE_STOPPED
                  12.0 |                              |
                 301.0 |                              |
                 303.1 |                              | CONTROLLED
                 304.1 |                              | preempt 4 on
                 307.4 |                              | heartbeat
                 309.7 |                              | 601 granted
                 310.0 |                              |
                """,
                "heartbeats");
    }

    @Test
    void shouldLeaveAControllerThatDiffersFromItsSheet() {
        Timeline.play(
                """
                   1.0 | controller differs | CONTROLLER_DIFFERS 3
                       |                    | RELEASED CONTROLLER_DIFFERS
                   4.0 | controller agrees  |
                   6.0 |                    | CONTROLLED
                   7.0 |                    |
                """,
                "releases");
    }

    @Test
    void shouldPauseTenSecondsAfterACommandThatFailed() {
        Timeline.play(
                """
                   0.0 | next command fails; mission 601 | 601 processing; preempt 4 on
                       | 601 asks on=4 at=150 speed=2    |
                   0.1 |                                 | COMMAND_FAILED 100860162
                       |                                 | RELEASED COMMAND_FAILED
                       |                                 | ended 4 RELEASED; release
                  12.1 |                                 | CONTROLLED; release
                  13.0 |                                 |
                """,
                "releases");
    }

    @Test
    void shouldSayAgainWhatNeverLeft() {
        Timeline.play(
                """
                   0.0 | next command lost; mission 601 | 601 processing; preempt 4 on
                       | 601 asks on=4 at=150 speed=2   |
                   5.7 |                                | 601 granted
                   7.0 |                                |
                """);
    }

    @Test
    void shouldServeARequestThatIsStillMadeWhenTheDoubtIsOver() {
        Timeline.play(
                """
                   0.0 | push silent; mission 601     |
                   0.5 | 601 asks on=4 at=150 speed=2 | 601 processing; preempt 4 on
                   1.0 |                              | RELEASED STATUS_STALE
                       |                              | ended 4 RELEASED
                   4.0 | push back                    |
                   6.1 |                              | CONTROLLED; preempt 4 on
                   9.0 |                              |
                """);
    }
}
