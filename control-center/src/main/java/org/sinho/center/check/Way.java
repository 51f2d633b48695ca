package org.sinho.center.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;

/**
 * Straight line from a stop line to the mouth of an egress lane.
 *
 * @param overlap what signals it, 0 = the phase does
 */
record Way(Lane from, Lane to, Lane.Maneuver maneuver, int phase, int overlap) {
    /** {@return all ways of a site} */
    static List<Way> of(SiteSheet sheet) {
        List<Way> ways = new ArrayList<>();
        for (Lane lane : sheet.lanes()) {
            for (Lane.Connection by : lane.connections()) {
                lane(sheet, by.lane())
                        .ifPresent(
                                to ->
                                        ways.add(
                                                new Way(
                                                        lane,
                                                        to,
                                                        by.maneuver(),
                                                        by.phase(),
                                                        by.overlap())));
            }
        }
        return ways;
    }

    private static Optional<Lane> lane(SiteSheet sheet, int number) {
        return sheet.lanes().stream().filter(lane -> lane.number() == number).findFirst();
    }

    boolean meets(Way other) {
        if (from.number() == other.from.number()) {
            return false; // One behind the other.
        }
        return to.number() == other.to.number() || cuts(other);
    }

    private boolean cuts(Way other) {
        return side(other.start()) * side(other.end()) < 0
                && other.side(start()) * other.side(end()) < 0;
    }

    /** Sign of the cross product: on which side of this line a point lies. */
    private int side(Lane.Node point) {
        long alongEast = (long) end().eastCm() - start().eastCm();
        long alongNorth = (long) end().northCm() - start().northCm();
        long east = (long) point.eastCm() - start().eastCm();
        long north = (long) point.northCm() - start().northCm();
        return Long.signum(alongEast * north - alongNorth * east);
    }

    private Lane.Node start() {
        return from.nodes().getFirst();
    }

    private Lane.Node end() {
        return to.nodes().getFirst();
    }
}
