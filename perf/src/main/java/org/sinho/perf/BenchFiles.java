package org.sinho.perf;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.sinho.rig.Rig;
import org.sinho.rig.RigConfig;
import org.sinho.rig.sumo.CityFolder;

/** Writes the settings of center and rig for one run, on ports that are free at the moment. */
public final class BenchFiles {
    /** Monday 2 March 2026, 07:00 UTC: every lock-step run begins at the same moment. */
    public static final long START_UTC_S = 1_772_434_800L;

    private static final String HOST = "127.0.0.1:";

    /**
     * Below the range from which the system gives ports to whoever does not care, which would take
     * them between our look and the center's bind. Each process begins elsewhere, and no two runs
     * of a process look at the same port.
     */
    private static final int LOWEST_PORT = 20_000;

    private static final int PORT_COUNT = 12_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 64 % PORT_COUNT));

    /** Answers are judged by the machine's clock even in lock-step: a busy machine is no fault. */
    private static final int CONTROLLER_TIMEOUT_MS = 2_000;

    /** The demo ends both when one dies: until then the rig may wait for a center that starts. */
    private static final int PATIENCE_S = 3_600;

    /** Of the buses of either run: they ask for priority, whether ambulances preempt or not. */
    private static final int TRANSIT_SHARE_PERCENT = 100;

    private final Path cityFolder;
    private final Path folder;
    private final int seconds;
    private final int seed;
    private final int bsmSharePercent;
    private final boolean preemption;
    private int injected;
    private String coordination = "";

    /**
     * Describes a run.
     *
     * @param cityFolder the city
     * @param folder takes the files
     * @param seconds simulated length
     * @param seed decides demand, drivers and certificates
     * @param bsmSharePercent ordinary vehicles with an onboard unit, percent
     * @param preemption whether the center preempts
     */
    public BenchFiles(
            Path cityFolder,
            Path folder,
            int seconds,
            int seed,
            int bsmSharePercent,
            boolean preemption) {
        this.cityFolder = cityFolder;
        this.folder = folder;
        this.seconds = seconds;
        this.seed = seed;
        this.bsmSharePercent = bsmSharePercent;
        this.preemption = preemption;
    }

    /**
     * Lets the center try its guard.
     *
     * @param count commands that break a rule; 0 for none
     * @return this
     */
    public BenchFiles withInjected(int count) {
        injected = count;
        return this;
    }

    /**
     * Lets the center choose patterns by measured flow, which the demonstration does not.
     *
     * @param section the section {@code coordination} of its settings, as text
     * @return this
     */
    public BenchFiles withCoordination(String section) {
        coordination = section;
        return this;
    }

    Path folder() {
        return folder;
    }

    /**
     * Writes {@code center.yaml}, {@code rig.yaml} and the certificates that the center trusts.
     *
     * @throws IOException when a file cannot be written
     */
    public void write() throws IOException {
        Files.createDirectories(folder);
        CityFolder city = CityFolder.read(cityFolder);
        int step = freeTcp();
        int dispatch = freeTcp();
        StringBuilder sites = new StringBuilder();
        StringBuilder units = new StringBuilder();
        StringBuilder controllers = new StringBuilder();
        StringBuilder rigUnits = new StringBuilder();
        for (CityFolder.Junction junction : city.junctions()) {
            int number = junction.number();
            int snmp = freeUdp();
            int status = freeUdp();
            int up = freeUdp();
            int down = freeUdp();
            Path sheet = cityFolder.resolve("sites").resolve("site-" + number + ".yaml");
            sites.append(
                    """
                      - {sheet: "%s", controller: "%s", timeoutMs: %d,
                         readCommunity: public, writeCommunity: bench,
                         statusListen: "%s", roadsideUnit: %d}
                    """
                            .formatted(
                                    sheet,
                                    HOST + snmp,
                                    CONTROLLER_TIMEOUT_MS,
                                    HOST + status,
                                    number));
            units.append(
                    """
                      - {unit: %d, listen: "%s", downlink: "%s"}
                    """
                            .formatted(number, HOST + up, HOST + down));
            controllers.append(
                    """
                      - {junction: %d, listen: "%s", readCommunity: public, writeCommunity: bench,
                         statusTo: "%s"}
                    """
                            .formatted(number, HOST + snmp, HOST + status));
            rigUnits.append(
                    """
                      - {unit: %d, junction: %d, listen: "%s", center: "%s"}
                    """
                            .formatted(number, number, HOST + down, HOST + up));
        }
        ZoneFiles zone =
                new ZoneFiles(HOST, freeUdp(), city.demand().zone(), START_UTC_S + seconds);
        zone.writeKeys(folder, seed);
        units.append(zone.forCenter(city.name()));
        rigUnits.append(zone.forRig());
        String center = center(step, dispatch, sites, units);
        Files.writeString(folder.resolve("center.yaml"), center + coordination);
        Path rigFile = folder.resolve("rig.yaml");
        Files.writeString(rigFile, rig(step, dispatch, controllers, rigUnits));
        RigConfig config = RigConfig.read(rigFile);
        Rig.pki(config).write(config.trust());
    }

    private String center(int step, int dispatch, CharSequence sites, CharSequence units) {
        return """
        journal: {folder: journal, sync: none, lowWaterMib: 256}
        trust: trust
        dispatch: "%s%d"
        step: "%s%d"
        control: {preemption: %s}
        %ssites:
        %sroadsideUnits:
        %s\
        """
                .formatted(HOST, dispatch, HOST, step, preemption, injection(), sites, units);
    }

    private String injection() {
        return injected == 0
                ? ""
                : "inject: {count: %d, seed: %d, seconds: %d}%n".formatted(injected, seed, seconds);
    }

    private String rig(int step, int dispatch, CharSequence controllers, CharSequence units) {
        return """
        city: "%s"
        work: "."
        trust: trust
        seconds: %d
        seed: %d
        startUtcS: %d
        bsmSharePercent: %d
        transitSharePercent: %d
        patienceS: %d
        dispatch: "%s%d"
        step: "%s%d"
        controllers:
        %sroadsideUnits:
        %s\
        """
                .formatted(
                        cityFolder,
                        seconds,
                        seed,
                        START_UTC_S,
                        bsmSharePercent,
                        TRANSIT_SHARE_PERCENT,
                        PATIENCE_S,
                        HOST,
                        dispatch,
                        HOST,
                        step,
                        controllers,
                        units);
    }

    /**
     * Finds a TCP port for a process to be started.
     *
     * @return a port that nobody listens on at the moment
     * @throws IOException when there is none
     */
    public static int freeTcp() throws IOException {
        return free(
                port -> {
                    try (ServerSocket probe = new ServerSocket()) {
                        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    }
                });
    }

    /**
     * Finds a UDP port for a process to be started.
     *
     * @return a port that nobody listens on at the moment
     * @throws IOException when there is none
     */
    public static int freeUdp() throws IOException {
        return free(port -> new DatagramSocket(port, InetAddress.getLoopbackAddress()).close());
    }

    private static int free(Probe probe) throws IOException {
        IOException last = null;
        for (int i = 0; i < PORT_COUNT; i++) {
            int port = LOWEST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORT_COUNT);
            try {
                probe.bind(port);
                return port;
            } catch (IOException e) {
                last = e; // Somebody's: the next one.
            }
        }
        throw new IOException("no free port from " + LOWEST_PORT + " on", last);
    }

    /** Takes a port for a moment. */
    private interface Probe {
        void bind(int port) throws IOException;
    }
}
