package org.sinho.v2x.security;

import java.util.List;

/** Where a certificate may be used. Coordinates in 0.1 microdegree, WGS-84. */
sealed interface Region {
    /** Everywhere: the certificate names no region. */
    Region ANYWHERE =
            new Rectangles(
                    List.of(new Box(900_000_000, -1_800_000_000, -900_000_000, 1_800_000_000)));

    /** Nowhere: a kind of region that is not evaluated here grants no place. */
    Region NOWHERE = new Rectangles(List.of());

    boolean contains(int latitude, int longitude);

    /** One rectangle by its north-western and south-eastern corners. */
    record Box(int north, int west, int south, int east) {
        boolean contains(int latitude, int longitude) {
            return latitude <= north && latitude >= south && longitude >= west && longitude <= east;
        }
    }

    /** Any of some rectangles. */
    record Rectangles(List<Box> boxes) implements Region {
        public Rectangles {
            boxes = List.copyOf(boxes);
        }

        @Override
        public boolean contains(int latitude, int longitude) {
            for (int i = 0; i < boxes.size(); i++) { // No iterator: this runs for every message.
                if (boxes.get(i).contains(latitude, longitude)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A circle; distance on a local plane, exact to about 0.1 % at 65 km, the largest radius. */
    record Circle(int latitude, int longitude, int radiusM) implements Region {
        private static final double M_PER_UNIT = 6_371_008.8 * Math.PI / 180 / 1e7;

        @Override
        public boolean contains(int pointLatitude, int pointLongitude) {
            double middle = Math.toRadians(((double) latitude + pointLatitude) / 2e7);
            double northM = ((double) pointLatitude - latitude) * M_PER_UNIT;
            double eastM = ((double) pointLongitude - longitude) * M_PER_UNIT * Math.cos(middle);
            return northM * northM + eastM * eastM <= (double) radiusM * radiusM;
        }
    }
}
