package org.sinho.rig.skeleton;

import java.util.List;

/** Lengths that the sheet and the cabinet begin with, rounded up to a tenth of a metre. */
final class Measures {
    /** Whoever crosses steps from curb to curb; SUMO's crossing is a little shorter. */
    private static final double CURBS_M = 0.5;

    /** Way and speed of the movement that needs the longest change. */
    record Clearing(int speedKmh, int distanceDm) {}

    private Measures() {}

    static Clearing clearing(List<Movement> driven) {
        Clearing longest = new Clearing(30, 10);
        double most = -1.0;
        for (Movement way : driven) {
            double speedMps = way.speedKmh() / 3.6;
            double seconds = speedMps / 10.0 + (way.lengthM() + 5.0) / speedMps;
            if (seconds > most) {
                most = seconds;
                longest = new Clearing(way.speedKmh(), up(way.lengthM()));
            }
        }
        return longest;
    }

    /** {@return length of the longest of the crossings, decimetres} */
    static int crossingDm(List<Crosswalk> crosswalks) {
        return up(crosswalks.stream().mapToDouble(Crosswalk::lengthM).max().orElse(1.0) + CURBS_M);
    }

    private static int up(double metres) {
        return (int) Math.ceil(metres * 10.0 - 1e-6);
    }
}
