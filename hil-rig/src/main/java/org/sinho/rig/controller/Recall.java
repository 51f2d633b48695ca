package org.sinho.rig.controller;

/** Call that a phase places for itself, without detectors. */
public enum Recall {
    /** None: only detectors, buttons and commands call the phase. */
    NONE,
    /** A vehicle call whenever the phase is not green. */
    MINIMUM,
    /** As {@link #MINIMUM}, and the green runs to its maximum when a conflicting call waits. */
    MAXIMUM
}
