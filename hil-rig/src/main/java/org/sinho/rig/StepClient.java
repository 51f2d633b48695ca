package org.sinho.rig;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** The rig's end of the step channel: announces a step and waits until the center is done. */
final class StepClient implements AutoCloseable {
    private static final int ACKNOWLEDGE = 'A';

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private long step;

    /** Connects and waits until the center is ready. */
    StepClient(InetSocketAddress center, int patienceS) throws IOException {
        socket = Connection.open(center, patienceS);
        socket.setSoTimeout(patienceS * 1_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        await(0);
    }

    /** Announces what was sent since the start, by source, and waits. */
    void step(long utcMs, Map<Integer, Long> announced) throws IOException {
        out.writeByte('S');
        out.writeLong(++step);
        out.writeLong(utcMs);
        out.writeInt(announced.size());
        for (Map.Entry<Integer, Long> entry : announced.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.flush();
        await(step);
    }

    private void await(long expected) throws IOException {
        int kind = in.read();
        if (kind != ACKNOWLEDGE) {
            throw new IOException("step channel: the center is gone");
        }
        long acknowledged = in.readLong();
        if (acknowledged != expected) {
            throw new IOException(
                    "step channel: step " + acknowledged + " acknowledged, expected " + expected);
        }
    }

    /** Says that the run is over. */
    void end() throws IOException {
        out.writeByte('E');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
