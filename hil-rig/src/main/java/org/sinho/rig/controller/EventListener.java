package org.sinho.rig.controller;

/** Receives high-resolution events of a controller, coded as signal performance measures do. */
@FunctionalInterface
public interface EventListener {
    /**
     * Takes one event, within the step in which it happens.
     *
     * @param timeMs simulated time of the step, milliseconds since the Unix epoch
     * @param code event code: 0 phase on, 1 begin green, 4 gap out, 5 max out, 6 force off, 7 green
     *     termination, 8 begin yellow, 9 end yellow, 10 begin red clearance, 11 end red clearance,
     *     12 phase inactive, 21 walk, 22 pedestrian clearance, 23 don't walk, 43 and 44 phase call
     *     on and off, 45 pedestrian call, 81 and 82 detector off and on, 102 and 104 preempt call
     *     on and off, 105 preempt entry started, 107 begin dwell, 111 begin exit, 173 unit flash
     *     status
     * @param parameter number of the phase, detector or preempt; the unitFlashStatus for 173
     */
    void onEvent(long timeMs, int code, int parameter);
}
