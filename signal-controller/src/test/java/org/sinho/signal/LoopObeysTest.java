package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-10: minimum green, change and people on foot come first. */
class LoopObeysTest {
    @Test
    void shouldNotCutWalkOrClearanceWhenAPreemptComes() {
        Timeline.play(
                """
                  0.0 | walker 4; loop 4             |
                 15.0 | mission 601                  | 601 processing
                      | 601 asks on=1 at=150 speed=5 |
                 31.6 |                              | preempt 1 on
                 38.8 |                              | 601 granted
                 45.0 |                              | 601 over; ended 1 PASSED
                      |                              | preempt 1 off
                """);
    }
}
