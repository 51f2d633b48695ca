package org.sinho.rig.skeleton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.GeoFrame;
import org.sinho.rig.sumo.LaneTable;
import org.sinho.rig.sumo.SumoNet;

/**
 * Writes the first draft of a city folder: {@code city.yaml}, site sheets, controller databases,
 * monitor cards, loops and, beside plain XML, the signal programs that fix the link indices.
 */
public final class Skeleton {
    private static final int LONGEST_USUAL_CYCLE_S = 180;
    private static final int SHORTEST_CYCLE_S = 90;
    private static final int LONGEST_CYCLE_S = 255;

    private final Path out;
    private final String name;
    private final SumoNet net;
    private final GeoFrame frame;
    private final String signedBy;
    private final List<Draft> drafts = new ArrayList<>();
    private int usualCycleS = SHORTEST_CYCLE_S;

    private record Draft(
            int number, PhasePlan plan, SheetTiming sheet, CabinetTiming cabinet, CityText city) {}

    /**
     * Reads a net.
     *
     * @param netFile the built net
     * @param out folder of the city
     * @param name the city's name
     * @param frame where the net lies when it does not say so itself
     * @param zones signals whose crossings lie in a protection zone
     * @param stages signals that are to be one ring of stages
     * @param signedBy who signs for yield pairs
     */
    public Skeleton(
            Path netFile,
            Path out,
            String name,
            GeoFrame frame,
            Set<String> zones,
            Set<String> stages,
            String signedBy) {
        this.out = out;
        this.name = name;
        this.signedBy = signedBy;
        net = SumoNet.read(netFile);
        double[] origin = net.originDegrees();
        this.frame = origin.length == 0 ? frame : new GeoFrame(origin[0], origin[1]);
        List<Intersection> found =
                Intersection.of(net).stream()
                        .sorted(Comparator.comparing(at -> order(at.tls())))
                        .toList();
        List<Integer> numbers = numbers(found);
        for (int i = 0; i < found.size(); i++) {
            PhasePlan plan = new PhasePlan(found.get(i), stages.contains(found.get(i).tls()));
            boolean zone = zones.contains(found.get(i).tls());
            drafts.add(
                    new Draft(
                            numbers.get(i),
                            plan,
                            new SheetTiming(plan, zone),
                            new CabinetTiming(plan, zone),
                            new CityText(numbers.get(i), plan)));
        }
        for (Draft draft : drafts) {
            int shortest = draft.sheet().shortestCycleS();
            if (shortest <= LONGEST_USUAL_CYCLE_S) {
                usualCycleS = Math.max(usualCycleS, Math.ceilDiv(shortest, 10) * 10);
            }
        }
    }

    /** {@return a signal's name with numbers made as wide as each other} */
    private static String order(String tls) {
        return java.util.regex.Pattern.compile("\\d+")
                .matcher(tls)
                .replaceAll(
                        found ->
                                "0".repeat(Math.max(0, 12 - found.group().length()))
                                        + found.group());
    }

    /** The numbers in the names where these are different, else 1 and up. */
    private static List<Integer> numbers(List<Intersection> found) {
        List<Integer> numbers = new ArrayList<>();
        for (Intersection at : found) {
            String digits = at.tls().replaceAll("\\D", "");
            if (digits.isEmpty() || digits.length() > 4 || digits.startsWith("0")) {
                break;
            }
            numbers.add(Integer.parseInt(digits));
        }
        if (numbers.size() == found.size() && new HashSet<>(numbers).size() == numbers.size()) {
            return numbers;
        }
        numbers.clear();
        for (int i = 1; i <= found.size(); i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /**
     * Writes the files that netconvert and SUMO need beside plain XML.
     *
     * @param prefix stem of the plain files
     * @throws IOException if a file cannot be written
     */
    public void writePrograms(String prefix) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append(
                "<!-- The link indices that city.yaml speaks of, and plain fixed-time programs"
                        + " so\n");
        text.append(
                "     that the net also runs alone in SUMO. The rig sets every state itself."
                        + " -->\n");
        text.append("<tlLogics>\n");
        drafts.forEach(draft -> text.append(draft.city().program()));
        for (Draft draft : drafts) {
            draft.city().linkElements().forEach(row -> text.append(row).append('\n'));
        }
        write(prefix + ".tll.xml", text.append("</tlLogics>\n"));
    }

    /**
     * Writes everything else.
     *
     * @param netSection the lines of {@code city.yaml} under {@code net:} that say what the net is
     *     made from
     * @param demand its sections from {@code demand:} on
     * @param prefix stem of the loops' file
     * @throws IOException if a file cannot be written
     */
    public void write(String netSection, String demand, String prefix) throws IOException {
        loops(prefix);
        StringBuilder text = new StringBuilder();
        text.append(
                "# Begun by ./sinho skeleton, owned by the engineer. Lengths in meters, times"
                        + " in\n");
        text.append("# seconds, rates per hour.\nname: ").append(name).append("\n\nnet:\n");
        text.append(netSection);
        text.append("\n# Where x = 0, y = 0 of the net lies.\norigin: {latDeg: ");
        text.append(frame.originLatDeg()).append(", lonDeg: ").append(frame.originLonDeg());
        text.append("}\n\njunctions:\n");
        text.append(
                drafts.stream()
                        .map(draft -> draft.city().junction())
                        .collect(Collectors.joining("\n")));
        text.append('\n').append(demand);
        write("city.yaml", text);
        CityFolder city = CityFolder.read(out);
        LaneTable lanes = LaneTable.of(city, net);
        write("lanes.yaml", lanes.yaml());
        Files.createDirectories(out.resolve("sites"));
        Files.createDirectories(out.resolve("controllers"));
        for (Draft draft : drafts) {
            write(draft, lanes);
        }
    }

    private void loops(String prefix) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append(
                "<!-- A SUMO loop is a point: two, 3 m and 6 m before the stop line, stand for"
                        + " one\n");
        text.append("     6 m presence loop. -->\n<additional>\n");
        for (Draft draft : drafts) {
            draft.city().loops().forEach(row -> text.append(row).append('\n'));
        }
        write(prefix + ".loops.add.xml", text.append("</additional>\n"));
    }

    private void write(Draft draft, LaneTable lanes) throws IOException {
        int number = draft.number();
        List<Integer> cycles = cyclesS(draft);
        SheetText sheet =
                new SheetText(
                        number, name + " " + number, draft.plan(), draft.sheet(), cycles, signedBy);
        List<LaneTable.Lane> own =
                lanes.lanes().stream().filter(lane -> lane.junction() == number).toList();
        write("sites/site-" + number + ".yaml", sheet.write(frame, own, offsetS(draft)));
        CabinetText cabinet =
                new CabinetText(
                        number,
                        draft.plan(),
                        draft.cabinet(),
                        draft.city().buttons(),
                        draft.city().advanceBase());
        write("controllers/controller-" + number + ".yaml", cabinet.database());
        write(
                "controllers/monitor-" + number + ".yaml",
                cabinet.card(new FoeTable(draft.plan(), net)));
    }

    private List<Integer> cyclesS(Draft draft) {
        int cycle = Math.max(usualCycleS, Math.ceilDiv(draft.sheet().shortestCycleS(), 10) * 10);
        int longest = Math.max(cycle, LONGEST_CYCLE_S);
        return List.of(Math.min(cycle + 10, longest), cycle, Math.min(cycle + 20, longest));
    }

    /** Green travels east and north at 50 km/h; the engineer knows better. */
    private int offsetS(Draft draft) {
        Intersection at = draft.plan().junction();
        return Math.floorMod(Math.round((float) ((at.xM() + at.yM()) / 13.9)), usualCycleS);
    }

    /**
     * Signals found.
     *
     * @return count
     */
    public int junctionCount() {
        return drafts.size();
    }

    /**
     * The net that was read.
     *
     * @return the net
     */
    public SumoNet net() {
        return net;
    }

    private void write(String file, CharSequence text) throws IOException {
        Files.writeString(out.resolve(file), text);
    }
}
