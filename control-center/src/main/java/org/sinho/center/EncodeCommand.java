package org.sinho.center;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HexFormat;
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
        footer = {"", "Example:", "  ./sinho decode --hex 001425... --json | ./sinho encode"})
final class EncodeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        JsonNode root = new ObjectMapper().readTree(System.in);
        for (JsonNode message : root.has("messages") ? root.path("messages") : root) {
            if (!(message instanceof ObjectNode object)) {
                throw new IllegalArgumentException(
                        "message is " + message + ", allowed is what decode prints");
            }
            System.out.println(HexFormat.of().formatHex(J2735Json.encode(object)));
        }
        return 0;
    }
}
