package org.sinho.v2x.j2735;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Frames of other people's encoders, with the values other people's decoders found in them.
 *
 * @param name type and line, for messages
 * @param type short name of the message
 * @param frame octets as received
 * @param canonicalFrame the canonical encoding of the same values
 * @param xer values as XER text, null if the file has none
 */
record Vectors(String name, String type, byte[] frame, byte[] canonicalFrame, String xer) {
    private static final Set<String> TYPES = Set.of("BSM", "PSM", "SRM", "SSM", "SPAT", "MAP");

    /** {@return all frames of the six types; the test is skipped where they are not at hand} */
    static List<Vectors> all() {
        return matching(type -> TYPES.contains(type));
    }

    static List<Vectors> of(String type) {
        return matching(type::equals);
    }

    static List<Vectors> matching(Predicate<String> types) {
        Path file = Path.of(System.getProperty("sinho.shared", "../shared"), "v2x");
        file = file.resolve("j2735-vectors.jsonl");
        boolean present = Files.isReadable(file);
        if (!present) {
            System.out.println("SKIPPED: ../shared/v2x/j2735-vectors.jsonl not present");
        }
        assumeTrue(present);
        try {
            return read(Files.readAllLines(file), types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Vectors> read(List<String> lines, Predicate<String> types)
            throws IOException {
        List<Vectors> vectors = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = mapper.readTree(lines.get(i));
            String type = line.path("type").asText();
            if (types.test(type)) {
                byte[] frame = HexFormat.of().parseHex(line.path("hex").asText());
                boolean canonical = line.path("canonical").asBoolean();
                String canonicalHex = line.path("canonical_hex").asText();
                vectors.add(
                        new Vectors(
                                type + " on line " + (i + 1),
                                type,
                                frame,
                                canonical ? frame : HexFormat.of().parseHex(canonicalHex),
                                line.path("decoded").textValue()));
            }
        }
        return vectors;
    }

    @Override
    public String toString() {
        return name;
    }
}
