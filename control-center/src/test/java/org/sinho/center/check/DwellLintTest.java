package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I-10: whom a preempt's dwell serves. */
class DwellLintTest {
    @TempDir private Path folder;

    private static EditedSheet sheet() {
        return EditedSheet.signedOff();
    }

    @Test
    void shouldFindDwellThatServesAnotherApproach() {
        sheet().edit("preempts/  1:/    dwellPhases", "[2, 5]", "[6, 1]")
                .shouldFail(
                        folder,
                        "I-10 dwellPhases of preempt 1 is [1, 6], allowed a phase of approach 1");
    }

    @Test
    void shouldFindKoreanDwellWithTheOpposingThrough() {
        sheet().edit("preempts/  1:/    dwellPhases", "[2, 5]", "[2, 6]")
                .shouldFail(
                        folder,
                        "I-10 dwellPhases of preempt 1 is [2, 6], allowed [2, 5], the through and"
                                + " the protected left of approach 1");
    }

    @Test
    void shouldFindKoreanDwellWithoutTheProtectedLeft() {
        sheet().edit("preempts/  3:/    dwellPhases", "[4, 7]", "[4]")
                .shouldFail(
                        folder,
                        "I-10 dwellPhases of preempt 3 is [4], allowed [4, 7], the through and"
                                + " the protected left of approach 3");
    }

    @Test
    void shouldFindKoreanDwellWithoutTheThrough() {
        sheet().edit("preempts/  4:/    dwellPhases", "[8, 3]", "[3]")
                .shouldFail(
                        folder,
                        "I-10 dwellPhases of preempt 4 is [3], allowed [3, 8], the through and"
                                + " the protected left of approach 4");
    }

    @Test
    void shouldLetAnAmericanDwellServeBothThroughs() {
        // A permissive left turns in the gaps of the opposing through there.
        EditedSheet edited =
                sheet().edit("profile", "KR", "US")
                        .edit("preempts/  1:/    dwellPhases", "[2, 5]", "[2, 6]");

        assertThat(SiteLint.check(edited.read(folder).document().orElseThrow()))
                .noneMatch(finding -> finding.what().startsWith("dwellPhases"));
    }
}
