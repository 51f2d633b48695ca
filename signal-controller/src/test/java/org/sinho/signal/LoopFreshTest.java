package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-02: too old, too young, expired, or by a clock that nobody can rely on. */
class LoopFreshTest {
    @Test
    void shouldServeAtTheBoundsOfAge() {
        Timeline.play(
                """
                   0.0 | mission 601                   | 601 processing; preempt 4 on
                       | 601 once on=4 at=250 age=2000 |
                   0.1 | 601 once age=-2000            |
                   1.0 |                               |
                """);
    }

    @Test
    void shouldNotAnswerWhatIsTooOldOrTooYoung() {
        Timeline.play(
                """
                   0.0 | mission 601                   |
                       | 601 once on=4 at=250 age=2001 |
                   0.1 | 601 once age=-2001            |
                   1.0 |                               |
                """);
    }

    @Test
    void shouldNotAnswerWhatHasExpired() {
        Timeline.play(
                """
                   0.0 | mission 601                              |
                       | 601 once on=4 at=250 age=500 expires=400 |
                   1.0 |                                          |
                """);
    }

    @Test
    void shouldEndWhenTheRequestsOwnExpiryComes() {
        Timeline.play(
                """
                   0.0 | mission 601                              | 601 processing; preempt 4 on
                       | 601 once on=4 at=90 speed=0 expires=2000 |
                   2.1 |                                          | 601 over
                       |                                          | ended 4 EXPIRED; preempt 4 off
                   8.0 |                                          |
                """);
    }

    @Test
    void shouldConfirmWithDispatchWhenTheClockIsUnsure() {
        Timeline.play(
                """
                   0.0 | mission 601; clock unsure | 601 rejected CLOCK
                       | 601 asks on=4 at=200      | notice refused 601
                   3.0 | clock well                | 601 processing; preempt 4 on
                   8.6 |                           | 601 granted
                   9.0 |                           |
                """);
    }

    @Test
    void shouldGiveBackAPreemptWhenTheClockBecomesUnsure() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 asks on=4 at=150 | 601 processing; preempt 4 on
                   5.6 |                                   | 601 granted
                   6.0 | clock unsure                      | 601 rejected CLOCK
                       |                                   | notice refused 601
                       |                                   | ended 4 RELEASED; preempt 4 off
                   8.0 |                                   |
                """);
    }
}
