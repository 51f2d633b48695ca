package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema of {@code city.yaml} describes the cities that there are. */
class CitySchemaTest {
    private static final Path CITIES = Path.of(System.getProperty("sinho.home")).resolve("cities");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> problems = new ArrayList<>();

    static List<Path> cities() throws IOException {
        try (Stream<Path> folders = Files.list(CITIES)) {
            return folders.map(folder -> folder.resolve("city.yaml"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cities")
    void shouldDescribeEveryCity(Path file) throws IOException {
        check("", read(file), schema());
        assertThat(problems).isEmpty();
    }

    @Test
    void shouldRefuseWhatTheReaderDoesNotKnow() throws IOException {
        ObjectNode city = (ObjectNode) read(JunctionCity.folder().resolve("city.yaml"));
        ((ObjectNode) city.at("/junctions/0")).put("tsl", "J1");
        ((ObjectNode) city.at("/junctions/0/links/3")).put("phase", 33);
        ((ObjectNode) city.get("demand")).remove("emergency");
        check("", city, schema());
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "/junctions/0/tsl is unknown",
                        "/junctions/0/links/3/phase is 33",
                        "/demand/emergency is missing");
    }

    private static JsonNode schema() throws IOException {
        return MAPPER.readTree(CITIES.resolve("schema/city.schema.json").toFile());
    }

    private static JsonNode read(Path file) throws IOException {
        Object root =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return MAPPER.valueToTree(root);
    }

    /** The part of JSON Schema that the schema uses. */
    private void check(String where, JsonNode value, JsonNode schema) {
        boolean right =
                switch (schema.get("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> value.isTextual();
                };
        if (!right || !within(value, schema)) {
            problems.add(where + " is " + value);
        } else if (value.isObject()) {
            checkObject(where, value, schema);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(where + "/" + i, value.get(i), schema.get("items"));
            }
        }
    }

    private static boolean within(JsonNode value, JsonNode schema) {
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode allowed : schema.get("enum")) {
                found |= allowed.equals(value);
            }
            return found;
        }
        boolean high =
                !schema.has("maximum") || value.asDouble() <= schema.get("maximum").asDouble();
        boolean low =
                !schema.has("minimum") || value.asDouble() >= schema.get("minimum").asDouble();
        return high && low && value.size() >= schema.path("minItems").asInt(0);
    }

    private void checkObject(String where, JsonNode value, JsonNode schema) {
        JsonNode known = schema.get("properties");
        value.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (known.has(key)) {
                                check(where + "/" + key, value.get(key), known.get(key));
                            } else {
                                problems.add(where + "/" + key + " is unknown");
                            }
                        });
        for (JsonNode key : schema.get("required")) {
            if (!value.has(key.asText())) {
                problems.add(where + "/" + key.asText() + " is missing");
            }
        }
    }
}
