package org.sinho.rig;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.sinho.core.event.EventSource;
import org.sinho.rig.obu.Fleet;
import org.sinho.rig.obu.PcapngWriter;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.obu.TokenSource;
import org.sinho.rig.obu.Walkers;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.pki.Validity;
import org.sinho.rig.snmp.AgentNetwork;
import org.sinho.rig.snmp.PushPlan;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LaneTable;
import org.sinho.rig.sumo.StopLines;
import org.sinho.rig.sumo.SumoTraffic;
import org.sinho.rig.sumo.TripSummary;
import org.sinho.rig.zone.ZoneReaders;

/**
 * The hardware-in-the-loop rig: traffic, cabinets, roadside and onboard units around one clock.
 *
 * <pre>
 *   each 100 ms:  traffic ─▶ detectors ─▶ controllers ─▶ lamps ─▶ traffic
 *                    └─▶ onboard units ─▶ roadside units ─▶ center ─▶ (SETs) controllers
 * </pre>
 *
 * <p>With a step channel the center finishes each step before the next begins. When the channel
 * breaks the rig goes on alone in real time: a bench must show what controllers do then.
 */
public final class Rig implements AutoCloseable {
    private static final int STEP_MS = SumoTraffic.STEP_MS;
    private static final int HEARTBEAT_STEPS = 10;
    private static final int REPORT_STEPS = 600;
    private static final long DAY_S = 86_400;
    private static final long MONTH_DAYS = 30;

    private final RigConfig config;
    private final SumoTraffic traffic;
    private final AgentNetwork network = new AgentNetwork();
    private final List<FieldSite> sites = new ArrayList<>();
    private final List<RoadsideUnit> units = new ArrayList<>();
    private final PrintWriter lampRows;
    private final PrintWriter eventRows;
    private final PcapngWriter capture;
    private final Fleet fleet;
    private final Walkers walkers;
    private final Optional<ZoneReaders> zone;
    private final TokenSource tokens;
    private StepClient step;
    private long startUtcMs;
    private volatile long utcMs;
    private boolean alone;

    /**
     * Builds net and traffic, opens every socket and connects to the center.
     *
     * @param config settings
     * @throws IOException when a file or socket cannot be opened, or the center is not there
     */
    public Rig(RigConfig config) throws IOException {
        this.config = config;
        Files.createDirectories(config.work());
        startUtcMs = config.realTime() ? System.currentTimeMillis() : config.startUtcMs();
        utcMs = startUtcMs;
        CityFolder city = CityFolder.read(config.city());
        lampRows = rows("lamps.csv", "timeMs,junction,kind,number,state");
        eventRows = rows("events.csv", "timeMs,junction,code,parameter");
        capture = new PcapngWriter(config.work().resolve("v2x.pcapng"), () -> utcMs);
        traffic = new SumoTraffic(city, config.seed(), config.seconds(), config.work(), true);
        openSites(city);
        Map<Integer, List<RoadsideUnit>> unitsOfJunction = openUnits();
        step =
                config.step().isPresent()
                        ? new StepClient(config.step().get(), config.patienceS())
                        : null;
        tokens = new TokenSource(Connection.open(config.dispatch(), config.patienceS()));
        LaneTable lanes = LaneTable.of(city, traffic.net());
        fleet =
                new Fleet(
                        traffic,
                        lanes,
                        pki(config),
                        unitsOfJunction,
                        tokens,
                        new Fleet.Plan(
                                config.bsmSharePercent(),
                                config.transitSharePercent(),
                                config.links(),
                                config.seed()));
        walkers =
                new Walkers(
                        traffic,
                        pki(config),
                        unitsOfJunction,
                        config.psmSharePercent(),
                        config.links(),
                        config.seed());
        zone = openZone(city);
    }

    private Optional<ZoneReaders> openZone(CityFolder city) throws IOException {
        return config.zone().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ZoneReaders(
                                config.zone().get(),
                                city.demand().zone(),
                                traffic.net(),
                                startUtcMs));
    }

    /**
     * Makes the test certificates of a run; they follow from its settings, so that whoever starts
     * center and rig can lay the authorities' ones where the center looks for them.
     *
     * @param config settings
     * @return root and authority; valid from a day before the run to a day after it, in real time
     *     for the present month and more
     */
    public static TestPki pki(RigConfig config) {
        return new TestPki(config.seed(), validity(config, System.currentTimeMillis()));
    }

    /** By the clock that the run follows. */
    static Validity validity(RigConfig config, long machineUtcMs) {
        if (!config.realTime()) {
            long start = config.startUtcMs() - DAY_S * 1_000;
            return new Validity(start, config.seconds() + 2 * DAY_S);
        }
        // Whoever lays out the trust does so before the rig starts, and both must get the same
        // octets: the start moves once in thirty days.
        long monthMs = MONTH_DAYS * DAY_S * 1_000;
        long start = machineUtcMs - Math.floorMod(machineUtcMs, monthMs) - DAY_S * 1_000;
        return new Validity(start, config.seconds() + 2 * MONTH_DAYS * DAY_S);
    }

    private PrintWriter rows(String name, String header) throws IOException {
        Path file = config.work().resolve(name);
        PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file));
        writer.println(header);
        return writer;
    }

    private void openSites(CityFolder city) throws IOException {
        StopLines lines = StopLines.of(city, traffic.net());
        for (RigConfig.Controller controller : config.controllers()) {
            CityFolder.Junction junction =
                    city.junctions().stream()
                            .filter(candidate -> candidate.number() == controller.junction())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "controller of junction "
                                                            + controller.junction()
                                                            + ": the city has no such junction"));
            sites.add(
                    controller.external().isPresent()
                            ? new ExternalSite(junction, controller, lines, lampRows, eventRows)
                            : new VirtualSite(
                                    junction,
                                    controller,
                                    lines,
                                    push(controller),
                                    network,
                                    lampRows,
                                    eventRows));
        }
    }

    private PushPlan push(RigConfig.Controller controller) {
        return new PushPlan(
                controller.push(), controller.junction(), config.links(), config.seed());
    }

    private Map<Integer, List<RoadsideUnit>> openUnits() throws IOException {
        Map<Integer, List<RoadsideUnit>> unitsOfJunction = new HashMap<>();
        for (RigConfig.Unit unit : config.units()) {
            RoadsideUnit opened =
                    new RoadsideUnit(
                            unit.number(),
                            unit.listen(),
                            unit.center(),
                            unit.form(),
                            config.links(),
                            config.seed(),
                            capture);
            units.add(opened);
            for (int junction : unit.junctions()) {
                unitsOfJunction.computeIfAbsent(junction, key -> new ArrayList<>()).add(opened);
            }
        }
        return unitsOfJunction;
    }

    /**
     * Runs to the end.
     *
     * @throws IOException when SUMO or a socket fails
     */
    public void run() throws IOException {
        long startNs = System.nanoTime();
        int steps = config.seconds() * 1_000 / STEP_MS;
        for (int i = 1; i <= steps; i++) {
            advance(i);
            if (config.realTime() || alone) {
                long dueNs = startNs + (long) i * STEP_MS * 1_000_000;
                while (System.nanoTime() < dueNs) {
                    LockSupport.parkNanos(dueNs - System.nanoTime());
                }
            } else {
                startNs = System.nanoTime() - (long) i * STEP_MS * 1_000_000;
            }
            if (i % REPORT_STEPS == 0) {
                System.err.println(
                        "rig: "
                                + i * STEP_MS / 1_000
                                + " of "
                                + config.seconds()
                                + " s, "
                                + traffic.vehicles().size()
                                + " vehicles, violations "
                                + violations().size());
            }
        }
        if (step != null && !alone) {
            step.end();
        }
    }

    private void advance(int index) throws IOException {
        traffic.step();
        utcMs = startUtcMs + (long) index * STEP_MS;
        for (FieldSite site : sites) {
            site.advance(traffic, utcMs);
            traffic.setLamps(site.junction(), site.lamps());
        }
        if (alone) {
            return;
        }
        try {
            if (index % HEARTBEAT_STEPS == 1) {
                tokens.heartbeat();
            }
            fleet.speak(utcMs);
            walkers.speak(utcMs);
            if (zone.isPresent()) {
                zone.get().see(traffic, utcMs);
            }
            for (RoadsideUnit unit : units) {
                unit.flush(utcMs);
            }
            if (step != null) {
                step.step(utcMs, announced());
            }
        } catch (IOException e) {
            System.err.println("rig: the center is gone (" + e.getMessage() + "): going on alone");
            alone = true;
        }
    }

    /** What was sent since the start, by the number that the center gives its source. */
    private Map<Integer, Long> announced() {
        Map<Integer, Long> counts = new TreeMap<>();
        counts.put(EventSource.DISPATCH, tokens.sent());
        zone.ifPresent(readers -> counts.put(EventSource.ZONE, readers.sent()));
        for (FieldSite site : sites) {
            if (site.pushCount() >= 0) {
                counts.put(EventSource.STATUS_BASE + site.junction(), site.pushCount());
            }
        }
        for (RoadsideUnit unit : units) {
            counts.put(EventSource.RSU_BASE + unit.number(), unit.sent());
        }
        return counts;
    }

    private List<String> violations() {
        return sites.stream().flatMap(site -> site.violations().stream()).toList();
    }

    /**
     * Sums up the run; call it after {@link #close}.
     *
     * @return figures by name, ready for JSON
     */
    public Map<String, Object> summary() {
        TripSummary trips =
                TripSummary.read(traffic.tripinfoFile(), traffic.routeFile(), config.seconds());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("seconds", config.seconds());
        summary.put("seed", config.seed());
        summary.put("emergency", trips.emergency());
        summary.put("others", trips.others());
        summary.putAll(monitorFigures());
        summary.put("datagramsUp", units.stream().mapToLong(RoadsideUnit::sent).sum());
        summary.put("datagramsDown", units.stream().mapToLong(RoadsideUnit::received).sum());
        summary.put("broadcast", total(RoadsideUnit::broadcast));
        summary.put("downlinkRefused", total(RoadsideUnit::refused));
        summary.put("personalMessages", walkers.sent());
        zone.ifPresent(readers -> summary.put("zoneSightings", readers.sent()));
        summary.put("aloneAtEnd", alone);
        sites.stream()
                .filter(FieldSite::silent)
                .findFirst()
                .ifPresent(
                        site ->
                                summary.put(
                                        "error",
                                        "the controller of junction "
                                                + site.junction()
                                                + " is silent at the end"));
        return summary;
    }

    /** Null stands for a figure that nobody measured; violations that were seen always count. */
    private Map<String, Object> monitorFigures() {
        boolean measured = sites.stream().allMatch(FieldSite::measured);
        List<String> violations = violations();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "monitorTripCount",
                measured ? sites.stream().mapToInt(FieldSite::tripCount).sum() : null);
        figures.put("violations", measured || !violations.isEmpty() ? violations : null);
        figures.put("faults", sites.stream().flatMap(site -> site.faults().stream()).toList());
        Map<String, Object> waits = new TreeMap<>();
        sites.forEach(
                site ->
                        waits.put(
                                String.valueOf(site.junction()),
                                site.measured() ? site.worstWaitSeconds() : null));
        figures.put("worstWaitSeconds", waits);
        return figures;
    }

    private Map<String, Long> total(Function<RoadsideUnit, Map<String, Long>> counts) {
        Map<String, Long> total = new TreeMap<>();
        for (RoadsideUnit unit : units) {
            counts.apply(unit).forEach((key, count) -> total.merge(key, count, Long::sum));
        }
        return total;
    }

    @Override
    public void close() throws IOException {
        traffic.close();
        for (FieldSite site : sites) {
            site.close();
        }
        network.close();
        for (RoadsideUnit unit : units) {
            unit.close();
        }
        if (zone.isPresent()) {
            zone.get().close();
        }
        tokens.close();
        if (step != null) {
            step.close();
        }
        lampRows.close();
        eventRows.close();
        capture.close();
    }
}
