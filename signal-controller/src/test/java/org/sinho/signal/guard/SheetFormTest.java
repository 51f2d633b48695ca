package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sinho.core.site.Conflict;

/** Ill-formed sheets are refused with what, where, value, allowed. */
class SheetFormTest {
    private static void refuses(String message, Consumer<Sheets> fault) {
        Sheets sheet = Sheets.cross();
        fault.accept(sheet);
        assertThatThrownBy(() -> new SafetyGuard(List.of(sheet.build())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void accepts(Consumer<Sheets> change) {
        Sheets sheet = Sheets.cross();
        change.accept(sheet);
        assertThat(new SafetyGuard(List.of(sheet.build())).failed()).isFalse();
    }

    private static void timing(Sheets sheet, int minimumDs, int maximumDs, int redDs) {
        sheet.phases.set(0, Sheets.vehicle(1, 1, minimumDs, maximumDs, redDs));
    }

    @Test
    void shouldRefuseNoSitesAndTheSameSiteTwice() {
        assertThatThrownBy(() -> new SafetyGuard(List.of()))
                .hasMessage("number of sites is 0, allowed 1 and more");
        assertThatThrownBy(
                        () ->
                                new SafetyGuard(
                                        List.of(Sheets.cross().build(), Sheets.cross().build())))
                .hasMessage("siteId of a sheet is 101, allowed each site once");
    }

    @Test
    void shouldKeepSiteNumbersInRange() {
        refuses("siteId at site 0 is 0, allowed 1 to 65535", sheet -> sheet.siteId = 0);
        refuses(
                "siteId at site 65536 is 65536, allowed 1 to 65535",
                sheet -> sheet.siteId = 65_536);
        accepts(sheet -> sheet.siteId = 65_535);
        accepts(sheet -> sheet.siteId = 1);
    }

    @Test
    void shouldKeepTheBackupTimeArmed() {
        refuses("backupTimeS at site 101 is 4, allowed 5 to 60", sheet -> sheet.backupTimeS = 4);
        refuses("backupTimeS at site 101 is 61, allowed 5 to 60", sheet -> sheet.backupTimeS = 61);
        accepts(sheet -> sheet.backupTimeS = 5);
        accepts(sheet -> sheet.backupTimeS = 60);
    }

    @Test
    void shouldKeepPhasesInRangeAndSingle() {
        refuses("phases at site 101 is none, allowed at least one", sheet -> sheet.phases.clear());
        refuses(
                "number of phase 17 at site 101 is 17, allowed 1 to 16",
                sheet -> sheet.phase(17, 1, 50));
        refuses(
                "number of phase 0 at site 101 is 0, allowed 1 to 16",
                sheet -> sheet.phase(0, 1, 50));
        refuses(
                "number of phase 3 at site 101 is used twice, allowed each phase once",
                sheet -> sheet.phase(3, 1, 50));
    }

    @Test
    void shouldKeepTimingsInRange() {
        refuses(
                "minimumGreenDs of phase 1 at site 101 is 0, allowed 1 to 2550",
                sheet -> timing(sheet, 0, 300, 15));
        refuses(
                "maximumGreenDs of phase 1 at site 101 is 49, allowed 50 to 60000",
                sheet -> timing(sheet, 50, 49, 15));
        refuses(
                "redClearanceDs of phase 1 at site 101 is -1, allowed 0 to 255",
                sheet -> timing(sheet, 50, 300, -1));
        refuses(
                "redClearanceDs of phase 1 at site 101 is 256, allowed 0 to 255",
                sheet -> timing(sheet, 50, 300, 256));
        accepts(sheet -> timing(sheet, 1, 1, 0));
    }

    @Test
    void shouldKeepPedestriansInRangeSingleAndParallelToAPhase() {
        refuses(
                "number of pedestrian phase 17 at site 101 is 17, allowed 1 to 16",
                sheet -> sheet.pedestrians.add(Sheets.pedestrian(17, 2, 30)));
        refuses(
                "number of pedestrian phase 2 at site 101 is used twice, allowed each phase once",
                sheet -> sheet.pedestrians.add(Sheets.pedestrian(2, 2, 30)));
        refuses(
                "bufferDs of pedestrian phase 2 at site 101 is -1, allowed 0 to 2550",
                sheet -> sheet.pedestrians.set(0, Sheets.pedestrian(2, 2, -1)));
        refuses(
                "parallelPhase of pedestrian phase 2 at site 101 is 9, allowed a vehicle phase of"
                        + " the site",
                sheet -> sheet.pedestrians.set(0, Sheets.pedestrian(2, 9, 30)));
    }

    @Test
    void shouldHaveEachPhaseInOneRing() {
        refuses(
                "ring member at site 101 is 9, allowed a vehicle phase of the site",
                sheet -> sheet.rings.set(0, List.of(1, 2, 3, 4, 9)));
        refuses(
                "ring member at site 101 is 4, allowed each phase once",
                sheet -> sheet.rings.set(1, List.of(4, 5, 6, 7, 8)));
        refuses(
                "ring of phase 8 at site 101 is none, allowed one ring",
                sheet -> sheet.rings.set(1, List.of(5, 6, 7)));
        refuses(
                "ring at site 101 is empty, allowed at least one phase",
                sheet -> sheet.rings.add(List.of()));
    }

    @Test
    void shouldHaveEveryConflictDecidedBothWays() {
        refuses(
                "length of conflicts at site 101 is 31, allowed 32 to 32",
                sheet -> sheet.conflicts = new Conflict[31][32]);
        refuses(
                "length of conflicts of index 5 at site 101 is 16, allowed 32 to 32",
                sheet -> sheet.conflicts[5] = new Conflict[16]);
        refuses(
                "conflict of indexes 1 and 1 at site 101 is FORBIDDEN, allowed nothing conflicts"
                        + " with itself",
                sheet -> sheet.conflicts[1][1] = Conflict.FORBIDDEN);
        refuses(
                "conflict of indexes 0 and 17 at site 101 is not decided, allowed FORBIDDEN, YIELD"
                        + " or FREE",
                sheet -> sheet.conflicts[0][17] = null);
        accepts(sheet -> sheet.conflicts[1][1] = Conflict.FREE);
        accepts(sheet -> sheet.conflicts[9][1] = Conflict.FORBIDDEN); // Phase 10 is not there.
    }

    @Test
    void shouldKeepLanesInRangeAndSingle() {
        refuses(
                "number of lane 255 at site 101 is 255, allowed 1 to 254",
                sheet -> sheet.lanes.add(Sheets.lane(255, 1, true)));
        refuses(
                "approach of lane 99 at site 101 is 16, allowed 1 to 15",
                sheet -> sheet.lanes.add(Sheets.lane(99, 16, true)));
        refuses(
                "number of lane 1 at site 101 is 1, allowed each lane once",
                sheet -> sheet.lanes.add(Sheets.lane(1, 1, true)));
    }

    @Test
    void shouldKeepPreemptsInRangeSingleAndBounded() {
        refuses(
                "number of preempt 17 at site 101 is 17, allowed 1 to 16",
                sheet -> sheet.preempts.add(Sheets.preempt(17, 1, 60)));
        refuses(
                "approach of preempt 9 at site 101 is 16, allowed 1 to 15",
                sheet -> sheet.preempts.add(Sheets.preempt(9, 16, 60)));
        refuses(
                "maximumPresenceS of preempt 9 at site 101 is 0, allowed 1 to 120",
                sheet -> sheet.preempts.add(Sheets.preempt(9, 1, 0)));
        refuses(
                "maximumPresenceS of preempt 9 at site 101 is 121, allowed 1 to 120",
                sheet -> sheet.preempts.add(Sheets.preempt(9, 1, 121)));
        refuses(
                "number of preempt 1 at site 101 is 1, allowed each preempt once",
                sheet -> sheet.preempts.add(Sheets.preempt(1, 1, 60)));
        accepts(sheet -> sheet.preempts.add(Sheets.preempt(16, 1, 120)));
    }

    @Test
    void shouldKeepPatternsApartFromFreeAndFlash() {
        refuses("pattern at site 101 is 254, allowed 1 to 253", sheet -> sheet.patterns.add(254));
        refuses("pattern at site 101 is 0, allowed 1 to 253", sheet -> sheet.patterns.add(0));
    }

    @Test
    void shouldServeAnApproachByEachOfItsPreempts() {
        Sheets sheet = Sheets.cross();
        sheet.preempts.add(Sheets.preempt(16, 1, 120));
        sheet.preempts.add(Sheets.preempt(15, 15, 120));
        SiteTable table = new SiteTable(sheet.build());
        assertThat(table.servedApproachCount).isEqualTo(5);
        assertThat(table.servedApproach[16]).isEqualTo(table.servedApproach[1]);
        assertThat(table.rowOfApproach(15)).isEqualTo(4);
        assertThat(table.rowOfApproach(16)).isEqualTo(-1);
        assertThat(table.rowOfApproach(0)).isEqualTo(-1);
        assertThat(table.hasPreempt(16)).isTrue();
        assertThat(table.hasPreempt(5)).isFalse();
    }
}
