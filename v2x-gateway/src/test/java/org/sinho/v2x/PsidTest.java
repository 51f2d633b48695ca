package org.sinho.v2x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsidTest {
    @ParameterizedTest
    @CsvSource({
        "0x20, 1, 0x20", // BSM
        "0x27, 1, 0x27", // PSM
        "0x7F, 1, 0x7F",
        "0x80, 2, 0x8000",
        "0x82, 2, 0x8002", // SPaT
        "0x83, 2, 0x8003", // TIM
        "0x90, 2, 0x8010", // SDSM
        "0x407F, 2, 0xBFFF",
        "0x4080, 3, 0xC00000",
        "0x20407F, 3, 0xDFFFFF",
        "0x204080, 4, 0xE0000000",
        "0x204095, 4, 0xE0000015", // SSM
        "0x204096, 4, 0xE0000016", // SRM
        "0x204097, 4, 0xE0000017", // MAP
        "2113687, 4, 0xE0000017",
        "0x1020407F, 4, 0xEFFFFFFF"
    })
    void shouldWriteAndReadTheKnownFormWhenIdentifierIsInRange(
            String psid, int octets, String encoded) {
        int number = Integer.decode(psid);

        assertThat(Psid.encode(number)).isEqualTo(Long.decode(encoded));
        assertThat(Psid.octets(number)).isEqualTo(octets);
        assertThat(Psid.decode(Long.decode(encoded), octets)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"0x80, 1", "0x7F, 2", "0xC000, 2", "0xBFFFFF, 3", "0xF0000000, 4", "0, 0", "0, 5"})
    void shouldRefuseWhenLeadingBitsTellAnotherLength(String encoded, int octets) {
        assertThat(Psid.decode(Long.decode(encoded), octets)).isEqualTo(Psid.INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10204080, Integer.MAX_VALUE})
    void shouldRefuseToWriteWhenIdentifierIsOutOfRange(int psid) {
        assertThatThrownBy(() -> Psid.encode(psid)).hasMessageContaining(Integer.toString(psid));
    }

    @Test
    void shouldComeBackWhenAnyIdentifierAroundAStepOfLengthIsWritten() {
        for (int step : new int[] {0x80, 0x4080, 0x204080}) {
            for (int psid = step - 100; psid < step + 100; psid++) {
                assertThat(Psid.decode(Psid.encode(psid), Psid.octets(psid))).isEqualTo(psid);
            }
        }
    }
}
