package org.sinho.rig.obu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The capture file, read by a reader that shares nothing with its writer. */
class PcapngWriterTest {
    private static final long START_UTC_MS = 1_795_000_000_123L;

    @TempDir Path folder;

    private record Captured(long micros, String from, String to, byte[] payload) {}

    /** Reads what the writer may write, and refuses everything else. */
    private static List<Captured> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Captured> packets = new ArrayList<>();
        int blocks = 0;
        while (in.hasRemaining()) {
            int start = in.position();
            int type = in.getInt();
            int length = in.getInt();
            assertThat(length % 4).isZero();
            assertThat(in.getInt(start + length - 4)).as("length at the end").isEqualTo(length);
            switch (blocks++) {
                case 0 -> {
                    assertThat(type).isEqualTo(0x0A0D0D0A);
                    assertThat(in.getInt()).isEqualTo(0x1A2B3C4D);
                    assertThat(in.getShort()).as("major version").isEqualTo((short) 1);
                }
                case 1 -> {
                    assertThat(type).isEqualTo(1);
                    assertThat(in.getShort()).as("raw IP").isEqualTo((short) 101);
                }
                default -> {
                    assertThat(type).isEqualTo(6);
                    packets.add(packet(in));
                }
            }
            in.position(start + length);
        }
        assertThat(blocks).isGreaterThanOrEqualTo(2);
        return packets;
    }

    private static Captured packet(ByteBuffer in) {
        assertThat(in.getInt()).as("interface").isZero();
        long micros = (long) in.getInt() << 32 | in.getInt() & 0xFFFF_FFFFL;
        int captured = in.getInt();
        assertThat(in.getInt()).as("original length").isEqualTo(captured);
        ByteBuffer ip = in.slice(in.position(), captured).order(ByteOrder.BIG_ENDIAN);
        assertThat(ip.get(0)).as("IPv4 without options").isEqualTo((byte) 0x45);
        assertThat(ip.getShort(2) & 0xFFFF).as("total length").isEqualTo(captured);
        assertThat(ip.get(9)).as("UDP").isEqualTo((byte) 17);
        assertThat(headerSum(ip)).as("header checksum").isEqualTo(0xFFFF);
        assertThat(ip.getShort(24) & 0xFFFF).as("UDP length").isEqualTo(captured - 20);
        byte[] payload = new byte[captured - 28];
        ip.get(28, payload);
        return new Captured(micros, address(ip, 12, 20), address(ip, 16, 22), payload);
    }

    private static int headerSum(ByteBuffer ip) {
        int sum = 0;
        for (int at = 0; at < 20; at += 2) {
            sum += ip.getShort(at) & 0xFFFF;
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    private static String address(ByteBuffer ip, int at, int portAt) {
        return (ip.get(at) & 0xFF)
                + "."
                + (ip.get(at + 1) & 0xFF)
                + "."
                + (ip.get(at + 2) & 0xFF)
                + "."
                + (ip.get(at + 3) & 0xFF)
                + ":"
                + (ip.getShort(portAt) & 0xFFFF);
    }

    private List<byte[]> write(Path file) throws IOException {
        List<byte[]> sent = new ArrayList<>();
        Random random = new Random(1);
        long[] nowMs = {START_UTC_MS};
        InetSocketAddress here =
                new InetSocketAddress(InetAddress.getByName("192.168.200.1"), 60_001);
        InetSocketAddress there = new InetSocketAddress(InetAddress.getByName("10.1.2.3"), 4_500);
        try (PcapngWriter writer = new PcapngWriter(file, () -> nowMs[0])) {
            for (int length = 0; length < 300; length++, nowMs[0] += 100) {
                byte[] octets = new byte[length];
                random.nextBytes(octets);
                sent.add(octets);
                writer.onDatagram(
                        length % 2 == 0 ? here : there, length % 2 == 0 ? there : here, octets);
            }
        }
        return sent;
    }

    @Test
    void shouldWriteWhatAnIndependentReaderReads() throws IOException {
        Path file = folder.resolve("v2x.pcapng");
        List<byte[]> sent = write(file);
        List<Captured> captured = read(file);
        assertThat(captured).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            Captured packet = captured.get(i);
            assertThat(packet.payload()).isEqualTo(sent.get(i));
            assertThat(packet.micros()).isEqualTo((START_UTC_MS + 100L * i) * 1_000);
            String here = "192.168.200.1:60001";
            String there = "10.1.2.3:4500";
            assertThat(packet.from()).isEqualTo(i % 2 == 0 ? here : there);
            assertThat(packet.to()).isEqualTo(i % 2 == 0 ? there : here);
        }
    }

    /** A unit that listens everywhere has no address of its own to show. */
    @Test
    void shouldWriteAWholePacketWhenAnAddressIsNotOfIpVersion4() throws IOException {
        Path file = folder.resolve("wild.pcapng");
        InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("::1"), 7);
        try (PcapngWriter writer = new PcapngWriter(file, () -> 1)) {
            writer.onDatagram(six, six, new byte[] {1, 2, 3});
        }
        assertThat(read(file).getFirst().payload()).containsExactly(1, 2, 3);
        assertThat(read(file).getFirst().from()).isEqualTo("0.0.0.0:7");
    }

    @Test
    void shouldWriteWhatTsharkReads() throws IOException, InterruptedException {
        Path file = folder.resolve("v2x.pcapng");
        List<byte[]> sent = write(file);
        Process tshark;
        try {
            tshark =
                    new ProcessBuilder(
                                    "tshark",
                                    "-r",
                                    file.toString(),
                                    "-T",
                                    "fields",
                                    "-e",
                                    "udp.dstport",
                                    "-e",
                                    "udp.payload")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: tshark not installed");
            assumeTrue(false, "tshark not installed");
            return;
        }
        List<String> lines =
                new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(tshark.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).hasSameSizeAs(sent);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(lines.get(i))
                    .isEqualTo(
                            (i % 2 == 0 ? 4_500 : 60_001)
                                    + "\t"
                                    + HexFormat.of().formatHex(sent.get(i)));
        }
    }
}
