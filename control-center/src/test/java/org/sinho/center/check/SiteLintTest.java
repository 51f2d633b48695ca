package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SiteSheetReader;

/** One or two faults at a time in an otherwise sound sheet: exactly the broken rule answers. */
class SiteLintTest {
    @TempDir private Path folder;

    private static EditedSheet sheet() {
        return EditedSheet.signedOff();
    }

    @Test
    void shouldFindNothingInTheSignedOffSheet() {
        ReadResult result = new SiteSheetReader().read(EditedSheet.signedOffFile());

        assertThat(result.problems()).isEmpty();
        assertThat(SiteLint.check(result.document().orElseThrow())).isEmpty();
    }

    // I-01 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindAsymmetricConflictG9() {
        sheet().cell("conflicts", "4", "2", ".")
                .shouldFail(
                        folder,
                        "I-01 conflict of 4 and 2 is . against X, allowed the same both ways");
    }

    @Test
    void shouldFindUndecidedPairG10() {
        sheet().cell("conflicts", "2", "6", "?")
                .shouldFail(folder, "I-01 conflict of 2 and 6 is not decided, allowed X, y or .");
    }

    @Test
    void shouldNotDefaultAMissingCellG10() {
        sheet().edit("conflicts/  6 ", "X   y   X", "X   y")
                .shouldFail(folder, "I-01 row 6 of conflicts is 11 cells, allowed 12 cells");
    }

    @Test
    void shouldNotDefaultAMissingRowG10() {
        EditedSheet edited = sheet().remove("conflicts/  P4 ", 1);
        edited.shouldFailAt(
                edited.lineOf("conflicts"),
                folder,
                "I-01 row P4 of conflicts is missing, allowed each of "
                        + "[1, 2, 3, 4, 5, 6, 7, 8, P2, P4, P6, P8]");
    }

    @Test
    void shouldFindPhaseInConflictWithItself() {
        sheet().cell("conflicts", "3", "3", "X")
                .shouldFail(folder, "I-01 conflict of 3 and 3 is X, allowed - (itself)");
    }

    @Test
    void shouldFindUnsignedYield() {
        EditedSheet edited = sheet().remove("yields/  - pair: [6, P6]", 3);
        edited.shouldFailAt(
                edited.lineOf("conflicts/  P6 "),
                folder,
                "I-01 conflict of P6 and 6 is y without signature, allowed "
                        + "y when listed in yields");
    }

    @Test
    void shouldFindSignatureUnderNoYield() {
        sheet().insertBelow(
                        "yields",
                        "  - pair: [2, P6]",
                        "    signedOffBy: nobody",
                        "    reason: none")
                .shouldFail(
                        folder, "I-01 yield of 2 and P6 is . in conflicts, allowed y in conflicts");
    }

    @Test
    void shouldFindFreeWalkAcrossATurnG10() {
        sheet().cell("conflicts", "2", "P4", ".")
                .intergreen("2", "P4", ".")
                .intergreen("P4", "2", ".")
                .cell("conflicts", "P4", "2", ".")
                .shouldFail(
                        folder, "I-01 conflict of P4 and 2 is ., allowed X as lane 11 is crossed");
    }

    @Test
    void shouldFindFreePairWhoseLanesMeet() {
        sheet().intergreen("2", "8", ".")
                .intergreen("8", "2", ".")
                .cell("conflicts", "2", "8", ".")
                .cell("conflicts", "8", "2", ".")
                .shouldFail(
                        folder,
                        "I-01 conflict of 8 and 2 is ., allowed X or signed y as "
                                + "lanes 1 and 9 meet");
    }

    // I-02 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindPhaseMissingFromItsRing() {
        EditedSheet edited = sheet().edit("rings/  - [1, 2, 3, 4]", ", 3", "");
        edited.shouldFailAt(
                edited.lineOf("rings"), folder, "I-02 places of phase 3 in rings is 0, allowed 1");
    }

    @Test
    void shouldFindPhaseOfTheWrongRing() {
        sheet().edit("phases/  7:", "ring: 2", "ring: 1")
                .shouldFail(folder, "I-02 ring of phase 7 is 1, allowed 2 by rings");
    }

    @Test
    void shouldFindRingAgainstTheOrderOfBarriers() {
        sheet().edit("rings/  - [5, 6, 7, 8]", "[5, 6, 7, 8]", "[5, 7, 6, 8]")
                .shouldFail(
                        folder,
                        "I-02 order of ring 2 is phase 6 after barrier group 2, allowed barrier"
                                + " groups in the same order in all rings");
    }

    @Test
    void shouldFindForbiddenPairThatRingsLetRunTogetherG1() {
        EditedSheet edited =
                sheet().cell("conflicts", "1", "5", "X")
                        .cell("conflicts", "5", "1", "X")
                        .intergreen("1", "5", "64")
                        .intergreen("5", "1", "64");
        edited.shouldFailAt(
                edited.lineOf("barrierGroups"),
                folder,
                "I-02 conflict of 1 and 5 is X, allowed y or . as rings and barriers let them run"
                        + " together");
    }

    // I-03 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindYellowOf29DsG3() {
        sheet().edit("timing/  6:", "yellowChangeDs: 35", "yellowChangeDs: 29")
                .shouldFail(folder, "I-03 yellowChangeDs of phase 6 is 29, allowed 35 to 50");
    }

    @Test
    void shouldFindYellowOf29DsWhereTheFormulaAsksForLessThanTheFloorG3() {
        sheet().edit("phases/  2:", "clearingDistanceM: 33.6", "clearingDistanceM: 20")
                .edit("timing/  2:", "yellowChangeDs: 35", "yellowChangeDs: 29")
                .shouldFail(folder, "I-03 yellowChangeDs of phase 2 is 29, allowed 30 to 50");
    }

    @Test
    void shouldFindYellowBelowTheMonitorG4() {
        sheet().edit("timing/  2:", "yellowChangeDs: 35", "yellowChangeDs: 26")
                .shouldFail(folder, "I-03 yellowChangeDs of phase 2 is 26, allowed 35 to 50");
    }

    @Test
    void shouldFindYellowAboveTheCeiling() {
        sheet().edit("timing/  1:", "yellowChangeDs: 49", "yellowChangeDs: 51")
                .shouldFail(folder, "I-03 yellowChangeDs of phase 1 is 51, allowed 49 to 50");
    }

    // I-04 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindRedClearanceOneDsShortG5() {
        sheet().edit("timing/  4:", "redClearanceDs: 20", "redClearanceDs: 19")
                .shouldFail(
                        folder,
                        "I-04 yellowChangeDs + redClearanceDs of phase 4 is 61, allowed at least"
                                + " 62");
    }

    @Test
    void shouldFindRedClearanceShorterThanTheRestOfTheFormulaG5() {
        // 30 km/h across 110 m: 14.2 s, of which yellow may take 5.0.
        sheet().edit("phases/  1:", "clearingDistanceM: 32.4", "clearingDistanceM: 110")
                .edit("timing/  1:", "yellowChangeDs: 49", "yellowChangeDs: 50")
                .shouldFail(folder, "I-04 redClearanceDs of phase 1 is 15, allowed 92 to 92");
    }

    @Test
    void shouldFindRedClearanceAboveTheCeiling() {
        sheet().edit("timing/  4:", "redClearanceDs: 20", "redClearanceDs: 21")
                .shouldFail(folder, "I-04 redClearanceDs of phase 4 is 21, allowed 0 to 20");
    }

    @Test
    void shouldFindMatricesThatDisagree() {
        sheet().cell("intergreensComputedDs", "2", "4", "54")
                .shouldFail(
                        folder,
                        "I-04 intergreensComputedDs of 2 and 4 is 54, allowed 55 as in"
                                + " intergreensTypedDs");
    }

    @Test
    void shouldFindConflictWithoutIntergreen() {
        sheet().intergreen("2", "4", ".")
                .shouldFail(folder, "I-04 intergreensTypedDs of 2 and 4 is 0, allowed at least 30");
    }

    // I-05 ---------------------------------------------------------------------------------------

    @Test
    void shouldRefuseYellowInAPattern() {
        sheet().insertBelow("  2: # night", "    yellowChangeDs: 30")
                .shouldFail(
                        folder,
                        "I-05 key 'yellowChangeDs' of pattern 2 is set per pattern, allowed in"
                                + " timing only");
    }

    @Test
    void shouldRefuseRedClearanceInAPattern() {
        sheet().insertBelow("  3: # peak", "    redClearanceDs: 10")
                .shouldFail(
                        folder,
                        "I-05 key 'redClearanceDs' of pattern 3 is set per pattern, allowed in"
                                + " timing only");
    }

    // I-07 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindClearanceOneDsShort() {
        sheet().edit("  4: # across/      protectionZone", "clearanceDs: 170", "clearanceDs: 169")
                .shouldFail(
                        folder,
                        "I-07 walkDs + clearanceDs of pedestrian 4 is 239, allowed at least 240");
    }

    @Test
    void shouldFindClearanceForTheWholeRoadInAProtectionZone() {
        sheet().edit(
                        "  2: # across/      protectionZone",
                        "protectionZone: false",
                        "protectionZone: true")
                .shouldFail(
                        folder,
                        "I-07 clearanceDs + bufferDs of pedestrian 2 is 140, allowed at least 158",
                        "I-07 walkDs + clearanceDs of pedestrian 2 is 180, allowed at least 228");
    }

    @Test
    void shouldFindBufferShorterThanThreeSeconds() {
        sheet().edit("  6: # across/      protectionZone", "bufferDs: 30", "bufferDs: 29")
                .shouldFail(folder, "I-07 bufferDs of pedestrian 6 is 29, allowed at least 30");
    }

    @Test
    void shouldFindWalkLongerThanItsParallelGreen() {
        EditedSheet edited =
                sheet().edit("  8: # across/      protectionZone", "walkDs: 70", "walkDs: 151");
        // Patterns 1 to 3 give phase 8 318, 278 and 338 ds; its maximum is 350.
        ReadResult result = edited.read(folder);
        assertThat(SiteLint.check(result.document().orElseThrow()))
                .extracting(finding -> finding.rule() + " " + finding.allowed())
                .containsExactlyInAnyOrder(
                        "I-07 up to 350, maximumGreenDs of phase 8",
                        "I-07 up to 318, green of phase 8 in pattern 1",
                        "I-07 up to 278, green of phase 8 in pattern 2",
                        "I-07 up to 338, green of phase 8 in pattern 3");
    }

    // I-08 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindMinimumGreenOffByOneG11() {
        sheet().edit("timing/  1:", "minimumGreenDs: 50", "minimumGreenDs: 49")
                .shouldFail(folder, "I-08 minimumGreenDs of phase 1 is 49, allowed at least 50");
    }

    @Test
    void shouldFindMaximumBelowMinimumGreenG11() {
        EditedSheet edited =
                sheet().edit("timing/  3:", "maximumGreenDs: 200", "maximumGreenDs: 49");
        ReadResult result = edited.read(folder);
        assertThat(SiteLint.check(result.document().orElseThrow()))
                .extracting(finding -> finding.rule() + " " + finding.what())
                .containsExactlyInAnyOrder(
                        "I-08 maximumGreenDs of phase 3",
                        "I-08 green in ds of phase 3 in pattern 1",
                        "I-08 green in ds of phase 3 in pattern 2",
                        "I-08 green in ds of phase 3 in pattern 3");
    }

    @Test
    void shouldFindSplitBelowMinimumGreen() {
        // 11 s less 4.9 and 1.5 s is 4.6 s of green.
        sheet().edit("  2: # night/    splitsS", "3: 14, 4: 34", "3: 11, 4: 37")
                .shouldFail(
                        folder,
                        "I-08 green in ds of phase 3 in pattern 2 is 46, allowed 50 to 200");
    }

    // I-09 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindCycleThatSplitsDoNotFill() {
        EditedSheet edited = sheet().edit("  1: # day/    cycleS", "120", "121");
        edited.shouldFailAt(
                edited.lineOf("  1: # day/    splitsS"),
                folder,
                "I-09 sum of splitsS of pattern 1 is 120, allowed 121, its cycleS");
    }

    @Test
    void shouldFindRingsThatMissABarrier() {
        sheet().edit("  1: # day/    splitsS", "5: 20, 6: 45", "5: 19, 6: 45")
                .shouldFail(
                        folder,
                        "I-09 splitsS of pattern 1 in barrier group 1 is [65, 64], allowed the same"
                                + " sum in every ring");
    }

    @Test
    void shouldFindCycleShorterThanItsCriticalPath() {
        // Needed: left 11.4 + through 26.5, left 11.4 + side 33.2 s.
        EditedSheet edited =
                sheet().edit("  2: # night/    cycleS", "100", "82")
                        .edit(
                                "  2: # night/    splitsS",
                                "{ 1: 16, 2: 36, 3: 14, 4: 34, 5: 16, 6: 36, 7: 14, 8: 34 }",
                                "{ 1: 12, 2: 26, 3: 11, 4: 33, 5: 12, 6: 26, 7: 11, 8: 33 }");
        assertThat(edited.read(folder).document().map(SiteLint::check).orElseThrow())
                .extracting(finding -> finding.toLine().replaceFirst(".*: ", ""))
                .contains("I-09 cycleS of pattern 2 is 82, allowed at least 83, the critical path");
    }

    // I-10 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindPreemptThatCutsYellow() {
        sheet().edit("preempts/  3:/    enterYellowChangeDs", "255", "48")
                .shouldFail(
                        folder,
                        "I-10 enterYellowChangeDs of preempt 3 is 48, allowed at least 49, or 255"
                                + " for the phase's own");
    }

    @Test
    void shouldFindPreemptThatEndsRedClearanceAtOnce() {
        sheet().edit("preempts/  1:/    enterRedClearDs", "255", "0")
                .shouldFail(
                        folder,
                        "I-10 enterRedClearDs of preempt 1 is 0, allowed at least 20, or 255 for"
                                + " the phase's own");
    }

    @Test
    void shouldFindPreemptThatCutsTheWalkG6() {
        sheet().edit("preempts/  2:/    enterPedClearS", "255", "16")
                .shouldFail(
                        folder,
                        "I-10 enterPedClearS of preempt 2 is 16, allowed at least 17, or 255 for"
                                + " the phase's own");
    }

    @Test
    void shouldFindPreemptThatCutsMinimumGreenG11() {
        sheet().edit("preempts/  4:/    minimumGreenDs", "2550", "49")
                .shouldFail(folder, "I-10 minimumGreenDs of preempt 4 is 49, allowed at least 50");
    }

    @Test
    void shouldFindUnboundedPreemptG24() {
        sheet().edit("preempts/  1:/    maximumPresenceS", "120", "0")
                .shouldFail(folder, "I-10 maximumPresenceS of preempt 1 is 0, allowed 1 to 120");
        sheet().edit("preempts/  1:/    maximumPresenceS", "120", "121")
                .shouldFail(folder, "I-10 maximumPresenceS of preempt 1 is 121, allowed 1 to 120");
    }

    @Test
    void shouldFindConflictingDwellG1() {
        sheet().edit("preempts/  1:/    dwellPhases", "[2, 5]", "[2, 4]")
                .shouldFail(
                        folder,
                        "I-10 dwellPhases of preempt 1 is 2 with 4, allowed phases of different"
                                + " rings without conflict");
    }

    @Test
    void shouldFindConflictingExit() {
        sheet().edit("preempts/  1:/    exitPhases", "[4, 8]", "[2, 8]")
                .shouldFail(
                        folder,
                        "I-10 exitPhases of preempt 1 is 2 with 8, allowed phases of different"
                                + " rings without conflict");
    }

    // I-11, I-12 --------------------------------------------------------------------------------

    @Test
    void shouldFindFallBackSwitchedOffG15() {
        sheet().edit("backupTimeS", "10", "0")
                .shouldFail(folder, "I-11 backupTimeS is 0, allowed 5 to 60");
    }

    @Test
    void shouldFindFallBackOutOfRange() {
        sheet().edit("backupTimeS", "10", "4")
                .shouldFail(folder, "I-11 backupTimeS is 4, allowed 5 to 60");
        sheet().edit("backupTimeS", "10", "61")
                .shouldFail(folder, "I-11 backupTimeS is 61, allowed 5 to 60");
    }

    @Test
    void shouldFindLocalPatternThatDoesNotExist() {
        sheet().edit("localPattern", "1", "9")
                .shouldFail(
                        folder, "I-12 localPattern is 9, allowed one of the patterns [1, 2, 3]");
    }

    @Test
    void shouldFindConflictingPhasesThatFlashYellow() {
        sheet().edit("flashYellowPhases", "[]", "[2, 4]")
                .shouldFail(
                        folder,
                        "I-12 flashYellowPhases is 2 with 4, allowed phases without conflict");
    }

    // I-13 ---------------------------------------------------------------------------------------

    @Test
    void shouldFindPhaseThatMayWaitTooLongForTheOthers() {
        // Ring 1 without phase 3: 31.4 + 175.5, 6.4 + 41.2 s of the others.
        EditedSheet edited =
                sheet().edit("timing/  2:", "maximumGreenDs: 450", "maximumGreenDs: 1700");
        assertThat(edited.read(folder).document().map(SiteLint::check).orElseThrow())
                .isNotEmpty()
                .allMatch(finding -> finding.rule().equals("I-13"))
                .extracting(finding -> finding.what() + " " + finding.value())
                .contains("longest wait in ds of phase 3 2545")
                .doesNotContain("longest wait in ds of phase 2");
    }

    @Test
    void shouldFindPhaseThatWaitsTooLongInAPattern() {
        EditedSheet edited =
                sheet().edit("timing/  2:", "maximumGreenDs: 450", "maximumGreenDs: 1300")
                        .edit("timing/  6:", "maximumGreenDs: 450", "maximumGreenDs: 1300")
                        .edit("timing/  4:", "maximumGreenDs: 350", "maximumGreenDs: 700")
                        .edit("timing/  8:", "maximumGreenDs: 350", "maximumGreenDs: 700")
                        .edit("  3: # peak/    cycleS", "130", "255")
                        .edit(
                                "  3: # peak/    splitsS",
                                "{ 1: 24, 2: 48, 3: 18, 4: 40, 5: 24, 6: 48, 7: 18, 8: 40 }",
                                "{ 1: 30, 2: 135, 3: 18, 4: 72, 5: 30, 6: 135, 7: 18, 8: 72 }");
        assertThat(edited.read(folder).document().map(SiteLint::check).orElseThrow())
                .allMatch(finding -> finding.rule().equals("I-13"))
                .extracting(finding -> finding.what() + " " + finding.value())
                .contains("longest wait in ds of phase 3 in pattern 3 2434");
    }
}
