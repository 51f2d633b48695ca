package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** System control objects: hold, force-off, omit, calls, backup, flash. */
class CommandTest {
    @Test
    void shouldKeepGreenWhileHeldAndHoldTheBarrierForTheOtherRing() {
        assertThat(
                        Scenario.of(
                                        """
                hold 2      hhhhhhhhhhhh..........
                beat 0      bbbbbbbbbbbbbbbbbbbbbb
                vehicle 4   v.....................
                """)
                                .run("phase 2", "phase 6", "phase 4"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGGyyyyrrrrrr
                phase 6     GGGGGGGGGGGGyyyyrrrrrr
                phase 4     rrrrrrrrrrrrrrrrrrGGGG
                """);
    }

    @Test
    void shouldNotCutMinimumGreenWhenForcedOff() {
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   vvvvvvvvvvvvvvvvvvvvvvvv
                force 4     ......ff................
                force 8     ......ffffffff..........
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 4", "phase 8"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGGGGGGGGGGGGG
                phase 8     rrrrrrGGGGGGGGGGGGGGGGGG
                """);
        assertThat(
                        Scenario.of(
                                        """
                vehicle 4   vvvvvvvvvvvvvvvvvvvvvvvv
                force 4     ......ffffffffff........
                force 8     ......ffffffffff........
                """)
                                .run("phase 4", "phase 8"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGyyyrrrrrrrrr
                phase 8     rrrrrrGGGGGGyyyrrrrrrrrr
                """);
    }

    @Test
    void shouldNotCutPedestrianClearanceWhenForcedOff() {
        assertThat(
                        Scenario.of(
                                        """
                button 4    b...................................
                force 4     .......ffffffffffffffffffffffffff...
                force 8     .......ffffffffffffffffffffffffff...
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 4", "ped 4"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGyyy
                ped 4       ------WWWWWWWFFFFFFFFFFFFFFFFF------
                """);
    }

    @Test
    void shouldKeepForceOffPendingWhenNoConflictingCallWaits() {
        Scenario scenario =
                Scenario.of(
                        """
                force 2     ffffffffffff
                beat 0      bbbbbbbbbbbb
                """);
        assertThat(scenario.run("phase 2")).isEqualTo("phase 2     GGGGGGGGGGGG\n");
    }

    @Test
    void shouldNotServeOmittedPhaseUntilOmitEnds() {
        assertThat(
                        Scenario.of(
                                        """
                omit 4      ooooooooooo.......................
                vehicle 4   vvvvvvvvvvvvvvvvvvvvv.............
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 2", "phase 4"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGyyyyrrrrrrrrrrrrrrrGGGG
                phase 4     rrrrrrrrrrrrrrrrrGGGGGGGyyyyrrrrrr
                """);
    }

    @Test
    void shouldServeVehicleWithoutWalkWhenPedestriansAreOmitted() {
        assertThat(
                        Scenario.of(
                                        """
                pedomit 4   oooooooooooooooo
                button 4    b...............
                vehicle 4   v...............
                beat 0      bbbbbbbbbbbbbbbb
                """)
                                .run("phase 4", "ped 4"))
                .isEqualTo(
                        """
                phase 4     rrrrrrGGGGGGyyyr
                ped 4       ----------------
                """);
    }

    @Test
    void shouldServePedestriansWhenCalledByCommand() {
        assertThat(
                        Scenario.of(
                                        """
                pedcall 8   cccccccc.......
                """)
                                .run("phase 8", "ped 8"))
                .isEqualTo(
                        """
                phase 8     rrrrrrGGGGGGGGG
                ped 8       ------WWWWWWWFF
                """);
    }

    @Test
    void shouldReleaseEverythingWhenBackupTimeRunsOutAndReturnAtNextBarrierAfterSet() {
        assertThat(
                        Scenario.of(
                                        """
                hold 2      hhhhhhhhhhhhhhhhhhhh......
                hold 6      hhhhhhhhhhhhhhhhhhhh......
                vehicle 4   vvvvvvvvvvvvvvvvvv........
                """)
                                .run("phase 2", "phase 4", "control 0"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGyyyyrrrrrrrrrrrr
                phase 4     rrrrrrrrrrrrrrrrGGGGGGyyyr
                control 0   33333333334444444444443333
                """);
    }

    @Test
    void shouldReleasePreemptWhenBackupTimeRunsOut() {
        assertThat(
                        Scenario.of(
                                        """
                preempt 1   PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
                """)
                                .run("state 1", "control 0"))
                .isEqualTo(
                        """
                state 1     4444446666688888822222222222222222222222
                control 0   3333333333444444444444444444444444444444
                """);
    }

    @Test
    void shouldFlashAfterFullChangeAndReturnThroughAllRedWhenPatternIsFlash() {
        assertThat(
                        Scenario.of(
                                        """
                pattern 255 ..ffffff................................
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 2", "phase 6", "phase 4"))
                .isEqualTo(
                        """
                phase 2     GGGyyyrr**********rrrrrrGGGGGGGGGGGGGGGG
                phase 6     GGGyyyrr**********rrrrrrGGGGGGGGGGGGGGGG
                phase 4     rrrrrrrr**********rrrrrrrrrrrrrrrrrrrrrr
                """);
    }

    @Test
    void shouldRunFreeWhenPatternIsUnknown() {
        Scenario scenario =
                Scenario.of(
                        """
                pattern 77  pppp
                """);
        assertThat(scenario.run("phase 2", "control 0"))
                .isEqualTo(
                        """
                phase 2     GGGG
                control 0   2222
                """);
        assertThat(scenario.controller().coordPatternStatus()).isEqualTo(254);
        assertThat(scenario.controller().localFreeStatus()).isEqualTo(7);
    }

    @Test
    void shouldFlashAtOnceWhenMonitorTripsAndStartUpAfterReset() {
        assertThat(
                        Scenario.of(
                                        """
                monitor 0   ..mmmmmmmmmmmmm................
                """)
                                .run("phase 2", "phase 4"))
                .isEqualTo(
                        """
                phase 2     GG*************rrrrrrGGGGGGGGGG
                phase 4     rr*************rrrrrrrrrrrrrrrr
                """);
    }

    @Test
    void shouldReportHiResolutionEventsWhenPhaseIsServed() {
        Scenario scenario =
                Scenario.of(
                        """
                vehicle 4   v..................
                """);
        scenario.run();
        // 0.1 s to the end of green, 3.3 s yellow, 2.0 s clearance, 6 s green, 3.5 s, 2.0 s.
        assertThat(scenario.events())
                .contains(
                        "0 82 4",
                        "0 43 4",
                        "0 4 2",
                        "0 7 2",
                        "0 8 2",
                        "10 81 4",
                        "33 9 2",
                        "33 10 2",
                        "53 11 2",
                        "53 12 2",
                        "53 0 4",
                        "53 1 4",
                        "53 44 4",
                        "113 4 4",
                        "113 8 4",
                        "148 9 4",
                        "168 12 4",
                        "168 1 2");
    }
}
