package org.sinho.rig.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.UdpTransportMapping;

/** The UDP port of one agent, read by the thread of its {@link AgentNetwork}. */
final class ChannelTransport extends UdpTransportMapping {
    private static final int LARGEST_DATAGRAM = 65_535;

    /** Datagrams taken from one port before the others have their turn. */
    private static final int TURN = 64;

    private final DatagramChannel channel;
    private final AgentNetwork network;
    private ByteBuffer received;
    private volatile boolean listening;

    ChannelTransport(InetSocketAddress listen, AgentNetwork network) throws IOException {
        super(new UdpAddress(listen.getAddress(), listen.getPort()));
        this.network = network;
        channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.bind(listen);
        InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
        udpAddress = new UdpAddress(bound.getAddress(), bound.getPort());
    }

    DatagramChannel channel() {
        return channel;
    }

    @Override
    public void listen() {
        listening = true;
        network.listen(this);
    }

    @Override
    public boolean isListening() {
        return listening && channel.isOpen();
    }

    /** Takes what has come in, at most a turn of it. */
    void receive() {
        if (received == null) {
            received = ByteBuffer.allocate(LARGEST_DATAGRAM);
        }
        for (int i = 0; i < TURN; i++) {
            InetSocketAddress from;
            try {
                from = (InetSocketAddress) channel.receive(received.clear());
            } catch (IOException e) {
                return; // Closed, or the last answer found nobody: the next request will tell.
            }
            if (from == null) {
                return;
            }
            received.flip();
            UdpAddress peer = new UdpAddress(from.getAddress(), from.getPort());
            ByteBuffer message = ByteBuffer.allocate(received.remaining());
            message.put(received).flip();
            fireProcessMessage(peer, message, reference(peer));
        }
    }

    private TransportStateReference reference(UdpAddress peer) {
        return new TransportStateReference(
                this, peer, null, SecurityLevel.undefined, SecurityLevel.undefined, false, this);
    }

    @Override
    public void sendMessage(
            UdpAddress address,
            byte[] message,
            TransportStateReference reference,
            long timeoutMillis,
            int maxRetries)
            throws IOException {
        channel.send(
                ByteBuffer.wrap(message),
                new InetSocketAddress(address.getInetAddress(), address.getPort()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
