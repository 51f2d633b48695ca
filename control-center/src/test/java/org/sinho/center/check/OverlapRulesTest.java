package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;

/** The sheet of Hapgang's junction 12, whose right turn is an overlap, with single slips. */
class OverlapRulesTest {
    private static final Path SHEET =
            Path.of(System.getProperty("sinho.home"), "cities/hapgang/sites/site-12.yaml");

    @TempDir private Path folder;

    private List<String> findings(String before, String after) throws IOException {
        String text = Files.readString(SHEET);
        assertThat(text).contains(before);
        Path file = Files.writeString(folder.resolve("site.yaml"), text.replace(before, after));
        ReadResult result = new SiteSheetReader().read(file);
        List<Finding> found = result.document().map(SiteLint::check).orElse(result.problems());
        return found.stream().map(at -> at.toLine().replaceFirst(".*?:\\d+: ", "")).toList();
    }

    @Test
    void shouldFindNothingInTheSignedOffSheet() throws IOException {
        assertThat(findings("siteId: 12", "siteId: 12")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free: [2, 4, 6, P4] | free: [2, 4, P4]"
                        + " | I-01 conflict of O1 and 6 is not decided,"
                        + " allowed in forbidden, yields or free",
                "free: [2, 4, 6, P4] | free: [1, 2, 4, 6, P4]"
                        + " | I-01 conflict of O1 and 1 is decided twice,"
                        + " allowed in one of forbidden, yields, free",
                "yields: [P2], free: [2, 4, 6, P4] | yields: [], free: [2, 4, 6, P2, P4]"
                        + " | I-01 conflict of O1 and P2 is .,"
                        + " allowed X or y as lane 11 is crossed",
                "forbidden: [1], yields: [P2], free: [2, 4, 6"
                        + " | forbidden: [1, 6], yields: [P2], free: [2, 4"
                        + " | I-02 conflict of O1 and 6 is X,"
                        + " allowed y or . as rings and barriers let them run together",
                "free: [2, 4, 6, P4], signed | forbidden: [P4], free: [2, 4, 6], signed"
                        + " | FORM key 'forbidden' of overlap 1 is there twice, allowed once",
                "minimumGreenDs: 60, yellowChangeDs: 50, redClearanceDs: 20,"
                        + " | minimumGreenDs: 49, yellowChangeDs: 50, redClearanceDs: 20,"
                        + " | I-08 minimumGreenDs of overlap 1 is 49, allowed at least 50",
                "60, yellowChangeDs: 50, redClearanceDs: 20, | 60, yellowChangeDs: 49,"
                        + " redClearanceDs: 20,"
                        + " | I-03 yellowChangeDs of overlap 1 is 49, allowed 50 to 50",
                "50, redClearanceDs: 20, | 50, redClearanceDs: 7,"
                        + " | I-04 redClearanceDs of overlap 1 is 7, allowed 8 to 20",
                "phase: 2, overlap: 1 | phase: 2, overlap: 2"
                        + " | FORM overlap of connection 1 of lane 1 is 2, allowed overlaps [1]",
            })
    void shouldFindASlip(String before, String after, String finding) throws IOException {
        assertThat(findings(before, after)).contains(finding);
    }

    @Test
    void shouldCompareTheOverlapWithTheController() {
        SheetDocument document = new SiteSheetReader().read(SHEET).document().orElseThrow();
        ControllerReadBack.Overlap same =
                new ControllerReadBack.Overlap(Set.of(2, 4), Set.of(), 50, 20);
        ControllerReadBack.Overlap other =
                new ControllerReadBack.Overlap(Set.of(2), Set.of(4), 49, 19);
        assertThat(overlapFindings(document, Map.of(1, same))).isEmpty();
        assertThat(overlapFindings(document, Map.of(1, other))).hasSize(4);
        assertThat(overlapFindings(document, Map.of())).hasSize(1);
    }

    private static List<Finding> overlapFindings(
            SheetDocument document, Map<Integer, ControllerReadBack.Overlap> overlaps) {
        ControllerReadBack read = new ControllerReadBack(Map.of(), Map.of(), 10, overlaps);
        return ControllerComparison.compare(document, read).stream()
                .filter(finding -> finding.what().contains("verlap"))
                .toList();
    }
}
