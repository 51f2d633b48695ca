package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Overlaps and stages: whom they follow, when they end, and who waits for them. */
class OverlapTest {
    @Test
    void shouldFollowItsPhasesWithYellowOfItsOwn() {
        assertThat(
                        Scenario.of(
                                        Scenario.overlaps(),
                                        """
                vehicle 1   v
                vehicle 4   .v
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 1",
                                        "phase 2",
                                        "phase 4",
                                        "phase 8",
                                        "overlap 1",
                                        "overlap 2",
                                        "overlap 3"))
                .isEqualTo(
                        """
                phase 1     rrrrrrrGGGGGyyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                phase 2     yyyyrrrrrrrrrrrrrrGGGGGGGyyyrrrrrrrrrrrrrrrGGGGGGG
                phase 4     rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrr
                phase 8     rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrr
                overlap 1   rrrrrrrGGGGGyyyrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrr
                overlap 2   yyyyrrrrrrrrrrrrrrGGGGGGGyyyyrrrrrrrrrrrrrrrrGGGGG
                overlap 3   rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGGyyyrrrrrrr
                """);
    }

    @Test
    void shouldEndBeforeItsModifierAndReturnAfterIt() {
        assertThat(
                        Scenario.of(
                                        Scenario.overlaps(),
                                        """
                vehicle 5   vvvvv
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 2", "phase 5", "phase 6", "overlap 2", "overlap 3"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGGGGGGGGGGGGGGGGGGGG
                phase 5     rrrrrrrGGGGGyyyyyrrrrrrrrrrrrr
                phase 6     yyyyrrrrrrrrrrrrrrrGGGGGGGGGGG
                overlap 2   yyyyrrrrrrrrrrrrrrrGGGGGGGGGGG
                overlap 3   rrrrrrrGGGGGGGyyyrrrrrrrrrrrrr
                """);
    }

    @Test
    void shouldLetPedestriansFirstWhenTheyConflict() {
        assertThat(
                        Scenario.of(
                                        Scenario.overlaps(),
                                        """
                button 4    b
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 2", "phase 4", "ped 4", "overlap 1", "overlap 2"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGG
                phase 4     rrrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrr
                ped 4       -------WWWWWWWFFFFFFFFFFFFFFFFF--------------
                overlap 1   rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                overlap 2   yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGG
                """);
    }

    @Test
    void shouldShowEverySignalGroupOfTheStages() {
        assertThat(
                        Scenario.of(
                                        Scenario.stages(),
                                        """
                vehicle 2   v
                vehicle 3   v
                vehicle 4   v
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 1",
                                        "phase 2",
                                        "phase 3",
                                        "phase 4",
                                        "overlap 1",
                                        "overlap 2",
                                        "overlap 3",
                                        "overlap 4",
                                        "overlap 5",
                                        "overlap 6",
                                        "overlap 7",
                                        "overlap 8",
                                        "overlap 9"))
                .isEqualTo(
                        """
                phase 1     yyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGG
                phase 2     rrrrrrGGGGGyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                phase 3     rrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrrrrrrrrrrrr
                phase 4     rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrr
                overlap 1   yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGG
                overlap 2   yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGG
                overlap 3   rrrrrrGGGGGyyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                overlap 4   rrrrrrGGGGGyyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                overlap 5   rrrrrrrrrrrrrrrrrGGGGGGyyyyrrrrrrrrrrrrrrrrrr
                overlap 6   rrrrrrrrrrrrrrrrrGGGGGGyyyyyrrrrrrrrrrrrrrrrr
                overlap 7   rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrr
                overlap 8   rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyyrrrrr
                overlap 9   rrrrrrGGGGGGyyyrrrrrrrrrrrrrrrGGGGGGGyyyrrrrr
                """);
    }

    @Test
    void shouldKeepGreenOfBothStagesWhenPreemptChangesStage() {
        assertThat(
                        Scenario.of(
                                        Scenario.stages(),
                                        """
                preempt 1   .PPPPPPPPPPPPPPPP
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 1",
                                        "phase 5",
                                        "phase 3",
                                        "overlap 1",
                                        "overlap 2",
                                        "overlap 3",
                                        "overlap 4",
                                        "overlap 5",
                                        "overlap 6",
                                        "state 1"))
                .isEqualTo(
                        """
                phase 1     GyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGG
                phase 5     rrrrrrrGGGGGGGGGGyyyrrrrrrrrrrrrrrrrrrrr
                phase 3     rrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrr
                overlap 1   GGGGGGGGGGGGGGGGGyyyyrrrrrrrrrrrrrrrGGGG
                overlap 2   GyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGG
                overlap 3   rrrrrrrGGGGGGGGGGyyyyyrrrrrrrrrrrrrrrrrr
                overlap 4   rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
                overlap 5   rrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrr
                overlap 6   rrrrrrrrrrrrrrrrrrrrrrrrGGGGGGyyyyrrrrrr
                state 1     2444444666666666688888882222222222222222
                """);
    }
}
