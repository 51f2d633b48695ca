package org.sinho.signal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Settings of the signal core; part of the journal's header, so that a replay runs with the same.
 *
 * @param requestFreshMs greatest difference between a request's generation and control time, 500 to
 *     5 000 ms (E-02)
 * @param requestSilenceMs a request not repeated for this long has ended, milliseconds (E-07)
 * @param requestOverrunMs a vehicle this much later than it said has ended, milliseconds (E-07)
 * @param preemptMarginMs how much earlier than computed a preempt is asked for, milliseconds
 * @param queueDischargeMs time that each queued vehicle of a lane takes to get going, milliseconds
 * @param dispatchSilenceMs dispatch silent for longer is down, milliseconds (E-05)
 * @param preemptsPerHour preempts of one site in an hour before an alarm (E-09)
 * @param snapshotIntervalMs control time between two snapshots, milliseconds
 * @param actuated whether the center steers greens by calls, holds and force-offs
 * @param preemption whether requests may preempt; off for the comparison run of a demonstration
 * @param priority whether buses may ask for priority; works only with {@code actuated}
 * @param injection whether a bench may show the guard commands of its own; never in production
 * @param coordination zones whose pattern is chosen by measured flow; none unless configured
 */
public record ControlSettings(
        int requestFreshMs,
        int requestSilenceMs,
        int requestOverrunMs,
        int preemptMarginMs,
        int queueDischargeMs,
        int dispatchSilenceMs,
        int preemptsPerHour,
        int snapshotIntervalMs,
        boolean actuated,
        boolean preemption,
        boolean priority,
        boolean injection,
        List<CoordinationZone> coordination) {
    /** What a site runs with unless configured otherwise. */
    public static final ControlSettings DEFAULT =
            new ControlSettings(
                    2_000, 5_000, 30_000, 4_000, 2_000, 5_000, 12, 600_000, true, true, true, false,
                    List.of());

    /**
     * The same with zones whose pattern is chosen by measured flow.
     *
     * @param zones each site in one of them at most
     * @return all else unchanged
     */
    public ControlSettings withCoordination(List<CoordinationZone> zones) {
        return new ControlSettings(
                requestFreshMs,
                requestSilenceMs,
                requestOverrunMs,
                preemptMarginMs,
                queueDischargeMs,
                dispatchSilenceMs,
                preemptsPerHour,
                snapshotIntervalMs,
                actuated,
                preemption,
                priority,
                injection,
                zones);
    }

    /** Refuses values outside their range. */
    public ControlSettings {
        coordination = List.copyOf(coordination);
        requireRange("requestFreshMs", requestFreshMs, 500, 5_000);
        requireRange("requestSilenceMs", requestSilenceMs, 1_000, 5_000);
        requireRange("requestOverrunMs", requestOverrunMs, 1_000, 30_000);
        requireRange("preemptMarginMs", preemptMarginMs, 0, 30_000);
        requireRange("queueDischargeMs", queueDischargeMs, 0, 5_000);
        requireRange("dispatchSilenceMs", dispatchSilenceMs, 1_000, 60_000);
        requireRange("preemptsPerHour", preemptsPerHour, 1, 3_600);
        requireRange("snapshotIntervalMs", snapshotIntervalMs, 1_000, 86_400_000);
    }

    /**
     * Returns the detectors of a site whose volumes are needed.
     *
     * @param siteId J2735 intersection id
     * @return their numbers, ascending; none without coordination
     */
    public int[] counted(int siteId) {
        return coordination.stream()
                .flatMap(zone -> zone.members().stream())
                .filter(member -> member.siteId() == siteId)
                .flatMapToInt(member -> IntStream.of(member.counted()))
                .toArray();
    }

    private static void requireRange(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", allowed " + lowest + " to " + highest);
        }
    }
}
