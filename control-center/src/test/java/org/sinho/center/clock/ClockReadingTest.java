package org.sinho.center.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-02 and F-02, from the kernel's figures alone. */
class ClockReadingTest {
    private static final int STA_PLL = 0x0001;
    private static final int STA_NANO = 0x2000;

    @ParameterizedTest
    @CsvSource({
        "0, true", // TIME_OK
        "1, true", // a leap second is announced
        "4, true", // and has been
        "5, true", // TIME_ERROR is more than STA_UNSYNC: also a missing pulse of a clock that has
        // one
        "-1, false",
    })
    void shouldBelieveTheStatusWheneverTheKernelAnswers(int result, boolean healthy) {
        assertThat(ClockReading.of(result, STA_PLL | STA_NANO, 500).healthy()).isEqualTo(healthy);
    }

    @ParameterizedTest
    @CsvSource({"0x0040", "0x2041", "0xFFFF"})
    void shouldBeUnhealthyWhenNobodyKeepsTheClock(String status) {
        assertThat(ClockReading.of(5, Integer.decode(status), 500).healthy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "1000, 1",
        "1001, 2",
        "99001, 100",
        "100000, 100",
        "100001, 101",
        "16000000, 16000",
        "2147483647000, 2147483647",
        "2147483647001, 2147483647",
        "9223372036854775807, 2147483647",
    })
    void shouldRoundUpAndSaturate(long maxErrorUs, int uncertaintyMs) {
        assertThat(ClockReading.of(0, 0, maxErrorUs).uncertaintyMs()).isEqualTo(uncertaintyMs);
    }

    @ParameterizedTest
    @CsvSource({"100000, true", "100001, false"})
    void shouldBeCertainUpToATenthOfASecond(long maxErrorUs, boolean certain) {
        assertThat(ClockReading.of(0, 0, maxErrorUs).certain()).isEqualTo(certain);
    }

    @Test
    void shouldTakeTheWorstWhenTheKernelDoesNotAnswer() {
        assertThat(ClockReading.of(-1, 0, 0)).isEqualTo(new ClockReading(false, Integer.MAX_VALUE));
    }

    @Test
    void shouldTakeTheWorstWhenTheErrorCannotBeTrue() {
        assertThat(ClockReading.of(0, 0, -1)).isEqualTo(new ClockReading(false, Integer.MAX_VALUE));
    }
}
