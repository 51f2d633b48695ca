package org.sinho.perf.failure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.EventSource;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;
import org.sinho.perf.BenchFiles;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.link.FaultyLink;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.monitor.ConflictMonitor;
import org.sinho.rig.monitor.MonitorCard;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.pki.Validity;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.AgentNetwork;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.rig.snmp.PushPlan;

/**
 * A center process and many cabinets in lock-step, with faults on every link between them: status
 * pushes, requests from roadside units, and commands with their answers.
 *
 * <p>The cabinets are Hapgang's, repeated. What drives up to them, presses buttons and asks for
 * preemption follows from the seed.
 */
final class FiftyControllers implements AutoCloseable {
    /** Monday 2 March 2026, 17:29 in Korea: a minute before the evening peak's pattern. */
    static final long START_MS = 1_772_440_140_000L;

    private static final LinkFaults FIELD = new LinkFaults(0.03, 300, 0.03, 0.05, 60);
    private static final LinkFaults COMMANDS = new LinkFaults(0.002, 1, 0.02, 0.002, 0);
    private static final int TIMEOUT_MS = 50;
    private static final int UNITS = 5;
    private static final int FAMILY = 13;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final Path CITY = Path.of(System.getProperty("sinho.home"), "cities/hapgang");

    /** One cabinet with its agent; its push really leaves through a faulty link. */
    private record Cabinet(
            SiteSheet sheet,
            VirtualController controller,
            ControllerAgent agent,
            ConflictMonitor monitor) {}

    /** What a run has come to. */
    static final class Tally {
        long steps;
        long requests;
        long preemptSteps;
        long patternSteps;
        long backupSteps;
        long setsAccepted;
        long setsSeen;
        final Map<String, Long> faults = new TreeMap<>();
        final List<String> violations = new ArrayList<>();
        int trips;
        String center = "";
    }

    private final Path folder;
    private final long seed;
    private final SplittableRandom random;
    private final AgentNetwork network = new AgentNetwork();
    private final FaultyRelay relay;
    private final List<Cabinet> cabinets = new ArrayList<>();
    private final List<RoadsideUnit> units = new ArrayList<>();
    private final List<FaultyLink> uplinks = new ArrayList<>();
    private final List<Siren> sirens = new ArrayList<>();
    private final TestPki pki;
    private final Tally tally = new Tally();
    private Process center;
    private Socket step;
    private DataInputStream in;
    private DataOutputStream out;
    private Socket dispatchSocket;
    private Writer dispatch;
    private long dispatched;
    private int vehicles;

    FiftyControllers(Path folder, int count, long seed) throws IOException {
        this.folder = folder;
        this.seed = seed;
        random = new SplittableRandom(seed);
        relay = new FaultyRelay(COMMANDS, seed);
        pki = new TestPki(seed, new Validity(START_MS - 86_400_000L, 3 * 86_400L));
        pki.write(folder.resolve("trust"));
        StringBuilder sites = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            sites.append(open(i));
        }
        int stepPort = BenchFiles.freeTcp();
        int dispatchPort = BenchFiles.freeTcp();
        Files.writeString(
                folder.resolve("center.yaml"),
                """
                journal: {folder: journal, sync: none, lowWaterMib: 64}
                trust: trust
                dispatch: "127.0.0.1:%d"
                step: "127.0.0.1:%d"
                sites:
                %sroadsideUnits:
                %s\
                """
                        .formatted(dispatchPort, stepPort, sites, openUnits()));
        relay.start();
        startCenter(stepPort, dispatchPort);
    }

    /** Opens a cabinet and returns the center's line about it. */
    private String open(int number) throws IOException {
        int model = (number - 1) % FAMILY + 1;
        Path database = CITY.resolve("controllers/controller-" + model + ".yaml");
        Path sheetFile = folder.resolve("site-" + number + ".yaml");
        // Copies of a junction lie half a degree apart, so that no lane is another's.
        double awayDeg = (number - 1) / FAMILY * 0.5;
        SheetDocument original = read(CITY.resolve("sites/site-" + model + ".yaml"));
        String text = Files.readString(CITY.resolve("sites/site-" + model + ".yaml"));
        Files.writeString(
                sheetFile,
                text.replaceFirst("siteId: \\d+", "siteId: " + number)
                        .replaceFirst(
                                "latitude: [0-9.]+",
                                "latitude: "
                                        + (original.sheet().latitudeE7()
                                                        + Math.round(awayDeg * 1e7))
                                                / 1e7));
        int statusPort = BenchFiles.freeUdp();
        VirtualController controller = new VirtualController(ControllerDatabase.read(database));
        ControllerAgent agent =
                new ControllerAgent(
                        controller,
                        new AgentConfig(
                                local(0),
                                "public",
                                "bench",
                                local(statusPort),
                                true,
                                false,
                                new PushPlan(PushPlan.Form.TSCBM, number, FIELD, seed),
                                null),
                        network);
        agent.setObserver(
                (timeMs, oid, value, accepted) -> {
                    synchronized (tally) {
                        tally.setsSeen++;
                        tally.setsAccepted += accepted ? 1 : 0;
                    }
                });
        cabinets.add(
                new Cabinet(
                        read(sheetFile).sheet(),
                        controller,
                        agent,
                        new ConflictMonitor(
                                MonitorCard.read(
                                        database.resolveSibling("monitor-" + model + ".yaml")),
                                0)));
        return """
          - {sheet: "%s", controller: "127.0.0.1:%d", timeoutMs: %d,
             readCommunity: public, writeCommunity: bench,
             statusListen: "127.0.0.1:%d", roadsideUnit: %d}
        """
                .indent(2)
                .formatted(
                        sheetFile, relay.add(agent.port()), TIMEOUT_MS, statusPort, unitOf(number));
    }

    private static int unitOf(int number) {
        return 1 + number % UNITS;
    }

    private static SheetDocument read(Path file) {
        return new SiteSheetReader().read(file).document().orElseThrow();
    }

    private String openUnits() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int unit = 1; unit <= UNITS; unit++) {
            int up = BenchFiles.freeUdp();
            int down = BenchFiles.freeUdp();
            // Its own link passes all: the faults of the way up are this bench's, and counted.
            RoadsideUnit opened =
                    new RoadsideUnit(
                            unit,
                            local(down),
                            local(up),
                            RoadsideUnit.Form.RAW,
                            LinkFaults.NONE,
                            seed,
                            (from, to, octets) -> {});
            units.add(opened);
            uplinks.add(
                    new FaultyLink(FIELD, seed, "up " + unit, octets -> opened.send(octets, 0)));
            lines.append(
                    "  - {unit: %d, listen: \"127.0.0.1:%d\", downlink: \"127.0.0.1:%d\"}%n"
                            .formatted(unit, up, down));
        }
        return lines.toString();
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void startCenter(int stepPort, int dispatchPort) throws IOException {
        center =
                Jvm.launch(
                        folder,
                        "center",
                        List.of(),
                        "org.sinho.center.Main",
                        "center",
                        "--config",
                        folder.resolve("center.yaml").toString(),
                        "--json");
        step = connect(stepPort);
        step.setTcpNoDelay(true);
        in = new DataInputStream(step.getInputStream());
        out = new DataOutputStream(new java.io.BufferedOutputStream(step.getOutputStream()));
        awaitStep(0);
        dispatchSocket = connect(dispatchPort);
        dispatch = new OutputStreamWriter(dispatchSocket.getOutputStream(), StandardCharsets.UTF_8);
    }

    private Socket connect(int port) throws IOException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (center.isAlive() && System.nanoTime() < endNs) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException e) {
                pause();
            }
        }
        throw new IOException("the center did not start:\n" + log());
    }

    private void pause() throws IOException {
        try {
            center.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("center.log"));
    }

    private void awaitStep(long number) throws IOException {
        if (in.read() != 'A' || in.readLong() != number) {
            throw new IOException("the center is gone:\n" + log());
        }
    }

    /** Runs so many simulated seconds, ends the center and says what came of it. */
    Tally run(int seconds) throws IOException {
        for (int i = 1; i <= seconds * 10; i++) {
            step(i, START_MS + i * 100L);
        }
        out.writeByte('E');
        out.flush();
        end();
        return tally;
    }

    private void step(int number, long utcMs) throws IOException {
        for (Cabinet at : cabinets) {
            disturb(at);
            at.agent().advance(utcMs);
            watch(at, utcMs);
        }
        drive(number, utcMs);
        for (FaultyLink link : uplinks) {
            link.flush(utcMs);
        }
        tally.steps++;
        out.writeByte('S');
        out.writeLong(number);
        out.writeLong(utcMs);
        Map<Integer, Long> sent = sent();
        out.writeInt(sent.size());
        for (Map.Entry<Integer, Long> entry : sent.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.flush();
        awaitStep(number);
    }

    private Map<Integer, Long> sent() {
        Map<Integer, Long> sent = new TreeMap<>();
        sent.put(EventSource.DISPATCH, dispatched);
        for (Cabinet at : cabinets) {
            sent.put(EventSource.STATUS_BASE + at.sheet().siteId(), at.agent().pushCount());
        }
        for (RoadsideUnit unit : units) {
            sent.put(EventSource.RSU_BASE + unit.number(), unit.sent());
        }
        return sent;
    }

    private void disturb(Cabinet at) {
        if (random.nextInt(8) == 0) {
            int loop = 1 + random.nextInt(8) + (random.nextBoolean() ? 10 : 0);
            at.controller().vehicleDetector(loop, random.nextInt(3) == 0);
        }
        if (random.nextInt(150) == 0) {
            at.controller().pedestrianButton(1 + random.nextInt(8), random.nextBoolean());
        }
    }

    private void watch(Cabinet at, long utcMs) {
        LampState lamps = at.controller().lamps();
        at.monitor()
                .sample(
                        utcMs,
                        lamps.reds(),
                        lamps.yellows(),
                        lamps.greens(),
                        lamps.walks(),
                        lamps.pedestrianClears(),
                        lamps.dontWalks(),
                        lamps.flash(),
                        lamps.overlapReds(),
                        lamps.overlapYellows(),
                        lamps.overlapGreens(),
                        lamps.overlapFlash());
        if (at.monitor().flashCommanded()) {
            at.controller().monitorFlash();
        }
        tally.preemptSteps += at.controller().preempted() ? 1 : 0;
        tally.patternSteps += at.controller().coordPatternStatus() <= 253 ? 1 : 0;
        tally.backupSteps += at.controller().unitControlStatus() == 4 ? 1 : 0;
    }

    /** A new ambulance now and then; all of them ask through a unit with a faulty way up. */
    private void drive(int number, long utcMs) throws IOException {
        if (number % 10 == 1) {
            say("{\"heartbeat\":true}");
        }
        if (number > 300 && random.nextInt(25) == 0) {
            SiteSheet site = cabinets.get(random.nextInt(cabinets.size())).sheet();
            List<Lane> ways = site.lanes().stream().filter(Lane::ingress).toList();
            int vehicle = 1_000 + vehicles++;
            say(
                    "{\"mission\":%d,\"vehicle\":%d,\"role\":128,\"open\":true,\"expiryUtcMs\":%d}"
                            .formatted(vehicle, vehicle, utcMs + 1_200_000));
            sirens.add(
                    new Siren(
                            vehicle,
                            vehicles & 0xFF,
                            pki.issue(
                                            "siren " + vehicle,
                                            AppPermission.bsm(),
                                            AppPermission.signalRequest(0x80))
                                    .fast(),
                            site,
                            ways.get(random.nextInt(ways.size()))));
        }
        for (Siren siren : sirens) {
            tally.requests++;
            uplinks.get(unitOf(siren.siteId()) - 1).send(siren.advance(utcMs), utcMs);
        }
        for (Siren siren : sirens) {
            if (siren.passed()) {
                say("{\"vehicle\":%d,\"open\":false}".formatted(siren.vehicle()));
            }
        }
        sirens.removeIf(Siren::passed);
    }

    private void say(String line) throws IOException {
        dispatch.write(line + "\n");
        dispatch.flush();
        dispatched++;
    }

    private void end() throws IOException {
        try {
            if (!center.waitFor(60, TimeUnit.SECONDS) || center.exitValue() != 0) {
                throw new IOException("the center did not end in order:\n" + log());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        tally.center = Files.readAllLines(folder.resolve("center.json")).getLast();
        relay.close();
        for (FaultyLink link : relay.links()) {
            count("command", link);
        }
        uplinks.forEach(link -> count("request", link));
        cabinets.forEach(at -> count("status", at.agent().pushLink()));
        for (Cabinet at : cabinets) {
            at.monitor().violations().forEach(v -> tally.violations.add(at.sheet().name() + v));
            tally.trips += at.monitor().trips().size();
        }
    }

    private void count(String what, FaultyLink link) {
        tally.faults.merge(what + " lost", link.lost(), Long::sum);
        tally.faults.merge(what + " delayed", link.delayed(), Long::sum);
        tally.faults.merge(what + " duplicated", link.duplicated(), Long::sum);
        tally.faults.merge(what + " held back", link.held(), Long::sum);
    }

    @Override
    public void close() throws IOException {
        center.destroyForcibly();
        relay.close();
        for (Cabinet at : cabinets) {
            at.agent().close();
        }
        network.close();
        for (RoadsideUnit unit : units) {
            unit.close();
        }
        try {
            step.close();
            dispatchSocket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
