package org.sinho.rig.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.sinho.rig.controller.Tscbm;
import org.sinho.rig.controller.VirtualController;

/** Sends the 245-octet status datagram after each step, while it is switched on. */
final class StatusPush implements AutoCloseable {
    private final InetSocketAddress to;
    private final DatagramChannel channel;
    private final ByteBuffer message = ByteBuffer.allocateDirect(Tscbm.LENGTH);
    private volatile int mode;
    private volatile long sent; // written by the stepping thread alone

    StatusPush(InetSocketAddress to, boolean on) throws IOException {
        this.to = to;
        channel = DatagramChannel.open();
        mode = on ? 2 : 0;
    }

    /** {@return the value of the vendor object that switches the push: 0 = off} */
    int mode() {
        return mode;
    }

    void mode(int value) {
        mode = value;
    }

    long sent() {
        return sent;
    }

    void send(VirtualController controller) throws IOException {
        if (mode == 0 || to == null) {
            return;
        }
        Tscbm.write(controller, (int) sent, message);
        channel.send(message, to);
        sent = sent + 1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
