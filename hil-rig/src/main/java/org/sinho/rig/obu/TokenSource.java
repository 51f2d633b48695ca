package org.sinho.rig.obu;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands in for dispatch: tells the center which vehicles are on a mission. One thread. */
public final class TokenSource implements AutoCloseable {
    private static final int MISSION_MS = 20 * 60_000;

    private final Socket socket;
    private final Writer writer;
    private long sent;
    private long mission;

    /**
     * Creates a source.
     *
     * @param socket connected to where the center listens for dispatch
     * @throws IOException when it cannot be written to
     */
    public TokenSource(Socket socket) throws IOException {
        this.socket = socket;
        writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    void open(int vehicle, int role, long utcMs) throws IOException {
        line(
                "{\"mission\":"
                        + ++mission
                        + ",\"vehicle\":"
                        + vehicle
                        + ",\"role\":"
                        + role
                        + ",\"open\":true,\"expiryUtcMs\":"
                        + (utcMs + MISSION_MS)
                        + "}");
    }

    void close(int vehicle) throws IOException {
        line("{\"vehicle\":" + vehicle + ",\"open\":false}");
    }

    /**
     * Says that dispatch is alive.
     *
     * @throws IOException when the center is gone
     */
    public void heartbeat() throws IOException {
        line("{\"heartbeat\":true}");
    }

    private void line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
        writer.flush();
        sent++;
    }

    /**
     * Counts lines said.
     *
     * @return since the start
     */
    public long sent() {
        return sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
