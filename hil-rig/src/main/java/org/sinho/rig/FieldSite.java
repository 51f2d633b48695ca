package org.sinho.rig;

import java.io.IOException;
import java.util.List;
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

    /** What the conflict monitor found, in words. */
    List<String> violations();

    /** How often the conflict monitor tripped. */
    int tripCount();

    @Override
    void close() throws IOException;
}
