package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who has waited very long goes next: S-11. */
class PrecedenceTest {
    private static final int NOBODY = 0;
    private static final int MAIN = phases(2, 6);

    private final Precedence precedence = new Precedence(new PhaseTable(Junction.sheet()));

    private static int phases(int... numbers) {
        int mask = 0;
        for (int number : numbers) {
            mask |= 1 << (number - 1);
        }
        return mask;
    }

    @Test
    void shouldOmitNobodyWhenNobodyPresses() {
        assertThat(precedence.omits(NOBODY, MAIN, 0)).isZero();
    }

    @Test
    void shouldOmitWhoeverWouldGoBeforeThePressingPhase() {
        assertThat(precedence.omits(phases(8), MAIN, 0)).isEqualTo(phases(1, 5, 7));
    }

    @Test
    void shouldNotOmitAPhaseThatPressesItself() {
        assertThat(precedence.omits(phases(7, 8), MAIN, 0)).isEqualTo(phases(1, 5));
    }

    @Test
    void shouldNotOmitWhatMayGoBesideIt() {
        assertThat(precedence.omits(phases(8), MAIN, 0) & phases(3, 4)).isZero();
    }

    @Test
    void shouldNotOmitAWholeRing() {
        assertThat(precedence.omits(phases(8), NOBODY, 0)).isEqualTo(phases(1, 2, 5, 6, 7));
        assertThat(precedence.omits(phases(4, 8), NOBODY, 0)).isEqualTo(phases(1, 2, 3, 5, 6, 7));
        assertThat(precedence.omits(phases(3, 4), phases(7, 8), 0) & phases(5, 6, 7, 8))
                .as("ring 2 is green: nothing of it is left out but what comes after")
                .isEqualTo(phases(5, 6));
    }

    @Test
    void shouldOmitNobodyWhenThePressingPhaseIsGreen() {
        assertThat(precedence.omits(phases(2), MAIN, 0)).isZero();
    }

    @Test
    void shouldOmitNobodyForLongerThanTheGuardBears() {
        precedence.omits(phases(8), MAIN, 0);
        assertThat(precedence.omits(phases(8), MAIN, 109_900)).isEqualTo(phases(1, 5, 7));
        assertThat(precedence.omits(phases(8), MAIN, 110_000)).isZero();
    }

    @Test
    void shouldCountOmitsWithAShortPauseAsOne() {
        precedence.omits(phases(8), MAIN, 0);
        precedence.omits(phases(8), MAIN, 50_000);
        precedence.omits(NOBODY, MAIN, 60_000);
        assertThat(precedence.omits(phases(8), MAIN, 120_000)).isZero();
    }

    @Test
    void shouldOmitAnewAfterALongPause() {
        precedence.omits(phases(8), MAIN, 0);
        assertThat(precedence.omits(phases(8), MAIN, 120_000)).isEqualTo(phases(1, 5, 7));
    }
}
