package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule S-11, one tenth of a second at a time. */
class StarvationWatchTest {
    private static final int THREE = 1 << 2;
    private static final int FOUR = 1 << 3;

    private StarvationWatch watch;
    private long timeMs = 1_790_000_000_000L;
    private boolean preempted;

    @BeforeEach
    void open() throws IOException {
        watch =
                new StarvationWatch(
                        MonitorCard.read(
                                Path.of(
                                        System.getProperty("sinho.home"),
                                        "hil-rig/src/test/resources/scenario-monitor.yaml")));
    }

    /** The same for so many seconds. */
    private void pass(double seconds, int present, int pressed, int greens, int walks) {
        pass(seconds, present, pressed, greens, walks, true);
    }

    private void pass(
            double seconds, int present, int pressed, int greens, int walks, boolean steady) {
        for (int ds = (int) Math.round(seconds * 10); ds > 0; ds--) {
            watch.sample(timeMs, present, pressed, greens, walks, steady, preempted);
            timeMs += 100;
        }
    }

    @Test
    void shouldReportAPhaseOnceWhenItsDriversWaitLongerThanTheLimit() {
        pass(600, THREE, 0, 0, 0);
        assertThat(watch.violations()).hasSize(1);
        Violation violation = watch.violations().getFirst();
        assertThat(violation.rule()).isEqualTo(Rule.S11);
        assertThat(violation.what()).startsWith("3 ");
        assertThat(violation.timeMs()).isEqualTo(1_790_000_000_000L + 240_100);
    }

    @Test
    void shouldReportNothingWhenThePhaseIsServedAtTheLimit() {
        for (int i = 0; i < 5; i++) {
            pass(239.9, THREE, 0, 0, 0);
            pass(5, THREE, 0, THREE, 0);
        }
        assertThat(watch.violations()).isEmpty();
        assertThat(watch.worstWaitSeconds().get("3")).isEqualTo(240.0);
    }

    @Test
    void shouldReportTheStarvedPhaseWhenAnotherIsServed() {
        for (int i = 0; i < 30; i++) {
            pass(5, THREE | FOUR, 0, 0, 0);
            pass(5, THREE | FOUR, 0, FOUR, 0);
        }
        assertThat(watch.violations()).extracting(Violation::what).hasSize(1);
        assertThat(watch.violations().getFirst().what()).startsWith("3 ");
    }

    @Test
    void shouldKeepWaitingWhenACarRollsFromLoopToLoop() {
        for (int i = 0; i < 30; i++) {
            pass(6, THREE, 0, 0, 0);
            pass(2.9, 0, 0, 0, 0);
        }
        assertThat(watch.violations()).hasSize(1);
    }

    @Test
    void shouldForgetTheWaitWhenTheCarHasLeft() {
        for (int i = 0; i < 30; i++) {
            pass(60, THREE, 0, 0, 0);
            pass(3.1, 0, 0, 0, 0);
        }
        assertThat(watch.violations()).isEmpty();
    }

    @Test
    void shouldReportPedestriansWhoPressedAndAreNotServed() {
        pass(1, 0, FOUR, 0, 0);
        pass(300, 0, 0, FOUR, 0);
        assertThat(watch.violations()).extracting(Violation::rule).containsExactly(Rule.S11);
        assertThat(watch.violations().getFirst().what()).startsWith("P4 ");
    }

    @Test
    void shouldReportNothingWhenPedestriansGetTheirWalk() {
        pass(1, 0, FOUR, 0, 0);
        pass(200, 0, 0, 0, 0);
        pass(7, 0, 0, FOUR, FOUR);
        pass(300, 0, 0, FOUR, 0);
        assertThat(watch.violations()).isEmpty();
        assertThat(watch.worstWaitSeconds().get("P4")).isEqualTo(201.0);
    }

    @Test
    void shouldCountStopAndGoOnlyWhenPreemptsComeBetween() {
        for (int i = 0; i < 4; i++) {
            preempted = true;
            pass(60, THREE, 0, 0, 0);
            preempted = false;
            pass(59, THREE, 0, 0, 0);
        }
        assertThat(watch.violations()).isEmpty();
        assertThat(watch.worstWaitSeconds().get("3")).isGreaterThan(470.0);
        pass(5, THREE, 0, 0, 0);
        assertThat(watch.violations()).hasSize(1);
    }

    @Test
    void shouldReportAPreemptionThatLastsLongerThanPresenceAndClearance() {
        preempted = true;
        pass(180, 0, 0, 0, 0);
        assertThat(watch.violations()).isEmpty();
        pass(1, 0, 0, 0, 0);
        assertThat(watch.violations()).hasSize(1);
    }

    @Test
    void shouldNotCountTimeInFlash() {
        pass(200, THREE, FOUR, 0, 0);
        pass(500, THREE, FOUR, 0, 0, false);
        pass(39, THREE, FOUR, 0, 0);
        assertThat(watch.violations()).isEmpty();
        pass(3, THREE, FOUR, 0, 0);
        assertThat(watch.violations()).hasSize(2);
    }

    @Test
    void shouldSayNullWhereNobodyCame() {
        pass(10, THREE, 0, 0, 0);
        assertThat(watch.worstWaitSeconds()).containsEntry("4", null).containsKey("P2");
        assertThat(watch.worstWaitSeconds().get("3")).isEqualTo(9.9);
    }

    @Test
    void shouldReportAnOverlapWhenOnlyThePhaseOfItsNumberIsServed() throws IOException {
        watch =
                new StarvationWatch(
                        MonitorCard.read(
                                Path.of(
                                        System.getProperty("sinho.home"),
                                        "cities/hapgang/controllers/monitor-12.yaml")));
        long waiting = StarvationWatch.movements(0, 1);
        for (int ds = 0; ds < 2_410; ds++) {
            watch.sample(timeMs, waiting, 0, StarvationWatch.movements(1, 0), 0, true, false);
            timeMs += 100;
        }
        assertThat(watch.violations()).hasSize(1);
        assertThat(watch.violations().getFirst().what()).startsWith("O1 ");
    }
}
