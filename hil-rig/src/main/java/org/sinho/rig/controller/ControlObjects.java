package org.sinho.rig.controller;

import java.util.Arrays;

/** System control objects: as last commanded, and as in force since the last step. */
final class ControlObjects {
    private static final ControlObject[] ALL = ControlObject.values();

    private final int[][] commanded = new int[ALL.length][];
    private final int[][] live = new int[ALL.length][];
    private boolean written;
    private boolean commandedNow;

    ControlObjects() {
        for (ControlObject object : ALL) {
            commanded[object.ordinal()] = new int[object.count()];
            live[object.ordinal()] = new int[object.count()];
        }
    }

    /** Whether anything was commanded since the last step, be it the same as before. */
    boolean takeCommanded() {
        boolean any = commandedNow;
        commandedNow = false;
        return any;
    }

    /** Takes over what was commanded since the last time, all at once. */
    void apply() {
        for (int i = 0; written && i < ALL.length; i++) {
            System.arraycopy(commanded[i], 0, live[i], 0, live[i].length);
        }
        written = false;
    }

    /** Takes over preempts alone: a request for help does not wait for a barrier. */
    void applyPreempts() {
        int place = ControlObject.PREEMPT.ordinal();
        System.arraycopy(commanded[place], 0, live[place], 0, live[place].length);
    }

    void command(ControlObject object, int index, int value) {
        commanded[object.ordinal()][index - 1] = value;
        written = true;
        commandedNow = true;
    }

    int commanded(ControlObject object, int index) {
        return commanded[object.ordinal()][index - 1];
    }

    int live(ControlObject object, int index) {
        return live[object.ordinal()][index - 1];
    }

    /** {@return the first two octets of a group object as one mask of phases} */
    int phases(ControlObject object) {
        return live(object, 1) | live(object, 2) << 8;
    }

    void clearForceOff(int phaseBit) {
        int group = phaseBit > 0x80 ? 1 : 0;
        int keep = ~(group == 1 ? phaseBit >> 8 : phaseBit);
        commanded[ControlObject.FORCE_OFF.ordinal()][group] &= keep;
        live[ControlObject.FORCE_OFF.ordinal()][group] &= keep;
    }

    void reset() {
        for (int i = 0; i < ALL.length; i++) {
            Arrays.fill(commanded[i], 0);
            Arrays.fill(live[i], 0);
        }
        written = false;
        commandedNow = false;
    }
}
