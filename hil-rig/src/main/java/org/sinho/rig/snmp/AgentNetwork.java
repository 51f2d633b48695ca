package org.sinho.rig.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread that listens on the ports of all agents: hundreds of controllers in one process. */
public final class AgentNetwork implements AutoCloseable {
    private final Selector selector;
    private final Thread thread;
    private final Queue<ChannelTransport> opened = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * Starts to listen, to nobody as yet.
     *
     * @throws IOException if the system has no selector left
     */
    public AgentNetwork() throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name("agents").start(this::run);
    }

    ChannelTransport open(InetSocketAddress listen) throws IOException {
        return new ChannelTransport(listen, this);
    }

    void listen(ChannelTransport transport) {
        opened.add(transport);
        selector.wakeup();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(key -> ((ChannelTransport) key.attachment()).receive());
                register();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // The thread ends: every agent falls silent.
        }
    }

    private void register() {
        for (ChannelTransport each = opened.poll(); each != null; each = opened.poll()) {
            try {
                each.channel().register(selector, SelectionKey.OP_READ, each);
            } catch (ClosedChannelException e) {
                // Closed before it was listened to: nothing is lost.
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }
}
