package org.sinho.center.check;

/**
 * The interval formulas F1, F2, F3, F5 and F6 in whole numbers, rounded up to a tenth of a second.
 *
 * <p>Each formula is brought to one fraction of integers first, so that rounding happens once.
 * Speeds in km/h, lengths in centimeters, results in tenths of a second.
 */
final class SafetyFormulas {
    /** Length of a clearing vehicle in F2: 20 ft, as 6.1 m. */
    private static final int US_VEHICLE_CM = 610;

    /** Length of a clearing vehicle in F3. */
    private static final int KR_VEHICLE_CM = 500;

    private SafetyFormulas() {}

    /**
     * F1, yellow: {@code t + V / (2a + 2Gg)} with t = 1.0 s, a = 3.05 m/s², g = 9.81 m/s².
     *
     * @param gradePercent uphill positive, above -31
     */
    static int usYellowDs(int speedKmh, int gradePercent) {
        // In 1/10000 m/s²: 2a = 61000, 2g per percent = 1962; V in m/s is V * 5 / 18.
        long deceleration = 61_000L + 1_962L * gradePercent;
        return 10 + up(250_000L * speedKmh, 9 * deceleration);
    }

    /** F2, red clearance: {@code (W + L) / V}. */
    static int usRedClearanceDs(int speedKmh, int distanceCm) {
        return up(9L * (distanceCm + US_VEHICLE_CM), 25L * speedKmh);
    }

    /**
     * F3, yellow and red clearance together: {@code Tb + V/(2d) + (W+L)/V - Ts} with Tb = 1.0 s, d
     * = 5.0 m/s², Ts = 1.5 s.
     */
    static int krChangeDs(int speedKmh, int distanceCm) {
        // -5 + 5V/18 + 9(W+L)/(25V), over the common denominator 450 V.
        long numerator =
                -2_250L * speedKmh
                        + 125L * speedKmh * speedKmh
                        + 162L * (distanceCm + KR_VEHICLE_CM);
        return up(numerator, 450L * speedKmh);
    }

    /** F5 for Korea: crossing at 1.0 m/s, in a protection zone at 0.7 m/s. */
    static int krCrossingDs(int lengthCm, boolean protectionZone) {
        return up(lengthCm, protectionZone ? 7 : 10);
    }

    /** F5 for the United States: crossing at 3.5 ft/s, 1.0668 m/s. */
    static int usCrossingDs(int lengthCm) {
        return up(1_000L * lengthCm, 10_668);
    }

    /** F5 for Germany: crossing at 1.2 m/s. */
    static int deCrossingDs(int lengthCm) {
        return up(lengthCm, 12);
    }

    /** F6, slow walker: {@code (Lx + 1.83 m) / 0.914 m/s}. */
    static int usSlowWalkerDs(int lengthCm) {
        return up(100L * (lengthCm + 183), 914);
    }

    private static int up(long numerator, long denominator) {
        return Math.toIntExact(Math.ceilDiv(numerator, denominator));
    }
}
