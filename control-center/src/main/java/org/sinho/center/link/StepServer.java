package org.sinho.center.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bench's step channel: the rig announces a tenth of a second, the center acknowledges when all
 * it caused is done. Big endian over TCP.
 *
 * <pre>
 *   rig ─▶ center   'S' step:int64 utcMs:int64 count:int32 { source:int32 datagrams:int64 }*
 *   rig ─▶ center   'E'                                                         the run is over
 *   center ─▶ rig   'A' step:int64                                              step 0: ready
 * </pre>
 */
public final class StepServer implements AutoCloseable {
    private static final int STEP = 'S';
    private static final int END = 'E';
    private static final int ACKNOWLEDGE = 'A';
    private static final int SOURCE_LIMIT = 100_000;

    /** Does what a step asks for. */
    public interface Stepper {
        /**
         * Runs one step to its end.
         *
         * @param utcMs the step's time
         * @param announced datagrams since the start, by source
         * @throws InterruptedException when the center closes
         */
        void step(long utcMs, Map<Integer, Long> announced) throws InterruptedException;
    }

    private final ServerSocket server;
    private volatile Socket peer;
    private volatile boolean closed;

    /**
     * Opens the port.
     *
     * @param listen where the rig connects
     * @throws IOException when the port cannot be opened
     */
    public StepServer(InetSocketAddress listen) throws IOException {
        server = new ServerSocket(listen.getPort(), 1, listen.getAddress());
    }

    /**
     * Serves one rig until it says that the run is over, goes away, or the server is closed.
     *
     * @param stepper does the work
     * @return whether the run was ended in order
     * @throws IOException when the channel breaks in the middle of a message
     * @throws InterruptedException when the center closes
     */
    public boolean serve(Stepper stepper) throws IOException, InterruptedException {
        try (Socket socket = server.accept()) {
            peer = socket;
            socket.setTcpNoDelay(true);
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            acknowledge(out, 0);
            while (true) {
                int kind = in.read();
                if (kind == END) {
                    return true;
                }
                if (kind != STEP) {
                    return false;
                }
                long step = in.readLong();
                long utcMs = in.readLong();
                stepper.step(utcMs, readAnnounced(in));
                acknowledge(out, step);
            }
        } catch (EOFException e) {
            return closed;
        } catch (SocketException e) {
            if (closed) {
                return true;
            }
            throw e;
        }
    }

    private static Map<Integer, Long> readAnnounced(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > SOURCE_LIMIT) {
            throw new IOException("step announces " + count + " sources, allowed 0 to 100000");
        }
        Map<Integer, Long> announced = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            announced.put(in.readInt(), in.readLong());
        }
        return announced;
    }

    private static void acknowledge(DataOutputStream out, long step) throws IOException {
        out.writeByte(ACKNOWLEDGE);
        out.writeLong(step);
        out.flush();
    }

    /** Ends {@link #serve}, from any thread. */
    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        Socket socket = peer;
        if (socket != null) {
            socket.close();
        }
    }
}
