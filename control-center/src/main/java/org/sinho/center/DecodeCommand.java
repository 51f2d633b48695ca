package org.sinho.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.sinho.v2x.j2735.J2735Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sinho decode}: J2735 frames to readable JSON. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Decodes J2735 message frames; field names and wire integers of the standard.",
        footer = {
            "",
            "Examples:",
            "  ./sinho decode --hex 001425...",
            "  ./sinho decode --hex-file messages.txt --json"
        })
final class DecodeCommand implements Callable<Integer> {
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
    }

    @Override
    public Integer call() throws IOException {
        ArrayNode messages = JSON.createArrayNode();
        boolean good = true;
        for (String line : lines()) {
            ObjectNode message = decode(line.strip());
            good &= message.path("ok").asBoolean();
            messages.add(message);
        }
        ObjectNode result = JSON.createObjectNode();
        result.set("messages", messages);
        System.out.println(
                json
                        ? JSON.writeValueAsString(result)
                        : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return good ? 0 : 1;
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
            return JSON.createObjectNode().put("ok", false).put("cause", "NOT_HEXADECIMAL");
        }
    }
}
