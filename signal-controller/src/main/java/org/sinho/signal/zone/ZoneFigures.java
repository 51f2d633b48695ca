package org.sinho.signal.zone;

import java.util.Map;
import org.sinho.core.event.VehicleClass;

/**
 * What the zone's entries have seen, for summaries.
 *
 * @param decisions sightings by what became of them, those that there were
 * @param unauthorized unauthorized entries by entry, those that there were
 * @param inside vehicles that entered less those that left, by class; less than none when some were
 *     inside before the journal began
 */
public record ZoneFigures(
        Map<ZoneDecision, Long> decisions,
        Map<Integer, Long> unauthorized,
        Map<VehicleClass, Long> inside) {
    /**
     * Sums up sightings.
     *
     * @return all that were in time
     */
    public long sightings() {
        return left() + allowedCount() + unauthorizedCount();
    }

    /**
     * Sums up entries with permission.
     *
     * @return how many
     */
    public long allowedCount() {
        return count(ZoneDecision.EXEMPT) + count(ZoneDecision.TAGGED);
    }

    /**
     * Sums up entries without permission.
     *
     * @return how many
     */
    public long unauthorizedCount() {
        return unauthorized.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Sums up exits.
     *
     * @return how many
     */
    public long left() {
        return count(ZoneDecision.LEFT);
    }

    /**
     * Sums up vehicles inside.
     *
     * @return those that entered less those that left
     */
    public long insideCount() {
        return inside.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns one count.
     *
     * @param decision what became of a sighting
     * @return of how many
     */
    public long count(ZoneDecision decision) {
        return decisions.getOrDefault(decision, 0L);
    }
}
