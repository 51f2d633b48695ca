package org.sinho.rig.sumo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A city as its folder describes it: {@code city.yaml} and the plain XML of the net beside it.
 *
 * @param folder where {@code city.yaml} is
 * @param name short name
 * @param nodes netconvert's node file
 * @param edges netconvert's edge file
 * @param connections netconvert's connection and crossing file
 * @param signals netconvert's signal program file, which fixes the link indices
 * @param additional SUMO additional files: loops, bus stops
 * @param frame where the net's origin lies on the earth
 * @param junctions the signalised junctions, in the order of the file, at least one
 * @param demand who travels
 */
public record CityFolder(
        Path folder,
        String name,
        Path nodes,
        Path edges,
        Path connections,
        Path signals,
        List<Path> additional,
        GeoFrame frame,
        List<Junction> junctions,
        Demand demand) {

    private static final int HIGHEST_PHASE = 32;
    private static final int HIGHEST_DETECTOR = 255;

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
     * What drives one link of a signal; exactly one of the three numbers is not 0.
     *
     * @param phase vehicle phase, 1 to 32, or 0
     * @param ped pedestrian phase, 1 to 32, or 0
     * @param yields whether green is permissive: vehicles wait for people and traffic in their way
     * @param overlap overlap, 1 to 32, or 0
     */
    public record Link(int phase, int ped, boolean yields, int overlap) {
        /**
         * A link driven by a phase.
         *
         * @param phase vehicle phase, 1 to 32, or 0
         * @param ped pedestrian phase, 1 to 32, or 0
         * @param yields whether green is permissive
         */
        public Link(int phase, int ped, boolean yields) {
            this(phase, ped, yields, 0);
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
     */
    public record Button(int number, String crossing) {}

    /**
     * One way into a junction and the way straight on out of it.
     *
     * @param number J2735 approach number, 1 to 15
     * @param name direction of travel, e.g. {@code eastbound}
     * @param ingress SUMO edge that ends at the stop line
     * @param egress SUMO edge that leaves in the same direction
     */
    public record Approach(int number, String name, String ingress, String egress) {}

    /**
     * Who travels. Rates are per hour.
     *
     * @param edgeFactor what rates are multiplied by at both ends of a run
     * @param peakFactor what rates are multiplied by in its middle
     * @param routes vehicle routes
     * @param buses bus lines
     * @param walks pedestrian relations
     * @param emergency emergency trips
     */
    public record Demand(
            double edgeFactor,
            double peakFactor,
            List<Route> routes,
            List<BusLine> buses,
            List<Walk> walks,
            EmergencyTrips emergency) {}

    /**
     * A vehicle route.
     *
     * @param id name, the stem of vehicle ids
     * @param edges SUMO edges from entry to exit
     * @param vehiclesPerHour rate before the profile
     */
    public record Route(String id, List<String> edges, double vehiclesPerHour) {}

    /**
     * A bus line.
     *
     * @param route its route; buses come evenly spaced with a little jitter
     * @param stop id of the SUMO bus stop
     * @param dwellSeconds stop duration, seconds
     */
    public record BusLine(Route route, String stop, double dwellSeconds) {}

    /**
     * People walking from one place to another.
     *
     * @param from SUMO edge on whose sidewalk they start
     * @param fromPosM where on it, metres
     * @param to SUMO edge on whose sidewalk they end
     * @param toPosM where on it, metres
     * @param personsPerHour rate before the profile
     */
    public record Walk(
            String from, double fromPosM, String to, double toPosM, double personsPerHour) {}

    /**
     * Emergency trips: one per interval, at a random time within its share of the run.
     *
     * @param intervalSeconds one trip per so many seconds of a run
     * @param firstSeconds none leaves earlier
     * @param tailSeconds none leaves in the last so many seconds
     * @param types vehicle types to draw from: {@code ambulance}, {@code fire}, {@code police}
     */
    public record EmergencyTrips(
            double intervalSeconds, double firstSeconds, double tailSeconds, List<String> types) {}

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
        return new CityFolder(
                folder,
                city.text("name"),
                file(folder, net, net.text("nodes")),
                file(folder, net, net.text("edges")),
                file(folder, net, net.text("connections")),
                file(folder, net, net.text("signals")),
                net.texts("additional").stream().map(text -> file(folder, net, text)).toList(),
                new GeoFrame(origin.number("latDeg", -89, 89), origin.number("lonDeg", -180, 180)),
                List.copyOf(junctions),
                demand(city.at("demand")));
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
                    new Button(item.integer("number", 1, HIGHEST_DETECTOR), item.text("crossing")));
        }
        List<Approach> approaches = new ArrayList<>();
        for (YamlNode item : node.items("approaches")) {
            approaches.add(
                    new Approach(
                            item.integer("number", 1, 15),
                            item.text("name"),
                            item.text("ingress"),
                            item.text("egress")));
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
        int given = 0;
        for (String key : new String[] {"phase", "ped", "overlap"}) {
            given += item.has(key) ? 1 : 0;
        }
        if (given != 1) {
            throw item.wrong("either \"phase\", \"overlap\" or \"ped\"");
        }
        if (item.has("ped")) {
            return new Link(0, item.integer("ped", 1, HIGHEST_PHASE), false);
        }
        boolean overlap = item.has("overlap");
        int number = item.integer(overlap ? "overlap" : "phase", 1, HIGHEST_PHASE);
        return new Link(overlap ? 0 : number, 0, item.flag("yields"), overlap ? number : 0);
    }

    private static Demand demand(YamlNode node) {
        YamlNode profile = node.at("profile");
        YamlNode emergency = node.at("emergency");
        List<String> types = emergency.texts("types");
        if (types.isEmpty() || !DemandWriter.EMERGENCY_TYPES.containsAll(types)) {
            throw emergency.at("types").wrong("some of " + DemandWriter.EMERGENCY_TYPES);
        }
        List<BusLine> buses = new ArrayList<>();
        for (YamlNode item : node.items("buses")) {
            buses.add(
                    new BusLine(
                            route(item), item.text("stop"), item.number("dwellSeconds", 0, 600)));
        }
        List<Walk> walks = new ArrayList<>();
        for (YamlNode item : node.items("pedestrians")) {
            walks.add(
                    new Walk(
                            item.text("from"),
                            item.number("fromPosM", 0, 10_000),
                            item.text("to"),
                            item.number("toPosM", 0, 10_000),
                            item.number("personsPerHour", 0, 10_000)));
        }
        return new Demand(
                profile.number("edge", 0, 10),
                profile.number("peak", 0, 10),
                node.items("routes").stream().map(CityFolder::route).toList(),
                List.copyOf(buses),
                List.copyOf(walks),
                new EmergencyTrips(
                        emergency.number("intervalSeconds", 1, 86_400),
                        emergency.number("firstSeconds", 0, 86_400),
                        emergency.number("tailSeconds", 0, 86_400),
                        types));
    }

    private static Route route(YamlNode item) {
        return new Route(
                item.text("id"), item.texts("edges"), item.number("vehiclesPerHour", 0, 10_000));
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
