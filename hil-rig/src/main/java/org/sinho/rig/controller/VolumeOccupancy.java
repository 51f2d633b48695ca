package org.sinho.rig.controller;

/** Volume and occupancy of every detector over the last full report period. */
final class VolumeOccupancy {
    private static final int VOLUME_OVERFLOW = 255;

    private final int[] count;
    private final int[] onDs;
    private final int[] volume;
    private final int[] occupancy;
    private int elapsedDs;
    private int sequence;

    VolumeOccupancy(int highest) {
        count = new int[highest + 1];
        onDs = new int[highest + 1];
        volume = new int[highest + 1];
        occupancy = new int[highest + 1];
    }

    void sample(int number, boolean on, boolean arrived) {
        count[number] += arrived ? 1 : 0;
        onDs[number] += on ? 1 : 0;
    }

    void step(int periodS) {
        elapsedDs++;
        if (elapsedDs < periodS * 10) {
            return;
        }
        for (int n = 1; n < count.length; n++) {
            volume[n] = Math.min(count[n], VOLUME_OVERFLOW);
            occupancy[n] = onDs[n] * 200 / elapsedDs;
            count[n] = 0;
            onDs[n] = 0;
        }
        elapsedDs = 0;
        sequence = (sequence + 1) & 0xFF;
    }

    /** {@return volumeOccupancySequence, 0 to 255} */
    int sequence() {
        return sequence;
    }

    int volume(int number) {
        return volume[number];
    }

    /** {@return occupancy in steps of 0.5 %, 0 to 200} */
    int occupancy(int number) {
        return occupancy[number];
    }
}
