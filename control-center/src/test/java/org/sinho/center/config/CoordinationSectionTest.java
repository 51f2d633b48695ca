package org.sinho.center.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sinho.signal.CoordinationZone;

/** The section {@code coordination} of the settings: what it takes and what it refuses. */
class CoordinationSectionTest {
    private static final String TEXT =
            """
            journal: {folder: journal}
            trust: trust
            dispatch: "127.0.0.1:4001"
            sites: []
            roadsideUnits: []
            """;

    private static final String ZONES =
            """
            coordination:
              - name: river
                sites:
                  - {site: 1, inbound: [2], outbound: [6], cross: [4, 8], detectors: {4: [14, 24]}}
                  - {site: 2, inbound: [2]}
                patterns:
                  - {number: 1, flows: {1: [300, 300, 200], 2: [300, 0, 0]}}
                  - {number: 3, flows: {1: [900, 300, 200], 2: [900, 0, 0]}}
            """;

    private static CenterConfig read(String section) {
        return CenterConfigReader.read(Path.of("center.yaml"), TEXT + section);
    }

    private static void refuse(String part, String wrong, String message) {
        assertThat(ZONES).contains(part);
        assertThatThrownBy(() -> read(ZONES.replace(part, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldCoordinateNothingWhenTheSectionIsMissing() {
        assertThat(read("").control().coordination()).isEmpty();
        assertThat(read("").control().counted(1)).isEmpty();
    }

    @Test
    void shouldReadZonesWithTheirTimes() {
        CoordinationZone zone = read(ZONES).control().coordination().getFirst();
        assertThat(zone.name()).isEqualTo("river");
        assertThat(zone.steadyS()).isEqualTo(300);
        assertThat(zone.leastS()).isEqualTo(600);
        assertThat(zone.patterns().getLast().flows().get(1)).containsExactly(900, 300, 200);
    }

    @Test
    void shouldCountAPhaseByTheDetectorOfItsNumberUnlessOthersAreNamed() {
        assertThat(read(ZONES).control().counted(1)).containsExactly(2, 6, 8, 14, 24);
        assertThat(read(ZONES).control().counted(2)).containsExactly(2);
    }

    @Test
    void shouldRefuseAMisspeltKey() {
        refuse("inbound: [2]}", "inbounds: [2]}", "sites[1].inbounds is unknown, allowed are site");
    }

    @Test
    void shouldRefuseAPhaseThatCannotBe() {
        refuse("cross: [4, 8]", "cross: [4, 17]", "sites[0].cross is 17, allowed 1 to 16");
    }

    @Test
    void shouldRefuseAPhaseInTwoDirections() {
        refuse("cross: [4, 8]", "cross: [4, 6]", "phase of site 1 is 6, allowed in one direction");
    }

    @Test
    void shouldRefuseASiteListedTwice() {
        refuse("{site: 2,", "{site: 1,", "site is 1, allowed each site once");
    }

    @Test
    void shouldRefuseAPatternListedTwice() {
        refuse("number: 3", "number: 1", "pattern is 1, allowed each pattern once");
    }

    @Test
    void shouldRefuseFreeAsAPattern() {
        refuse("number: 3", "number: 254", "patterns[1].number is 254, allowed 1 to 253");
    }

    @Test
    void shouldRefuseAPatternWithoutTheFlowsOfASite() {
        refuse(", 2: [900, 0, 0]", "", "flows of pattern 3 is [1], allowed sites [1, 2]");
    }

    @Test
    void shouldRefuseFlowsThatAreNotThree() {
        refuse(
                "2: [900, 0, 0]",
                "2: [900, 0]",
                "flows of pattern 3 at site 2 is [900, 0], allowed");
    }

    @Test
    void shouldRefuseADetectorThatCountsTwoPhases() {
        refuse("4: [14, 24]", "4: [14, 2]", "detector of site 1 is 2, allowed for one phase only");
    }

    @Test
    void shouldRefuseChangesMoreOftenThanEveryTenMinutes() {
        refuse("  - name: river", "  - leastS: 599\n    name: river", "leastS is 599, allowed 600");
    }

    @Test
    void shouldRefuseAZoneThatHasNothingToChooseFrom() {
        refuse(
                "      - {number: 3, flows: {1: [900, 300, 200], 2: [900, 0, 0]}}\n",
                "",
                "number of patterns is 1, allowed 2 to 16");
    }
}
