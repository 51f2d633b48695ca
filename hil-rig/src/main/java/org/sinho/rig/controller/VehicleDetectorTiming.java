package org.sinho.rig.controller;

/**
 * Programming of one vehicle detector.
 *
 * @param number vehicleDetectorNumber, 1 to 128
 * @param callPhase phase that is called or extended, 1 to 16
 * @param delayDs presence needed before it counts while the phase is not green, tenths, 0 to 65535
 * @param extendDs how long an actuation lasts after the vehicle has left, tenths, 0 to 255
 * @param calls whether it places calls while the phase is not green
 * @param extendsGreen whether it resets the passage timer while the phase is green
 * @param locking whether its calls are remembered even if the phase itself does not lock
 */
public record VehicleDetectorTiming(
        int number,
        int callPhase,
        int delayDs,
        int extendDs,
        boolean calls,
        boolean extendsGreen,
        boolean locking) {
    /** Refuses values outside the ranges above. */
    public VehicleDetectorTiming {
        Check.range("vehicleDetectorNumber", number, 1, 128, "");
        String where = " of vehicle detector " + number;
        Check.range("callPhase", callPhase, 1, 16, where);
        Check.range("delayDs", delayDs, 0, 65535, where);
        Check.range("extendDs", extendDs, 0, 255, where);
    }
}
