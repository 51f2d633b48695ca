package org.sinho.rig.controller;

/** One wording for every configuration error: what, where, value, allowed. */
final class Check {
    private Check() {}

    static void range(String name, int value, int lowest, int highest, String where) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + where + " is " + value + ", allowed " + lowest + " to " + highest);
        }
    }

    static void that(boolean ok, String name, Object value, String where, String allowed) {
        if (!ok) {
            throw new IllegalArgumentException(
                    name + where + " is " + value + ", allowed " + allowed);
        }
    }
}
