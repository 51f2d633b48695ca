package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sinho.center.check.ControllerReadBack.Overlap;
import org.sinho.center.check.ControllerReadBack.Phase;
import org.sinho.center.check.ControllerReadBack.Preempt;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;

/** A controller that matches the signed-off sheet, written out by hand, and single deviations. */
class ControllerComparisonTest {
    private final SheetDocument document =
            new SiteSheetReader().read(EditedSheet.signedOffFile()).document().orElseThrow();
    private final Map<Integer, Phase> phases = new HashMap<>();
    private final Map<Integer, Preempt> preempts = new HashMap<>();
    private final Map<Integer, Overlap> overlaps = new HashMap<>();

    ControllerComparisonTest() {
        phases.put(1, new Phase(1, Set.of(5, 6), 5, 0, 0, 49, 15));
        phases.put(2, new Phase(1, Set.of(5, 6), 7, 7, 11, 35, 20));
        phases.put(3, new Phase(1, Set.of(7, 8), 5, 0, 0, 49, 15));
        phases.put(4, new Phase(1, Set.of(7, 8), 6, 7, 17, 42, 20));
        phases.put(5, new Phase(2, Set.of(1, 2), 5, 0, 0, 49, 15));
        phases.put(6, new Phase(2, Set.of(1, 2), 7, 7, 11, 35, 20));
        phases.put(7, new Phase(2, Set.of(3, 4), 5, 0, 0, 49, 15));
        phases.put(8, new Phase(2, Set.of(3, 4), 6, 7, 17, 42, 20));
        preempts.put(1, preempt(Set.of(2, 5), Set.of(4, 8)));
        preempts.put(2, preempt(Set.of(1, 6), Set.of(4, 8)));
        preempts.put(3, preempt(Set.of(4, 7), Set.of(2, 6)));
        preempts.put(4, preempt(Set.of(3, 8), Set.of(2, 6)));
    }

    private static Preempt preempt(Set<Integer> dwell, Set<Integer> exit) {
        return new Preempt(dwell, exit, 255, 255, 255, 255, 255, 120);
    }

    private List<String> compare(int backupS) {
        return ControllerComparison.compare(
                        document, new ControllerReadBack(phases, preempts, backupS, overlaps))
                .stream()
                .map(Finding::toLine)
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    private void change(int number, UnaryOperator<Phase> change) {
        phases.compute(number, (key, phase) -> change.apply(phase));
    }

    @Test
    void shouldFindNoDifferenceInAMatchingController() {
        assertThat(compare(10)).isEmpty();
    }

    @Test
    void shouldFindConcurrencyThatTheSheetForbidsG10() {
        Set<Integer> more = new HashSet<>(Set.of(5, 6, 8));
        change(2, at -> new Phase(1, more, 7, 7, 11, 35, 20));
        assertThat(compare(10))
                .containsExactly("I-06 phaseConcurrency of phase 2 is with 8, allowed without 8");
    }

    @Test
    void shouldFindConcurrencyThatTheControllerLacks() {
        change(2, at -> new Phase(1, Set.of(5), 7, 7, 11, 35, 20));
        assertThat(compare(10))
                .containsExactly("I-06 phaseConcurrency of phase 2 is without 6, allowed with 6");
    }

    @Test
    void shouldFindConcurrencyWithinARingOrWithAForeignPhase() {
        change(2, at -> new Phase(1, Set.of(5, 6, 1, 12), 7, 7, 11, 35, 20));
        assertThat(compare(10))
                .containsExactlyInAnyOrder(
                        "I-06 phaseConcurrency of phase 2 is with 1, allowed without 1",
                        "I-06 phaseConcurrency of phase 2 is with 12, allowed phases of the sheet");
    }

    @Test
    void shouldAcceptPhaseThatListsItself() {
        change(2, at -> new Phase(1, Set.of(2, 5, 6), 7, 7, 11, 35, 20));
        assertThat(compare(10)).isEmpty();
    }

    @Test
    void shouldFindEachTimingThatDiffersByOne() {
        change(4, at -> new Phase(1, Set.of(7, 8), 7, 8, 16, 41, 21));
        assertThat(compare(10))
                .containsExactlyInAnyOrder(
                        "I-06 phaseYellowChange of phase 4 is 41, allowed 42 as in the sheet",
                        "I-06 phaseRedClear of phase 4 is 21, allowed 20 as in the sheet",
                        "I-06 phaseMinimumGreen in ds of phase 4 is 70, allowed 60 as in the sheet",
                        "I-06 phaseWalk in ds of phase 4 is 80, allowed 70 as in the sheet",
                        "I-06 phasePedestrianClear in ds of phase 4 is 160, allowed 170 as in the"
                                + " sheet");
    }

    @Test
    void shouldFindWalkOnAPhaseWithoutPedestrians() {
        change(1, at -> new Phase(1, Set.of(5, 6), 5, 7, 11, 49, 15));
        assertThat(compare(10))
                .containsExactlyInAnyOrder(
                        "I-06 phaseWalk in ds of phase 1 is 70, allowed 0 as in the sheet",
                        "I-06 phasePedestrianClear in ds of phase 1 is 110, allowed 0 as in the"
                                + " sheet");
    }

    @Test
    void shouldFindPhaseOnOneSideOnly() {
        phases.put(9, phases.remove(7));
        assertThat(compare(10))
                .contains(
                        "I-06 phase 7 of controller is not enabled, allowed enabled",
                        "I-06 phase 9 of controller is enabled, allowed not enabled");
    }

    @Test
    void shouldFindPreemptThatDiffers() {
        preempts.put(1, new Preempt(Set.of(2, 6), Set.of(4, 8), 5, 0, 3, 30, 0, 0));
        assertThat(compare(10))
                .containsExactlyInAnyOrder(
                        "I-06 preemptDwellPhase of preempt 1 is [2, 6], allowed [2, 5] as in the"
                                + " sheet",
                        "I-06 preemptMinimumGreen in ds of preempt 1 is 50, allowed 2550 as in the"
                                + " sheet",
                        "I-06 preemptMinimumWalk of preempt 1 is 0, allowed at least 1",
                        "I-06 preemptEnterPedClear of preempt 1 is 3, allowed 255 as in the sheet",
                        "I-06 preemptEnterYellowChange of preempt 1 is 30, allowed 255 as in the"
                                + " sheet",
                        "I-06 preemptEnterRedClear of preempt 1 is 0, allowed 255 as in the sheet",
                        "I-06 preemptMaximumPresence of preempt 1 is 0, allowed 120 as in the"
                                + " sheet");
    }

    @Test
    void shouldFindPreemptOnOneSideOnly() {
        preempts.put(5, preempts.remove(4));
        assertThat(compare(10))
                .containsExactlyInAnyOrder(
                        "I-06 preempt 4 of controller is not in use, allowed in use",
                        "I-06 preempt 5 of controller is in use, allowed not in use");
    }

    @Test
    void shouldFindOverlapThatTheSheetDoesNotKnow() {
        overlaps.put(3, new Overlap(Set.of(2), Set.of(), 35, 20));
        assertThat(compare(10))
                .containsExactly("I-06 overlap 3 of controller is in use, allowed not in use");
    }

    @Test
    void shouldFindFallBackSwitchedOffInTheControllerG15() {
        assertThat(compare(0))
                .containsExactlyInAnyOrder(
                        "I-06 unitBackupTime of controller is 0, allowed 10 as in the sheet",
                        "I-11 unitBackupTime of controller is 0, allowed 5 to 60");
    }
}
