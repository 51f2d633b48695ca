package org.sinho.rig;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Opens a connection to a center that may still be starting. */
final class Connection {
    private static final int ATTEMPTS_A_SECOND = 10;
    private static final long INTERVAL_NS = 1_000_000_000 / ATTEMPTS_A_SECOND;

    private Connection() {}

    /** Tries ten times a second for so many seconds. */
    static Socket open(InetSocketAddress address, int patienceS) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Socket socket = new Socket(address.getAddress(), address.getPort());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (ConnectException e) {
                if (attempt >= patienceS * ATTEMPTS_A_SECOND) {
                    throw new IOException(
                            "no center at " + address + " within " + patienceS + " s", e);
                }
                LockSupport.parkNanos(INTERVAL_NS);
            }
        }
    }
}
