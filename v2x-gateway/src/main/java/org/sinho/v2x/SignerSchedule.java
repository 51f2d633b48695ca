package org.sinho.v2x;

import java.util.Arrays;

/**
 * Draws each signer's BSM for checking about once a second. One thread, allocation-free.
 *
 * <p>Direct-mapped: two signers that share a place are drawn more often, never less.
 */
final class SignerSchedule {
    private static final int PLACE_COUNT = 16_384;

    private final long[] signers = new long[PLACE_COUNT];
    private final long[] drawnMs = new long[PLACE_COUNT];
    private final int intervalMs;

    SignerSchedule(int intervalMs) {
        this.intervalMs = intervalMs;
        Arrays.fill(drawnMs, Long.MIN_VALUE / 2);
    }

    /** Tells whether this message of a signer is to be checked. */
    boolean draw(long signer, long nowMs) {
        int place = (int) ((signer * 0x9E37_79B9_7F4A_7C15L) >>> 50);
        if (signers[place] == signer && nowMs - drawnMs[place] < intervalMs) {
            return false;
        }
        signers[place] = signer;
        drawnMs[place] = nowMs;
        return true;
    }
}
