package org.sinho.v2x;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Draws each signer's BSM for checking about once a second. One thread draws, any thread may give a
 * turn back; allocation-free.
 *
 * <p>Direct-mapped: two signers that share a place are drawn more often, never less.
 */
final class SignerSchedule {
    private static final int PLACE_COUNT = 16_384;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long[] signers = new long[PLACE_COUNT];
    private final AtomicLongArray drawnMs = new AtomicLongArray(PLACE_COUNT);
    private final int intervalMs;

    SignerSchedule(int intervalMs) {
        this.intervalMs = intervalMs;
        for (int place = 0; place < PLACE_COUNT; place++) {
            drawnMs.set(place, NEVER);
        }
    }

    /** Tells whether this message of a signer is to be checked. */
    boolean draw(long signer, long nowMs) {
        int place = place(signer);
        if (signers[place] == signer && nowMs - drawnMs.get(place) < intervalMs) {
            return false;
        }
        signers[place] = signer;
        drawnMs.set(place, nowMs);
        return true;
    }

    /**
     * The message that was drawn was not checked, or not the signer's: his next one is drawn. Who
     * speaks in another's name so takes no turn from him, and no more than one worker's time.
     */
    void giveBack(long signer) {
        drawnMs.set(place(signer), NEVER);
    }

    private static int place(long signer) {
        return (int) ((signer * 0x9E37_79B9_7F4A_7C15L) >>> 50);
    }
}
