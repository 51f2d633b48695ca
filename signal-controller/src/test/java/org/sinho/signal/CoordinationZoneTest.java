package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the sheets must bear out before a zone is coordinated. */
class CoordinationZoneTest {
    private static CoordinationZone zone(int site, int phase, int pattern) {
        return new CoordinationZone(
                "river",
                List.of(
                        new CoordinationZone.Member(
                                site, List.of(phase), List.of(), List.of(), Map.of())),
                List.of(flows(1, site), flows(pattern, site)),
                CoordinationZone.STEADY_S,
                CoordinationZone.LEAST_S);
    }

    private static CoordinationZone.Pattern flows(int pattern, int site) {
        return new CoordinationZone.Pattern(pattern, Map.of(site, List.of(1, 2, 3)));
    }

    private static void require(CoordinationZone... zones) {
        CoordinationZone.require(List.of(zones), List.of(Junction.sheet(1), Junction.sheet(2)));
    }

    @Test
    void shouldTakeAZoneThatTheSheetsBearOut() {
        require(zone(1, 2, 3), zone(2, 8, 2));
        assertThat(zone(1, 2, 3).members().getFirst().counted()).containsExactly(2);
    }

    @Test
    void shouldRefuseASiteThatNobodyKnows() {
        assertThatThrownBy(() -> require(zone(9, 2, 3)))
                .hasMessage("coordination zone river: site is 9, allowed of [1, 2]");
    }

    @Test
    void shouldRefuseASiteInTwoZones() {
        assertThatThrownBy(() -> require(zone(1, 2, 3), zone(1, 4, 3)))
                .hasMessageContaining("site is 1, allowed in one zone only");
    }

    @Test
    void shouldRefuseAPatternThatIsNotOnTheSheet() {
        assertThatThrownBy(() -> require(zone(2, 2, 7)))
                .hasMessageContaining("pattern of site 2 is 7, allowed those of its sheet: [1, 2");
    }

    @Test
    void shouldRefuseAPhaseThatTheSiteDoesNotHave() {
        assertThatThrownBy(() -> require(zone(2, 12, 3)))
                .hasMessageContaining("phase of site 2 is 12, allowed those of its sheet");
    }
}
