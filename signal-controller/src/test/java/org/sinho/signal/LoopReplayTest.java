package org.sinho.signal;

import org.junit.jupiter.api.Test;

/** E-03: what was said once counts once, also after a restart. */
class LoopReplayTest {
    @Test
    void shouldBeSilentToARepeatedDatagram() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 once on=4 at=250 | 601 processing; preempt 4 on
                   0.5 | repeat                            |
                   1.0 | repeat                            |
                   3.0 | repeat                            |
                   5.1 |                                   | 601 over; ended 4 SILENT; preempt 4 off
                   8.0 |                                   |
                """);
    }

    @Test
    void shouldBeSilentToASecondUnitThatHeardTheSame() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 once on=4 at=250 | 601 processing; preempt 4 on
                       | repeat by unit 2                  |
                   1.0 |                                   |
                """);
    }

    @Test
    void shouldNotReviveByReplayWhatHasEnded() {
        Timeline.play(
                """
                   0.0 | mission 601                 | 601 processing; preempt 4 on
                       | 601 once on=4 at=90 speed=0 |
                   1.5 | repeat; repeat by unit 2    |
                   5.1 |                             | 601 over; ended 4 SILENT; preempt 4 off
                   5.3 | repeat                      |
                   9.0 |                             |
                """);
    }

    @Test
    void shouldTakeAHonestMessageThatWasOvertaken() {
        Timeline.play(
                """
                   0.0 | mission 601; mission 602     | 601 processing; preempt 4 on
                       | 601 once on=4 at=250 age=100 |
                   0.2 | 602 once on=4 at=260 age=900 | 602 processing
                   1.0 |                              |
                """);
    }

    @Test
    void shouldNotTakeAReplayAfterANewEpoch() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 once on=4 at=250 | 601 processing; preempt 4 on
                   0.2 | new epoch; controller agrees      | RELEASED STATUS_STALE
                   0.3 |                                   | RELEASED POLL_SILENT
                   0.4 | repeat                            |
                   1.0 | repeat                            |
                   3.0 |                                   |
                """);
    }

    @Test
    void shouldNotTakeAReplayInAnotherCore() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 once on=4 at=250 | 601 processing; preempt 4 on
                   0.2 | another core; repeat              |
                   0.4 | repeat                            |
                   3.0 |                                   |
                """);
    }

    @Test
    void shouldNotReopenACancelledRequestByAnEarlierMessage() {
        Timeline.play(
                """
                   0.0 | mission 601; 601 once on=4 at=250 | 601 processing; preempt 4 on
                   0.5 | 601 cancels                       | 601 over
                       |                                   | ended 4 CANCELLED; preempt 4 off
                   0.6 | 601 once age=300                  |
                   1.5 | 601 once age=0                    | 601 processing
                   2.5 |                                   |
                """);
    }
}
