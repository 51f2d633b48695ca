package org.sinho.signal;

import java.util.EnumMap;
import java.util.Map;
import org.sinho.signal.preempt.RequestCause;

/**
 * Sums over all sites, for summaries.
 *
 * @param received requests heard, repetitions included
 * @param duplicates exact duplicates, dropped in silence
 * @param granted requests that reached their green
 * @param refused refused requests by cause, repetitions included
 * @param vehicles vehicles that report now
 * @param sitesInControl sites that are commanded now
 */
public record ControlFigures(
        long received,
        long duplicates,
        long granted,
        Map<RequestCause, Long> refused,
        int vehicles,
        int sitesInControl) {
    static ControlFigures of(SiteControl[] sites, int vehicles) {
        long received = 0;
        long duplicates = 0;
        long granted = 0;
        int inControl = 0;
        Map<RequestCause, Long> refused = new EnumMap<>(RequestCause.class);
        for (SiteControl site : sites) {
            received += site.preempts.received();
            duplicates += site.preempts.duplicates();
            granted += site.preempts.granted();
            inControl += site.doubt() == SiteDoubt.NONE ? 1 : 0;
            for (RequestCause cause : RequestCause.values()) {
                if (site.preempts.refused(cause) > 0) {
                    refused.merge(cause, site.preempts.refused(cause), Long::sum);
                }
            }
        }
        return new ControlFigures(received, duplicates, granted, refused, vehicles, inControl);
    }
}
