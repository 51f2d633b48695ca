package org.sinho.rig.sumo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The SUMO programs of one run and their files in a work folder.
 *
 * <p>SUMO ends when its connection does, and a shutdown hook ends it before it has one: it does not
 * outlive this process.
 */
final class SumoProcess implements AutoCloseable {
    static final String NET = NetBuild.NET;
    static final String ROUTES = "demand.rou.xml";
    static final String TRIPINFO = "tripinfo.xml";

    private static final Path SUMO_HOME = Path.of("/usr/share/sumo");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final int END_SECONDS = 20;
    private static final int CONNECT_TRIES = 1000;
    private static final int CONNECT_PAUSE_MS = 10;
    private static final int START_TRIES = 3;

    private final Path workFolder;
    private final Process process;
    private final Thread endWithParent;
    private final TraciClient client;

    private SumoProcess(
            Path workFolder, Process process, Thread endWithParent, TraciClient client) {
        this.workFolder = workFolder;
        this.process = process;
        this.endWithParent = endWithParent;
        this.client = client;
    }

    /** Builds the city's net into the work folder. {@return the net's file} */
    static Path buildNet(CityFolder city, Path workFolder) {
        return NetBuild.build(city.net(), workFolder);
    }

    /** Starts SUMO on a built net and generated routes, and connects. */
    static SumoProcess start(CityFolder city, Path workFolder, long seed, int stepMs) {
        SumoException last = null;
        for (int i = 0; i < START_TRIES; i++) { // Another process may take the port first.
            try {
                return startOn(freePort(), city, workFolder, seed, stepMs);
            } catch (SumoException e) {
                last = e;
            }
        }
        throw last;
    }

    TraciClient client() {
        return client;
    }

    /** {@return {@code failure}, with SUMO's last words if it has ended} */
    SumoException explain(SumoException failure) {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new SumoException(
                failure.getMessage() + ": " + tail(workFolder.resolve("sumo.log")), failure);
    }

    /** Ends SUMO, which completes its output files. */
    @Override
    public void close() {
        client.close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SumoException("SUMO did not end within " + END_SECONDS + " s");
            }
            Runtime.getRuntime().removeShutdownHook(endWithParent);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            return; // The JVM is shutting down: the hook is running.
        }
        if (process.exitValue() != 0) {
            throw new SumoException(
                    "SUMO: exit code "
                            + process.exitValue()
                            + ": "
                            + tail(workFolder.resolve("sumo.log")));
        }
    }

    private static SumoProcess startOn(
            int port, CityFolder city, Path workFolder, long seed, int stepMs) {
        Path log = workFolder.resolve("sumo.log");
        try {
            Process process = start(command(port, city, workFolder, seed, stepMs), log);
            Thread hook = new Thread(process::destroyForcibly, "sumo-end");
            Runtime.getRuntime().addShutdownHook(hook);
            for (int i = 0; i < CONNECT_TRIES; i++) {
                try {
                    return new SumoProcess(workFolder, process, hook, TraciClient.connect(port));
                } catch (IOException e) {
                    if (process.waitFor(CONNECT_PAUSE_MS, TimeUnit.MILLISECONDS)) {
                        break; // It has ended: its log says why.
                    }
                }
            }
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(hook);
            throw new SumoException("SUMO does not listen on port " + port + ": " + tail(log));
        } catch (IOException e) {
            throw notStarted("sumo", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SumoException("SUMO: interrupted while it started", e);
        }
    }

    private static List<String> command(
            int port, CityFolder city, Path workFolder, long seed, int stepMs) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "sumo",
                                "--xml-validation",
                                "never",
                                "--xml-validation.net",
                                "never",
                                "--xml-validation.routes",
                                "never",
                                "--net-file",
                                workFolder.resolve(NET).toString(),
                                "--route-files",
                                workFolder.resolve(ROUTES).toString(),
                                "--tripinfo-output",
                                workFolder.resolve(TRIPINFO).toString(),
                                "--tripinfo-output.write-unfinished",
                                "true",
                                "--step-length",
                                String.valueOf(stepMs / 1000.0),
                                "--seed",
                                String.valueOf(seed & 0x7FFF_FFFF),
                                "--time-to-teleport",
                                "-1",
                                "--collision.action",
                                "warn",
                                "--collision.check-junctions",
                                "true",
                                "--no-step-log",
                                "true",
                                "--remote-port",
                                String.valueOf(port),
                                "--num-clients",
                                "1"));
        if (!city.additional().isEmpty()) {
            command.add("--additional-files");
            command.add(
                    city.additional().stream()
                            .map(Path::toString)
                            .collect(Collectors.joining(",")));
        }
        return command;
    }

    static Process start(List<String> command, Path log) throws IOException {
        List<String> bound = new ArrayList<>(command);
        if (Files.isExecutable(SETPRIV)) {
            // SUMO waits for its client for ever: it must not outlive a rig that is killed.
            bound.addAll(0, List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        ProcessBuilder builder =
                new ProcessBuilder(bound).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("SUMO_HOME");
        if (Files.isDirectory(SUMO_HOME)) {
            environment.put("SUMO_HOME", SUMO_HOME.toString());
        }
        return builder.start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new SumoException("no free TCP port", e);
        }
    }

    static SumoException notStarted(String program, IOException cause) {
        return new SumoException(
                program
                        + ": cannot be started ("
                        + cause.getMessage()
                        + "); Debian's package \"sumo\" has it",
                cause);
    }

    static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8).strip();
            return text.substring(Math.max(0, text.length() - 1000));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
