package org.sinho.center.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.event.VehicleClass;
import org.sinho.signal.zone.ZoneRules;
import org.sinho.signal.zone.ZoneTag;

class ZoneSectionTest {
    private static final String BASE =
            """
            journal: {folder: journal}
            trust: trust
            dispatch: "127.0.0.1:4001"
            sites: []
            roadsideUnits: []
            """;
    private static final String ZONE =
            """
            zone:
              name: blocks
              listen: "127.0.0.1:4010"
              exempt: [emergency, shuttle]
              readers:
                - {entry: 1, address: "127.0.0.1", keyFile: keys/one.key}
                - {entry: 2, address: "127.0.0.2", keyFile: keys/two.key}
              tags:
                - {number: 17, class: car, entries: [2], validUntil: "2026-12-31T23:59:59+09:00"}
                - {number: 18, class: delivery, validUntil: "2026-12-31T14:59:59Z"}
            """;
    private static final long END_MS = 1_798_729_199_000L;

    private static CenterConfig read(String text) {
        return CenterConfigReader.read(Path.of("center.yaml"), text);
    }

    @Test
    void shouldReadWhoMayEnter() {
        ZoneRules rules = read(BASE + ZONE).zoneRules();
        assertThat(rules.name()).isEqualTo("blocks");
        assertThat(rules.exempt())
                .containsExactlyInAnyOrder(VehicleClass.EMERGENCY, VehicleClass.SHUTTLE);
        assertThat(rules.entries()).containsExactly(1, 2);
        assertThat(rules.tags())
                .containsExactly(
                        new ZoneTag(17, VehicleClass.CAR, java.util.List.of(2), END_MS),
                        new ZoneTag(18, VehicleClass.DELIVERY, java.util.List.of(), END_MS));
    }

    @Test
    void shouldReadWhereReadersAre() {
        CenterConfig.Zone zone = read(BASE + ZONE).zone().orElseThrow();
        assertThat(zone.listen().getPort()).isEqualTo(4010);
        assertThat(zone.readers())
                .extracting(reader -> reader.address().getHostAddress())
                .containsExactly("127.0.0.1", "127.0.0.2");
        assertThat(zone.readers().getFirst().keyFile()).endsWithRaw(Path.of("keys/one.key"));
    }

    @Test
    void shouldHaveNoZoneWhenNoneIsNamed() {
        assertThat(read(BASE).zone()).isEmpty();
        assertThat(read(BASE).zoneRules().isPresent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exempt: [emergency, shuttle] | exempt: [lorry] | zone.exempt is lorry, allowed",
                "exempt: [emergency, shuttle] | exempt: [unknown] | zone.exempt is unknown,",
                "exempt: [emergency, shuttle] | exempt: bus | zone.exempt is bus, allowed a list",
                "entry: 2 | entry: 1 | zone.readers: entry 1 is listed twice, allowed once",
                "entry: 2 | entry: 0 | readers[1].entry is 0, allowed 1 to 65535",
                "'\"127.0.0.2\"' | '\"no such host\"' | address is no such host, allowed",
                "number: 18 | number: 17 | zone.tags: number 17 is listed twice, allowed once",
                "number: 18 | number: 0 | tags[1].number is 0, allowed 1 to 2147483647",
                "class: car | class: tram | tags[0].class is tram, allowed bicycle, bus, car",
                "entries: [2] | entries: [3] | entries is 3, allowed those of readers:",
                "entries: [2] | entries: [] | entries is an empty list, allowed",
                "14:59:59Z | 14:59:59 | validUntil is 2026-12-31T14:59:59, allowed is a time as",
                "name: blocks | nome: blocks | zone.nome is unknown, allowed are name, listen",
                "'127.0.0.1:4010' | '127.0.0.1' | zone.listen is 127.0.0.1, allowed is HOST:PORT"
            })
    void shouldSayWhatIsWrongAndWhatIsAllowed(String right, String wrong, String message) {
        assertThat(ZONE).contains(right);
        assertThatThrownBy(() -> read(BASE + ZONE.replace(right, wrong)))
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAZoneWithoutAReader() {
        String none = "zone: {name: blocks, listen: \"127.0.0.1:4010\", readers: []}\n";
        assertThatThrownBy(() -> read(BASE + none))
                .hasMessageContaining("zone.readers is an empty list, allowed at least one reader");
    }
}
