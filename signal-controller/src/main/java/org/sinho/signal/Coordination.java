package org.sinho.signal;

import java.util.ArrayList;
import java.util.List;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.picture.StateCursor;

/** All zones whose pattern is chosen by measured flow. Control thread only. */
final class Coordination {
    private final PatternChoice[] zones;
    private final FlowMeter[] meters;

    /**
     * Creates the zones.
     *
     * @param zones in the order of the settings, borne out by the sheets
     * @param sites all junctions
     */
    Coordination(
            List<CoordinationZone> zones, SiteControl[] sites, PatternChoice.Listener listener) {
        List<FlowMeter> all = new ArrayList<>();
        this.zones = new PatternChoice[zones.size()];
        for (int i = 0; i < this.zones.length; i++) {
            List<CoordinationZone.Member> members = zones.get(i).members();
            FlowMeter[] own = members.stream().map(FlowMeter::new).toArray(FlowMeter[]::new);
            SiteControl[] following =
                    members.stream()
                            .map(member -> find(sites, member.siteId()))
                            .toArray(SiteControl[]::new);
            this.zones[i] = new PatternChoice(i + 1, zones.get(i), following, own, listener);
            all.addAll(List.of(own));
        }
        meters = all.toArray(FlowMeter[]::new);
    }

    private static SiteControl find(SiteControl[] sites, int siteId) {
        for (SiteControl site : sites) {
            if (site.siteId() == siteId) {
                return site;
            }
        }
        throw new IllegalArgumentException("coordination: site " + siteId + " is unknown");
    }

    void onVolumes(DetectorVolumes volumes, long nowMs) {
        for (FlowMeter meter : meters) {
            if (meter.siteId() == volumes.siteId()) {
                meter.apply(volumes, nowMs);
            }
        }
    }

    void decide(long nowMs) {
        for (PatternChoice zone : zones) {
            zone.decide(nowMs);
        }
    }

    void visit(StateCursor cursor) {
        for (FlowMeter meter : meters) {
            meter.visit(cursor);
        }
        for (PatternChoice zone : zones) {
            zone.visit(cursor);
        }
    }
}
