package org.sinho.core.picture;

import java.util.Arrays;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;

/**
 * Finds where on a site's ingress lanes a position lies.
 *
 * <p>Positions are turned into centimeters east and north of the site's reference point on a plane
 * tangent to the earth there: at 1 km the error is below 1 cm. Not thread-safe: {@link #locate}
 * leaves its answer in the object.
 */
public final class LaneMap {
    /** {@link #lane()} when no ingress lane is near. */
    public static final int NONE = -1;

    private static final double EARTH_RADIUS_CM = 637_813_700.0;
    private static final double CM_PER_E7 = StrictMath.toRadians(1e-7) * EARTH_RADIUS_CM;
    private static final int UNAVAILABLE_LATITUDE = 900_000_001;

    private final int latitudeE7;
    private final int longitudeE7;
    private final double eastCmPerE7;
    private final int[] laneNumber;
    private final int[] laneApproach;
    private final int[] laneStraightPhase;
    private final int[] lanePhases;
    private final double[][] eastCm;
    private final double[][] northCm;

    /** Sides of the box around each lane: west, east, south, north; a lane is long and far. */
    private final double[][] boxCm;

    private int lane = NONE;
    private int distanceCm;
    private int offsetCm;
    private int headingCdeg;

    /**
     * Takes the geometry of one site.
     *
     * @param sheet lanes with their nodes from the stop line outwards
     */
    public LaneMap(SiteSheet sheet) {
        latitudeE7 = sheet.latitudeE7();
        longitudeE7 = sheet.longitudeE7();
        eastCmPerE7 = CM_PER_E7 * StrictMath.cos(StrictMath.toRadians(latitudeE7 * 1e-7));
        Lane[] ingress = sheet.lanes().stream().filter(Lane::ingress).toArray(Lane[]::new);
        laneNumber = new int[ingress.length];
        laneApproach = new int[ingress.length];
        laneStraightPhase = new int[ingress.length];
        lanePhases = new int[ingress.length];
        eastCm = new double[ingress.length][];
        northCm = new double[ingress.length][];
        boxCm = new double[ingress.length][];
        for (int i = 0; i < ingress.length; i++) {
            laneNumber[i] = ingress[i].number();
            laneApproach[i] = ingress[i].approach();
            for (Lane.Connection connection : ingress[i].connections()) {
                lanePhases[i] |= 1 << (connection.phase() - 1);
                if (connection.maneuver() != Lane.Maneuver.RIGHT || laneStraightPhase[i] == 0) {
                    laneStraightPhase[i] = connection.phase();
                }
            }
            eastCm[i] = ingress[i].nodes().stream().mapToDouble(Lane.Node::eastCm).toArray();
            northCm[i] = ingress[i].nodes().stream().mapToDouble(Lane.Node::northCm).toArray();
            boxCm[i] =
                    new double[] {
                        Arrays.stream(eastCm[i]).min().orElse(0),
                        Arrays.stream(eastCm[i]).max().orElse(0),
                        Arrays.stream(northCm[i]).min().orElse(0),
                        Arrays.stream(northCm[i]).max().orElse(0)
                    };
        }
    }

    /**
     * Finds the ingress lane nearest to a position, within {@code toleranceCm} of its center line.
     * The answer is read from {@link #lane()} and its neighbors until the next call.
     *
     * @param latE7 latitude, tenths of a microdegree; 900000001 unavailable
     * @param lonE7 longitude, tenths of a microdegree
     * @param toleranceCm greatest distance from a center line, centimeters
     * @return whether a lane was found
     */
    public boolean locate(int latE7, int lonE7, int toleranceCm) {
        return locateOn(0, latE7, lonE7, toleranceCm);
    }

    /**
     * As {@link #locate}, on the lanes of one approach only.
     *
     * @param approach approach number; 0 any
     * @param latE7 latitude, tenths of a microdegree; 900000001 unavailable
     * @param lonE7 longitude, tenths of a microdegree
     * @param toleranceCm greatest distance from a center line, centimeters
     * @return whether a lane was found
     */
    public boolean locateOn(int approach, int latE7, int lonE7, int toleranceCm) {
        lane = NONE;
        if (latE7 == UNAVAILABLE_LATITUDE) {
            return false;
        }
        double east = ((double) lonE7 - longitudeE7) * eastCmPerE7;
        double north = ((double) latE7 - latitudeE7) * CM_PER_E7;
        double best = (double) toleranceCm * toleranceCm;
        for (int i = 0; i < laneNumber.length; i++) {
            if ((approach == 0 || laneApproach[i] == approach)
                    && isNear(i, east, north, toleranceCm)) {
                best = locateOnLane(i, east, north, best);
            }
        }
        return lane != NONE;
    }

    private boolean isNear(int index, double east, double north, int toleranceCm) {
        double[] box = boxCm[index];
        return east >= box[0] - toleranceCm
                && east <= box[1] + toleranceCm
                && north >= box[2] - toleranceCm
                && north <= box[3] + toleranceCm;
    }

    private double locateOnLane(int index, double east, double north, double limit) {
        double[] xs = eastCm[index];
        double[] ys = northCm[index];
        double best = limit;
        double along = 0;
        for (int k = 0; k + 1 < xs.length; k++) {
            double dx = xs[k + 1] - xs[k];
            double dy = ys[k + 1] - ys[k];
            double lengthCm = Math.sqrt(dx * dx + dy * dy);
            double t = ((east - xs[k]) * dx + (north - ys[k]) * dy) / (lengthCm * lengthCm);
            if (t >= 0 && t <= 1) {
                double ox = xs[k] + t * dx - east;
                double oy = ys[k] + t * dy - north;
                double square = ox * ox + oy * oy;
                if (square < best) {
                    best = square;
                    lane = index;
                    distanceCm = (int) (along + t * lengthCm);
                    offsetCm = (int) Math.sqrt(square);
                    // A vehicle drives from the outer node towards the stop line.
                    double heading = StrictMath.toDegrees(StrictMath.atan2(-dx, -dy));
                    headingCdeg = (int) Math.round((heading < 0 ? heading + 360 : heading) * 100);
                }
            }
            along += lengthCm;
        }
        return best;
    }

    /**
     * Returns the lane found.
     *
     * @return index for the other accessors, or {@link #NONE}
     */
    public int lane() {
        return lane;
    }

    /**
     * Returns how far it is to the stop line along the lane found.
     *
     * @return centimeters, 0 and up
     */
    public int distanceCm() {
        return distanceCm;
    }

    /**
     * Returns how far from the center line of the lane found the position lies.
     *
     * @return centimeters, 0 and up
     */
    public int offsetCm() {
        return offsetCm;
    }

    /**
     * Returns the driving direction of the lane found, at the position.
     *
     * @return hundredths of a degree clockwise from north, 0 to 36000
     */
    public int headingCdeg() {
        return headingCdeg;
    }

    /**
     * Returns the number of a lane.
     *
     * @param index from {@link #lane()}
     * @return J2735 lane id
     */
    public int number(int index) {
        return laneNumber[index];
    }

    /**
     * Returns the approach of a lane.
     *
     * @param index from {@link #lane()}
     * @return approach number
     */
    public int approach(int index) {
        return laneApproach[index];
    }

    /**
     * Returns the phase that a vehicle in a lane waits for, its main maneuver's.
     *
     * @param index from {@link #lane()}
     * @return phase number, 0 when the lane leads nowhere
     */
    public int phase(int index) {
        return laneStraightPhase[index];
    }

    /**
     * Finds the approach of a numbered ingress lane.
     *
     * @param number J2735 lane id
     * @return approach number, or {@link #NONE} when no ingress lane has the number
     */
    public int approachOfLane(int number) {
        for (int i = 0; i < laneNumber.length; i++) {
            if (laneNumber[i] == number) {
                return laneApproach[i];
            }
        }
        return NONE;
    }

    /**
     * Finds the phase that a vehicle in a numbered ingress lane waits for.
     *
     * @param number J2735 lane id
     * @return phase number, 0 when no ingress lane has the number or it leads nowhere
     */
    public int phaseOfLane(int number) {
        for (int i = 0; i < laneNumber.length; i++) {
            if (laneNumber[i] == number) {
                return laneStraightPhase[i];
            }
        }
        return 0;
    }

    /**
     * Tells whether a site has an approach.
     *
     * @param approach approach number
     * @return whether an ingress lane belongs to it
     */
    public boolean hasApproach(int approach) {
        for (int candidate : laneApproach) {
            if (candidate == approach) {
                return true;
            }
        }
        return false;
    }
}
