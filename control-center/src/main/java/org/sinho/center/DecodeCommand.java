package org.sinho.center;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.J2735Json;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sinho decode}: J2735 frames to readable JSON. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description =
                "Decodes J2735 message frames; field names and wire integers of the standard.",
        footer = {
            "",
            "Examples:",
            "  ./sinho decode --hex 001425...",
            "  ./sinho decode --hex-file messages.txt --json",
            "  ./sinho decode --pcap v2x.pcapng --json"
        })
final class DecodeCommand implements Callable<Integer> {
    /** First octet of every security envelope; no message has an id that begins with it. */
    private static final int SECURITY_VERSION = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input;

    @Option(names = "--json", description = "one JSON object on one line")
    private boolean json;

    /** Where the messages come from. */
    static final class Input {
        @Option(names = "--hex", description = "one message in hexadecimal")
        private String hex;

        @Option(names = "--hex-file", description = "one message in hexadecimal a line")
        private Path file;

        @Option(
                names = "--pcap",
                description = "a capture, pcap or pcapng: frames over UDP, signed or not")
        private Path capture;
    }

    @Override
    public Integer call() throws IOException {
        JsonGenerator out = JSON.createGenerator(System.out);
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        if (!json) {
            out.useDefaultPrettyPrinter();
        }
        // Message by message: a capture may be longer than the memory.
        out.writeStartObject();
        out.writeArrayFieldStart("messages");
        boolean good = input.capture == null ? decodeLines(out) : decodeCapture(out);
        if (!good) {
            out.writeStringField("error", "not all of it is a J2735 message");
        }
        out.writeEndObject();
        out.close();
        System.out.println();
        return good ? 0 : 1;
    }

    private boolean decodeLines(JsonGenerator out) throws IOException {
        boolean good = true;
        for (String line : lines()) {
            ObjectNode message = decode(line.strip());
            good &= message.path("ok").asBoolean();
            JSON.writeTree(out, message);
        }
        out.writeEndArray();
        return good;
    }

    private List<String> lines() throws IOException {
        if (input.hex != null) {
            return List.of(input.hex);
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(input.file));
        lines.removeIf(String::isBlank);
        return lines;
    }

    private static ObjectNode decode(String hex) {
        try {
            return J2735Json.decode(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return refused("NOT_HEXADECIMAL");
        }
    }

    private boolean decodeCapture(JsonGenerator out) throws IOException {
        boolean good = true;
        int passedOver = 0;
        try (CaptureFile capture = new CaptureFile(input.capture)) {
            for (CaptureFile.Packet packet = capture.next();
                    packet != null;
                    packet = capture.next()) {
                Optional<UdpDatagram> datagram = UdpDatagram.of(packet);
                if (datagram.isEmpty()) {
                    passedOver++;
                    continue;
                }
                ObjectNode message = decode(datagram.get().payload());
                message.put("packet", packet.number());
                message.put("from", datagram.get().from()).put("to", datagram.get().to());
                good &= message.path("ok").asBoolean();
                JSON.writeTree(out, message);
            }
            out.writeEndArray();
            out.writeNumberField("packetsWithoutUdp", passedOver);
            if (capture.problem() != null) {
                out.writeStringField("captureProblem", capture.problem());
            }
            return good && capture.problem() == null;
        }
    }

    /** A frame as it is, or the one inside a signed message; signatures are not checked. */
    private static ObjectNode decode(byte[] payload) {
        if (payload.length == 0 || payload[0] != SECURITY_VERSION) {
            return J2735Json.decode(payload).put("signed", false);
        }
        SignedMessage envelope = new SignedMessage();
        SecurityCause cause = envelope.wrap(new UnsafeBuffer(payload), 0, payload.length);
        if (cause != SecurityCause.OK) {
            return refused(cause.name());
        }
        byte[] frame = new byte[envelope.payloadLength()];
        envelope.buffer().getBytes(envelope.payloadOffset(), frame);
        return J2735Json.decode(frame).put("signed", true).put("psid", envelope.psid());
    }

    private static ObjectNode refused(String cause) {
        return JSON.createObjectNode().put("ok", false).put("cause", cause);
    }
}
