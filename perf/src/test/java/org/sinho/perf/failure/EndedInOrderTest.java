package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;

/** SIGTERM while a preempt is served: what is held is given back before the process ends. */
class EndedInOrderTest {
    private static final int SECONDS = 120;
    private static final int ENTRY = 4;

    @TempDir Path folder;

    @Test
    void shouldGiveThePreemptBackAndCloseTheJournalWhenAskedToEnd() throws Exception {
        Path city = BusyCity.write(folder.resolve("city"), 30);
        try (Bench bench =
                new Bench(city, folder.resolve("run"), SECONDS, 6, 2_000, new RadioRecord())) {
            bench.start();
            awaitPreempt(bench);
            List<ControllerRecord.Set> before = bench.controller.sets();

            assertThat(bench.endCenter()).isZero();

            List<ControllerRecord.Set> last =
                    bench.controller.sets().subList(before.size(), bench.controller.sets().size());
            assertThat(last).isNotEmpty().allMatch(set -> set.value() == 0);
            assertThat(last).anyMatch(ControllerRecord.Set::endsPreempt);
        }
        ReplayResult replay =
                new JournalReplay(folder.resolve("run/journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(replay.unanswered()).isZero();
    }

    private static void awaitPreempt(Bench bench) throws IOException {
        while (bench.step()) {
            if (bench.controller.read().preemptState() >= ENTRY) {
                return;
            }
        }
        throw new IOException("no preempt within the run");
    }
}
