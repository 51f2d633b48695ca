package org.sinho.center.link;

import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.site.Crossing;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;
import org.sinho.v2x.j2735.GenericLane;
import org.sinho.v2x.j2735.IntersectionGeometry;
import org.sinho.v2x.j2735.MapMessage;

/**
 * Makes the MAP message of a junction from its sheet: every lane with its nodes and where it leads,
 * every crossing with its signal group.
 *
 * <p>The revision follows from the content, so that it stands still over restarts and moves when
 * the sheet does.
 */
final class MapComposer {
    private static final int ABSENT = GenericLane.ABSENT;
    private static final int LAYER_INTERSECTIONS = 3;
    private static final int LAYER = 1;
    private static final int ROOM = 16_384;
    private static final int REVISION_LIMIT = 128;
    private static final int LONGEST_OFFSET_CM = 32_767;

    private MapComposer() {}

    /**
     * Makes the message.
     *
     * @throws IllegalArgumentException when the sheet's geometry does not fit into one message
     */
    static byte[] compose(SiteSheet sheet) {
        CRC32C content = new CRC32C();
        content.update(encode(sheet, 0));
        return encode(sheet, (int) (content.getValue() % REVISION_LIMIT));
    }

    private static byte[] encode(SiteSheet sheet, int revision) {
        MapMessage map = new MapMessage();
        map.header(ABSENT, revision, LAYER_INTERSECTIONS, LAYER);
        IntersectionGeometry geometry = map.addIntersection();
        geometry.intersection().set(0, sheet.siteId());
        geometry.revision(revision);
        geometry.referencePoint(
                sheet.latitudeE7(), sheet.longitudeE7(), IntersectionGeometry.ELEVATION_UNKNOWN);
        int highest = 0;
        for (Lane lane : sheet.lanes()) {
            add(geometry.addLane(), lane);
            highest = Math.max(highest, lane.number());
        }
        for (Crossing crossing : Crossing.of(sheet)) {
            add(geometry.addLane(), crossing, ++highest);
        }
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[ROOM]);
        int length = map.encode(buffer, 0);
        if (length <= 0) {
            throw new IllegalArgumentException(
                    "site " + sheet.siteId() + ": its lanes do not fit into one MAP message");
        }
        byte[] octets = new byte[length];
        buffer.getBytes(0, octets);
        return octets;
    }

    private static void add(GenericLane to, Lane lane) {
        int maneuvers = 0;
        for (Lane.Connection way : lane.connections()) {
            maneuvers |= flag(way.maneuver());
        }
        to.lane(
                lane.number(),
                lane.ingress() ? lane.approach() : ABSENT,
                lane.ingress() ? ABSENT : lane.approach(),
                lane.ingress() ? maneuvers : ABSENT);
        int direction = lane.ingress() ? GenericLane.INGRESS : GenericLane.EGRESS;
        to.attributes(direction, 0, GenericLane.VEHICLE, 0);
        int eastCm = 0;
        int northCm = 0;
        for (Lane.Node node : lane.nodes()) {
            addNodes(to, node.eastCm() - eastCm, node.northCm() - northCm);
            eastCm = node.eastCm();
            northCm = node.northCm();
        }
        int number = 0;
        for (Lane.Connection way : lane.connections()) {
            int group = way.overlap() > 0 ? SignalGroups.ofOverlap(way.overlap()) : way.phase();
            to.addConnection().to(way.lane(), flag(way.maneuver()), group, ABSENT, ++number);
        }
    }

    /** From curb to curb, for both ways; it leads to itself, under its signal group. */
    private static void add(GenericLane to, Crossing crossing, int number) {
        to.lane(number, ABSENT, ABSENT, ABSENT);
        to.attributes(GenericLane.INGRESS | GenericLane.EGRESS, 0, GenericLane.CROSSWALK, 0);
        List<Integer> east = crossing.eastCm();
        List<Integer> north = crossing.northCm();
        addNodes(to, east.get(0), north.get(0));
        addNodes(to, east.get(1) - east.get(0), north.get(1) - north.get(0));
        int group = SignalGroups.ofPedestrian(crossing.number());
        to.addConnection().to(number, ABSENT, group, ABSENT, 1);
    }

    /** A stretch too long for one offset is cut into equal parts, less what rounding leaves. */
    private static void addNodes(GenericLane to, int eastCm, int northCm) {
        int longest = Math.max(Math.abs(eastCm), Math.abs(northCm));
        int parts = 1 + (longest - 1) / LONGEST_OFFSET_CM;
        int east = 0;
        int north = 0;
        for (int i = 1; i <= Math.max(1, parts); i++) {
            int nextEast = (int) ((long) eastCm * i / Math.max(1, parts));
            int nextNorth = (int) ((long) northCm * i / Math.max(1, parts));
            to.addNode(nextEast - east, nextNorth - north);
            east = nextEast;
            north = nextNorth;
        }
    }

    private static int flag(Lane.Maneuver maneuver) {
        return switch (maneuver) {
            case STRAIGHT -> GenericLane.ALLOWED_STRAIGHT;
            case LEFT -> GenericLane.ALLOWED_LEFT;
            case RIGHT -> GenericLane.ALLOWED_RIGHT;
        };
    }
}
