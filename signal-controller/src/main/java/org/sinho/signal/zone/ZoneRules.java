package org.sinho.signal.zone;

import java.util.List;
import java.util.Set;
import org.sinho.core.event.VehicleClass;

/**
 * Who may enter; part of the journal's header, so that a replay judges by the same.
 *
 * @param name what people call the zone
 * @param exempt classes that need no tag
 * @param tags permissions, each number once
 * @param entries numbers of the entries, each once; without any there is no zone
 */
public record ZoneRules(
        String name, Set<VehicleClass> exempt, List<ZoneTag> tags, List<Integer> entries) {
    /** No zone. */
    public static final ZoneRules NONE = new ZoneRules("", Set.of(), List.of(), List.of());

    /** Copies what it holds. */
    public ZoneRules {
        exempt = Set.copyOf(exempt);
        tags = List.copyOf(tags);
        entries = List.copyOf(entries);
    }

    /**
     * Tells whether there is a zone.
     *
     * @return false when nothing has an entry
     */
    public boolean isPresent() {
        return !entries.isEmpty();
    }
}
