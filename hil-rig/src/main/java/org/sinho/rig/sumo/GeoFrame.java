package org.sinho.rig.sumo;

/**
 * Flat frame of a city: metres east and north of an origin, and degrees on the WGS 84 ellipsoid.
 *
 * <p>Equirectangular with the two radii of curvature at the origin: exact to centimetres within a
 * few kilometres, and its inverse is exact to rounding.
 */
public final class GeoFrame {
    private static final double EQUATORIAL_RADIUS_M = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 6.694_379_990_141_32e-3;

    private final double originLatDeg;
    private final double originLonDeg;
    private final double metresPerLatDegree;
    private final double metresPerLonDegree;

    /**
     * A frame around an origin.
     *
     * @param originLatDeg latitude of x = 0, y = 0, degrees north, -89 to 89
     * @param originLonDeg longitude of x = 0, y = 0, degrees east, -180 to 180
     * @throws SumoException if the origin is outside its range
     */
    public GeoFrame(double originLatDeg, double originLonDeg) {
        if (!(Math.abs(originLatDeg) <= 89.0) || !(Math.abs(originLonDeg) <= 180.0)) {
            throw new SumoException(
                    "origin ("
                            + originLatDeg
                            + ", "
                            + originLonDeg
                            + "): allowed latitude -89..89, longitude -180..180");
        }
        this.originLatDeg = originLatDeg;
        this.originLonDeg = originLonDeg;
        double latRad = Math.toRadians(originLatDeg);
        double w = 1.0 - ECCENTRICITY_SQUARED * Math.sin(latRad) * Math.sin(latRad);
        double meridianRadiusM =
                EQUATORIAL_RADIUS_M * (1.0 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double normalRadiusM = EQUATORIAL_RADIUS_M / Math.sqrt(w);
        metresPerLatDegree = Math.toRadians(1.0) * meridianRadiusM;
        metresPerLonDegree = Math.toRadians(1.0) * normalRadiusM * Math.cos(latRad);
    }

    /**
     * Latitude of the origin.
     *
     * @return degrees north
     */
    public double originLatDeg() {
        return originLatDeg;
    }

    /**
     * Longitude of the origin.
     *
     * @return degrees east
     */
    public double originLonDeg() {
        return originLonDeg;
    }

    /**
     * Latitude of a point.
     *
     * @param yM metres north of the origin
     * @return degrees north
     */
    public double latDeg(double yM) {
        return originLatDeg + yM / metresPerLatDegree;
    }

    /**
     * Longitude of a point.
     *
     * @param xM metres east of the origin
     * @return degrees east
     */
    public double lonDeg(double xM) {
        return originLonDeg + xM / metresPerLonDegree;
    }

    /**
     * Metres east of the origin.
     *
     * @param lonDeg degrees east
     * @return metres, negative to the west
     */
    public double xM(double lonDeg) {
        return (lonDeg - originLonDeg) * metresPerLonDegree;
    }

    /**
     * Metres north of the origin.
     *
     * @param latDeg degrees north
     * @return metres, negative to the south
     */
    public double yM(double latDeg) {
        return (latDeg - originLatDeg) * metresPerLatDegree;
    }
}
