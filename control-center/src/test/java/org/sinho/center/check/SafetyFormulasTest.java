package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the safety rules give as examples, and what lies beside them. */
class SafetyFormulasTest {
    @ParameterizedTest
    @CsvSource({"50, 0, 33", "60, 0, 38", "70, 0, 42", "80, 0, 47", "80, 5, 42", "80, -5, 54"})
    void shouldGiveUsYellowRoundedUp(int speedKmh, int gradePercent, int yellowDs) {
        assertThat(SafetyFormulas.usYellowDs(speedKmh, gradePercent)).isEqualTo(yellowDs);
    }

    @ParameterizedTest
    @CsvSource({"50, 20, 19", "50, 30, 26"})
    void shouldGiveUsRedClearanceRoundedUp(int speedKmh, int distanceM, int redDs) {
        assertThat(SafetyFormulas.usRedClearanceDs(speedKmh, distanceM * 100)).isEqualTo(redDs);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 20, 27", "50, 30, 35", "50, 40, 42",
        "60, 20, 27", "60, 30, 33", "60, 40, 39",
        "30, 40, 58"
    })
    void shouldGiveKoreanChangeIntervalRoundedUp(int speedKmh, int distanceM, int changeDs) {
        assertThat(SafetyFormulas.krChangeDs(speedKmh, distanceM * 100)).isEqualTo(changeDs);
    }

    @Test
    void shouldNotRoundUpWhenExact() {
        // 36 km/h is 10 m/s: 1.0 + 1.0 + (W + 5) / 10 - 1.5 with W = 5 m is 1.5 s.
        assertThat(SafetyFormulas.krChangeDs(36, 500)).isEqualTo(15);
        assertThat(SafetyFormulas.krChangeDs(36, 501)).isEqualTo(16);
    }

    @Test
    void shouldGive27SecondsForFourteenMetersInAProtectionZone() {
        assertThat(70 + SafetyFormulas.krCrossingDs(1_400, true)).isEqualTo(270);
        assertThat(70 + SafetyFormulas.krCrossingDs(1_401, true)).isEqualTo(271);
        assertThat(70 + SafetyFormulas.krCrossingDs(1_400, false)).isEqualTo(210);
    }

    @Test
    void shouldCrossAtEachCountrysSpeed() {
        assertThat(SafetyFormulas.usCrossingDs(10_668)).isEqualTo(1_000);
        assertThat(SafetyFormulas.usCrossingDs(10_669)).isEqualTo(1_001);
        assertThat(SafetyFormulas.deCrossingDs(1_200)).isEqualTo(100);
        assertThat(SafetyFormulas.usSlowWalkerDs(731)).isEqualTo(100);
        assertThat(SafetyFormulas.usSlowWalkerDs(732)).isEqualTo(101);
    }
}
