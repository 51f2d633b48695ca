package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Free running on detectors and buttons alone; time 0 is a rest in 2 and 6. */
class ActuatedServiceTest {
    @Test
    void shouldServeCallForItsMinimumAndReturnToRecallWhenNobodyFollows() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   vv...................
                """)
                                .run("phase 2", "phase 4", "phase 6", "phase 8"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrGGGG
                phase 4     rrrrrrGGGGGGyyyrrrrrr
                phase 6     yyyyrrrrrrrrrrrrrGGGG
                phase 8     rrrrrrGGGGGGyyyrrrrrr
                """);
    }

    @Test
    void shouldEndGreenAtMaximumWhenDetectorStaysOccupied() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv
                """)
                                .run("phase 2", "phase 4", "phase 8"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGG
                phase 4     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrr
                phase 8     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrr
                """);
    }

    @Test
    void shouldExtendGreenByPassageWhenAdvanceLoopIsCrossed() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   v.........................
                vehicle 14  ..........v...............
                """)
                                .run("phase 4"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGGGyyyyrrrrrrrr
                """);
    }

    @Test
    void shouldIgnoreAdvanceLoopWhenPhaseIsRed() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 14  vvvvvvv.............
                """)
                                .run("phase 2", "phase 4"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGGGGGGGGGG
                phase 4     rrrrrrrrrrrrrrrrrrrr
                """);
    }

    @Test
    void shouldForgetCallWhenVehicleLeavesNonLockingLeftDuringOtherGreen() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   v...................................
                vehicle 5   ..v.................................
                """)
                                .run("phase 2", "phase 4", "phase 5"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrGGGGGGGGGGGGGGGGGGG
                phase 4     rrrrrrGGGGGGyyyrrrrrrrrrrrrrrrrrrrrr
                phase 5     rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                """);
    }

    @Test
    void shouldKeepOtherRingGreenWhenLeftIsServedBetweenTheSameBarriers() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 5   vv.......................
                """)
                                .run("phase 2", "phase 5", "phase 6"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGGGGGGGGGGGGGGG
                phase 5     rrrrrrGGGGGyyyyrrrrrrrrrr
                phase 6     yyyyrrrrrrrrrrrrrGGGGGGGG
                """);
    }

    @Test
    void shouldCrossBarrierWithBothRingsTogetherWhenOneIsStillExtending() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   vvvvvvvv................
                vehicle 8   vvvvvvvvvvvvvvvv........
                """)
                                .run("phase 4", "phase 8"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGGGGGGGGyyyyr
                phase 8     rrrrrrGGGGGGGGGGGGGyyyyr
                """);
    }

    @Test
    void shouldFinishWalkClearanceAndBufferBeforeGreenEndsWhenButtonIsPressed() {
        assertThat(
                        Scenario.of(
                                        """
                button 4    b....................................................
                """)
                                .run("phase 4", "ped 4", "phase 8", "ped 8", "phase 2"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrrrrrrrrrrr
                ped 4       ------WWWWWWWFFFFFFFFFFFFFFFFF-----------------------
                phase 8     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrrrrrrrrrrr
                ped 8       -----------------------------------------------------
                phase 2     yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGGGGGGGGG
                """);
    }

    @Test
    void shouldWalkAtOnceInRestingGreenAndMakeConflictingCallWait() {
        assertThat(
                        Scenario.of(
                                        """
                button 2    b...........................
                vehicle 4   ..v.........................
                """)
                                .run("ped 2", "phase 2", "phase 4"))
                .isEqualTo(
                        """
                ped 2       WWWWWWWFFFFFFFFFFF----------
                phase 2     GGGGGGGGGGGGGGGGGGGGGyyyyrrr
                phase 4     rrrrrrrrrrrrrrrrrrrrrrrrrrrG
                """);
    }
}
