/**
 * Judges site sheets, and the controllers that should match them, by the static safety invariants
 * I-01 to I-13.
 *
 * <p>Pure functions of what was read, in whole tenths of a second; shares no code with the planner
 * or the run-time guard, so that one mistake does not pass twice.
 */
package org.sinho.center.check;
