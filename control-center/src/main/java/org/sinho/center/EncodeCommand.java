package org.sinho.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.sinho.v2x.j2735.J2735Json;
import picocli.CommandLine.Command;

/** {@code ./sinho encode}: what decode prints, back to frames. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = {
            "Encodes J2735 message frames from the JSON that decode prints, read from standard"
                    + " input;",
            "prints one frame in hexadecimal a line."
        },
        footer = {
            "",
            "Exit code: 0 all encoded, 1 the input is not what decode prints, 2 bad usage.",
            "",
            "Example:",
            "  ./sinho decode --hex 001425... --json | ./sinho encode"
        })
final class EncodeCommand implements Callable<Integer> {
    private static final String ALLOWED =
            ", allowed is what decode prints: {\"messages\":[...]} with at least one message";

    /** Octets of the input that a complaint quotes. */
    private static final int QUOTED = 100;

    @Override
    public Integer call() throws IOException {
        JsonNode messages = read();
        if (messages.isEmpty()) {
            throw refused("messages is empty");
        }
        List<String> frames = new ArrayList<>();
        for (JsonNode message : messages) {
            if (!(message instanceof ObjectNode object)) {
                throw refused("message is " + quote(message));
            }
            frames.add(HexFormat.of().formatHex(J2735Json.encode(object)));
        }
        frames.forEach(System.out::println); // All of it or nothing.
        return 0;
    }

    /** Decode's object, or the bare array of its messages. */
    private static JsonNode read() throws IOException {
        JsonNode root;
        try {
            root =
                    new ObjectMapper()
                            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(System.in);
        } catch (JsonProcessingException e) {
            throw refused("standard input is no JSON (" + e.getOriginalMessage() + ")");
        }
        if (root.isMissingNode()) {
            throw refused("standard input is empty");
        }
        JsonNode messages = root.isArray() ? root : root.path("messages");
        if (!messages.isArray()) {
            throw refused("standard input is " + quote(root));
        }
        return messages;
    }

    private static String quote(JsonNode node) {
        String text = node.toString();
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what + ALLOWED);
    }
}
