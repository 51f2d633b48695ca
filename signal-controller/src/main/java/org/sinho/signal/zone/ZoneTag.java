package org.sinho.signal.zone;

import java.util.List;
import org.sinho.core.event.VehicleClass;

/**
 * A permission to enter.
 *
 * @param number pseudonymous number that readers report, 1 and up
 * @param vehicleClass the only class of vehicle that it is for
 * @param entries the only entries that it opens; empty for all
 * @param validUntilUtcMs last moment of it, UTC, milliseconds since 1970
 */
public record ZoneTag(
        int number, VehicleClass vehicleClass, List<Integer> entries, long validUntilUtcMs) {
    /** Copies the list. */
    public ZoneTag {
        entries = List.copyOf(entries);
    }
}
