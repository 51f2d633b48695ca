package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.picture.StateCursor;

/**
 * Flow of one junction's phases, smoothed over the last periods of counting. Control thread only.
 *
 * <p>A period in which a detector of a phase was out of order says nothing about that phase.
 */
final class FlowMeter {
    /** Periods in a row without a count after which nothing is known of a phase. */
    static final int STALE_PERIODS = 3;

    /** The newest count weighs as one in so many. */
    private static final int SMOOTHING_PERIODS = 5;

    /** {@code detectorOccupancy}: above it stands a fault. */
    private static final int HIGHEST_OCCUPANCY = 200;

    /** A count is heard of up to two polls after its period has ended. */
    private static final int POLL_SLACK_MS = 2_000;

    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final int MS_PER_HOUR = 3_600_000;

    private final int siteId;

    /** By phase: its detectors, bit {@code n - 1} for detector {@code n}; 0 not measured. */
    private final long[] detectors = new long[PhaseTable.PHASE_COUNT];

    /** Thousandths of a vehicle an hour. */
    private final long[] flow = new long[PhaseTable.PHASE_COUNT];

    private final int[] count = new int[PhaseTable.PHASE_COUNT];
    private final long[] countedMs = new long[PhaseTable.PHASE_COUNT];
    private int periodMs;

    FlowMeter(CoordinationZone.Member member) {
        siteId = member.siteId();
        for (int phase : member.phases()) {
            for (int detector : member.detectors(phase)) {
                detectors[phase - 1] |= 1L << detector - 1;
            }
        }
        Arrays.fill(countedMs, NEVER);
    }

    int siteId() {
        return siteId;
    }

    /** Takes in the counts of a period. */
    void apply(DetectorVolumes volumes, long nowMs) {
        int periodS = volumes.periodS();
        if (periodS == 0) {
            return;
        }
        periodMs = periodS * 1_000;
        for (int i = 0; i < detectors.length; i++) {
            int vehicles = detectors[i] == 0 ? -1 : sum(volumes, detectors[i]);
            if (vehicles < 0) {
                continue;
            }
            count[i] = isKnown(1 << i, nowMs) ? Math.min(count[i] + 1, SMOOTHING_PERIODS) : 1;
            long measured = (long) vehicles * MS_PER_HOUR / periodS;
            flow[i] = count[i] == 1 ? measured : flow[i] + (measured - flow[i]) / count[i];
            countedMs[i] = nowMs;
        }
    }

    /** Returns what detectors have counted together; -1 if one of them is out of order. */
    private static int sum(DetectorVolumes volumes, long mask) {
        int sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) { // at most 64 turns
            int detector = Long.numberOfTrailingZeros(rest) + 1;
            if (volumes.volume(detector) == DetectorVolumes.UNKNOWN
                    || volumes.occupancy(detector) > HIGHEST_OCCUPANCY) {
                return -1;
            }
            sum += volumes.volume(detector);
        }
        return sum;
    }

    /** Whether every phase of a mask has been counted lately. */
    boolean isKnown(int phases, long nowMs) {
        for (int rest = phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            long ageMs = nowMs - countedMs[Integer.numberOfTrailingZeros(rest)];
            if (ageMs > (long) STALE_PERIODS * periodMs + POLL_SLACK_MS) {
                return false;
            }
        }
        return true;
    }

    /** Returns the flow of the phases of a mask together, thousandths of a vehicle an hour. */
    long flow(int phases) {
        long sum = 0;
        for (int rest = phases; rest != 0; rest &= rest - 1) { // at most 16 turns
            sum += flow[Integer.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    void visit(StateCursor cursor) {
        cursor.visit(flow);
        cursor.visit(count);
        cursor.visit(countedMs);
        periodMs = cursor.visit(periodMs);
    }
}
