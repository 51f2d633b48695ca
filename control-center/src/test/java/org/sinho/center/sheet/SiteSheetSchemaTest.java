package org.sinho.center.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema knows the keys that the reader knows, no more and no fewer. */
class SiteSheetSchemaTest {
    @TempDir private Path folder;

    /** A sheet without overlaps says nothing of them. */
    private static final List<String> OPTIONAL = List.of("overlaps", "overlap");

    private static final Path HOME = Path.of(System.getProperty("sinho.home"));

    /** A mapping replaced by a word makes the reader say which keys it expects there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | word",
                "/location | 'location: word'",
                "/phases/* | 'phases: { 1: word }'",
                "/timing/* | 'phases: { 1: {} }\ntiming: { 1: word }'",
                "/pedestrians/* | 'pedestrians: { 2: word }'",
                "/overlaps/* | 'overlaps: { 1: word }'",
                "/yields/# | 'yields: [word]'",
                "/lanes/* | 'lanes: { 1: word }'",
                "/lanes/*/connections/# | 'lanes: { 1: { connections: [word] } }'",
                "/preempts/* | 'preempts: { 1: word }'",
                "/patterns/* | 'patterns: { 1: word }'"
            })
    void shouldListTheKeysOfTheReader(String pointer, String sheet) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), sheet.replace("\\n", "\n"));
        List<Finding> problems = new SiteSheetReader().read(file).problems();

        String keys = String.join(", ", new TreeSet<>(keysOf(pointer)));
        assertThat(problems)
                .filteredOn(problem -> problem.value().equals("word"))
                .extracting(Finding::allowed)
                .containsExactly("a mapping of " + keys);
    }

    private static List<String> keysOf(String pointer) throws IOException {
        JsonNode node =
                new ObjectMapper()
                        .readTree(HOME.resolve("cities/schema/site-sheet.schema.json").toFile());
        for (String step : pointer.split("/")) {
            node =
                    switch (step) {
                        case "" -> node;
                        case "*" -> node.get("additionalProperties");
                        case "#" -> node.get("items");
                        default -> node.get("properties").get(step);
                    };
        }
        assertThat(node.get("additionalProperties").asBoolean(true)).isFalse();
        List<String> required = new ArrayList<>();
        node.get("required").forEach(key -> required.add(key.asText()));
        List<String> keys = new ArrayList<>();
        node.get("properties").fieldNames().forEachRemaining(keys::add);
        List<String> demanded = new ArrayList<>(keys);
        demanded.removeAll(OPTIONAL);
        assertThat(required).containsExactlyInAnyOrderElementsOf(demanded);
        return keys;
    }
}
