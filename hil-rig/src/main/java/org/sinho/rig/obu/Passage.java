package org.sinho.rig.obu;

import java.util.List;

/**
 * A vehicle's way through one junction, as its own unit knows it.
 *
 * @param junction J2735 intersection id
 * @param way SUMO edge before the stop line and edge behind it
 * @param lane ingress lane number of the MAP
 * @param requestId J2735 request id
 */
record Passage(int junction, List<String> way, int lane, int requestId) {
    /** Behind the stop line the same junction may lie ahead once more, from another side. */
    boolean isThrough(int junctionAhead, List<String> wayAhead) {
        return junction == junctionAhead && way.equals(wayAhead);
    }
}
