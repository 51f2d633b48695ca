package org.sinho.rig.obu;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Writes datagrams to a pcapng file as raw IPv4, so that any protocol analyzer opens it. Any
 * thread.
 */
public final class PcapngWriter implements RoadsideUnit.Tap, AutoCloseable {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINK_RAW_IP = 101;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;

    private final OutputStream out;
    private final LongSupplier utcMs;

    /**
     * Opens the file.
     *
     * @param file where to
     * @param utcMs time stamps, milliseconds since 1970
     * @throws IOException when it cannot be written
     */
    public PcapngWriter(Path file, LongSupplier utcMs) throws IOException {
        this.utcMs = utcMs;
        out = new BufferedOutputStream(Files.newOutputStream(file));
        ByteBuffer head = little(48);
        head.putInt(SECTION_HEADER).putInt(28).putInt(BYTE_ORDER_MAGIC);
        head.putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
        head.putInt(INTERFACE).putInt(20);
        head.putShort((short) LINK_RAW_IP).putShort((short) 0).putInt(0).putInt(20);
        out.write(head.array());
    }

    private static ByteBuffer little(int octets) {
        return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public synchronized void onDatagram(
            InetSocketAddress from, InetSocketAddress to, byte[] octets) {
        int length = IP_HEADER + UDP_HEADER + octets.length;
        int padded = (length + 3) & ~3;
        long micros = utcMs.getAsLong() * 1_000;
        ByteBuffer block = little(32 + padded);
        block.putInt(ENHANCED_PACKET).putInt(32 + padded).putInt(0);
        block.putInt((int) (micros >>> 32)).putInt((int) micros).putInt(length).putInt(length);
        block.put(packet(from, to, octets));
        block.position(28 + padded);
        block.putInt(32 + padded);
        try {
            out.write(block.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packet(InetSocketAddress from, InetSocketAddress to, byte[] octets) {
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + UDP_HEADER + octets.length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0);
        packet.put(from.getAddress().getAddress(), 0, 4).put(to.getAddress().getAddress(), 0, 4);
        packet.putShort((short) from.getPort()).putShort((short) to.getPort());
        packet.putShort((short) (UDP_HEADER + octets.length)).putShort((short) 0);
        packet.put(octets);
        int sum = 0;
        for (int i = 0; i < IP_HEADER; i += 2) {
            sum += packet.getShort(i) & 0xFFFF;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        packet.putShort(10, (short) ~sum);
        return packet.array();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
