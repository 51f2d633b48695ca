package org.sinho.rig.sumo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A city as its folder describes it: {@code city.yaml} and the plain XML of the net beside it.
 *
 * @param folder where {@code city.yaml} is
 * @param name short name
 * @param net what the net is made from
 * @param additional SUMO additional files: loops, bus stops
 * @param frame where the net's origin lies on the earth
 * @param junctions the signalised junctions, in the order of the file, at least one
 * @param places hospitals, stations, stops and what else has a name
 * @param demand who travels
 */
public record CityFolder(
        Path folder,
        String name,
        NetSource net,
        List<Path> additional,
        GeoFrame frame,
        List<Junction> junctions,
        List<Place> places,
        CityDemand demand) {

    private static final int HIGHEST_PHASE = 32;
    private static final int HIGHEST_DETECTOR = 255;

    private static final Map<String, String> NETCONVERT =
            Map.of(
                    "nodes", "--node-files",
                    "edges", "--edge-files",
                    "connections", "--connection-files",
                    "signals", "--tllogic-files",
                    "types", "--type-files");

    /** What {@code places} may be. */
    private static final List<String> PLACE_KINDS =
            List.of(
                    "hospital",
                    "emergencyRoom",
                    "fireStation",
                    "policeStation",
                    "dronePort",
                    "shuttleStop",
                    "busStop",
                    "tunnel",
                    "schoolZone",
                    "gate");

    /**
     * What the net is made from: plain XML for netconvert, or a net that is already built.
     *
     * @param plain netconvert's options with their files, e.g. {@code --node-files}, empty for a
     *     built net
     * @param built the built net, or null
     */
    public record NetSource(List<String> plain, Path built) {}

    /**
     * A place with a name.
     *
     * @param id short name, unique in the city
     * @param kind what it is, e.g. {@code emergencyRoom}
     * @param name what people call it
     * @param edges SUMO edges at it; one unless it has a length, such as a tunnel
     * @param positionM where on the first edge, metres
     */
    public record Place(
            String id, String kind, String name, List<String> edges, double positionM) {}

    /**
     * A signalised junction.
     *
     * @param number J2735 intersection id, 1 to 65535
     * @param tls id of SUMO's signal
     * @param node id of SUMO's junction
     * @param controllers files of the virtual controllers at it, relative to the city's folder
     * @param links what each link index of SUMO's signal shows, by index
     * @param detectors controller detectors
     * @param buttons pedestrian detectors
     * @param approaches J2735 approaches, in the order of their numbers
     */
    public record Junction(
            int number,
            String tls,
            String node,
            List<Path> controllers,
            List<Link> links,
            List<Detector> detectors,
            List<Button> buttons,
            List<Approach> approaches) {}

    /**
     * What drives one link of a signal: an overlap if there is one, else a phase, or a pedestrian
     * phase.
     *
     * @param phase vehicle phase, 1 to 32, or 0; beside an overlap the phase that mainly serves the
     *     movement, which site sheet and MAP name
     * @param ped pedestrian phase, 1 to 32, or 0
     * @param yields whether green is permissive: vehicles wait for people and traffic in their way
     * @param overlap overlap, 1 to 32, or 0
     * @param wheels whether a pedestrian phase shows to personal mobility on its own lane
     */
    public record Link(int phase, int ped, boolean yields, int overlap, boolean wheels) {
        /**
         * A link driven by a phase.
         *
         * @param phase vehicle phase, 1 to 32, or 0
         * @param ped pedestrian phase, 1 to 32, or 0
         * @param yields whether green is permissive
         */
        public Link(int phase, int ped, boolean yields) {
            this(phase, ped, yields, 0, false);
        }

        /**
         * A link driven by a phase or an overlap.
         *
         * @param phase vehicle phase, 1 to 32, or 0
         * @param ped pedestrian phase, 1 to 32, or 0
         * @param yields whether green is permissive
         * @param overlap overlap, 1 to 32, or 0
         */
        public Link(int phase, int ped, boolean yields, int overlap) {
            this(phase, ped, yields, overlap, false);
        }
    }

    /**
     * A controller's vehicle detector.
     *
     * @param number controller detector number, 1 to 255
     * @param loops ids of the SUMO loops that it is made of
     */
    public record Detector(int number, List<String> loops) {}

    /**
     * A controller's pedestrian detector.
     *
     * @param number controller pedestrian detector number, 1 to 255
     * @param crossing id of the SUMO crossing edge that people wait for
     * @param loops ids of SUMO loops under personal mobility that waits for the same phase
     */
    public record Button(int number, String crossing, List<String> loops) {}

    /**
     * One way into a junction and the way straight on out of it.
     *
     * @param number J2735 approach number, 1 to 15
     * @param name direction of travel, e.g. {@code eastbound}
     * @param ingress SUMO edge that ends at the stop line, or empty: nothing comes in
     * @param egress SUMO edge that leaves in the same direction, or empty: nothing leaves
     */
    public record Approach(int number, String name, String ingress, String egress) {}

    /**
     * Reads a city folder.
     *
     * @param folder folder that holds {@code city.yaml}
     * @return the city; what it names in SUMO's net is checked when traffic starts
     * @throws SumoException if something is missing or wrong: which file, where, what is allowed
     */
    public static CityFolder read(Path folder) {
        YamlNode city = YamlNode.read(folder.resolve("city.yaml"));
        YamlNode net = city.at("net");
        YamlNode origin = city.at("origin");
        List<Junction> junctions = new ArrayList<>();
        for (YamlNode node : city.items("junctions")) {
            junctions.add(junction(folder, node));
        }
        if (junctions.isEmpty()) {
            throw city.at("name").wrong("a city with at least one entry in \"junctions\"");
        }
        requireUnique(city, "junction number", junctions.stream().map(Junction::number).toList());
        requireUnique(city, "junction tls", junctions.stream().map(Junction::tls).toList());
        List<Place> places = places(city);
        return new CityFolder(
                folder,
                city.text("name"),
                netSource(folder, net),
                net.texts("additional").stream().map(text -> file(folder, net, text)).toList(),
                new GeoFrame(origin.number("latDeg", -89, 89), origin.number("lonDeg", -180, 180)),
                List.copyOf(junctions),
                places,
                DemandSection.read(city.at("demand"), places));
    }

    private static NetSource netSource(Path folder, YamlNode net) {
        if (net.has("file")) {
            return new NetSource(List.of(), file(folder, net, net.text("file")));
        }
        List<String> plain = new ArrayList<>();
        for (String kind : List.of("nodes", "edges", "connections", "signals", "types")) {
            if (net.has(kind) || !kind.equals("types")) {
                plain.add(NETCONVERT.get(kind));
                plain.add(file(folder, net, net.text(kind)).toString());
            }
        }
        return new NetSource(List.copyOf(plain), null);
    }

    private static List<Place> places(YamlNode city) {
        List<Place> places = new ArrayList<>();
        for (YamlNode item : city.items("places")) {
            String kind = item.text("kind");
            if (!PLACE_KINDS.contains(kind)) {
                throw item.at("kind").wrong("one of " + PLACE_KINDS);
            }
            places.add(
                    new Place(
                            item.text("id"),
                            kind,
                            item.text("name"),
                            item.texts("edges"),
                            item.has("positionM") ? item.number("positionM", 0, 10_000) : 0.0));
        }
        requireUnique(city, "place", places.stream().map(Place::id).toList());
        return List.copyOf(places);
    }

    private static Junction junction(Path folder, YamlNode node) {
        List<Detector> detectors = new ArrayList<>();
        for (YamlNode item : node.items("detectors")) {
            detectors.add(
                    new Detector(item.integer("number", 1, HIGHEST_DETECTOR), item.texts("loops")));
        }
        List<Button> buttons = new ArrayList<>();
        for (YamlNode item : node.items("buttons")) {
            buttons.add(
                    new Button(
                            item.integer("number", 1, HIGHEST_DETECTOR),
                            item.text("crossing"),
                            item.texts("loops")));
        }
        List<Approach> approaches = new ArrayList<>();
        for (YamlNode item : node.items("approaches")) {
            approaches.add(
                    new Approach(
                            item.integer("number", 1, 15),
                            item.text("name"),
                            item.has("ingress") ? item.text("ingress") : "",
                            item.has("egress") ? item.text("egress") : ""));
        }
        requireUnique(node, "detector number", detectors.stream().map(Detector::number).toList());
        requireUnique(node, "loop", detectors.stream().flatMap(d -> d.loops().stream()).toList());
        requireUnique(node, "button number", buttons.stream().map(Button::number).toList());
        return new Junction(
                node.integer("number", 1, 65_535),
                node.text("tls"),
                node.text("node"),
                node.texts("controllers").stream().map(folder::resolve).toList(),
                links(node),
                List.copyOf(detectors),
                List.copyOf(buttons),
                List.copyOf(approaches));
    }

    private static List<Link> links(YamlNode junction) {
        List<Link> links = new ArrayList<>();
        for (YamlNode item : junction.items("links")) {
            if (item.integer("index", 0, 255) != links.size()) {
                throw item.at("index").wrong("the next index, " + links.size());
            }
            links.add(link(item));
        }
        return List.copyOf(links);
    }

    private static Link link(YamlNode item) {
        boolean vehicle = item.has("phase") || item.has("overlap");
        if (item.has("ped") == vehicle) {
            throw item.wrong("either \"phase\", \"overlap\" (or both) or \"ped\"");
        }
        int ped = item.has("ped") ? item.integer("ped", 1, HIGHEST_PHASE) : 0;
        int phase = item.has("phase") ? item.integer("phase", 1, HIGHEST_PHASE) : 0;
        int overlap = item.has("overlap") ? item.integer("overlap", 1, HIGHEST_PHASE) : 0;
        return new Link(phase, ped, item.flag("yields"), overlap, item.flag("wheels"));
    }

    private static Path file(Path folder, YamlNode node, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new SumoException(
                    node.file()
                            + ": "
                            + node.where()
                            + " names "
                            + name
                            + "; allowed: a file in "
                            + folder);
        }
        return file;
    }

    private static void requireUnique(YamlNode node, String what, List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new SumoException(
                        node.file()
                                + ": "
                                + node.where()
                                + ": "
                                + what
                                + " "
                                + value
                                + " appears twice; allowed: once");
            }
        }
    }
}
