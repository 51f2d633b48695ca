package org.sinho.rig.skeleton;

import java.awt.geom.Line2D;
import java.util.List;
import org.sinho.rig.sumo.SumoNet;

/**
 * One way over a junction, lane to lane.
 *
 * @param link index in SUMO's signal state
 * @param from lane it leaves
 * @param to lane it leads to
 * @param turn {@code s} straight, {@code l} left or back, {@code r} right
 * @param path points from the stop line to where the lane beyond begins
 * @param lengthM driven way from stop line to beyond the last crossing, metres
 * @param speedKmh speed at which its traffic clears
 * @param requests indices of it in {@code junction}'s table of foes
 */
record Movement(
        int link,
        SumoNet.Lane from,
        SumoNet.Lane to,
        char turn,
        List<double[]> path,
        double lengthM,
        int speedKmh,
        List<Integer> requests,
        String junction) {
    private static final int TURN_KMH = 30;
    private static final int RIGHT_TURN_KMH = 20;

    /** Speed of design for a turn; a straight way has that of its lane. */
    static int speedKmh(char turn, double laneSpeedMps) {
        int lane = (int) Math.max(10, Math.round(laneSpeedMps * 3.6));
        return switch (turn) {
            case 'l' -> Math.min(lane, TURN_KMH);
            case 'r' -> Math.min(lane, RIGHT_TURN_KMH);
            default -> lane;
        };
    }

    /** {@return whether it is a lane of personal mobility alone} */
    boolean wheels() {
        return !from.motor();
    }

    /** {@return whether both ways lead over one place: they cut each other or end in one lane} */
    boolean meets(Movement other) {
        if (from.id().equals(other.from().id())) {
            return false; // One behind the other.
        }
        return to.id().equals(other.to().id()) || cuts(other);
    }

    private boolean cuts(Movement other) {
        for (int i = 1; i < path.size(); i++) {
            for (int k = 1; k < other.path().size(); k++) {
                double[] a = path.get(i - 1);
                double[] b = path.get(i);
                double[] c = other.path().get(k - 1);
                double[] d = other.path().get(k);
                if (Line2D.linesIntersect(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1])) {
                    return true;
                }
            }
        }
        return false;
    }
}
