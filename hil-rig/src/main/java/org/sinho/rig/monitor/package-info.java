/** An independent conflict monitor: watches lamps, latches faults, reports violations. */
package org.sinho.rig.monitor;
