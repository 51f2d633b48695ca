package org.sinho.center;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a capture of a network, packet by packet: pcap or pcapng, of either byte order.
 *
 * <p>Never reads outside a packet and never holds more than one. What is wrong with the file ends
 * it at that place and is said by {@link #problem}. One thread.
 */
final class CaptureFile implements AutoCloseable {
    private static final int PCAP_MICROSECONDS = 0xA1B2C3D4;
    private static final int PCAP_NANOSECONDS = 0xA1B23C4D;
    private static final int PCAP_HEADER = 24;
    private static final int PCAP_PACKET_HEADER = 16;
    private static final int SECTION = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BLOCK_FRAME = 12;
    private static final int BLOCK_LIMIT = 16 << 20;

    /** One packet as it was captured; {@code number} counts from 1. */
    record Packet(int number, int linkType, byte[] octets) {}

    private final InputStream in;
    private final List<Integer> linkTypes = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean blocks;
    private int number;
    private long offset;
    private String problem;

    CaptureFile(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            begin(file);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void begin(Path file) throws IOException {
        in.mark(PCAP_HEADER);
        ByteBuffer head = read(PCAP_HEADER);
        if (head.remaining() == PCAP_HEADER && head.getInt(0) == SECTION) {
            blocks = true;
            in.reset();
            offset = 0;
            return;
        }
        if (head.remaining() < PCAP_HEADER || !isPcap(head)) {
            throw new IllegalArgumentException(
                    file + " is no capture, allowed are pcap and pcapng");
        }
        linkTypes.add(head.order(order).getInt(20) & 0xFFFF);
    }

    private boolean isPcap(ByteBuffer head) {
        for (ByteOrder tried : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int magic = head.order(tried).getInt(0);
            if (magic == PCAP_MICROSECONDS || magic == PCAP_NANOSECONDS) {
                order = tried;
                return true;
            }
        }
        return false;
    }

    /** The next packet, or null behind the last. */
    Packet next() throws IOException {
        return blocks ? nextOfBlocks() : nextOfPcap();
    }

    /** What ended the file before its end, or null. */
    String problem() {
        return problem;
    }

    private Packet nextOfPcap() throws IOException {
        ByteBuffer head = read(PCAP_PACKET_HEADER);
        if (head.remaining() == 0) {
            return null;
        }
        if (head.remaining() < PCAP_PACKET_HEADER) {
            return broken("ends inside a packet");
        }
        int length = head.getInt(8);
        if (length < 0 || length > BLOCK_LIMIT) {
            return broken("has a packet of " + Integer.toUnsignedLong(length) + " octets");
        }
        ByteBuffer octets = read(length);
        return octets.remaining() < length
                ? broken("ends inside a packet")
                : new Packet(++number, linkTypes.getFirst(), octets.array());
    }

    private Packet nextOfBlocks() throws IOException {
        while (true) {
            ByteBuffer head = read(8);
            if (head.remaining() == 0) {
                return null;
            }
            ByteBuffer body = head.remaining() < 8 ? null : body(head);
            if (body == null) {
                return problem == null ? broken("ends inside a block") : null;
            }
            switch (head.getInt(0)) {
                case INTERFACE -> linkTypes.add(body.limit() < 8 ? -1 : body.getShort(0) & 0xFFFF);
                case ENHANCED_PACKET -> {
                    return enhanced(body);
                }
                case SIMPLE_PACKET -> {
                    return simple(body);
                }
                default -> {
                    // Names, statistics, comments: nothing to decode.
                }
            }
        }
    }

    /** Body of the block that a head begins; null when it is cut short or its length is wrong. */
    private ByteBuffer body(ByteBuffer head) throws IOException {
        if (head.getInt(0) == SECTION) {
            return section(head);
        }
        int length = head.getInt(4);
        if (length < BLOCK_FRAME || length > BLOCK_LIMIT || length % 4 != 0) {
            broken("has a block of " + Integer.toUnsignedLong(length) + " octets");
            return null;
        }
        ByteBuffer rest = read(length - 8);
        if (rest.remaining() < length - 8) {
            return null;
        }
        return rest.limit(length - BLOCK_FRAME);
    }

    /** A section tells the byte order of its own length, and forgets the interfaces before it. */
    private ByteBuffer section(ByteBuffer head) throws IOException {
        ByteBuffer magic = read(4);
        if (magic.remaining() < 4) {
            return null;
        }
        order = ByteOrder.LITTLE_ENDIAN;
        if (magic.order(order).getInt(0) != BYTE_ORDER_MAGIC) {
            order = ByteOrder.BIG_ENDIAN;
        }
        if (magic.order(order).getInt(0) != BYTE_ORDER_MAGIC) {
            broken("has a section without byte order");
            return null;
        }
        linkTypes.clear();
        int length = head.order(order).getInt(4);
        if (length < 28 || length > BLOCK_LIMIT || length % 4 != 0) {
            broken("has a section header of " + Integer.toUnsignedLong(length) + " octets");
            return null;
        }
        ByteBuffer rest = read(length - BLOCK_FRAME);
        return rest.remaining() < length - BLOCK_FRAME ? null : rest;
    }

    private Packet enhanced(ByteBuffer body) {
        if (body.limit() < 20) {
            return broken("has a packet block of " + body.limit() + " octets");
        }
        return packet(body, body.getInt(0), 20, body.getInt(12));
    }

    private Packet simple(ByteBuffer body) {
        if (body.limit() < 4) {
            return broken("has a packet block of " + body.limit() + " octets");
        }
        return packet(body, 0, 4, Math.min(body.getInt(0), body.limit() - 4));
    }

    private Packet packet(ByteBuffer body, int network, int from, int length) {
        if (network < 0 || network >= linkTypes.size()) {
            return broken("has a packet of interface " + network + ", which it does not name");
        }
        if (length < 0 || length > body.limit() - from) {
            return broken("has a packet longer than its block");
        }
        byte[] octets = new byte[length];
        body.get(from, octets);
        return new Packet(++number, linkTypes.get(network), octets);
    }

    private Packet broken(String what) {
        problem = what + " at octet " + offset;
        return null;
    }

    /** Up to that many octets; fewer at the end of the file. */
    private ByteBuffer read(int length) throws IOException {
        byte[] octets = in.readNBytes(length);
        offset += octets.length;
        return ByteBuffer.wrap(octets).order(order);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
