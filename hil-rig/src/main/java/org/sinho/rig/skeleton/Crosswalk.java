package org.sinho.rig.skeleton;

import java.util.List;

/**
 * One signalised crossing for people.
 *
 * @param link index in SUMO's signal state
 * @param edge SUMO edge of the crossing
 * @param crossed edges that it leads over
 * @param lengthM from curb to curb, metres
 * @param request index in {@code junction}'s table of foes, or -1
 * @param junction SUMO junction
 */
record Crosswalk(
        int link,
        String edge,
        List<String> crossed,
        double lengthM,
        int request,
        String junction) {}
