package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** People's devices: a checked PSM is a push of the button, no more (E-08). */
class LoopPedestrianTest {
    @Test
    void shouldCallOnceUntilWalkShowsHoweverOftenTheDeviceSpeaks() {
        Timeline.play(
                """
                  0.0 | device 4 | call on foot 4
                  1.0 | device 4 |
                  2.0 | device 4 |
                  5.6 |          | call on foot none
                 40.0 |          |
                """,
                "calls");
    }

    @Test
    void shouldNotCallForAMessageThatWasNotChecked() {
        Timeline.play(
                """
                 0.0 | forger 4 |
                10.0 |          |
                """,
                "calls");
    }

    @Test
    void shouldCallAfterAPreemptWhenSomebodySpokeDuringIt() {
        Timeline.play(
                """
                  0.0 | mission 601          | 601 processing; preempt 4 on
                      | 601 asks on=4 at=200 |
                  2.0 | device 2             |
                  5.6 |                      | 601 granted
                 13.4 |                      | 601 over; ended 4 PASSED
                      |                      | preempt 4 off; call on foot 2
                 19.9 |                      | call on foot none
                 30.0 |                      |
                """,
                "calls");
    }
}
