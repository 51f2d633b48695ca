package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** Take-over by another process (C-08), with a snapshot and without. */
class LoopEpochTest {
    @Test
    void shouldKnowNothingOfTheControllerAfterANewEpoch() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 4 on
                       | 601 asks on=4 at=150 speed=2 |
                   3.0 | new epoch                    | 601 processing
                       |                              | RELEASED STATUS_STALE; release
                   3.1 |                              | RELEASED NOT_COMPARED
                   5.0 | controller agrees            |
                   7.0 |                              | CONTROLLED; preempt 4 on
                  10.3 |                              | heartbeat
                  12.0 |                              |
                """,
                "releases",
                "heartbeats");
    }

    @Test
    void shouldContinueWhereASnapshotWasTaken() {
        Timeline.play(
                """
                   0.0 | mission 601                  | 601 processing; preempt 4 on
                       | 601 asks on=4 at=150 speed=5 |
                   3.0 | another core                 |
                   5.6 |                              | 601 granted
                  30.1 |                              | 601 over; ended 4 PASSED; preempt 4 off
                  32.0 |                              |
                """);
    }
}
