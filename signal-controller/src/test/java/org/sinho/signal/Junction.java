package org.sinho.signal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * The demonstration city's first junction, typed once more: dual ring, four arms, a preempt each.
 *
 * <pre>
 *        4 │        phase 1 and 5: left turns of the main road     2 and 6: through
 *   1 ─────┼───── 2       3 and 7: left turns of the side road     4 and 8: through
 *          │ 3       approach 1 = 2 + 5, 2 = 6 + 1, 3 = 4 + 7, 4 = 8 + 3
 * </pre>
 */
final class Junction {
    static final int SITE = 1;
    static final int LATITUDE_E7 = 364_925_000;
    static final int LONGITUDE_E7 = 1_273_120_000;
    static final int BACKUP_TIME_S = 10;

    /** By phase number: approach, km/h, minimum, maximum green, yellow, red clearance in ds. */
    static final int[][] PHASES = {
        {},
        {2, 30, 50, 250, 49, 15},
        {1, 60, 70, 450, 35, 20},
        {4, 30, 50, 200, 49, 15},
        {3, 50, 60, 350, 42, 20},
        {1, 30, 50, 250, 49, 15},
        {2, 60, 70, 450, 35, 20},
        {3, 30, 50, 200, 49, 15},
        {4, 50, 60, 350, 42, 20},
    };

    static final int WALK_DS = 70;
    static final int BUFFER_DS = 30;
    static final int MAXIMUM_PRESENCE_S = 120;

    /** By approach: meters east and north of its stop line, and direction outwards. */
    private static final double[][] ARMS = {
        {}, {-16.8, -6.4, -1, 0}, {16.8, 6.4, 1, 0}, {3.2, -20, 0, -1}, {-3.2, 20, 0, 1}
    };

    private static final int[] HEADING_CDEG = {0, 9_000, 27_000, 0, 18_000};
    private static final double CM_PER_E7 = Math.toRadians(1e-7) * 637_813_700.0;
    private static final int[][] DWELL = {{}, {2, 5}, {6, 1}, {4, 7}, {8, 3}};

    private Junction() {}

    static int pedClearDs(int phase) {
        return phase % 4 == 2 ? 110 : 170;
    }

    static int[] dwell(int preempt) {
        return DWELL[preempt];
    }

    static int headingCdeg(int approach) {
        return HEADING_CDEG[approach];
    }

    static int latitudeE7(int approach, double meters) {
        double north = ARMS[approach][1] + meters * ARMS[approach][3];
        return LATITUDE_E7 + (int) Math.round(north * 100 / CM_PER_E7);
    }

    static int longitudeE7(int approach, double meters) {
        double east = ARMS[approach][0] + meters * ARMS[approach][2];
        double scale = Math.cos(Math.toRadians(LATITUDE_E7 * 1e-7));
        return LONGITUDE_E7 + (int) Math.round(east * 100 / CM_PER_E7 / scale);
    }

    static boolean forbidden(int a, int b) {
        boolean sameRing = (a - 1) / 4 == (b - 1) / 4;
        boolean sameSide = (a - 1) % 4 / 2 == (b - 1) % 4 / 2;
        return a != b && (sameRing || !sameSide);
    }

    static SiteSheet sheet() {
        return sheet(SITE);
    }

    static SiteSheet sheet(int siteId) {
        return new SiteSheet(
                siteId,
                "junction " + siteId,
                Profile.KR,
                LATITUDE_E7,
                LONGITUDE_E7,
                IntStream.rangeClosed(1, 8).mapToObj(Junction::phase).toList(),
                IntStream.of(2, 4, 6, 8).mapToObj(Junction::pedestrian).toList(),
                List.of(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8)),
                List.of(List.of(1, 2, 5, 6), List.of(3, 4, 7, 8)),
                conflicts(),
                new int[32][32],
                new int[32][32],
                IntStream.rangeClosed(1, 4).boxed().flatMap(Junction::lanes).toList(),
                IntStream.rangeClosed(1, 4).mapToObj(Junction::preempt).toList(),
                List.of(1, 2, 3),
                BACKUP_TIME_S,
                List.of());
    }

    private static VehiclePhase phase(int n) {
        int[] p = PHASES[n];
        int ring = n <= 4 ? 1 : 2;
        return new VehiclePhase(
                n, ring, "phase " + n, p[0], p[2], p[3], 30, p[4], p[5], p[1], 0, 3_300);
    }

    private static PedestrianPhase pedestrian(int n) {
        int lengthCm = pedClearDs(n) * 10;
        return new PedestrianPhase(
                n,
                n,
                lengthCm,
                false,
                WALK_DS,
                pedClearDs(n),
                BUFFER_DS,
                List.of(2 * crossedArm(n) - 1, 2 * crossedArm(n)));
    }

    private static PreemptPlan preempt(int approach) {
        int dwell = 1 << DWELL[approach][0] - 1 | 1 << DWELL[approach][1] - 1;
        int exit = approach <= 2 ? 0x88 : 0x22;
        return new PreemptPlan(
                approach, approach, dwell, exit, 2_550, 255, 255, 255, MAXIMUM_PRESENCE_S);
    }

    /** The arm on the right of whoever drives parallel to the crossing. */
    private static int crossedArm(int pedestrian) {
        return new int[] {3, 2, 4, 1}[pedestrian / 2 - 1];
    }

    /** Where somebody waits to cross an arm: east and north of the middle, meters. */
    static double[] curb(int pedestrian) {
        double[] arm = ARMS[crossedArm(pedestrian)];
        double half = pedClearDs(pedestrian) / 20.0;
        return arm[2] == 0 ? new double[] {half, arm[1]} : new double[] {arm[0], half};
    }

    static int latitudeE7(double northM) {
        return LATITUDE_E7 + (int) Math.round(northM * 100 / CM_PER_E7);
    }

    static int longitudeE7(double eastM) {
        double scale = Math.cos(Math.toRadians(LATITUDE_E7 * 1e-7));
        return LONGITUDE_E7 + (int) Math.round(eastM * 100 / CM_PER_E7 / scale);
    }

    private static Stream<Lane> lanes(int approach) {
        double[] arm = ARMS[approach];
        int eastCm = (int) ((arm[2] == 0 ? -arm[0] : arm[0]) * 100);
        int northCm = (int) ((arm[3] == 0 ? -arm[1] : arm[1]) * 100);
        List<Lane.Node> nodes =
                List.of(
                        new Lane.Node(eastCm, northCm),
                        new Lane.Node(
                                eastCm + (int) (78_000 * arm[2]),
                                northCm + (int) (78_000 * arm[3])));
        return Stream.of(lane(approach), new Lane(2 * approach, approach, false, nodes, List.of()));
    }

    private static Lane lane(int approach) {
        double[] arm = ARMS[approach];
        List<Lane.Node> nodes =
                List.of(
                        new Lane.Node((int) (arm[0] * 100), (int) (arm[1] * 100)),
                        new Lane.Node(
                                (int) ((arm[0] + 780 * arm[2]) * 100),
                                (int) ((arm[1] + 780 * arm[3]) * 100)));
        int through = DWELL[approach][0];
        return new Lane(
                2 * approach - 1,
                approach,
                true,
                nodes,
                List.of(new Lane.Connection(20, Lane.Maneuver.STRAIGHT, through)));
    }

    private static Conflict[][] conflicts() {
        Conflict[][] matrix = new Conflict[32][32];
        for (int a = 0; a < 32; a++) {
            for (int b = 0; b < 32; b++) {
                matrix[a][b] = a == b || !exists(a) || !exists(b) ? null : conflict(a, b);
            }
        }
        return matrix;
    }

    private static boolean exists(int index) {
        return index < 8 || index >= 16 && index < 24 && index % 2 == 1;
    }

    /**
     * On foot one conflicts as the parallel phase does, and shares the road with it by yielding.
     */
    private static Conflict conflict(int a, int b) {
        int first = a % 16 + 1;
        int second = b % 16 + 1;
        if (a >= 16 && b >= 16) {
            return Conflict.FREE;
        }
        if (first == second) {
            return Conflict.YIELD;
        }
        return forbidden(first, second) ? Conflict.FORBIDDEN : Conflict.FREE;
    }
}
