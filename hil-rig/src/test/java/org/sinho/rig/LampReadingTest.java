package org.sinho.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.VariableBinding;

/** What a controller's answer says of its lamps, phases and overlaps. */
class LampReadingTest {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";

    private static final Map<String, Integer> PHASES =
            Map.of(
                    ".1.4.1.2.1", 0xFD,
                    ".1.4.1.3.1", 0,
                    ".1.4.1.4.1", 0x02,
                    ".1.4.1.5.1", 0xAA,
                    ".1.4.1.6.1", 0,
                    ".1.4.1.7.1", 0,
                    ".3.6.0", 2);

    private static LampReading read(Map<String, Integer> overlaps) {
        PDU answer = LampReading.request();
        answer.setType(PDU.RESPONSE);
        for (VariableBinding binding : answer.getVariableBindings()) {
            String object = binding.getOid().toDottedString().substring(ASC.length());
            Integer value = overlaps.getOrDefault(object, PHASES.get(object));
            binding.setVariable(value == null ? Null.noSuchInstance : new Integer32(value));
        }
        return LampReading.of(answer).orElseThrow();
    }

    @Test
    void shouldReadOverlapsOfBothGroups() {
        LampReading reading =
                read(
                        Map.of(
                                ".9.4.1.2.1", 0x02,
                                ".9.4.1.2.2", 0x00,
                                ".9.4.1.3.1", 0x04,
                                ".9.4.1.4.1", 0x01,
                                ".9.4.1.4.2", 0x80));
        assertThat(reading.overlapReds()).isEqualTo(0x0002);
        assertThat(reading.overlapYellows()).isEqualTo(0x0004);
        assertThat(reading.overlapGreens()).isEqualTo(0x8001);
    }

    @Test
    void shouldShowNoOverlapWhenTheControllerHasNone() {
        LampReading reading = read(Map.of());
        assertThat(reading.greens()).isEqualTo(0x02);
        assertThat(reading.overlapGreens()).isZero();
        assertThat(reading.contradicts(0xFF, 0, 0xAA)).isFalse();
    }

    @Test
    void shouldContradictWhenAnOverlapsFaceShowsTwoLamps() {
        Map<String, Integer> both = Map.of(".9.4.1.2.1", 0x01, ".9.4.1.4.1", 0x01);
        assertThat(read(both).contradicts(0xFF, 0x01, 0xAA)).isTrue();
    }

    @Test
    void shouldContradictWhenAnOverlapsFaceShowsNoLamp() {
        assertThat(read(Map.of(".9.4.1.2.1", 0x01)).contradicts(0xFF, 0x03, 0xAA)).isTrue();
    }
}
