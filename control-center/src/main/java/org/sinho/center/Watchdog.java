package org.sinho.center;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts missed beats (F-05). A round is due every 100 ms; who has not beaten since the last round
 * has missed one, and three in a row are too many.
 *
 * <p>It counts rounds, not milliseconds: when the whole machine or process stood still, the
 * watchdog stood still too and everyone has missed at most one beat. Nor does it judge at once:
 * until each has beaten {@value #WARM_BEATS} rounds in a row, classes are being loaded for the
 * first time; that may take {@value #COLD_ROUNDS} rounds at most. One thread.
 */
final class Watchdog {
    /** Beats in a row that may not be missed. */
    static final int LIMIT = 3;

    /** Rounds in which everyone has beaten, after which the watch begins. */
    static final int WARM_BEATS = 10;

    /** Rounds after which the watch begins in any case. */
    static final int COLD_ROUNDS = 100;

    private static final class Heart {
        final LongSupplier beats;
        long seen;
        int missed;
        int worst;

        Heart(LongSupplier beats) {
            this.beats = beats;
            seen = beats.getAsLong();
        }
    }

    private final Map<String, Heart> hearts = new LinkedHashMap<>();
    private int rounds;
    private int warm;
    private boolean armed;

    /** Watches a counter that must move on between two rounds. */
    Watchdog watch(String name, LongSupplier beats) {
        hearts.put(name, new Heart(beats));
        return this;
    }

    /** One round: who has missed {@link #LIMIT} beats in a row, or null. */
    String round() {
        String silent = null;
        boolean all = true;
        for (Map.Entry<String, Heart> entry : hearts.entrySet()) {
            Heart heart = entry.getValue();
            long now = heart.beats.getAsLong();
            boolean beaten = now != heart.seen;
            heart.seen = now;
            all &= beaten;
            if (!armed) {
                continue;
            }
            heart.missed = beaten ? 0 : heart.missed + 1;
            heart.worst = Math.max(heart.worst, heart.missed);
            if (heart.missed >= LIMIT) {
                silent = entry.getKey();
            }
        }
        warm = all ? warm + 1 : 0;
        armed |= warm == WARM_BEATS || ++rounds == COLD_ROUNDS;
        return silent;
    }

    /**
     * The most beats in a row that anyone has missed while watched: the head-room that was left.
     */
    Map<String, Integer> worst() {
        Map<String, Integer> worst = new LinkedHashMap<>();
        hearts.forEach((name, heart) -> worst.put(name, heart.worst));
        return worst;
    }
}
