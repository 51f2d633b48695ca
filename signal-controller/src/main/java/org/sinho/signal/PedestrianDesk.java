package org.sinho.signal;

import java.util.List;
import org.sinho.core.event.PedestrianReport;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.site.Crossing;
import org.sinho.core.site.SiteSheet;

/**
 * Turns what people's devices say into pushes of a button: one verified PSM from someone who stands
 * at a crossing is one push, whoever sent it and however often (E-08).
 *
 * <p>A push stays until the crossing shows WALK, as a button's does, and can do no more than call
 * the pedestrian phase. Control thread only; allocation-free.
 */
final class PedestrianDesk {
    /** Someone this near a curb stands at the crossing. */
    private static final int REACH_CM = 500;

    /** Faster than a walk is a vehicle, or somebody who runs past. */
    private static final int HIGHEST_CMPS = 250;

    /** A push that no WALK has answered for so long is forgotten (S-11 bounds the wait). */
    private static final int FORGET_MS = 240_000;

    private static final int LATITUDE_UNAVAILABLE = 900_000_001;
    private static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;
    private static final int SPEED_UNAVAILABLE = 65_535;
    private static final int ANIMAL = 4;
    private static final double CM_PER_E7 = 1.113195;
    private static final int PHASE_COUNT = 16;

    private final int latitudeE7;
    private final int longitudeE7;
    private final double eastCmPerE7;
    private final int[] phase;
    private final int[] eastCm;
    private final int[] northCm;
    private final long[] pushedMs = new long[PHASE_COUNT];
    private int pushed;

    /** Lays the crossings of a site out; without any, nothing is ever pushed. */
    PedestrianDesk(SiteSheet sheet) {
        latitudeE7 = sheet.latitudeE7();
        longitudeE7 = sheet.longitudeE7();
        eastCmPerE7 = CM_PER_E7 * StrictMath.cos(StrictMath.toRadians(latitudeE7 * 1e-7));
        List<Crossing> crossings = Crossing.of(sheet);
        phase = new int[2 * crossings.size()];
        eastCm = new int[phase.length];
        northCm = new int[phase.length];
        for (int i = 0; i < phase.length; i++) {
            Crossing crossing = crossings.get(i / 2);
            phase[i] = crossing.number();
            eastCm[i] = crossing.eastCm().get(i % 2);
            northCm[i] = crossing.northCm().get(i % 2);
        }
    }

    /**
     * Takes a report.
     *
     * @return the pedestrian phase whose button it pushes, 0 when it pushes none
     */
    int apply(PedestrianReport report, long nowMs) {
        boolean placed =
                report.latitudeE7() != LATITUDE_UNAVAILABLE
                        && report.longitudeE7() != LONGITUDE_UNAVAILABLE;
        if (report.verified() != 1 || !placed || !waits(report)) {
            return 0;
        }
        int nearest = nearest(report);
        if (nearest != 0) {
            int bit = 1 << (nearest - 1);
            if ((pushed & bit) == 0) {
                pushed |= bit;
                pushedMs[nearest - 1] = nowMs;
            }
        }
        return nearest;
    }

    /** Someone who says nothing of crossing pushes by standing there, as before a button. */
    private static boolean waits(PedestrianReport report) {
        boolean unwilling = report.crossRequest() == 0 || report.crossState() == 1;
        boolean slow =
                report.speedCmps() == SPEED_UNAVAILABLE || report.speedCmps() <= HIGHEST_CMPS;
        return !unwilling && slow && report.basicType() != ANIMAL;
    }

    private int nearest(PedestrianReport report) {
        double north = ((double) report.latitudeE7() - latitudeE7) * CM_PER_E7;
        double east = ((double) report.longitudeE7() - longitudeE7) * eastCmPerE7;
        int found = 0;
        double least = (double) REACH_CM * REACH_CM;
        for (int i = 0; i < phase.length; i++) { // at most 32 turns
            double dEast = east - eastCm[i];
            double dNorth = north - northCm[i];
            double square = dEast * dEast + dNorth * dNorth;
            if (square <= least) {
                least = square;
                found = phase[i];
            }
        }
        return found;
    }

    /**
     * Returns the calls to place; a crossing that shows WALK has answered its pushes.
     *
     * @param walks pedestrian phases that show WALK, bit {@code n - 1} for phase {@code n}
     * @return pedestrian phases to call
     */
    int calls(int walks, long nowMs) {
        pushed &= ~walks;
        for (int rest = pushed; rest != 0; rest &= rest - 1) { // at most 16 turns
            int i = Integer.numberOfTrailingZeros(rest);
            if (nowMs - pushedMs[i] > FORGET_MS) {
                pushed &= ~(1 << i);
            }
        }
        return pushed;
    }

    /** Forgets every push: the controller is no longer ours to call. */
    void reset() {
        pushed = 0;
    }

    void visit(StateCursor cursor) {
        pushed = cursor.visit(pushed);
        cursor.visit(pushedMs);
    }
}
