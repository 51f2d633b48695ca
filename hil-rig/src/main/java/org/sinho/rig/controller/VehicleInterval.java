package org.sinho.rig.controller;

/** Interval of a vehicle phase, in the only order in which they may be shown. */
enum VehicleInterval {
    /** Red; the phase does not hold the right of way. */
    RED,
    /** Green that may not end yet. */
    MINIMUM_GREEN,
    /** Green after its minimum: ends on gap-out, max-out or force-off, or rests. */
    EXTENSION_GREEN,
    /** Yellow change. Never cut short. */
    YELLOW_CHANGE,
    /** Red clearance. Never cut short. */
    RED_CLEARANCE;

    private static final VehicleInterval[] ORDER = values();

    /** {@return the single interval that may follow this one} */
    VehicleInterval next() {
        return ORDER[(ordinal() + 1) % ORDER.length];
    }

    boolean green() {
        return this == MINIMUM_GREEN || this == EXTENSION_GREEN;
    }
}
