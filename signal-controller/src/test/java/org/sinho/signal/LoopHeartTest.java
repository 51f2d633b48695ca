package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** F-02: the heartbeat, and when it must stop. */
class LoopHeartTest {
    @Test
    void shouldSetSomethingAtLeastEveryThirdOfTheBackupTime() {
        Timeline.play(
                """
                   2.1 |            | heartbeat
                   5.4 |            | heartbeat
                   8.7 |            | heartbeat
                  12.0 |            | heartbeat
                """,
                "heartbeats");
    }

    @Test
    void shouldStopWithinASecondWhenTheJournalFails() {
        Timeline.play(
                """
                   1.0 | journal fails | RELEASED CENTER_UNHEALTHY
                  12.0 |               |
                """,
                "heartbeats",
                "releases");
    }

    @Test
    void shouldStopWithinASecondWhenTheClockFails() {
        Timeline.play(
                """
                   1.0 | clock fails | RELEASED CENTER_UNHEALTHY
                  12.0 |             |
                """,
                "heartbeats",
                "releases");
    }

    @Test
    void shouldGiveBackAPreemptWhenTheJournalFails() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 4 on
                       | 601 asks on=4 at=250 speed=5 |
                   3.0 | journal fails                | RELEASED CENTER_UNHEALTHY
                       |                              | ended 4 RELEASED
                   8.0 | journal well                 |
                  10.0 |                              | CONTROLLED; preempt 4 on
                  12.0 |                              |
                """,
                "heartbeats");
    }
}
