package org.sinho.core.site;

import java.util.List;

/**
 * One lane of a site as its MAP message describes it.
 *
 * @param number J2735 {@code laneID}, 1 to 254
 * @param approach approach number, 1 to 15; opposite directions have different numbers
 * @param ingress whether it leads to the stop line
 * @param nodes center line from the stop line (or junction mouth) outwards, at least two
 * @param connections where it leads; empty for an egress lane
 */
public record Lane(
        int number, int approach, boolean ingress, List<Node> nodes, List<Connection> connections) {
    /** Copies the lists. */
    public Lane {
        nodes = List.copyOf(nodes);
        connections = List.copyOf(connections);
    }

    /**
     * Point of a center line.
     *
     * @param eastCm centimeters east of the site's reference point
     * @param northCm centimeters north of it
     */
    public record Node(int eastCm, int northCm) {}

    /**
     * Permitted way through the junction.
     *
     * @param lane egress lane number
     * @param maneuver what the driver does
     * @param phase vehicle phase that mainly serves it; without an overlap it signals it, and its
     *     J2735 {@code signalGroup} is the same number
     * @param overlap overlap that signals it, 1 to 16; 0 = the phase does
     */
    public record Connection(int lane, Maneuver maneuver, int phase, int overlap) {
        /**
         * A way that its phase signals.
         *
         * @param lane see above
         * @param maneuver see above
         * @param phase see above
         */
        public Connection(int lane, Maneuver maneuver, int phase) {
            this(lane, maneuver, phase, 0);
        }
    }

    /** What a driver does at the stop line. */
    public enum Maneuver {
        /** Straight on. */
        STRAIGHT,
        /** To the left. */
        LEFT,
        /** To the right. */
        RIGHT
    }
}
