package org.sinho.perf;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sinho.rig.Rig;
import org.sinho.rig.RigConfig;
import org.sinho.rig.sumo.CityFolder;

/** Writes the settings of center and rig for one run, on ports that are free at the moment. */
final class BenchFiles {
    /** Monday 2 March 2026, 07:00 UTC: every lock-step run begins at the same moment. */
    static final long START_UTC_S = 1_772_434_800L;

    private static final String HOST = "127.0.0.1:";

    /** Answers are judged by the machine's clock even in lock-step: a busy machine is no fault. */
    private static final int CONTROLLER_TIMEOUT_MS = 2_000;

    /** The demo ends both when one dies: until then the rig may wait for a center that starts. */
    private static final int PATIENCE_S = 3_600;

    private final Path cityFolder;
    private final Path folder;
    private final int seconds;
    private final int seed;
    private final int bsmSharePercent;
    private final boolean preemption;
    private final Set<Integer> taken = new HashSet<>();

    BenchFiles(
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

    void write() throws IOException {
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
            sites.append("  - {sheet: \"")
                    .append(sheet)
                    .append("\", controller: \"")
                    .append(HOST)
                    .append(snmp)
                    .append("\", timeoutMs: ")
                    .append(CONTROLLER_TIMEOUT_MS)
                    .append(", readCommunity: public, writeCommunity: bench, statusListen: \"")
                    .append(HOST)
                    .append(status)
                    .append("\", roadsideUnit: ")
                    .append(number)
                    .append("}\n");
            units.append("  - {unit: ")
                    .append(number)
                    .append(", listen: \"")
                    .append(HOST)
                    .append(up)
                    .append("\", downlink: \"")
                    .append(HOST)
                    .append(down)
                    .append("\"}\n");
            controllers
                    .append("  - {junction: ")
                    .append(number)
                    .append(", listen: \"")
                    .append(HOST)
                    .append(snmp)
                    .append("\", readCommunity: public, writeCommunity: bench, statusTo: \"")
                    .append(HOST)
                    .append(status)
                    .append("\"}\n");
            rigUnits.append("  - {unit: ")
                    .append(number)
                    .append(", junction: ")
                    .append(number)
                    .append(", listen: \"")
                    .append(HOST)
                    .append(down)
                    .append("\", center: \"")
                    .append(HOST)
                    .append(up)
                    .append("\"}\n");
        }
        Files.writeString(folder.resolve("center.yaml"), center(step, dispatch, sites, units));
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
        sites:
        %sroadsideUnits:
        %s"""
                .formatted(HOST, dispatch, HOST, step, preemption, sites, units);
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
        patienceS: %d
        dispatch: "%s%d"
        step: "%s%d"
        controllers:
        %sroadsideUnits:
        %s"""
                .formatted(
                        cityFolder,
                        seconds,
                        seed,
                        START_UTC_S,
                        bsmSharePercent,
                        PATIENCE_S,
                        HOST,
                        dispatch,
                        HOST,
                        step,
                        controllers,
                        units);
    }

    private int freeTcp() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (taken.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    private int freeUdp() throws IOException {
        List<DatagramSocket> tried = new ArrayList<>();
        try {
            while (true) {
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                tried.add(socket);
                if (taken.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        } finally {
            tried.forEach(DatagramSocket::close);
        }
    }
}
