package org.sinho.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;
import picocli.CommandLine;

/** {@code ./sinho decode} over captures written here, octet by octet. */
class DecodeCommandTest {
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final byte[] FRAME = frame();

    @TempDir Path folder;

    private record Run(int exit, String text) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(text);
        }

        JsonNode message(int index) throws IOException {
            return json().path("messages").path(index);
        }
    }

    private static Run run(String... arguments) {
        PrintStream standard = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int exit =
                    new CommandLine(new DecodeCommand())
                            .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
                            .execute(arguments);
            return new Run(exit, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
        }
    }

    private Run decode(byte[] capture) throws IOException {
        Path file = folder.resolve("capture");
        Files.write(file, capture);
        return run("--pcap", file.toString(), "--json");
    }

    private static byte[] frame() {
        BasicSafetyMessage bsm = new BasicSafetyMessage();
        bsm.header(7, 0x01020304, 36_000);
        bsm.position(364_925_000, 1_273_120_000, 450);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[200]);
        byte[] octets = new byte[bsm.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return octets;
    }

    /** The smallest signed envelope around a frame: by digest, with a generation time. */
    private static byte[] signed(byte[] frame) {
        ByteBuffer octets = ByteBuffer.allocate(frame.length + 97);
        octets.put(HexFormat.of().parseHex("038100400380")).put((byte) frame.length).put(frame);
        octets.put(HexFormat.of().parseHex("400120")).putLong(700_000_000_000_000L);
        octets.put((byte) 0x80).putLong(0x1122334455667788L);
        octets.put((byte) 0x80).put((byte) 0x80).put(new byte[32]).put(new byte[32]);
        byte[] envelope = Arrays.copyOf(octets.array(), octets.position());
        assertThat(new SignedMessage().wrap(new UnsafeBuffer(envelope), 0, envelope.length))
                .isEqualTo(SecurityCause.OK);
        return envelope;
    }

    private static byte[] ipv4(int protocol, int fragment, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(32 + payload.length);
        packet.putShort((short) 0x4600).putShort((short) packet.capacity()).putShort((short) 1);
        packet.putShort((short) fragment).put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.put(new byte[] {10, 0, 0, 1, 10, 0, 0, 2}).putInt(0x01010101); // Four options.
        return udp(packet, payload);
    }

    private static byte[] ipv6(byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(48 + payload.length);
        packet.putInt(0x6000_0000).putShort((short) (8 + payload.length));
        packet.put((byte) 17).put((byte) 64).put(new byte[15]).put((byte) 1);
        packet.put(new byte[15]).put((byte) 2);
        return udp(packet, payload);
    }

    private static byte[] udp(ByteBuffer packet, byte[] payload) {
        packet.putShort((short) 50_001).putShort((short) 4_500);
        packet.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
        return packet.array();
    }

    /** With a VLAN tag, and padded as Ethernet pads. */
    private static byte[] ethernet(byte[] packet) {
        int type = packet[0] >> 4 == 4 ? 0x0800 : 0x86DD;
        ByteBuffer octets = ByteBuffer.allocate(18 + packet.length + 6);
        octets.put(new byte[12]).putShort((short) 0x8100).putShort((short) 5);
        return octets.putShort((short) type).put(packet).array();
    }

    private static byte[] pcap(ByteOrder order, int link, byte[]... packets) {
        ByteBuffer file = ByteBuffer.allocate(100_000).order(order);
        file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        file.putInt(65_535).putInt(link);
        for (byte[] packet : packets) {
            file.putLong(0).putInt(packet.length).putInt(packet.length).put(packet);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static byte[] pcapng(ByteOrder order, int link, byte[]... packets) {
        ByteBuffer file = ByteBuffer.allocate(100_000).order(order);
        file.putInt(0x0A0D0D0A).putInt(28).putInt(0x1A2B3C4D).putInt(1).putLong(-1).putInt(28);
        file.putInt(1).putInt(20).putShort((short) link).putShort((short) 0).putInt(0).putInt(20);
        file.putInt(5).putInt(24).putInt(0).putLong(0).putInt(24); // Statistics: passed over.
        for (byte[] packet : packets) {
            int padded = packet.length + 3 & ~3;
            file.putInt(6).putInt(32 + padded).putInt(0).putLong(0);
            file.putInt(packet.length).putInt(packet.length).put(packet);
            file.put(new byte[padded - packet.length]).putInt(32 + padded);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static void requireFrame(JsonNode message, boolean signed, int packet) {
        assertThat(message.path("ok").asBoolean()).as("%s", message).isTrue();
        assertThat(message.path("type").asText()).isEqualTo("BSM");
        assertThat(message.path("value").path("coreData").path("lat").asInt())
                .isEqualTo(364_925_000);
        assertThat(message.path("reencodedHex").asText())
                .isEqualTo(HexFormat.of().formatHex(FRAME));
        assertThat(message.path("signed").asBoolean()).isEqualTo(signed);
        assertThat(message.path("packet").asInt()).isEqualTo(packet);
    }

    @Test
    void shouldDecodePlainAndSignedFramesOfBothFormsInBothByteOrders() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[][] packets = {ipv4(17, 0x4000, FRAME), ipv6(signed(FRAME))};
            byte[][] frames = {ethernet(packets[0]), ethernet(packets[1])};
            for (byte[] capture :
                    new byte[][] {
                        pcap(order, RAW_IP, packets),
                        pcapng(order, RAW_IP, packets),
                        pcap(order, ETHERNET, frames),
                        pcapng(order, ETHERNET, frames)
                    }) {
                Run run = decode(capture);
                assertThat(run.exit()).isZero();
                assertThat(run.text().strip()).doesNotContain("\n");
                assertThat(run.json().path("messages")).hasSize(2);
                requireFrame(run.message(0), false, 1);
                requireFrame(run.message(1), true, 2);
                assertThat(run.message(1).path("psid").asInt()).isEqualTo(0x20);
                assertThat(run.message(0).path("from").asText()).isEqualTo("10.0.0.1:50001");
                assertThat(run.message(1).path("to").asText()).isEqualTo("[0:0:0:0:0:0:0:2]:4500");
            }
        }
    }

    @Test
    void shouldPassOverWhatIsNotOneWholeUdpDatagram() throws IOException {
        byte[] arp = new byte[60];
        arp[12] = 8;
        arp[13] = 6;
        Run run =
                decode(
                        pcap(
                                ByteOrder.LITTLE_ENDIAN,
                                ETHERNET,
                                arp,
                                ethernet(ipv4(6, 0, FRAME)),
                                ethernet(ipv4(17, 0x2000, FRAME)),
                                ethernet(ipv4(17, 0x0010, FRAME)),
                                ethernet(ipv4(17, 0, FRAME))));
        assertThat(run.exit()).isZero();
        assertThat(run.json().path("packetsWithoutUdp").asInt()).isEqualTo(4);
        requireFrame(run.message(0), false, 5);
    }

    @Test
    void shouldNameTheCauseOfWhatDoesNotDecode() throws IOException {
        byte[] cut = Arrays.copyOf(signed(FRAME), 60);
        Run run =
                decode(
                        pcapng(
                                ByteOrder.LITTLE_ENDIAN,
                                RAW_IP,
                                ipv4(17, 0, cut),
                                ipv4(17, 0, new byte[] {0x30, 1, 2, 3}),
                                ipv4(17, 0, new byte[0]),
                                ipv4(17, 0, FRAME)));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.message(0).path("cause").asText()).isEqualTo("TRUNCATED");
        assertThat(run.message(1).path("cause").asText()).isEqualTo("UNKNOWN_MESSAGE");
        assertThat(run.message(2).path("ok").asBoolean(true)).isFalse();
        requireFrame(run.message(3), false, 4);
    }

    @Test
    void shouldShowWhatIsThereWhenTheCaptureIsCut() throws IOException {
        byte[] capture =
                pcapng(ByteOrder.LITTLE_ENDIAN, RAW_IP, ipv4(17, 0, FRAME), ipv4(17, 0, FRAME));
        Run run = decode(Arrays.copyOf(capture, capture.length - 5));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("messages")).hasSize(1);
        assertThat(run.json().path("captureProblem").asText()).startsWith("ends inside a block");
    }

    @Test
    void shouldRefuseWhatIsNoCapture() throws IOException {
        assertThat(decode("a,b,c\n1,2,3\nand so on, and so on".getBytes()).exit()).isNotZero();
        assertThat(decode(new byte[0]).exit()).isNotZero();
    }

    /** Lengths that lie must neither throw, nor read outside, nor ask for the whole memory. */
    @Test
    void shouldEndInOrderWhateverOctetsOfACaptureAreWrong() throws IOException {
        Random random = new Random(1);
        byte[][] packets = {ethernet(ipv4(17, 0, FRAME)), ethernet(ipv6(signed(FRAME)))};
        byte[][] captures = {
            pcap(ByteOrder.BIG_ENDIAN, ETHERNET, packets),
            pcapng(ByteOrder.LITTLE_ENDIAN, ETHERNET, packets)
        };
        for (int i = 0; i < 3_000; i++) {
            byte[] capture = captures[i % 2].clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = 12 + random.nextInt(capture.length - 12);
                capture[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            Run run = decode(Arrays.copyOf(capture, 24 + random.nextInt(capture.length - 23)));
            assertThat(run.json().has("messages")).isTrue();
        }
    }
}
