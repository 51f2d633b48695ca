package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Preempt sequences: delay, entry, dwell, exit, and what may not be cut short meanwhile. */
class PreemptTest {
    @Test
    void shouldKeepDwellPhaseGreenAndEndTheOtherWhenEntryStartsInRest() {
        assertThat(
                        Scenario.of(
                                        """
                preempt 1   .PPPPPPPPPPPPP..........................
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 2", "phase 5", "phase 6", "phase 4", "phase 8",
                                        "state 1"))
                .isEqualTo(
                        """
                phase 2     GGGGGGGGGGGGGGyyyyrrrrrrrrrrrrrrGGGGGGGG
                phase 5     rrrrrrrGGGGGGGyyyyyrrrrrrrrrrrrrrrrrrrrr
                phase 6     GyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGG
                phase 4     rrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrrr
                phase 8     rrrrrrrrrrrrrrrrrrrrrGGGGGGyyyrrrrrrrrrr
                state 1     2444444666666688888882222222222222222222
                """);
    }

    @Test
    void shouldFinishPedestriansInFullBeforeEntryEndsTheirGreen() {
        assertThat(
                        Scenario.of(
                                        """
                button 4    b............................................................
                preempt 1   ...............PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 2", "phase 5", "phase 4", "ped 4", "phase 8",
                                        "state 1"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGGGGGGyyyyrrrrrrr
                phase 5     rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGGGGGGyyyyyrrrrrr
                phase 4     rrrrrrGGGGGGGGGGGGGGGGGGGGGGGGGGGyyyrrrrrrrrrrrrrrrrrrrrrGGGG
                ped 4       ------WWWWWWWFFFFFFFFFFFFFFFFF-------------------------------
                phase 8     rrrrrrGGGGGGGGGyyyyrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGG
                state 1     2222222222222224444444444444444444444466666666666688888882222
                """);
    }

    @Test
    void shouldRunThroughDwellAndExitWhenCancelledDuringEntry() {
        assertThat(
                        Scenario.of(
                                        """
                preempt 3   PP..........................
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 2", "phase 6", "phase 4", "phase 7", "state 3"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrGGGGGGGGGGG
                phase 6     yyyyrrrrrrrrrrrrrGGGGGGGGGGG
                phase 4     rrrrrrGGGGGGyyyrrrrrrrrrrrrr
                phase 7     rrrrrrGGGGGyyyyrrrrrrrrrrrrr
                state 3     4444446666688888822222222222
                """);
    }

    @Test
    void shouldLetEqualPreemptWaitAndThenEnterWithoutExitPhases() {
        assertThat(
                        Scenario.of(
                                        """
                preempt 3   PPPPPPPPPPPPPPPPPPPPP...............
                preempt 1   .....PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 2", "phase 5", "phase 4", "phase 7", "state 1",
                                        "state 3"))
                .isEqualTo(
                        """
                phase 2     yyyyrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGG
                phase 5     rrrrrrrrrrrrrrrrrrrrrrrrrrrrGGGGGGGG
                phase 4     rrrrrrGGGGGGGGGGGGGGGyyyyrrrrrrrrrrr
                phase 7     rrrrrrGGGGGGGGGGGGGGGyyyyyrrrrrrrrrr
                state 1     222223333333333333333444444466666666
                state 3     444444666666666666666222222222222222
                """);
    }

    @Test
    void shouldOverrideHigherNumberWithFullClearancesWhenNotEqual() {
        assertThat(
                        Scenario.of(
                                        db -> db.with(controlled(db, 1, PreemptTiming.NON_LOCKING)),
                                        """
                preempt 3   ..PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
                preempt 1   ............PPPPPPPPPPPP................
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run(
                                        "phase 2", "phase 5", "phase 4", "phase 7", "state 1",
                                        "state 3"))
                .isEqualTo(
                        """
                phase 2     GGyyyyrrrrrrrrrrrrrGGGGGGGyyyyrrrrrrrrrr
                phase 5     rrrrrrrrrrrrrrrrrrrGGGGGyyyyyrrrrrrrrrrr
                phase 4     rrrrrrrrGGGGGGyyyrrrrrrrrrrrrrrrGGGGGGGG
                phase 7     rrrrrrrrGGGGGyyyyrrrrrrrrrrrrrrrGGGGGGGG
                state 1     2222222222224444444666662222222222222222
                state 3     2244444466663333333333334444444466666666
                """);
    }

    @Test
    void shouldDropCallOlderThanMaximumPresenceUntilItChanges() {
        assertThat(
                        Scenario.of(
                                        db -> db.with(withPresence(db, 2, 20)),
                                        """
                preempt 2   PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP.PPPPP
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("state 2"))
                .isEqualTo(
                        """
                state 2     444444666666666666668888888999999999246666
                """);
    }

    @Test
    void shouldIgnoreShortInputWhenDelayIsProgrammed() {
        assertThat(
                        Scenario.of(
                                        db -> db.with(withDelay(db, 1, 3)),
                                        """
                preempt 1   PP....PPPPPPPPPP
                beat 0      bbbbbbbbbbbbbbbb
                """)
                                .run("state 1"))
                .isEqualTo(
                        """
                state 1     3322223334444446
                """);
    }

    @Test
    void shouldWalkInDwellOnlyWhereDwellPedestriansAllow() {
        assertThat(
                        Scenario.of(
                                        """
                preempt 1   PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
                button 2    .........b..........................
                button 6    .........b..........................
                button 4    .........b..........................
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("ped 2", "ped 4", "ped 6", "state 1"))
                .isEqualTo(
                        """
                ped 2       ---------WWWWWWWFFFFFFFFFFF---------
                ped 4       ------------------------------------
                ped 6       ------------------------------------
                state 1     444444666666666666666666666666666666
                """);
    }

    @Test
    void shouldNotStartPreemptDuringMonitorFlashButRememberItsInput() {
        assertThat(
                        Scenario.of(
                                        """
                monitor 0   mmmmmmmmm......................
                preempt 3   ..PPPPPPPPPPPPPPPPPPPPPPPPPPPPP
                beat 0      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """)
                                .run("phase 4", "phase 7", "state 3"))
                .isEqualTo(
                        """
                phase 4     **********rrrrrrGGGGGGGGGGGGGGG
                phase 7     **********rrrrrrGGGGGGGGGGGGGGG
                state 3     2233333333333333666666666666666
                """);
    }

    private static PreemptTiming preempt(ControllerDatabase db, int number) {
        return db.preempts().get(number - 1);
    }

    private static PreemptTiming controlled(ControllerDatabase db, int number, int control) {
        return copy(preempt(db, number), control, 0, 120);
    }

    private static PreemptTiming withPresence(ControllerDatabase db, int number, int seconds) {
        PreemptTiming old = preempt(db, number);
        return copy(old, old.control(), 0, seconds);
    }

    private static PreemptTiming withDelay(ControllerDatabase db, int number, int seconds) {
        PreemptTiming old = preempt(db, number);
        return copy(old, old.control(), seconds, 120);
    }

    private static PreemptTiming copy(PreemptTiming p, int control, int delayS, int presenceS) {
        return new PreemptTiming(
                p.number(),
                control,
                delayS,
                p.minimumDurationS(),
                255,
                255,
                255,
                255,
                255,
                0,
                255,
                255,
                p.dwellGreenS(),
                presenceS,
                List.of(),
                p.dwellPhases(),
                p.dwellPedestrians(),
                p.exitPhases());
    }
}
