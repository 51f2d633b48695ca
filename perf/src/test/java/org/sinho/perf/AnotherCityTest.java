package org.sinho.perf;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.rig.skeleton.SkeletonCommand;
import org.sinho.rig.sumo.CityFolder;
import picocli.CommandLine;

/**
 * A net that nobody of us drew becomes a city by the steps of {@code docs/another-city.md}, and
 * runs with emergency vehicles.
 */
class AnotherCityTest {
    private static final int SECONDS = 120;
    private static final int LIMIT_S = 60;

    @TempDir private static Path folder;

    private static Path city;
    private static DemoRun.Result result;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path net = folder.resolve("grid.net.xml");
        Process process =
                new ProcessBuilder(command(net))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("netgenerate.log").toFile())
                        .start();
        assertThat(process.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        city = folder.resolve("grid");
        assertThat(
                        new CommandLine(new SkeletonCommand())
                                .execute("--net", net.toString(), "--out", city.toString()))
                .isZero();
        edit();
        RunProgress progress =
                new RunProgress(
                        "run", Phrases.of(Language.EN), new PrintStream(nullOutputStream()));
        result = new DemoRun(city, folder.resolve("run"), SECONDS, 1, 20, true, progress).execute();
    }

    private static List<String> command(Path net) {
        return List.of(
                "netgenerate",
                "--grid",
                "--grid.number=2",
                "--grid.length=200",
                "--grid.attach-length=200",
                "--default.lanenumber=2",
                "--turn-lanes=1",
                "--turn-lanes.length=60",
                "--sidewalks.guess=true",
                "--crossings.guess=true",
                "--tls.guess=true",
                "--no-turnarounds=true",
                "--output-file=" + net);
    }

    /** Two minutes are short: the first call comes at once, and one more before the end. */
    private static void edit() throws IOException {
        Path yaml = city.resolve("city.yaml");
        String text = Files.readString(yaml);
        String edited =
                text.replace("intervalSeconds: 150", "intervalSeconds: 30")
                        .replace("firstSeconds: 60", "firstSeconds: 15")
                        .replace("tailSeconds: 240", "tailSeconds: 60");
        assertThat(edited.lines().filter(line -> !text.contains(line))).hasSize(3);
        Files.writeString(yaml, edited);
    }

    @Test
    void shouldControlEveryJunctionOfTheNet() {
        assertThat(CityFolder.read(city).junctions()).hasSize(4);
        assertThat(result.center().path("counters").path("COMMANDS_SENT").asInt()).isPositive();
    }

    @Test
    void shouldNeverViolateASafetyRule() {
        assertThat(result.rig().path("violations")).isEmpty();
        assertThat(result.rig().path("monitorTripCount").asInt()).isZero();
        assertThat(result.center().path("guardRefusals")).isEmpty();
    }

    @Test
    void shouldLetEmergencyVehiclesThrough() {
        assertThat(result.center().path("requests").path("granted").asInt()).isPositive();
    }

    @Test
    void shouldLogEveryPhaseInOrderAndAsTheMonitorSawIt() throws IOException {
        EventSequences.Result events =
                EventSequences.check(folder.resolve("run"), CityFolder.read(city));
        assertThat(events.findings()).isEmpty();
        assertThat(events.cycles()).isPositive();
    }
}
