package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    void shouldReportADifferenceWhenOracleHasAnotherNumber(Vectors vector) {
        if (vector.xer() == null) {
            return;
        }
        ObjectNode message = J2735Json.decode(vector.frame());
        String changed = vector.xer().replaceFirst("<(revision|secMark|second)>.", "<$1>9999");

        assertThat(XerOracle.differences(changed, message.get("value"))).isNotEmpty();
    }
}
