package org.sinho.rig;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sinho.rig.sumo.LampBits;
import org.sinho.rig.sumo.SumoTraffic;

/**
 * One junction's cabinet as the rig's main loop sees it: fed with detectors, asked for lamps. A
 * virtual controller in this process or a real one on the bench.
 */
interface FieldSite extends AutoCloseable {
    /** J2735 intersection id. */
    int junction();

    /** Takes this step's detectors and buttons, lets the controller advance, watches its lamps. */
    void advance(SumoTraffic traffic, long utcMs) throws IOException;

    /** What the heads show now. */
    LampBits lamps();

    /** Status pushes sent to the center since the start; -1 when the rig cannot know. */
    long pushCount();

    /** What the monitors found, in words; see {@link #measured}. */
    List<String> violations();

    /** How often the conflict monitor tripped; see {@link #measured}. */
    int tripCount();

    /** Whether lamps were seen and judged at all: otherwise the figures above mean nothing. */
    boolean measured();

    /** What went wrong with the site as a part of the bench, in words. */
    List<String> faults();

    /** Whether the controller is silent now. */
    boolean silent();

    /** Longest wait by movement, in seconds; null where nobody came. Empty without a watch. */
    Map<String, Double> worstWaitSeconds();

    @Override
    void close() throws IOException;
}
