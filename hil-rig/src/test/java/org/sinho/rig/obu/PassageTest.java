package org.sinho.rig.obu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final List<String> NORTHBOUND = List.of("south_in", "north_out");

    private final Passage passage = new Passage(7, NORTHBOUND, 3, 1);

    @Test
    void shouldLastUntilTheJunctionIsPassed() {
        assertThat(passage.isThrough(7, NORTHBOUND)).isTrue();
    }

    @Test
    void shouldEndWhenAnotherJunctionLiesAhead() {
        assertThat(passage.isThrough(8, NORTHBOUND)).isFalse();
    }

    @Test
    void shouldEndWhenTheSameJunctionLiesAheadFromAnotherSide() {
        assertThat(passage.isThrough(7, List.of("east_in", "south_out"))).isFalse();
    }
}
