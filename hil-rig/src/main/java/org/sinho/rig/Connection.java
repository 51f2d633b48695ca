package org.sinho.rig;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Opens a connection to a center that may still be starting. */
final class Connection {
    private static final int ATTEMPTS = 600;
    private static final long INTERVAL_NS = 100_000_000;

    private Connection() {}

    /** Tries for a minute. */
    static Socket open(InetSocketAddress address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Socket socket = new Socket(address.getAddress(), address.getPort());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (ConnectException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("no center at " + address + " within a minute", e);
                }
                LockSupport.parkNanos(INTERVAL_NS);
            }
        }
    }
}
