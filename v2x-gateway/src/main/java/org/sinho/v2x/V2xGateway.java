package org.sinho.v2x;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.time.TimeSource;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.SignedMessage;

/**
 * The room's door: listens to roadside units, puts events into the ring, sends messages down.
 *
 * <p>One network thread for all units, one verification worker per spare core.
 */
public final class V2xGateway implements AutoCloseable {
    /** One octet more than the longest message, so that an oversized one is seen as such. */
    private static final int RECEIVE_OCTETS = SignedMessage.MAXIMUM_OCTETS + 1;

    private static final int SOCKET_BUFFER_OCTETS = 4 * 1024 * 1024;

    private final MultiThreadIoEventLoopGroup network;
    private final List<Thread> workers = new ArrayList<>();
    private final Map<Integer, Channel> channels = new HashMap<>();
    private final Map<Integer, GatewayConfig.RoadsideUnit> units = new HashMap<>();

    /**
     * Opens the sockets and starts the threads.
     *
     * @param config units and limits
     * @param store who is trusted
     * @param door the way into the ring
     * @param time stamps events
     * @param counters what is counted
     */
    public V2xGateway(
            GatewayConfig config,
            CertificateStore store,
            EventDoor door,
            TimeSource time,
            Counters counters) {
        boolean epoll = Epoll.isAvailable();
        network =
                new MultiThreadIoEventLoopGroup(
                        1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        VerifyQueue queue = new VerifyQueue(config.verifySlots(), SignedMessage.MAXIMUM_OCTETS);
        int workerCount = Math.max(1, Runtime.getRuntime().availableProcessors() - 2);
        for (int i = 0; i < workerCount; i++) {
            VerifyWorker worker = new VerifyWorker(queue, store, door, time, counters);
            workers.add(Thread.ofPlatform().daemon().name("v2x-verify-" + i).start(worker));
        }
        UnitMemory shared = new UnitMemory(config.verifyIntervalMs());
        for (GatewayConfig.RoadsideUnit unit : config.units()) {
            UnitMemory memory =
                    config.sharedMemory()
                            ? shared
                            : new UnitMemory(unit.number(), config.verifyIntervalMs());
            RsuIntake intake =
                    new RsuIntake(
                            unit.number(),
                            memory.schedule(),
                            memory.duplicates(),
                            door,
                            queue,
                            time,
                            counters);
            channels.put(unit.number(), open(unit, intake, counters, epoll));
            units.put(unit.number(), unit);
        }
    }

    private Channel open(
            GatewayConfig.RoadsideUnit unit, RsuIntake intake, Counters counters, boolean epoll) {
        return new Bootstrap()
                .group(network)
                .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_OCTETS)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(RECEIVE_OCTETS))
                .handler(new Handler(intake, counters))
                .bind(unit.listen())
                .syncUninterruptibly()
                .channel();
    }

    /** Hands each datagram to the intake without copying it. */
    private static final class Handler extends SimpleChannelInboundHandler<DatagramPacket> {
        private final RsuIntake intake;
        private final Counters counters;
        private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

        Handler(RsuIntake intake, Counters counters) {
            this.intake = intake;
            this.counters = counters;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            ByteBuf content = packet.content();
            int length = content.readableBytes();
            if (content.hasMemoryAddress()) {
                view.wrap(content.memoryAddress() + content.readerIndex(), length);
            } else {
                view.wrap(content.nioBuffer());
            }
            intake.onDatagram(view, 0, length);
        }

        /** What a void promise reports: the network refused a message. Anything else is ours. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
            if (thrown instanceof IOException) {
                counters.increment(CounterId.V2X_DOWNLINK_FAILED);
            } else {
                context.fireExceptionCaught(thrown);
            }
        }
    }

    /**
     * Sends a message down to a roadside unit for broadcast. Any thread; a full socket drops it.
     *
     * @param unit number of the unit
     * @param message octets of one MessageFrame, not copied; a unit that wants the form of
     *     immediate forward gets it in that form
     * @return whether the unit is known
     */
    public boolean broadcast(int unit, byte[] message) {
        Channel channel = channels.get(unit);
        if (channel == null) {
            return false;
        }
        GatewayConfig.RoadsideUnit to = units.get(unit);
        byte[] octets =
                to.form() == GatewayConfig.DownlinkForm.IMMEDIATE_FORWARD
                        ? ImmediateForward.of(message)
                        : message;
        channel.writeAndFlush(
                new DatagramPacket(Unpooled.wrappedBuffer(octets), to.downlink()),
                channel.voidPromise());
        return true;
    }

    /**
     * Returns where a unit's datagrams are awaited, for a port that was left to the system.
     *
     * @param unit number of the unit
     * @return the bound address
     */
    public InetSocketAddress address(int unit) {
        return (InetSocketAddress) channels.get(unit).localAddress();
    }

    @Override
    public void close() {
        channels.values().forEach(channel -> channel.close().syncUninterruptibly());
        workers.forEach(Thread::interrupt);
        network.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS)
                .syncUninterruptibly();
    }
}
