package org.sinho.signal;

import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * A sheet's timing as arrays by phase index ({@code number - 1}), in milliseconds of control time.
 */
public final class PhaseTable {
    /** Phases that a site can have. */
    public static final int PHASE_COUNT = 16;

    final int[] minimumGreenMs = new int[PHASE_COUNT];
    final int[] maximumGreenMs = new int[PHASE_COUNT];
    final int[] changeMs = new int[PHASE_COUNT];
    final int[] approach = new int[PHASE_COUNT];
    final int[] speedCmps = new int[PHASE_COUNT];
    final int[] walkMs = new int[PHASE_COUNT];
    final int[] pedClearMs = new int[PHASE_COUNT];
    final int[] bufferMs = new int[PHASE_COUNT];
    final int[] parallelPhase = new int[PHASE_COUNT];
    final int[] conflicting = new int[PHASE_COUNT];
    final int[] forbidden = new int[SiteSheet.INDEX_COUNT];
    final int[] redClearanceMs = new int[PHASE_COUNT];
    final int[] rings;
    final int phases;
    final int pedestrians;

    /**
     * Takes the timing of a sheet.
     *
     * @param sheet a sheet that the lint has passed
     */
    public PhaseTable(SiteSheet sheet) {
        int vehicleMask = 0;
        for (VehiclePhase phase : sheet.phases()) {
            int i = phase.number() - 1;
            vehicleMask |= 1 << i;
            minimumGreenMs[i] = phase.minimumGreenDs() * 100;
            maximumGreenMs[i] = phase.maximumGreenDs() * 100;
            changeMs[i] = (phase.yellowChangeDs() + phase.redClearanceDs()) * 100;
            redClearanceMs[i] = phase.redClearanceDs() * 100;
            approach[i] = phase.approach();
            speedCmps[i] = phase.approachSpeedKmh() * 1_000 / 36;
            for (VehiclePhase other : sheet.phases()) {
                if (sheet.conflicts()[i][other.number() - 1]
                        == org.sinho.core.site.Conflict.FORBIDDEN) {
                    conflicting[i] |= 1 << (other.number() - 1);
                }
            }
        }
        int pedestrianMask = 0;
        for (PedestrianPhase phase : sheet.pedestrians()) {
            int i = phase.number() - 1;
            pedestrianMask |= 1 << i;
            walkMs[i] = phase.walkDs() * 100;
            pedClearMs[i] = phase.clearanceDs() * 100;
            bufferMs[i] = phase.bufferDs() * 100;
            parallelPhase[i] = phase.parallelPhase();
        }
        for (int a = 0; a < SiteSheet.INDEX_COUNT; a++) {
            for (int b = 0; b < SiteSheet.INDEX_COUNT; b++) {
                if (sheet.conflicts()[a][b] == org.sinho.core.site.Conflict.FORBIDDEN) {
                    forbidden[a] |= 1 << b;
                }
            }
        }
        rings =
                sheet.rings().stream()
                        .mapToInt(ring -> ring.stream().mapToInt(n -> 1 << (n - 1)).sum())
                        .toArray();
        phases = vehicleMask;
        pedestrians = pedestrianMask;
    }

    /**
     * Returns the design speed of a phase's approach.
     *
     * @param number phase number
     * @return centimeters per second
     */
    public int speedCmps(int number) {
        return speedCmps[number - 1];
    }

    /**
     * Returns the approach that a phase serves.
     *
     * @param number phase number
     * @return approach number, 0 when the site has no such phase
     */
    public int approach(int number) {
        return approach[number - 1];
    }
}
