package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class J2735JsonTest {
    static List<Vectors> frames() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldReencodeCanonicallyWhenFrameIsFromTheField(Vectors vector) {
        ObjectNode message = J2735Json.decode(vector.frame());

        assertThat(message.path("cause").asText()).isEmpty();
        assertThat(message.path("type").asText()).isEqualTo(vector.type());
        assertThat(message.path("reencodedHex").asText())
                .isEqualTo(HexFormat.of().formatHex(vector.canonicalFrame()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldFindTheSameValuesWhenAnIndependentDecoderReadTheFrame(Vectors vector) {
        if (vector.xer() == null) {
            return;
        }
        ObjectNode message = J2735Json.decode(vector.frame());

        assertThat(XerOracle.differences(vector.xer(), message.get("value"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldRefuseWhenFrameIsCutAnywhere(Vectors vector) {
        byte[] whole = vector.canonicalFrame();
        for (int length = 0; length < whole.length; length++) {
            ObjectNode message = J2735Json.decode(Arrays.copyOf(whole, length));

            assertThat(message.path("ok").asBoolean()).as("%d octets", length).isFalse();
            assertThat(message.path("cause").asText()).isEqualTo("TRUNCATED");
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldDecodeOrRefuseWhenAnyBitIsFlipped(Vectors vector) {
        byte[] frame = vector.canonicalFrame().clone();
        for (int bit = 0; bit < frame.length * Byte.SIZE; bit++) {
            frame[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            ObjectNode message = J2735Json.decode(frame);
            if (message.path("ok").asBoolean()) {
                String again = message.path("reencodedHex").asText();
                ObjectNode second = J2735Json.decode(HexFormat.of().parseHex(again));
                assertThat(second).as("bit %d", bit).isEqualTo(message);
            } else {
                assertThat(DecodeCause.valueOf(message.path("cause").asText()))
                        .isNotEqualTo(DecodeCause.NONE);
            }
            frame[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        }
    }
}
