package org.sinho.signal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sinho.signal.preempt.RequestCause;
import org.sinho.signal.preempt.RequestIntake;

/**
 * Sums over all sites, for summaries.
 *
 * @param received requests heard, repetitions included
 * @param duplicates exact duplicates, dropped in silence
 * @param granted requests of emergency vehicles that reached their green
 * @param refused refused requests by cause, repetitions included
 * @param priority what was done for buses
 * @param vehicles vehicles that report now
 * @param sitesInControl sites that are commanded now
 */
public record ControlFigures(
        long received,
        long duplicates,
        long granted,
        Map<RequestCause, Long> refused,
        Priority priority,
        int vehicles,
        int sitesInControl) {
    /**
     * What was done for buses.
     *
     * @param granted requests that had green when the bus was about to arrive
     * @param extensions greens held for a bus
     * @param earlyGreens times that greens were ended for a bus
     */
    public record Priority(long granted, long extensions, long earlyGreens) {
        private static Priority of(SiteControl[] sites) {
            long granted = 0;
            long extensions = 0;
            long earlyGreens = 0;
            for (SiteControl site : sites) {
                granted += site.priority.granted();
                extensions += site.buses.extensions();
                earlyGreens += site.buses.earlyGreens();
            }
            return new Priority(granted, extensions, earlyGreens);
        }
    }

    static ControlFigures of(SiteControl[] sites, int vehicles) {
        long received = 0;
        long duplicates = 0;
        long granted = 0;
        int inControl = 0;
        Map<RequestCause, Long> refused = new EnumMap<>(RequestCause.class);
        for (SiteControl site : sites) {
            granted += site.preempts.granted();
            inControl += site.doubt() == SiteDoubt.NONE ? 1 : 0;
            for (RequestIntake intake : List.of(site.preempts.intake(), site.priority.intake())) {
                received += intake.received();
                duplicates += intake.duplicates();
                for (RequestCause cause : RequestCause.values()) {
                    if (intake.refused(cause) > 0) {
                        refused.merge(cause, intake.refused(cause), Long::sum);
                    }
                }
            }
        }
        return new ControlFigures(
                received, duplicates, granted, refused, Priority.of(sites), vehicles, inControl);
    }
}
