package org.sinho.rig.controller;

/**
 * Assignment of one pedestrian push button.
 *
 * @param number pedestrianDetectorNumber, 1 to 72
 * @param callPhase phase whose pedestrians it calls, 1 to 16
 */
public record PedestrianDetectorTiming(int number, int callPhase) {
    /** Refuses values outside the ranges above. */
    public PedestrianDetectorTiming {
        Check.range("pedestrianDetectorNumber", number, 1, 72, "");
        Check.range("callPhase", callPhase, 1, 16, " of pedestrian detector " + number);
    }
}
