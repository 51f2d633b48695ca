package org.sinho.core.site;

import java.util.List;

/**
 * Where a pedestrian phase's crossing lies, as far as its site's sheet tells: across the ends of
 * the lanes that it crosses, as long as the engineer measured it.
 *
 * <p>Centimeters east and north of the site's reference point. The two ends are the curbs, where
 * people wait.
 *
 * @param number pedestrian phase, 1 to 16
 * @param eastCm one curb, then the other
 * @param northCm one curb, then the other
 */
public record Crossing(int number, List<Integer> eastCm, List<Integer> northCm) {
    /** Copies the lists. */
    public Crossing {
        eastCm = List.copyOf(eastCm);
        northCm = List.copyOf(northCm);
    }

    /**
     * Finds the crossings of a site.
     *
     * @param sheet the site
     * @return those of its pedestrian phases whose crossed lanes give a direction, in order of
     *     number
     */
    public static List<Crossing> of(SiteSheet sheet) {
        return sheet.pedestrians().stream()
                .map(phase -> of(sheet, phase))
                .filter(crossing -> crossing != null)
                .toList();
    }

    /** The line through the two lane ends that are farthest apart, about their middle. */
    private static Crossing of(SiteSheet sheet, PedestrianPhase phase) {
        List<Lane.Node> ends =
                sheet.lanes().stream()
                        .filter(lane -> phase.crossedLanes().contains(lane.number()))
                        .map(lane -> lane.nodes().getFirst())
                        .toList();
        Lane.Node first = null;
        Lane.Node last = null;
        double longest = 0;
        for (Lane.Node a : ends) {
            for (Lane.Node b : ends) {
                double distance = distanceCm(a, b);
                if (distance > longest) {
                    longest = distance;
                    first = a;
                    last = b;
                }
            }
        }
        if (first == null) {
            return null; // One lane alone does not say which way the crossing runs.
        }
        double half = phase.crossingLengthCm() / 2.0 / longest;
        long alongEast = Math.round((last.eastCm() - first.eastCm()) * half);
        long alongNorth = Math.round((last.northCm() - first.northCm()) * half);
        int middleEast = (first.eastCm() + last.eastCm()) / 2;
        int middleNorth = (first.northCm() + last.northCm()) / 2;
        return new Crossing(
                phase.number(),
                List.of((int) (middleEast - alongEast), (int) (middleEast + alongEast)),
                List.of((int) (middleNorth - alongNorth), (int) (middleNorth + alongNorth)));
    }

    private static double distanceCm(Lane.Node a, Lane.Node b) {
        double east = a.eastCm() - (double) b.eastCm();
        double north = a.northCm() - (double) b.northCm();
        return Math.sqrt(east * east + north * north);
    }
}
