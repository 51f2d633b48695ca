package org.sinho.perf;

import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.perf.city.GateCount;
import org.sinho.rig.sumo.CityFolder;

/**
 * Three minutes of the first city, center and rig as two processes, with more owned cars in its
 * blocks and more deliveries than there would be. What the center says is compared with SUMO's own
 * files.
 */
class RestrictedZoneTest {
    private static final int SECONDS = 180;

    @TempDir private static Path folder;

    private static DemoRun.Result result;
    private static JsonNode zone;
    private static Map<String, Integer> passages;

    @BeforeAll
    static void run() throws IOException {
        Path city = folder.resolve("hapgang");
        copy(Path.of(System.getProperty("sinho.home"), "cities/hapgang"), city);
        edit(city.resolve("city.yaml"));
        List<String> gates = CityFolder.read(city).demand().zone().gates();
        GateCount.lay(city.resolve("hapgang.add.xml"), gates);
        Path run = folder.resolve("run");
        RunProgress progress =
                new RunProgress(
                        "run", Phrases.of(Language.EN), new PrintStream(nullOutputStream()));
        result = new DemoRun(city, run, SECONDS, 1, 5, true, progress).execute();
        zone = result.center().path("zone");
        passages = GateCount.of(city, run, gates);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** In three minutes nobody comes from the city's edge: services start near the gates. */
    private static void edit(Path yaml) throws IOException {
        String text = Files.readString(yaml);
        String edited =
                text.replace("violatorsPerHour: 8", "violatorsPerHour: 240")
                        .replace("serviceA, from: W_OW", "serviceA, from: GNa_GNb")
                        .replace("serviceB, from: E_OE", "serviceB, from: GSd_GSc")
                        .replace(
                                "vehiclesPerHour: 12, type: delivery",
                                "vehiclesPerHour: 120, type: delivery");
        assertThat(edited.lines().filter(line -> !text.contains(line))).hasSize(5);
        Files.writeString(yaml, edited);
    }

    @Test
    void shouldCallExactlyThoseUnauthorizedWhoAreInSumosFiles() {
        assertThat(passages.get("violator")).isGreaterThanOrEqualTo(2);
        assertThat(zone.path("unauthorized").asInt()).isEqualTo(passages.get("violator"));
        assertThat(zone.path("decisions").path("NO_TAG").asInt())
                .isEqualTo(passages.get("violator"));
    }

    @Test
    void shouldAllowEveryDeliveryByItsTag() {
        assertThat(passages.get("delivery")).isGreaterThanOrEqualTo(2);
        assertThat(zone.path("decisions").path("TAGGED").asInt())
                .isEqualTo(passages.get("delivery"));
    }

    @Test
    void shouldAllowEverybodyElse() {
        int all = passages.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(zone.path("allowed").asInt()).isEqualTo(all - passages.get("violator"));
        assertThat(passages).doesNotContainKeys("car", "truck");
    }

    @Test
    void shouldHearEverySightingOfEveryReader() {
        JsonNode counters = result.center().path("counters");
        assertThat(counters.path("ZONE_SIGHTINGS").asInt())
                .isEqualTo(result.rig().path("zoneSightings").asInt())
                .isEqualTo(zone.path("sightings").asInt());
        assertThat(zone.path("left").asInt()).isPositive();
        assertThat(zone.path("badTime").asInt()).isZero();
        for (String cause : List.of("BAD_SEAL", "OLD_SEQUENCE", "UNKNOWN_READER", "LENGTH")) {
            assertThat(counters.has("ZONE_" + cause)).as(cause).isFalse();
        }
        assertThat(counters.has("STEP_INCOMPLETE")).isFalse();
    }

    @Test
    void shouldTellOperatorsOfTheFirstAtEachEntry() throws IOException {
        long lines =
                Files.readAllLines(folder.resolve("run/center.log")).stream()
                        .filter(line -> line.contains("of the restricted zone: a car without"))
                        .count();
        assertThat(lines).isBetween((long) zone.path("unauthorizedByEntry").size(), 99L);
    }

    @Test
    void shouldSumItUpInBothLanguages() {
        Map<String, Object> summary = DemoSummary.of(SECONDS, 1, result, null);
        assertThat(summary.get("zone")).isEqualTo(zone);
        String sightings = zone.path("sightings").asText();
        assertThat(DemoSummary.text(summary, Phrases.of(Language.EN)).lines())
                .anyMatch(line -> line.startsWith("restricted zone      " + sightings));
        assertThat(DemoSummary.text(summary, Phrases.of(Language.KO)).lines())
                .anyMatch(line -> line.startsWith("제한 구역            감지 " + sightings));
    }

    @Test
    void shouldReplayToTheLiveHashesAndCommands() throws IOException {
        ReplayResult replay =
                new JournalReplay(folder.resolve("run/journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(Long.toHexString(replay.stateHash()))
                .isEqualTo(result.center().path("stateHash").asText());
    }

    @Test
    void shouldKeepNoKeyInTheJournal() throws IOException {
        String key = Files.readString(folder.resolve("run/zone/reader-1.key")).strip();
        String header = Files.readString(folder.resolve("run/journal/epoch-000001/header.json"));
        assertThat(key).hasSize(64);
        assertThat(header).contains("410101").doesNotContain(key);
    }
}
