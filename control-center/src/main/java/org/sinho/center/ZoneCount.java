package org.sinho.center;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sinho.signal.zone.ZoneDecision;
import org.sinho.signal.zone.ZoneFigures;

/** The zone's part of a summary. */
final class ZoneCount {
    private ZoneCount() {}

    static Map<String, Object> of(ZoneFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sightings", figures.sightings());
        fields.put("allowed", figures.allowedCount());
        fields.put("unauthorized", figures.unauthorizedCount());
        fields.put("left", figures.left());
        fields.put("inside", figures.insideCount());
        fields.put("badTime", figures.count(ZoneDecision.BAD_TIME));
        fields.put("decisions", figures.decisions());
        fields.put("unauthorizedByEntry", figures.unauthorized());
        return fields;
    }
}
