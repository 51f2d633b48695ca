package org.sinho.rig.monitor;

/** Receives every change of a lamp that the monitor sees. */
@FunctionalInterface
public interface LampListener {
    /**
     * Takes one change; the first sample changes every lamp.
     *
     * @param timeMs time of the sample, milliseconds since the Unix epoch
     * @param kind {@code phase}, {@code ped} or {@code overlap}
     * @param number number of the phase or overlap, 1 to 16
     * @param state of a phase or overlap G, Y, R, FR or FY (flashing), DARK, DUAL; of pedestrians
     *     W, FDW, DW, DARK, DUAL
     */
    void onLamp(long timeMs, String kind, int number, String state);
}
