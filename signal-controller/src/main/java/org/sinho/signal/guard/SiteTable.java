package org.sinho.signal.guard;

import java.util.Arrays;
import java.util.List;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * A site sheet as masks and numbers, for looking up without allocating. Immutable.
 *
 * <p>Phases and pedestrian phases are bits: bit {@code n - 1} for phase {@code n}. A <em>row</em>
 * has 32 bits: vehicle phases below, pedestrian phases above, as in the sheet's matrices.
 */
final class SiteTable {
    /** Vehicle phases, and pedestrian phases, that a site can have. */
    static final int PHASE_COUNT = 16;

    private static final int APPROACH_COUNT = 16;
    private static final int LANE_COUNT = 256;
    private static final int PATTERN_COUNT = 256;

    final int siteId;
    final int phases;
    final int pedestrians;
    final int[] minimumGreenDs = new int[PHASE_COUNT];
    final int[] maximumGreenDs = new int[PHASE_COUNT];
    final int[] redClearanceDs = new int[PHASE_COUNT];
    final int[] bufferDs = new int[PHASE_COUNT];

    /** Pedestrian phases that run with a vehicle phase. */
    final int[] pedestriansOf = new int[PHASE_COUNT];

    /** What must not have right of way together with an index, as a row. */
    final int[] forbidden = new int[SiteSheet.INDEX_COUNT];

    final int overlaps;

    /** What must not have right of way together with an overlap, as a row. */
    final int[] overlapForbidden = new int[PHASE_COUNT];

    /** Phases of each ring. */
    final int[] rings;

    /** Number of approaches that a preempt serves. */
    final int servedApproachCount;

    /** Which of the served approaches a preempt serves, by preempt number; -1 no such preempt. */
    final int[] servedApproach = new int[PHASE_COUNT + 1];

    /** Longest presence by preempt number, milliseconds. */
    final long[] maximumPresenceMs = new long[PHASE_COUNT + 1];

    private final int[] rowOfApproach = new int[APPROACH_COUNT];
    private final int[] approachOfLane = new int[LANE_COUNT];
    private final boolean[] patterns = new boolean[PATTERN_COUNT];

    /** Reads a sheet that {@link SheetForm} has found well formed. */
    SiteTable(SiteSheet sheet) {
        siteId = sheet.siteId();
        phases = readPhases(sheet.phases());
        pedestrians = readPedestrians(sheet.pedestrians());
        readConflicts(sheet.conflicts());
        overlaps = readOverlaps(sheet.overlaps());
        rings = sheet.rings().stream().mapToInt(SiteTable::mask).toArray();
        servedApproachCount = readPreempts(sheet.preempts());
        for (Lane lane : sheet.lanes()) {
            approachOfLane[lane.number()] = lane.ingress() ? lane.approach() : 0;
        }
        sheet.patterns().forEach(pattern -> patterns[pattern] = true);
    }

    /** Returns whether the center may select a coordination pattern. */
    boolean hasPattern(int pattern) {
        return (pattern & -PATTERN_COUNT) == 0 && patterns[pattern];
    }

    /** Returns whether the site has a preempt. */
    boolean hasPreempt(int number) {
        return number >= 1 && number <= PHASE_COUNT && servedApproach[number] >= 0;
    }

    /** Returns the row of requests of an approach, 0 and up, or -1 when no preempt serves it. */
    int rowOfApproach(int approach) {
        return approach < APPROACH_COUNT ? rowOfApproach[approach] : -1;
    }

    /** Returns the approach of an ingress lane, or 0 when there is no such lane. */
    int approachOfLane(int lane) {
        return lane < LANE_COUNT ? approachOfLane[lane] : 0;
    }

    private int readPhases(List<VehiclePhase> sheet) {
        int mask = 0;
        for (VehiclePhase phase : sheet) {
            int bit = phase.number() - 1;
            mask |= 1 << bit;
            minimumGreenDs[bit] = phase.minimumGreenDs();
            maximumGreenDs[bit] = phase.maximumGreenDs();
            redClearanceDs[bit] = phase.redClearanceDs();
        }
        return mask;
    }

    private int readPedestrians(List<PedestrianPhase> sheet) {
        int mask = 0;
        for (PedestrianPhase phase : sheet) {
            int bit = phase.number() - 1;
            mask |= 1 << bit;
            bufferDs[bit] = phase.bufferDs();
            pedestriansOf[phase.parallelPhase() - 1] |= 1 << bit;
        }
        return mask;
    }

    private void readConflicts(Conflict[][] conflicts) {
        for (int a = 0; a < SiteSheet.INDEX_COUNT; a++) {
            for (int b = 0; b < SiteSheet.INDEX_COUNT; b++) {
                if (conflicts[a][b] == Conflict.FORBIDDEN) {
                    forbidden[a] |= 1 << b;
                }
            }
        }
    }

    private int readOverlaps(List<Overlap> sheet) {
        int mask = 0;
        for (Overlap overlap : sheet) {
            int bit = overlap.number() - 1;
            mask |= 1 << bit;
            for (int index = 0; index < SiteSheet.INDEX_COUNT; index++) {
                if (overlap.conflicts().get(index) == Conflict.FORBIDDEN) {
                    overlapForbidden[bit] |= 1 << index;
                }
            }
        }
        return mask;
    }

    private int readPreempts(List<PreemptPlan> preempts) {
        Arrays.fill(rowOfApproach, -1);
        Arrays.fill(servedApproach, -1);
        int rows = 0;
        for (PreemptPlan preempt : preempts) {
            if (rowOfApproach[preempt.approach()] < 0) {
                rowOfApproach[preempt.approach()] = rows++;
            }
            servedApproach[preempt.number()] = rowOfApproach[preempt.approach()];
            maximumPresenceMs[preempt.number()] = preempt.maximumPresenceS() * 1_000L;
        }
        return rows;
    }

    private static int mask(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> 1 << number - 1).reduce(0, (a, b) -> a | b);
    }
}
