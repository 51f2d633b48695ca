package org.sinho.center.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.sinho.core.site.Lane;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code lanes} and checks that what refers to a lane finds it. */
final class LaneSection {
    /** Highest J2735 {@code laneID}. */
    static final int LAST = 254;

    private static final int NODE_LIMIT = 63;
    private static final int FARTHEST_CM = 100_000;
    private static final Set<String> LANE_KEYS =
            Set.of("approach", "ingress", "nodes", "connections");
    private static final Set<String> CONNECTION_KEYS =
            Set.of("lane", "maneuver", "phase", "overlap");
    private static final Map<String, Lane.Maneuver> MANEUVERS =
            Map.of(
                    "straight", Lane.Maneuver.STRAIGHT,
                    "left", Lane.Maneuver.LEFT,
                    "right", Lane.Maneuver.RIGHT);

    private final SheetContext context;
    private final List<Lane> lanes = new ArrayList<>();

    LaneSection(SheetContext context) {
        this.context = context;
    }

    List<Lane> read(Fields file) {
        file.numbered("lanes", 1, LAST).forEach(this::readLane);
        lanes.forEach(this::requireTargets);
        return lanes;
    }

    private void readLane(int number, Node node) {
        String where = "lane " + number;
        Fields lane = new Fields(context, "lanes." + number, where, node, LANE_KEYS);
        int approach = lane.integer("approach", 1, 15);
        boolean ingress = lane.flag("ingress");
        List<Lane.Node> nodes = readNodes(lane, where);
        List<Lane.Connection> connections = new ArrayList<>();
        List<Node> items = lane.items("connections");
        for (int i = 0; i < items.size(); i++) {
            connections.add(readConnection(where, "lanes." + number, i, items.get(i)));
        }
        if (ingress == connections.isEmpty()) {
            context.problem(
                    lane.lineOf("connections"),
                    "connections of " + where,
                    connections.size() + "",
                    ingress ? "at least one on an ingress lane" : "none on an egress lane");
        }
        lanes.add(new Lane(number, approach, ingress, nodes, connections));
    }

    private List<Lane.Node> readNodes(Fields lane, String where) {
        List<Lane.Node> nodes = new ArrayList<>();
        List<Node> items = lane.items("nodes");
        for (Node item : items) {
            List<Node> pair =
                    item instanceof SequenceNode sequence ? sequence.getValue() : List.of();
            OptionalInt east = pair.size() == 2 ? centimeters(pair.get(0)) : OptionalInt.empty();
            OptionalInt north = pair.size() == 2 ? centimeters(pair.get(1)) : OptionalInt.empty();
            if (east.isEmpty() || north.isEmpty()) {
                context.problem(
                        YamlText.line(item),
                        "node of " + where,
                        Scalars.describe(item),
                        "[meters east, meters north], -1000 to 1000, at most two decimals");
            } else {
                nodes.add(new Lane.Node(east.getAsInt(), north.getAsInt()));
            }
        }
        if (items.size() < 2 || items.size() > NODE_LIMIT) {
            context.problem(
                    lane.lineOf("nodes"),
                    "number of nodes of " + where,
                    items.size() + "",
                    "2 to " + NODE_LIMIT);
        }
        return nodes;
    }

    private static OptionalInt centimeters(Node node) {
        OptionalInt read = Scalars.scaled(node, 2);
        return read.isPresent() && Math.abs((long) read.getAsInt()) <= FARTHEST_CM
                ? read
                : OptionalInt.empty();
    }

    private Lane.Connection readConnection(String where, String path, int position, Node node) {
        String of = "connection " + (position + 1) + " of " + where;
        Fields connection =
                new Fields(context, path + ".connections." + position, of, node, CONNECTION_KEYS);
        int lane = connection.integer("lane", 1, LAST);
        Lane.Maneuver maneuver = connection.choice("maneuver", MANEUVERS, Lane.Maneuver.STRAIGHT);
        int phase = connection.integer("phase", 1, 16);
        context.requirePhase(connection.lineOf("phase"), "phase of " + of, phase);
        int overlap = connection.has("overlap") ? connection.integer("overlap", 1, 16) : 0;
        if (overlap != 0 && !context.overlaps().contains(overlap)) {
            context.problem(
                    connection.lineOf("overlap"),
                    "overlap of " + of,
                    Integer.toString(overlap),
                    "overlaps " + context.overlaps());
        }
        return new Lane.Connection(lane, maneuver, phase, overlap);
    }

    private void requireTargets(Lane lane) {
        for (int i = 0; i < lane.connections().size(); i++) {
            int target = lane.connections().get(i).lane();
            String path = "lanes." + lane.number() + ".connections." + i + ".lane";
            if (lanes.stream().noneMatch(at -> at.number() == target && !at.ingress())) {
                context.problem(
                        context.marks().lineOf(path),
                        "lane of connection " + (i + 1) + " of lane " + lane.number(),
                        Integer.toString(target),
                        "an egress lane of this sheet");
            }
        }
    }

    /** Checks that a crossing runs across lanes that exist, and across at least one. */
    void requireCrossed(int pedestrian, List<Integer> crossed) {
        int line = context.marks().lineOf("pedestrians." + pedestrian + ".crossedLanes");
        String what = "crossedLanes of pedestrian " + pedestrian;
        if (crossed.isEmpty()) {
            context.problem(line, what, "empty", "at least one lane");
        }
        for (int number : crossed) {
            if (lanes.stream().noneMatch(lane -> lane.number() == number)) {
                context.problem(line, what, Integer.toString(number), "lanes of this sheet");
            }
        }
    }
}
