package org.sinho.perf.failure;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sinho.core.event.EventSource;
import org.sinho.perf.BenchFiles;

/**
 * Center and rig as two processes with this test on every wire between them.
 *
 * <p>The test stands in the step channel too: it sees each tenth of a second, and when the center
 * is dead or stopped it lets the rig's simulated time go on without one.
 */
final class Bench implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(600);

    final Path folder;
    final Wire snmp;
    final Wire status;
    final Wire up;
    final Wire down;
    final ControllerRecord controller;
    private final DispatchWire dispatch;
    private final ServerSocket stepServer =
            new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int centerStepPort;
    private final Map<Integer, Long> base = new TreeMap<>();
    private Process rig;
    private Process center;
    private Socket rigStep;
    private DataInputStream rigIn;
    private DataOutputStream rigOut;
    private Socket centerStep;
    private DataInputStream centerIn;
    private DataOutputStream centerOut;
    private boolean frozen;
    private int starts;
    private volatile long utcMs;

    /** Hears messages to and from vehicles. */
    interface Air {
        void onUp(byte[] octets, long utcMs);

        void onDown(byte[] octets, long utcMs);
    }

    /** Prepares a run; a controller's answer is waited for so long in real time. */
    Bench(Path city, Path folder, int seconds, int seed, int timeoutMs, Air air)
            throws IOException {
        this.folder = folder;
        new BenchFiles(city, folder, seconds, seed, 10, true).write();
        String forCenter = Files.readString(folder.resolve("center.yaml"));
        String forRig = Files.readString(folder.resolve("rig.yaml"));
        int agent = port(forCenter, "controller: ");
        controller = new ControllerRecord(agent);
        snmp = new Wire(local(agent), octets -> controller.onRequest(octets, utcMs));
        status = new Wire(local(port(forCenter, "statusListen: ")), octets -> {});
        up = new Wire(local(port(forCenter, ", listen: ")), octets -> air.onUp(octets, utcMs));
        down = new Wire(local(port(forCenter, "downlink: ")), octets -> air.onDown(octets, utcMs));
        dispatch = new DispatchWire(port(forCenter, "dispatch: "));
        centerStepPort = port(forCenter, "step: ");
        forCenter = through(forCenter, "controller: ", snmp.port());
        forCenter = forCenter.replaceAll("timeoutMs: [0-9]+", "timeoutMs: " + timeoutMs);
        Files.writeString(
                folder.resolve("center.yaml"), through(forCenter, "downlink: ", down.port()));
        forRig = through(forRig, "statusTo: ", status.port());
        forRig = through(forRig, "center: ", up.port());
        forRig = through(forRig, "dispatch: ", dispatch.port());
        Files.writeString(
                folder.resolve("rig.yaml"), through(forRig, "step: ", stepServer.getLocalPort()));
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static int port(String settings, String key) {
        Matcher matcher = Pattern.compile(key + "\"127\\.0\\.0\\.1:(\\d+)\"").matcher(settings);
        if (!matcher.find()) {
            throw new IllegalArgumentException(key + " is not in the settings");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String through(String settings, String key, int port) {
        return settings.replaceFirst(
                key + "\"127\\.0\\.0\\.1:\\d+\"", key + "\"127.0.0.1:" + port + "\"");
    }

    /** Changes the center's settings before it starts. */
    void edit(String before, String after) throws IOException {
        Path file = folder.resolve("center.yaml");
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(before + " is not in the settings");
        }
        Files.writeString(file, text.replace(before, after));
    }

    void start() throws IOException, InterruptedException {
        rig = launch("rig", "org.sinho.rig.Main", "--config", file("rig.yaml"), "--json");
        startCenter();
        rigStep = stepServer.accept();
        rigStep.setTcpNoDelay(true);
        rigIn = new DataInputStream(new BufferedInputStream(rigStep.getInputStream()));
        rigOut = new DataOutputStream(new BufferedOutputStream(rigStep.getOutputStream()));
        acknowledge(0);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** Starts a center, the first or the next, between two steps. */
    void startCenter() throws IOException, InterruptedException {
        starts++;
        center =
                launch(
                        "center-" + starts,
                        "org.sinho.center.Main",
                        "center",
                        "--config",
                        file("center.yaml"),
                        "--json");
        centerStep = connect();
        centerStep.setTcpNoDelay(true);
        centerIn = new DataInputStream(new BufferedInputStream(centerStep.getInputStream()));
        centerOut = new DataOutputStream(new BufferedOutputStream(centerStep.getOutputStream()));
        if (centerIn.read() != 'A' || centerIn.readLong() != 0) {
            throw new IOException("the center is not ready");
        }
        base.clear();
        base.putAll(forwarded());
        dispatch.connect();
    }

    private Socket connect() throws IOException, InterruptedException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (center.isAlive() && System.nanoTime() < endNs) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), centerStepPort);
            } catch (ConnectException e) {
                center.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("the center did not start:\n" + log());
    }

    /** What the present center has said on standard error. */
    String log() throws IOException {
        return Files.readString(folder.resolve("center-" + starts + ".log"));
    }

    private Process launch(String name, String... arguments) throws IOException {
        return Jvm.launch(folder, name, List.of(), arguments);
    }

    long utcMs() {
        return utcMs;
    }

    boolean centerAlive() {
        return center.isAlive();
    }

    /**
     * Lets one tenth of a second pass, with the center if there is one.
     *
     * @return false when the run is over
     */
    boolean step() throws IOException {
        return step(-1);
    }

    /** As {@link #step()}, but kills the center with SIGKILL this long after the step began. */
    boolean stepAndKill(long afterNs) throws IOException {
        return step(afterNs);
    }

    private boolean step(long killAfterNs) throws IOException {
        int kind = rigIn.read();
        if (kind == 'E') {
            centerOut.writeByte('E');
            centerOut.flush();
            return false;
        }
        if (kind != 'S') {
            throw new IOException(
                    "the rig is gone:\n" + Files.readString(folder.resolve("rig.log")));
        }
        long step = rigIn.readLong();
        utcMs = rigIn.readLong();
        awaitWires(rigIn.readInt());
        if (centerStep != null && !frozen) {
            pass(step, killAfterNs);
        }
        acknowledge(step);
        return true;
    }

    private void awaitWires(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int source = rigIn.readInt();
            long announced = rigIn.readLong();
            await(() -> seen(source) >= announced, "datagrams of source " + source);
        }
    }

    private long seen(int source) {
        if (source == EventSource.DISPATCH) {
            return dispatch.seen();
        }
        return source < EventSource.RSU_BASE ? status.seen() : up.seen();
    }

    private Map<Integer, Long> forwarded() {
        return new TreeMap<>(
                Map.of(
                        EventSource.DISPATCH,
                        dispatch.forwarded(),
                        EventSource.STATUS_BASE + 1,
                        status.forwarded(),
                        EventSource.RSU_BASE + 1,
                        up.forwarded()));
    }

    private void pass(long step, long killAfterNs) throws IOException {
        Map<Integer, Long> now = forwarded();
        centerOut.writeByte('S');
        centerOut.writeLong(step);
        centerOut.writeLong(utcMs);
        centerOut.writeInt(now.size());
        for (Map.Entry<Integer, Long> entry : now.entrySet()) {
            centerOut.writeInt(entry.getKey());
            centerOut.writeLong(entry.getValue() - base.get(entry.getKey()));
        }
        centerOut.flush();
        if (killAfterNs >= 0) {
            LockSupport.parkNanos(killAfterNs);
            killCenter();
            return;
        }
        if (centerIn.read() != 'A' || centerIn.readLong() != step) {
            lose();
        }
    }

    private void acknowledge(long step) throws IOException {
        rigOut.writeByte('A');
        rigOut.writeLong(step);
        rigOut.flush();
    }

    /** {@code kill -9}. */
    void killCenter() throws IOException {
        center.destroyForcibly();
        lose();
    }

    /** The center is gone, or about to be: waits until it is. */
    private void lose() throws IOException {
        try {
            if (!center.waitFor(180, TimeUnit.SECONDS)) {
                throw new IOException("the center closed its step channel and lives on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        centerStep.close();
        centerStep = null;
        dispatch.disconnect();
    }

    int centerExit() {
        return center.exitValue();
    }

    /** SIGSTOP; roadside units fall silent, so that the center's socket buffers do not overflow. */
    void stopCenter() throws IOException {
        Jvm.signal(center, "STOP");
        up.cut();
        frozen = true;
    }

    void continueCenter() throws IOException {
        Jvm.signal(center, "CONT");
        up.mend();
        frozen = false;
    }

    /** SIGTERM, in the middle of a step; returns the center's exit code. */
    int endCenter() throws IOException {
        Jvm.signal(center, "TERM");
        lose();
        return center.exitValue();
    }

    static void await(BooleanSupplier condition, String what) throws IOException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new IOException("waited in vain for " + what);
            }
            LockSupport.parkNanos(20_000);
        }
    }

    /** What both processes say at the end of a run. */
    String ending(String name) throws IOException, InterruptedException {
        Process process = name.equals("rig") ? rig : center;
        if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(name + " did not end in order:\n" + log());
        }
        String file = name.equals("rig") ? "rig.json" : "center-" + starts + ".json";
        return Files.readAllLines(folder.resolve(file)).getLast();
    }

    @Override
    public void close() throws IOException {
        if (center != null) {
            center.destroyForcibly();
        }
        if (rig != null) {
            rig.destroyForcibly();
        }
        for (AutoCloseable part :
                List.of(snmp, status, up, down, dispatch, stepServer, controller)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
