package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** When a preempt is asked for: as late as clearance, queue and margin allow. */
class LoopLeadTest {
    @Test
    void shouldAskWithClearanceAndMarginAheadWhenNobodyStandsBeforeTheRed() {
        Timeline.play(
                """
                 0.0 | 903 gone; 904 gone; mission 601 |
                 9.0 | 601 asks on=4 at=200            | 601 processing
                11.8 |                                 | preempt 4 on
                17.4 |                                 | 601 granted
                22.4 |                                 | 601 over; ended 4 PASSED
                     |                                 | preempt 4 off
                30.0 |                                 |
                """);
    }

    @Test
    void shouldAskEarlierWhenAQueueStandsBeforeTheRed() {
        Timeline.play(
                """
                 0.0 | mission 601; 601 asks on=4 at=200 | 601 processing; preempt 4 on
                 5.6 |                                   | 601 granted
                13.4 |                                   | 601 over; ended 4 PASSED
                     |                                   | preempt 4 off
                20.0 |                                   |
                """);
    }
}
