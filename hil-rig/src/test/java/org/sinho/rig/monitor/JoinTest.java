package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitor that comes to a running junction, and one that loses sight of it. */
class JoinTest {
    private static final int TWO = 1 << 1;
    private static final int FOUR = 1 << 3;
    private static final int FACES = 0xFF;
    private static final int CROSSINGS = 0b10101010;

    private final List<String> rows = new ArrayList<>();
    private ConflictMonitor monitor;
    private long timeMs = 1_790_000_000_000L;

    @BeforeEach
    void open() throws IOException {
        monitor =
                new ConflictMonitor(
                        MonitorCard.read(
                                Path.of(
                                        System.getProperty("sinho.home"),
                                        "hil-rig/src/test/resources/scenario-monitor.yaml")),
                        200);
        monitor.lampListener((ms, kind, number, state) -> rows.add(kind + number + " " + state));
    }

    private void show(int tenths, int greens, int yellows, int walks, int clears) {
        for (int ds = tenths; ds > 0; ds--) {
            monitor.sample(
                    timeMs,
                    FACES & ~greens & ~yellows,
                    yellows,
                    greens,
                    walks,
                    clears,
                    CROSSINGS & ~walks & ~clears,
                    0);
            timeMs += 100;
        }
    }

    @Test
    void shouldNotJudgeTheAgeOfWhatItFindsWhenItJoins() {
        monitor.join();
        show(3, TWO, 0, TWO, 0);
        show(110, TWO, 0, 0, TWO);
        show(30, TWO, 0, 0, 0);
        show(35, 0, TWO, 0, 0);
        show(20, 0, 0, 0, 0);
        assertThat(monitor.violations()).isEmpty();
        assertThat(rows).contains("phase2 G", "phase4 R", "ped2 W", "ped4 DW");
    }

    @Test
    void shouldNotJudgeTheAgeOfAYellowWhenItJoins() {
        monitor.join();
        show(2, 0, TWO, 0, 0);
        show(30, 0, 0, 0, 0);
        assertThat(monitor.violations()).isEmpty();
        assertThat(monitor.trips()).isEmpty();
    }

    @Test
    void shouldJudgeTheFirstGreenWhenItDoesNotJoin() {
        show(3, TWO, 0, 0, 0);
        assertThat(monitor.violations()).extracting(Violation::rule).containsOnly(Rule.S07);
    }

    @Test
    void shouldJudgeEverythingThatBeginsAfterItJoined() {
        monitor.join();
        show(30, 0, 0, 0, 0);
        show(20, FOUR, 0, 0, 0);
        show(30, 0, 0, 0, 0);
        assertThat(monitor.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.S06, Rule.S03);
    }

    @Test
    void shouldFindAConflictThatIsThereWhenItJoins() {
        monitor.join();
        show(5, TWO | FOUR, 0, 0, 0);
        assertThat(monitor.violations()).extracting(Violation::rule).contains(Rule.S01);
        assertThat(monitor.trips()).extracting(Trip::cause).containsExactly(TripCause.CONFLICT);
    }

    @Test
    void shouldTellDarkOnceAndJudgeNothingWhenItLosesTheLamps() {
        monitor.join();
        show(3, TWO, 0, TWO, 0);
        rows.clear();
        monitor.lose(timeMs);
        assertThat(rows).contains("phase2 DARK", "phase4 DARK", "ped2 DARK", "ped4 DARK");
        rows.clear();
        monitor.lose(timeMs + 100);
        timeMs += 60_000;
        show(3, FOUR, 0, 0, 0);
        assertThat(rows).contains("phase4 G", "phase2 R");
        assertThat(monitor.violations()).isEmpty();
    }

    @Test
    void shouldTellThatAnOverlapIsDarkByItsOwnNumberWhenItsLampsAreLost() throws IOException {
        monitor =
                new ConflictMonitor(
                        MonitorCard.read(
                                Path.of(
                                        System.getProperty("sinho.home"),
                                        "cities/hapgang/controllers/monitor-12.yaml")),
                        200);
        monitor.lampListener((ms, kind, number, state) -> rows.add(kind + number + " " + state));
        monitor.sample(timeMs, 0xFFFF, 0, 0, 0, 0, 0xFFFF, 0, 0xFFFF, 0, 0, 0);
        assertThat(rows).contains("overlap1 R");
        monitor.lose(timeMs + 1_000);
        assertThat(rows).contains("overlap1 DARK").doesNotContain("phase33 DARK");
    }
}
