package org.sinho.rig.controller;

/** Interval of the pedestrian signal of a phase, in the only order in which they may be shown. */
enum PedestrianInterval {
    /** Steady DON'T WALK, nobody is crossing. */
    DONT_WALK,
    /** WALK. */
    WALK,
    /** Flashing DON'T WALK: who has started may finish. Never cut short. */
    PEDESTRIAN_CLEARANCE,
    /** Steady DON'T WALK, while the parallel green still may not end. Never cut short. */
    BUFFER;

    private static final PedestrianInterval[] ORDER = values();

    /** {@return the single interval that may follow this one} */
    PedestrianInterval next() {
        return ORDER[(ordinal() + 1) % ORDER.length];
    }
}
