package org.sinho.signal;

import java.util.Arrays;
import org.sinho.core.picture.StateCursor;

/**
 * How often and how long one junction has yielded to preempts in the last hour (E-09). It alarms
 * and never refuses. Control thread only.
 */
final class YieldLedger {
    private static final int MINUTE_MS = 60_000;
    private static final int MINUTES = 60;
    private static final int HOUR_MS = MINUTES * MINUTE_MS;
    private static final int SHARE_PERCENT = 25;

    private final int startsPerHour;
    private final long[] startsMs;
    private final int[] activeMs = new int[MINUTES];
    private int nextStart;
    private long minute = Long.MIN_VALUE / 2;
    private long lastMs = Long.MIN_VALUE / 2;
    private boolean tooLong;

    /**
     * Creates a ledger without preempts.
     *
     * @param startsPerHour more than these are too many
     */
    YieldLedger(int startsPerHour) {
        this.startsPerHour = startsPerHour;
        startsMs = new long[startsPerHour + 1];
        Arrays.fill(startsMs, Long.MIN_VALUE / 2);
    }

    /**
     * Counts a start.
     *
     * @param halved whether half of the limit applies, because dispatch is silent
     * @return starts in the last hour when they are too many, else 0
     */
    int start(boolean halved, long nowMs) {
        startsMs[nextStart] = nowMs;
        nextStart = (nextStart + 1) % startsMs.length;
        int count = 0;
        for (long startMs : startsMs) {
            count += nowMs - startMs < HOUR_MS ? 1 : 0;
        }
        return count > (halved ? startsPerHour / 2 : startsPerHour) ? count : 0;
    }

    /**
     * Lets time pass.
     *
     * @param active whether a preempt has been active since the last call
     * @param halved see {@link #start}
     * @return share of the last hour in percent, once when it becomes too great, else 0
     */
    int pass(boolean active, boolean halved, long nowMs) {
        long present = Math.floorDiv(nowMs, MINUTE_MS);
        long passed = Math.min(Math.max(present - minute, 0), MINUTES);
        for (long i = 0; i < passed; i++) {
            activeMs[Math.floorMod(present - i, MINUTES)] = 0;
        }
        minute = present;
        if (active && lastMs > 0) { // Before the first look nothing is known.
            activeMs[Math.floorMod(present, MINUTES)] +=
                    (int) Math.min(Math.max(nowMs - lastMs, 0), MINUTE_MS);
        }
        lastMs = nowMs;
        long sumMs = 0;
        for (int value : activeMs) {
            sumMs += value;
        }
        boolean before = tooLong;
        int limitPercent = halved ? SHARE_PERCENT / 2 : SHARE_PERCENT;
        tooLong = sumMs * 100 > (long) limitPercent * HOUR_MS;
        return tooLong && !before ? (int) (sumMs * 100 / HOUR_MS) : 0;
    }

    void visit(StateCursor cursor) {
        cursor.visit(startsMs);
        cursor.visit(activeMs);
        nextStart = cursor.visit(nextStart);
        minute = cursor.visit(minute);
        lastMs = cursor.visit(lastMs);
        tooLong = cursor.visit(tooLong);
    }
}
