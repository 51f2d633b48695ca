package org.sinho.signal.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * Refuses a sheet that the guard could not rely on. Whether a well-formed sheet is also safe is
 * judged by {@code ./sinho check}; here only what the guard's own tables are made of.
 */
final class SheetForm {
    private final SiteSheet sheet;
    private final Set<Integer> used = new TreeSet<>();

    private SheetForm(SiteSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Checks one sheet.
     *
     * @throws IllegalArgumentException when it is ill formed: what, where, value, allowed
     */
    static void require(SiteSheet sheet) {
        SheetForm form = new SheetForm(sheet);
        form.range("siteId", sheet.siteId(), 1, 65_535, "");
        form.range("backupTimeS", sheet.backupTimeS(), 5, 60, "");
        form.vehiclePhases();
        form.pedestrianPhases();
        form.rings();
        form.conflicts();
        form.overlaps();
        form.lanes();
        form.preempts();
        sheet.patterns().forEach(pattern -> form.range("pattern", pattern, 1, 253, ""));
    }

    private void vehiclePhases() {
        if (sheet.phases().isEmpty()) {
            throw refusal("phases", "", "none", "at least one");
        }
        for (VehiclePhase phase : sheet.phases()) {
            String where = " of phase " + phase.number();
            range("number", phase.number(), 1, SiteTable.PHASE_COUNT, where);
            unique(phase.number() - 1, where);
            range("minimumGreenDs", phase.minimumGreenDs(), 1, 2_550, where);
            range("maximumGreenDs", phase.maximumGreenDs(), phase.minimumGreenDs(), 60_000, where);
            range("redClearanceDs", phase.redClearanceDs(), 0, 255, where);
        }
    }

    private void pedestrianPhases() {
        for (PedestrianPhase phase : sheet.pedestrians()) {
            String where = " of pedestrian phase " + phase.number();
            range("number", phase.number(), 1, SiteTable.PHASE_COUNT, where);
            unique(SiteSheet.PEDESTRIAN_INDEX + phase.number() - 1, where);
            range("bufferDs", phase.bufferDs(), 0, 2_550, where);
            member("parallelPhase", phase.parallelPhase(), where);
        }
    }

    private void rings() {
        Set<Integer> ringed = new HashSet<>();
        for (List<Integer> ring : sheet.rings()) {
            if (ring.isEmpty()) {
                throw refusal("ring", "", "empty", "at least one phase");
            }
            for (int number : ring) {
                member("ring member", number, "");
                if (!ringed.add(number)) {
                    throw refusal("ring member", "", number, "each phase once");
                }
            }
        }
        for (VehiclePhase phase : sheet.phases()) {
            if (!ringed.contains(phase.number())) {
                throw refusal("ring", " of phase " + phase.number(), "none", "one ring");
            }
        }
    }

    private void conflicts() {
        Conflict[][] conflicts = sheet.conflicts();
        size("conflicts", conflicts.length, "");
        for (int a = 0; a < SiteSheet.INDEX_COUNT; a++) {
            size("conflicts", conflicts[a].length, " of index " + a);
        }
        for (int a : used) {
            for (int b : used) {
                conflict(conflicts, a, b);
            }
        }
    }

    private void conflict(Conflict[][] conflicts, int a, int b) {
        String where = " of indexes " + a + " and " + b;
        if (a == b && conflicts[a][b] == Conflict.FORBIDDEN) {
            throw refusal("conflict", where, conflicts[a][b], "nothing conflicts with itself");
        }
        if (a != b && conflicts[a][b] == null) {
            throw refusal("conflict", where, "not decided", "FORBIDDEN, YIELD or FREE");
        }
        if (conflicts[a][b] != conflicts[b][a]) {
            throw refusal(
                    "conflict", where, conflicts[a][b], conflicts[b][a] + " as the other way");
        }
    }

    private void overlaps() {
        Set<Integer> numbers = new HashSet<>();
        for (Overlap overlap : sheet.overlaps()) {
            String where = " of overlap " + overlap.number();
            range("number", overlap.number(), 1, SiteTable.PHASE_COUNT, where);
            size("conflicts", overlap.conflicts().size(), where);
            if (!numbers.add(overlap.number())) {
                throw refusal("number", where, overlap.number(), "each overlap once");
            }
            for (int index : used) {
                if (overlap.conflicts().get(index) == null) {
                    String with = where + " and index " + index;
                    throw refusal("conflict", with, "not decided", "FORBIDDEN, YIELD or FREE");
                }
            }
        }
    }

    private void lanes() {
        Set<Integer> numbers = new HashSet<>();
        for (Lane lane : sheet.lanes()) {
            String where = " of lane " + lane.number();
            range("number", lane.number(), 1, 254, where);
            range("approach", lane.approach(), 1, 15, where);
            if (!numbers.add(lane.number())) {
                throw refusal("number", where, lane.number(), "each lane once");
            }
        }
    }

    private void preempts() {
        Set<Integer> numbers = new HashSet<>();
        for (PreemptPlan preempt : sheet.preempts()) {
            String where = " of preempt " + preempt.number();
            range("number", preempt.number(), 1, SiteTable.PHASE_COUNT, where);
            range("approach", preempt.approach(), 1, 15, where);
            range("maximumPresenceS", preempt.maximumPresenceS(), 1, 120, where);
            if (!numbers.add(preempt.number())) {
                throw refusal("number", where, preempt.number(), "each preempt once");
            }
        }
    }

    private void unique(int index, String where) {
        if (!used.add(index)) {
            throw refusal("number", where, "used twice", "each phase once");
        }
    }

    private void member(String what, int number, String where) {
        if (sheet.findPhase(number).isEmpty()) {
            throw refusal(what, where, number, "a vehicle phase of the site");
        }
    }

    private void size(String what, int length, String where) {
        range("length of " + what, length, SiteSheet.INDEX_COUNT, SiteSheet.INDEX_COUNT, where);
    }

    private void range(String what, int value, int lowest, int highest, String where) {
        if (value < lowest || value > highest) {
            throw refusal(what, where, value, lowest + " to " + highest);
        }
    }

    private IllegalArgumentException refusal(
            String what, String where, Object value, String allowed) {
        return new IllegalArgumentException(
                what
                        + where
                        + " at site "
                        + sheet.siteId()
                        + " is "
                        + value
                        + ", allowed "
                        + allowed);
    }
}
