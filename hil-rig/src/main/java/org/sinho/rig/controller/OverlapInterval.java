package org.sinho.rig.controller;

/** Intervals of an overlap, in the order in which alone they may follow each other. */
enum OverlapInterval {
    RED,
    GREEN,
    YELLOW,
    RED_CLEARANCE;

    OverlapInterval next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
