package org.sinho.perf.failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dispatch's end of its line: stays up when the center dies, and says again which missions are open
 * when a center is back, as a dispatch system does.
 */
final class DispatchWire implements AutoCloseable {
    private static final Pattern VEHICLE = Pattern.compile("\"vehicle\":(\\d+)");

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int centerPort;
    private final Map<String, String> open = new LinkedHashMap<>();
    private Socket center;
    private volatile long seen;
    private long forwarded;

    DispatchWire(int centerPort) throws IOException {
        this.centerPort = centerPort;
        Thread.ofPlatform().daemon().name("dispatch-wire").start(this::run);
    }

    int port() {
        return server.getLocalPort();
    }

    long seen() {
        return seen;
    }

    synchronized long forwarded() {
        return forwarded;
    }

    synchronized void connect() throws IOException {
        center = new Socket(InetAddress.getLoopbackAddress(), centerPort);
        center.setTcpNoDelay(true);
        for (String line : open.values()) {
            say(line);
        }
    }

    synchronized void disconnect() throws IOException {
        if (center != null) {
            center.close();
            center = null;
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One writer.
    private void run() {
        try (Socket rig = server.accept();
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        rig.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
                seen++;
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private synchronized void take(String line) {
        Matcher vehicle = VEHICLE.matcher(line);
        if (vehicle.find()) {
            if (line.contains("\"open\":true")) {
                open.put(vehicle.group(1), line);
            } else {
                open.remove(vehicle.group(1));
            }
        }
        try {
            say(line);
        } catch (IOException e) {
            center = null; // The center died.
        }
    }

    private void say(String line) throws IOException {
        if (center != null) {
            OutputStream out = center.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            forwarded++;
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        server.close();
    }
}
