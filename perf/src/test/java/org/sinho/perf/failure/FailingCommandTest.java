package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.perf.BenchFiles;

/** What the commands say when they fail, to people and to scripts. */
class FailingCommandTest {
    private static final Path JUNCTION =
            Path.of(System.getProperty("sinho.home"), "cities/junction");

    @TempDir Path folder;

    private int exit;

    @BeforeEach
    void write() throws IOException {
        new BenchFiles(JUNCTION, folder, 60, 1, 0, true).write();
    }

    private void run(String... arguments) throws Exception {
        Process process = Jvm.launch(folder, "run", List.of(), arguments);
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            exit = process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(folder.resolve("run.log"));
    }

    private JsonNode lastLine() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("run.json"));
        assertThat(lines).isNotEmpty();
        return new ObjectMapper().readTree(lines.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "org.sinho.center.Main, center --config nowhere.yaml --json",
        "org.sinho.center.Main, replay nowhere --verify --json",
        "org.sinho.center.Main, decode --pcap nowhere --json",
        "org.sinho.center.Main, decode --hex 0014ff --json",
        "org.sinho.rig.Main, --config nowhere.yaml --json"
    })
    void shouldEndWithTheErrorAsJsonWhenAskedForJson(String main, String arguments)
            throws Exception {
        run((main + " " + arguments).split(" "));

        assertThat(exit).isEqualTo(1);
        assertThat(lastLine().path("error").asText()).isNotBlank();
    }

    @Test
    void shouldNameEveryErrorWhenASheetIsChecked() throws Exception {
        Path sheet = brokenSheet();

        run("org.sinho.center.Main", "check", sheet.toString(), "--json");

        assertThat(exit).isEqualTo(1);
        assertThat(lastLine().path("errors").path(0).path("line").asInt()).isPositive();
    }

    @Test
    void shouldNotStartNorOpenAnythingWhenASheetHasAnError() throws Exception {
        Path sheet = brokenSheet();
        Path settings = folder.resolve("center.yaml");
        String good = JUNCTION.resolve("sites/site-1.yaml").toString();
        Files.writeString(settings, Files.readString(settings).replace(good, sheet.toString()));

        run("org.sinho.center.Main", "center", "--config", settings.toString(), "--json");

        assertThat(exit).isEqualTo(1);
        int line = lineOf(sheet, "backupTimeS");
        assertThat(errors())
                .filteredOn(said -> said.startsWith(sheet + ":" + line + ": "))
                .singleElement()
                .asString()
                .contains("backupTimeS is 0, allowed ");
        assertThat(errors()).noneMatch(said -> said.contains("center ready"));
        // The journal is opened before the first port is.
        assertThat(folder.resolve("journal")).doesNotExist();
        assertThat(lastLine().path("error").asText()).contains("not starting");
    }

    private Path brokenSheet() throws IOException {
        Path sheet = folder.resolve("site-1.yaml");
        String text = Files.readString(JUNCTION.resolve("sites/site-1.yaml"));
        assertThat(text).contains("\nbackupTimeS: 10\n");
        Files.writeString(sheet, text.replace("\nbackupTimeS: 10\n", "\nbackupTimeS: 0\n"));
        return sheet;
    }

    private static int lineOf(Path file, String start) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(start + " is not in " + file);
    }
}
