package org.sinho.center;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a captured packet carries over UDP.
 *
 * @param from sender, address and port
 * @param to receiver, address and port
 * @param payload as captured; shorter than it was sent when the capture cut it
 */
record UdpDatagram(String from, String to, byte[] payload) {
    private static final int LINK_ETHERNET = 1;
    private static final int LINK_RAW = 101;
    private static final int LINK_IPV4 = 228;
    private static final int LINK_IPV6 = 229;
    private static final int ETHERNET_HEADER = 14;
    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;
    private static final int TYPE_VLAN = 0x8100;
    private static final int TYPE_SERVICE_VLAN = 0x88A8;
    private static final int VLAN_TAG = 4;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int FRAGMENT = 0x3FFF;

    /** The datagram in a packet; empty when it carries none, or a fragment of one. */
    static Optional<UdpDatagram> of(CaptureFile.Packet packet) {
        ByteBuffer octets = ByteBuffer.wrap(packet.octets());
        return switch (packet.linkType()) {
            case LINK_ETHERNET -> ethernet(octets);
            case LINK_RAW, LINK_IPV4, LINK_IPV6 -> ip(octets);
            default -> Optional.empty();
        };
    }

    private static Optional<UdpDatagram> ethernet(ByteBuffer octets) {
        int at = ETHERNET_HEADER;
        while (octets.limit() >= at) {
            int type = octets.getShort(at - 2) & 0xFFFF;
            if (type == TYPE_IPV4 || type == TYPE_IPV6) {
                return ip(octets.position(at).slice());
            }
            if (type != TYPE_VLAN && type != TYPE_SERVICE_VLAN) {
                return Optional.empty();
            }
            at += VLAN_TAG;
        }
        return Optional.empty();
    }

    private static Optional<UdpDatagram> ip(ByteBuffer octets) {
        if (octets.limit() < IPV4_HEADER) {
            return Optional.empty();
        }
        return switch (octets.get(0) >> 4 & 0xF) {
            case 4 -> ipv4(octets);
            case 6 -> ipv6(octets);
            default -> Optional.empty();
        };
    }

    private static Optional<UdpDatagram> ipv4(ByteBuffer octets) {
        int header = (octets.get(0) & 0xF) * 4;
        int total = octets.getShort(2) & 0xFFFF;
        boolean whole = (octets.getShort(6) & FRAGMENT) == 0;
        if (octets.get(9) != UDP || !whole || header < IPV4_HEADER) {
            return Optional.empty();
        }
        // Ethernet pads short packets: what counts is the packet's own length.
        return udp(octets, header, Math.min(total, octets.limit()), 12, 4);
    }

    private static Optional<UdpDatagram> ipv6(ByteBuffer octets) {
        if (octets.limit() < IPV6_HEADER || octets.get(6) != UDP) {
            return Optional.empty();
        }
        int total = IPV6_HEADER + (octets.getShort(4) & 0xFFFF);
        return udp(octets, IPV6_HEADER, Math.min(total, octets.limit()), 8, 16);
    }

    private static Optional<UdpDatagram> udp(
            ByteBuffer octets, int at, int end, int addresses, int addressOctets) {
        if (end < at + UDP_HEADER) {
            return Optional.empty();
        }
        int length = (octets.getShort(at + 4) & 0xFFFF) - UDP_HEADER;
        int room = end - at - UDP_HEADER;
        byte[] payload = new byte[Math.clamp(length, 0, room)];
        octets.get(at + UDP_HEADER, payload);
        String from = address(octets, addresses, addressOctets);
        String to = address(octets, addresses + addressOctets, addressOctets);
        return Optional.of(
                new UdpDatagram(
                        from + ':' + (octets.getShort(at) & 0xFFFF),
                        to + ':' + (octets.getShort(at + 2) & 0xFFFF),
                        payload));
    }

    private static String address(ByteBuffer octets, int at, int length) {
        byte[] address = new byte[length];
        octets.get(at, address);
        try {
            String text = InetAddress.getByAddress(address).getHostAddress();
            return length == 4 ? text : '[' + text + ']';
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 octets", e);
        }
    }
}
