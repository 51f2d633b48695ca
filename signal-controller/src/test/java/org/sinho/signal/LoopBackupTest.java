package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** F-04: back from the backup plan. */
class LoopBackupTest {
    @Test
    void shouldTakeTheControllerBackByASetAndOnlyThenPreempt() {
        Timeline.play(
                """
                   0.0 | journal fails; mission 601   | RELEASED CENTER_UNHEALTHY
                  20.0 | journal well                 | 601 processing
                       | 601 asks on=4 at=150 speed=1 |
                  22.0 |                              | CONTROLLED; release
                  22.1 |                              | preempt 4 on
                  25.4 |                              | heartbeat
                  27.7 |                              | 601 granted
                  28.7 |                              | heartbeat
                  30.0 |                              |
                """,
                "heartbeats",
                "releases");
    }
}
