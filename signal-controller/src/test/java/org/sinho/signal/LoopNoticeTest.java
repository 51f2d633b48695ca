package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** What operators hear of refusals: bounded. */
class LoopNoticeTest {
    @Test
    void shouldNoticeNoMoreThanFiveRefusalsInTenSeconds() {
        Timeline.play(
                """
                   0.0 | 601 once; 602 once; 603 once | 601 rejected NO_MISSION
                       | 604 once; 605 once; 606 once | notice refused 601
                       | 607 once                     | 602 rejected NO_MISSION
                       |                              | notice refused 602
                       |                              | 603 rejected NO_MISSION
                       |                              | notice refused 603
                       |                              | 604 rejected NO_MISSION
                       |                              | notice refused 604
                       |                              | 605 rejected NO_MISSION
                       |                              | notice refused 605
                       |                              | 606 rejected NO_MISSION
                       |                              | 607 rejected NO_MISSION
                   9.0 | 608 once                     | 608 rejected NO_MISSION
                  10.1 | 609 once                     | 609 rejected NO_MISSION
                       |                              | notice refused 609
                  11.0 |                              |
                """);
    }
}
