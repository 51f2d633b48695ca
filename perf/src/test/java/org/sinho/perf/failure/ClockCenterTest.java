package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.clock.ClockWatch;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.perf.BenchFiles;
import org.sinho.signal.NoticeCode;

/** E-02 and F-02 in real time, with a controller that is well: only the clock decides. */
class ClockCenterTest {
    /** Time enough to be compared and under control, and for some heartbeats. */
    private static final int SECONDS = 25;

    private static final long LAST_WORDS_MS = 1_000;
    private static final int PATIENCE_S = 180;
    private static final Path JUNCTION =
            Path.of(System.getProperty("sinho.home"), "cities/junction");

    @TempDir Path folder;

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        new BenchFiles(JUNCTION, folder, SECONDS, 1, 0, true).write();
        edit("rig.yaml", "step: .*\n", "realTime: true\n");
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private void edit(String name, String before, String after) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(file).replaceFirst(before, after));
    }

    /** One whole run of both by the machine's clock; returns what the center said. */
    private String run(String clock) throws IOException, InterruptedException {
        edit("center.yaml", "step: .*\n", "clock: " + clock + "\n");
        Process center =
                launch(
                        "center",
                        "org.sinho.center.Main",
                        "center",
                        "--config",
                        folder.resolve("center.yaml").toString());
        Process rig =
                launch(
                        "rig",
                        "org.sinho.rig.Main",
                        "--config",
                        folder.resolve("rig.yaml").toString());
        assertThat(rig.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(rig.exitValue()).as(Files.readString(folder.resolve("rig.log"))).isZero();
        assertThat(center.isAlive())
                .as("%s", Files.readString(folder.resolve("center.log")))
                .isTrue();
        Jvm.signal(center, "TERM");
        assertThat(center.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("center.log"));
    }

    private Process launch(String name, String... arguments) throws IOException {
        Process process = Jvm.launch(folder, name, List.of(), arguments);
        processes.add(process);
        return process;
    }

    private int count(int type) {
        int count = 0;
        try (JournalCursor events = JournalReader.open(folder.resolve("journal")).events()) {
            while (events.next()) {
                count += EventHeader.type(events.record(), 0) == type ? 1 : 0;
            }
        }
        return count;
    }

    /** When each command was decided; a heartbeat is one, too. */
    private List<Long> commandsMs() {
        List<Long> decided = new ArrayList<>();
        try (JournalCursor output = JournalReader.open(folder.resolve("journal")).output()) {
            while (output.next()) {
                if (EventHeader.type(output.record(), 0) == RecordType.COMMAND) {
                    decided.add(new SignalCommand().wrap(output.record(), 0).decidedUtcMs());
                }
            }
        }
        return decided;
    }

    private record Report(long utcMs, boolean healthy, int uncertaintyMs) {}

    private List<Report> clockReports() {
        List<Report> reports = new ArrayList<>();
        try (JournalCursor events = JournalReader.open(folder.resolve("journal")).events()) {
            while (events.next()) {
                if (EventHeader.type(events.record(), 0) == EventType.HEALTH) {
                    HealthReport report = new HealthReport().wrap(events.record(), 0);
                    if (report.kind() == HealthReport.Kind.CLOCK) {
                        reports.add(
                                new Report(
                                        EventHeader.utcMs(events.record(), 0),
                                        report.healthy() == 1,
                                        report.value()));
                    }
                }
            }
        }
        return reports;
    }

    @Test
    void shouldCommandNothingWhenTheKernelSaysThatNobodyKeepsItsClock() throws Exception {
        boolean kept = ClockWatch.ofKernel().check().healthy();
        if (kept) {
            System.out.println("SKIPPED: the clock of this machine is synchronized");
        }
        assumeTrue(!kept, "the clock of this machine is synchronized");

        String said = run("kernel");

        List<Report> reports = clockReports();
        assertThat(reports).as("one report, no change").hasSize(1);
        assertThat(reports.getFirst().healthy()).isFalse();
        assertThat(said)
                .containsOnlyOnce("ALARM the clock is not synchronized: nothing is commanded");
        assertThat(count(EventType.CONTROLLER_STATUS)).as("the controller is heard").isPositive();
        assertThat(JournalRecord.read(folder).notices())
                .noneMatch(notice -> notice.code() == NoticeCode.CONTROLLED.code());
        assertThat(commandsMs())
                .as("releases of the first second, then silence")
                .allMatch(decidedMs -> decidedMs <= reports.getFirst().utcMs() + LAST_WORDS_MS);
    }

    @Test
    void shouldCommandWhenSomebodyElseAnswersForTheClock() throws Exception {
        String said = run("unchecked");

        List<Report> reports = clockReports();
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().healthy()).isTrue();
        assertThat(reports.getFirst().uncertaintyMs()).isZero();
        assertThat(said).containsOnlyOnce("the clock is not checked (clock: unchecked)");
        assertThat(JournalRecord.read(folder).notices())
                .anyMatch(notice -> notice.code() == NoticeCode.CONTROLLED.code());
        assertThat(commandsMs())
                .as("heartbeats")
                .anyMatch(decidedMs -> decidedMs > reports.getFirst().utcMs() + LAST_WORDS_MS);
    }
}
