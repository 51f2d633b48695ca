package org.sinho.rig.controller;

/**
 * Where the rings are to be steered, past calls and sequence: preempts and flash entry.
 *
 * @param targets phases to be green, bit n - 1 for phase n; 0 = all red
 * @param minimumGreenLimitS greens that end may do so after the lesser of this and their minimum
 * @param yellowLimitDs likewise for yellow
 * @param redClearLimitDs likewise for red clearance
 * @param walkPhases targets whose pedestrians may be served
 */
record SteeringOrder(
        int targets,
        int minimumGreenLimitS,
        int yellowLimitDs,
        int redClearLimitDs,
        int walkPhases) {
    /** All red, every interval in full. */
    static final SteeringOrder ALL_RED = new SteeringOrder(0, 255, 255, 255, 0);
}
