package org.sinho.rig.sumo;

/**
 * Someone on foot near a junction, after the last step.
 *
 * @param id SUMO id
 * @param junction J2735 intersection id of the junction nearby
 * @param latDeg latitude, degrees
 * @param lonDeg longitude, degrees
 * @param speedMps speed, m/s
 * @param headingDeg clockwise from north, degrees
 * @param waits whether they stand before a crossing that they want to step onto
 * @param crosses whether they are on a crossing
 */
public record PersonState(
        String id,
        int junction,
        double latDeg,
        double lonDeg,
        double speedMps,
        double headingDeg,
        boolean waits,
        boolean crosses) {}
