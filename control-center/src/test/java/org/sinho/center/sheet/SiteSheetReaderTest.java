package org.sinho.center.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;

/** What the reader makes of the signed-off sheet, and of files that are none. */
class SiteSheetReaderTest {
    @TempDir private Path folder;

    private static final Path SIGNED_OFF =
            Path.of(System.getProperty("sinho.home"), "cities/junction/sites/site-1.yaml");

    private static String signedOff() throws IOException {
        return Files.readString(SIGNED_OFF);
    }

    private List<Finding> problems(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("site.yaml"), bytes);
        ReadResult result = new SiteSheetReader().read(file);
        assertThat(result.document()).isEmpty();
        assertThat(result.problems()).isNotEmpty();
        return result.problems();
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(finding -> finding.toLine().substring(finding.file().length() + 1))
                .toList();
    }

    private List<String> problemsAfter(String from, String to) throws IOException {
        String text = signedOff();
        assertThat(text.indexOf(from)).isNotNegative();
        return problems(
                text.substring(0, text.indexOf(from))
                        + to
                        + text.substring(text.indexOf(from) + from.length()));
    }

    private static int lineOf(String text) throws IOException {
        String before = signedOff().substring(0, signedOff().indexOf(text));
        return (int) before.chars().filter(c -> c == '\n').count() + 1;
    }

    @Test
    void shouldReadEveryPartOfTheSignedOffSheet() {
        SheetDocument document = new SiteSheetReader().read(SIGNED_OFF).document().orElseThrow();
        SiteSheet sheet = document.sheet();

        assertThat(sheet.siteId()).isEqualTo(1);
        assertThat(sheet.name()).isEqualTo("Hapgang 1");
        assertThat(sheet.profile()).isEqualTo(Profile.KR);
        assertThat(sheet.latitudeE7()).isEqualTo(364_925_000);
        assertThat(sheet.longitudeE7()).isEqualTo(1_273_120_000);
        assertThat(sheet.phases()).hasSize(8);
        assertThat(sheet.findPhase(4).orElseThrow().clearingDistanceCm()).isEqualTo(4_000);
        assertThat(sheet.findPedestrian(4).orElseThrow().crossingLengthCm()).isEqualTo(1_700);
        assertThat(sheet.rings()).containsExactly(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8));
        assertThat(sheet.conflicts()[1][3]).isEqualTo(Conflict.FORBIDDEN);
        assertThat(sheet.conflicts()[1][5]).isEqualTo(Conflict.FREE);
        assertThat(sheet.conflicts()[17][1]).isEqualTo(Conflict.YIELD);
        assertThat(sheet.conflicts()[8][8]).isNull();
        assertThat(sheet.intergreenDs()[3][0]).isEqualTo(62);
        assertThat(sheet.intergreenDs()[0][3]).isEqualTo(64);
        assertThat(sheet.lanes()).hasSize(16);
        Lane first = sheet.lanes().getFirst();
        assertThat(first.nodes().getFirst()).isEqualTo(new Lane.Node(-1_680, -640));
        assertThat(first.connections())
                .containsExactly(
                        new Lane.Connection(16, Lane.Maneuver.RIGHT, 2),
                        new Lane.Connection(11, Lane.Maneuver.STRAIGHT, 2));
        assertThat(sheet.findPreempt(3).orElseThrow().dwellPhases()).isEqualTo(0b0100_1000);
        assertThat(sheet.patterns()).containsExactly(1, 2, 3);
        assertThat(sheet.backupTimeS()).isEqualTo(10);
        assertThat(document.yields()).hasSize(4);
        assertThat(document.crossedLanes().get(2)).containsExactly(7, 8, 16);
    }

    @Test
    void shouldNameNearestKeyWhenAKeyIsUnknown() throws IOException {
        assertThat(problemsAfter("siteId: 1", "siteId: 1\nbackupTimeDs: 10"))
                .containsExactly(
                        lineOf("siteId")
                                + 1
                                + ": FORM key 'backupTimeDs' is unknown, allowed backupTimeS");
    }

    @Test
    void shouldReportKeyThatIsThereTwice() throws IOException {
        assertThat(problemsAfter("siteId: 1", "siteId: 1\nsiteId: 2"))
                .containsExactly(
                        lineOf("siteId") + 1 + ": FORM key 'siteId' is there twice, allowed once");
    }

    @Test
    void shouldReportPhaseThatIsThereTwice() throws IOException {
        int line = lineOf("  2: { minimumGreenDs");
        assertThat(problemsAfter("  2: { minimumGreenDs", "  1: { minimumGreenDs"))
                .containsExactlyInAnyOrder(
                        line + ": FORM 1 in timing is there twice, allowed once",
                        lineOf("timing:")
                                + ": FORM timing of phase 2 is missing, allowed one entry per"
                                + " phase");
    }

    @Test
    void shouldReportMissingKey() throws IOException {
        assertThat(problemsAfter("passageDs: 30, ", ""))
                .containsExactly(
                        lineOf("  1: { minimumGreenDs")
                                + ": FORM passageDs of phase 1 is missing, allowed 0 to 255");
    }

    @Test
    void shouldReportWrongType() throws IOException {
        int line = lineOf("backupTimeS");
        for (String wrong : List.of("ten", "'10'", "1_0", "0x10", "10.0", "[10]", "{ a: 1 }", "")) {
            assertThat(problemsAfter("backupTimeS: 10", "backupTimeS: " + wrong))
                    .as(wrong)
                    .hasSize(1)
                    .allMatch(text -> text.startsWith(line + ": FORM backupTimeS is "))
                    .allMatch(text -> text.endsWith(", allowed 0 to 65535"));
        }
    }

    @Test
    void shouldReportValueOutOfRange() throws IOException {
        assertThat(problemsAfter("siteId: 1", "siteId: 65536"))
                .containsExactly(lineOf("siteId") + ": FORM siteId is 65536, allowed 1 to 65535");
        assertThat(problemsAfter("siteId: 1", "siteId: 99999999999999999999"))
                .containsExactly(
                        lineOf("siteId")
                                + ": FORM siteId is 99999999999999999999, allowed 1 to 65535");
    }

    @Test
    void shouldRefuseLengthFinerThanACentimeter() throws IOException {
        assertThat(problemsAfter("clearingDistanceM: 33.6", "clearingDistanceM: 33.605"))
                .containsExactly(
                        lineOf("clearingDistanceM: 33.6")
                                + ": FORM clearingDistanceM of phase 2 is 33.605, allowed 1 to 150"
                                + " m, at most two decimals");
    }

    @Test
    void shouldReportReferenceToNothing() throws IOException {
        assertThat(
                        problemsAfter(
                                "{ lane: 16, maneuver: right, phase: 2 }",
                                "{ lane: 1, maneuver: right, phase: 9 }"))
                .containsExactlyInAnyOrder(
                        lineOf("{ lane: 16")
                                + ": FORM phase of connection 1 of lane 1 is 9, allowed"
                                + " phases [1, 2, 3, 4, 5, 6, 7, 8]",
                        lineOf("{ lane: 16")
                                + ": FORM lane of connection 1 of lane 1 is 1, allowed"
                                + " an egress lane of this sheet");
    }

    @Test
    void shouldReportAllProblemsOfAFileAtOnce() throws IOException {
        String text =
                signedOff()
                        .replace("siteId: 1", "siteId: 0")
                        .replace("profile: KR", "profile: XX")
                        .replace("localPattern: 1", "localPatern: 1")
                        .replace("backupTimeS: 10", "backupTimeS: often");
        assertThat(problems(text)).hasSize(5);
    }

    @Test
    void shouldReportCellThatIsNoNumber() throws IOException {
        assertThat(problemsAfter("  2      55   -  55  55", "  2      55   -  5x  55"))
                .containsExactly(
                        lineOf("  2      55")
                                + ": FORM intergreensTypedDs of 2 and 3 is '5x', allowed 1 to 600"
                                + " ds, or .");
    }

    @Test
    void shouldReportTextThatIsNotYaml() throws IOException {
        assertThat(problems("siteId: 1\nname: [unclosed\n"))
                .hasSize(1)
                .allMatch(text -> text.contains("FORM text is ") && text.endsWith("allowed YAML"));
        assertThat(problems("just words")).hasSize(1);
        assertThat(problems("- a\n- list\n")).hasSize(1);
        assertThat(problems("")).containsExactly("1: FORM file is empty, allowed a site sheet");
        assertThat(problems("# only a comment\n")).hasSize(1);
        assertThat(problems("a: 1\n---\nb: 2\n")).hasSize(1);
        assertThat(problems("a: \"\\q\"\n")).hasSize(1);
    }

    @Test
    void shouldReportBinaryGarbageWithoutStackTrace() throws IOException {
        assertThat(problems(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
                .extracting(Finding::value)
                .containsExactly("binary");
        assertThat(problems(new byte[64])).hasSize(1);
        Random random = new Random(20261122);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[random.nextInt(1, 400)];
            random.nextBytes(garbage);
            problems(garbage);
        }
    }

    @Test
    void shouldNeverThrowWhenAByteOfTheSheetIsBroken() throws IOException {
        byte[] good = signedOff().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] bad = Arrays.copyOf(good, good.length);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(128);
            Path file = Files.write(folder.resolve("site.yaml"), bad);
            ReadResult result = new SiteSheetReader().read(file);
            assertThat(result.document().isPresent()).isEqualTo(result.problems().isEmpty());
        }
    }

    @Test
    void shouldNeverThrowWhenTheSheetIsTruncated() throws IOException {
        byte[] good = signedOff().getBytes(StandardCharsets.UTF_8);
        int lastSection = signedOff().indexOf("\nflashYellowPhases");
        for (int length = 0; length < lastSection; length += 127) {
            problems(Arrays.copyOf(good, length));
        }
    }

    @Test
    void shouldBoundNestingAndSize() throws IOException {
        assertThat(problems("[".repeat(100_000))).hasSize(1).first().asString().contains("nesting");
        assertThat(problems("{a: ".repeat(20_000))).first().asString().contains("nesting");
        assertThat(problems("- ".repeat(20_000) + "a")).first().asString().contains("nesting");
        assertThat(problems("a".repeat(YamlText.BYTE_LIMIT + 1)))
                .containsExactly("1: FORM size of file is too large, allowed up to 262144 bytes");
    }

    @Test
    void shouldRefuseAliasesAnchorsAndTags() throws IOException {
        assertThat(problems("a: &x 1\nb: *x\n"))
                .containsExactly(
                        "1: FORM text is an anchor, allowed plain YAML without anchors, aliases and"
                                + " tags");
        assertThat(problems("a: !!java.lang.Runtime {}\n")).hasSize(1);
    }

    @Test
    void shouldBoundTheNumberOfProblems() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        assertThat(problems(text.toString())).hasSize(ProblemList.LIMIT);
    }

    @Test
    void shouldPrintNoControlCharacters() throws IOException {
        assertThat(problemsAfter("name: Hapgang 1", "name: \"\\e[31mred\\a\""))
                .hasSize(1)
                .noneMatch(text -> text.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void shouldReportFolderAndMissingFile() {
        assertThat(new SiteSheetReader().read(folder).problems()).hasSize(1);
        assertThat(new SiteSheetReader().read(folder.resolve("none")).problems())
                .extracting(Finding::value)
                .containsExactly("missing");
    }
}
