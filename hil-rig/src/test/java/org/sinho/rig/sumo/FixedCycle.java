package org.sinho.rig.sumo;

/** A plain fixed cycle for these tests: what a controller would do, without being one. */
final class FixedCycle {
    private record Interval(int seconds, LampBits lamps) {}

    private static final Interval[] INTERVALS = {
        new Interval(12, lamps(bits(1, 5), 0, 0, 0)),
        new Interval(4, lamps(0, bits(1, 5), 0, 0)),
        new Interval(2, LampBits.ALL_RED),
        new Interval(14, lamps(bits(2, 6), 0, bits(2, 6), 0)),
        new Interval(12, lamps(bits(2, 6), 0, 0, bits(2, 6))),
        new Interval(4, lamps(0, bits(2, 6), 0, 0)),
        new Interval(2, LampBits.ALL_RED),
        new Interval(9, lamps(bits(3, 7), 0, 0, 0)),
        new Interval(4, lamps(0, bits(3, 7), 0, 0)),
        new Interval(2, LampBits.ALL_RED),
        new Interval(7, lamps(bits(4, 8), 0, bits(4, 8), 0)),
        new Interval(18, lamps(bits(4, 8), 0, 0, bits(4, 8))),
        new Interval(4, lamps(0, bits(4, 8), 0, 0)),
        new Interval(2, LampBits.ALL_RED),
    };

    private FixedCycle() {}

    static LampBits at(long timeMs) {
        int cycleSeconds = 0;
        for (Interval interval : INTERVALS) {
            cycleSeconds += interval.seconds();
        }
        long left = timeMs / 1000 % cycleSeconds;
        for (Interval interval : INTERVALS) {
            left -= interval.seconds();
            if (left < 0) {
                return interval.lamps();
            }
        }
        throw new AssertionError(left);
    }

    static int bits(int... phases) {
        int mask = 0;
        for (int phase : phases) {
            mask |= 1 << (phase - 1);
        }
        return mask;
    }

    private static LampBits lamps(int greens, int yellows, int walks, int pedClears) {
        return new LampBits(greens, yellows, walks, pedClears, false);
    }
}
