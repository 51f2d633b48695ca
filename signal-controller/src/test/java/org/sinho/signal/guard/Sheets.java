package org.sinho.signal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** Two junctions to test with: a four-arm dual ring, and a small one that uses both groups. */
final class Sheets {
    /**
     * Four arms; phases 1 to 8, pedestrians 2, 4, 6, 8; minimum 5 s, 2 has 7 s; maximum 30 + n s.
     */
    static final int CROSS = 101;

    /** Phases 1 and 9 in one ring, pedestrian 9 with a buffer longer than the minimum green. */
    static final int SMALL = 7;

    static final int YELLOW_DS = 35;
    static final int RED_CLEARANCE_DS = 15;
    static final int BUFFER_DS = 30;

    int siteId;
    List<VehiclePhase> phases = new ArrayList<>();
    List<PedestrianPhase> pedestrians = new ArrayList<>();
    List<List<Integer>> rings = new ArrayList<>();
    List<List<Integer>> barriers = new ArrayList<>();
    Conflict[][] conflicts = new Conflict[32][32];
    List<Lane> lanes = new ArrayList<>();
    List<PreemptPlan> preempts = new ArrayList<>();
    List<Integer> patterns = new ArrayList<>();
    int backupTimeS = 20;

    static Sheets cross() {
        Sheets sheet = new Sheets();
        sheet.siteId = CROSS;
        for (int n = 1; n <= 8; n++) {
            sheet.phase(n, n <= 4 ? 1 : 2, n == 2 ? 70 : 50);
        }
        for (int n = 2; n <= 8; n += 2) {
            sheet.pedestrians.add(pedestrian(n, n, BUFFER_DS));
        }
        sheet.rings.add(List.of(1, 2, 3, 4));
        sheet.rings.add(List.of(5, 6, 7, 8));
        sheet.barriers.add(List.of(1, 2, 5, 6));
        sheet.barriers.add(List.of(3, 4, 7, 8));
        sheet.decideConflicts();
        for (int approach = 1; approach <= 4; approach++) {
            sheet.arm(approach, approach);
        }
        sheet.patterns.addAll(List.of(1, 2, 253));
        return sheet;
    }

    static Sheets small() {
        Sheets sheet = new Sheets();
        sheet.siteId = SMALL;
        sheet.phase(1, 1, 50);
        sheet.phase(9, 1, 50);
        sheet.pedestrians.add(pedestrian(9, 9, 80));
        sheet.rings.add(List.of(1, 9));
        sheet.barriers.add(List.of(1));
        sheet.barriers.add(List.of(9));
        sheet.decideConflicts();
        sheet.arm(1, 5);
        sheet.patterns.add(1);
        return sheet;
    }

    void phase(int number, int ring, int minimumDs) {
        phases.add(vehicle(number, ring, minimumDs, 300 + 10 * number, RED_CLEARANCE_DS));
    }

    static VehiclePhase vehicle(int number, int ring, int minimumDs, int maximumDs, int redDs) {
        int approach = (number - 1) % 4 + 1;
        return new VehiclePhase(
                number,
                ring,
                "phase " + number,
                approach,
                minimumDs,
                maximumDs,
                20,
                YELLOW_DS,
                redDs,
                50,
                0,
                2_000);
    }

    static PedestrianPhase pedestrian(int number, int parallel, int bufferDs) {
        return new PedestrianPhase(number, parallel, 1_400, false, 70, 140, bufferDs, List.of());
    }

    static PreemptPlan preempt(int number, int approach, int maximumPresenceS) {
        return new PreemptPlan(number, approach, 0x12, 0x88, 50, 255, 255, 255, maximumPresenceS);
    }

    /** Adds ingress lane 2n - 1, egress lane 2n and a preempt of 60 + n seconds. */
    private void arm(int approach, int preempt) {
        lanes.add(lane(2 * approach - 1, approach, true));
        lanes.add(lane(2 * approach, approach % 4 + 1, false));
        preempts.add(preempt(preempt, approach, 60 + approach));
    }

    static Lane lane(int number, int approach, boolean ingress) {
        List<Lane.Node> nodes = List.of(new Lane.Node(0, 0), new Lane.Node(0, 5_000));
        return new Lane(number, approach, ingress, nodes, List.of());
    }

    private void decideConflicts() {
        for (int a : indexes()) {
            for (int b : indexes()) {
                conflicts[a][b] = a == b ? null : decide(a % 16 + 1, b % 16 + 1, a / 16 + b / 16);
            }
        }
    }

    /**
     * A pedestrian phase conflicts as its parallel phase does; with that one it shares by yielding.
     */
    private Conflict decide(int a, int b, int pedestrianCount) {
        if (pedestrianCount == 2) {
            return Conflict.FREE;
        }
        if (a == b) {
            return Conflict.YIELD;
        }
        boolean ring = rings.stream().anyMatch(r -> r.contains(a) && r.contains(b));
        boolean side = barriers.stream().anyMatch(r -> r.contains(a) && r.contains(b));
        return ring || !side ? Conflict.FORBIDDEN : Conflict.FREE;
    }

    private int[] indexes() {
        return IntStream.concat(
                        phases.stream().mapToInt(phase -> phase.number() - 1),
                        pedestrians.stream().mapToInt(phase -> 16 + phase.number() - 1))
                .toArray();
    }

    SiteSheet build() {
        return new SiteSheet(
                siteId,
                "test",
                Profile.KR,
                0,
                0,
                phases,
                pedestrians,
                rings,
                barriers,
                conflicts,
                new int[32][32],
                new int[32][32],
                lanes,
                preempts,
                patterns,
                backupTimeS,
                List.of());
    }
}
