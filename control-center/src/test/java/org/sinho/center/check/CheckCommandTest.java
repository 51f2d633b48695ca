package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String broken() throws IOException {
        Path file = folder.resolve("broken.yaml");
        Files.writeString(
                file,
                EditedSheet.signedOff()
                        .edit("timing/  2:", "yellowChangeDs: 35", "yellowChangeDs: 20")
                        .text());
        return file.toString();
    }

    @Test
    void shouldExitWithZeroWhenAllFilesAreSound() {
        assertThat(check(EditedSheet.signedOffFile().toString())).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("1 file checked: no findings\n");
    }

    @Test
    void shouldShowBothYellowFormulasOfEveryPhaseSideBySide() throws IOException {
        assertThat(check("--verbose", EditedSheet.signedOffFile().toString())).isZero();
        // 60 km/h, 33.6 m: ITE 3.8 + 2.4 s; Korea 3.5 s, all of it yellow.
        assertThat(out.toString())
                .contains("ITE F1+F2")
                .contains("Korea F3")
                .containsPattern("2 eastbound through +60 +33.6 +3.8 +2.4 +3.5 +3.5 0.0 +3.5 +2.0");
    }

    @Test
    void shouldPutBothYellowFormulasIntoTheJson() throws IOException {
        assertThat(check("--verbose", "--json", EditedSheet.signedOffFile().toString())).isZero();
        JsonNode rows = new ObjectMapper().readTree(out.toString()).get("changeIntervals");
        assertThat(rows).hasSize(8);
        assertThat(rows.get(1).get("usYellow").asInt()).isEqualTo(38);
        assertThat(rows.get(1).get("krChange").asInt()).isEqualTo(35);
    }

    @Test
    void shouldPrintFileLineRuleWhatValueAndAllowed() throws IOException {
        String file = broken();
        int line = EditedSheet.signedOff().lineOf("timing/  2:");

        assertThat(check(file, EditedSheet.signedOffFile().toString())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        file
                                + ":"
                                + line
                                + ": I-03 yellowChangeDs of phase 2 is 20, allowed 35 to 50\n"
                                + "2 files checked: 1 finding in 1 file\n");
    }

    @Test
    void shouldPrintOneJsonObjectOnStandardOutput() throws IOException {
        String file = broken();

        assertThat(check("--json", file)).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        JsonNode object = new ObjectMapper().readTree(out.toString());
        assertThat(object.get("files").asInt()).isEqualTo(1);
        JsonNode error = object.get("errors").get(0);
        assertThat(error.get("file").asText()).isEqualTo(file);
        assertThat(error.get("line").isInt()).isTrue();
        assertThat(error.get("rule").asText()).isEqualTo("I-03");
        assertThat(error.get("what").asText()).isEqualTo("yellowChangeDs of phase 2");
        assertThat(error.get("value").asText()).isEqualTo("20");
        assertThat(error.get("allowed").asText()).isEqualTo("35 to 50");
        assertThat(err.toString()).contains("1 file checked: 1 finding in 1 file");
    }

    private String bench() throws IOException {
        Path file = folder.resolve("bench.yaml");
        Files.writeString(file, EditedSheet.signedOff().edit("profile", "KR", "BENCH").text());
        return file.toString();
    }

    @Test
    void shouldSayThatACenterRefusesASoundSheetOfABench() throws IOException {
        String file = bench();

        assertThat(check(file)).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        file
                                + ":13: NOTICE profile is BENCH, allowed KR, US, DE in a center;"
                                + " BENCH is for benches on foreign nets\n"
                                + "1 file checked: no findings\n");
    }

    @Test
    void shouldPutTheNoticeIntoTheJsonBesideTheErrors() throws IOException {
        assertThat(check("--json", bench())).isZero();

        JsonNode object = new ObjectMapper().readTree(out.toString());
        assertThat(object.get("errors")).isEmpty();
        assertThat(object.get("notices").get(0).get("value").asText()).isEqualTo("BENCH");
    }

    @Test
    void shouldExitWithTwoOnBadUsage() {
        assertThat(check()).isEqualTo(2);
        assertThat(check("--jsn", "x")).isEqualTo(2);
    }

    @Test
    void shouldExitWithOneWhenAFileIsMissing() {
        assertThat(check(folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("FORM file is missing, allowed a text file");
    }

    @Test
    void shouldShowExamplesInHelp() {
        assertThat(check("--help")).isZero();
        assertThat(out.toString()).contains("./sinho check cities/junction/sites/site-1.yaml");
    }
}
