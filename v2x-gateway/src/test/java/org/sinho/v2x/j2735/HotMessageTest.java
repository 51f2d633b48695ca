package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotMessageTest {
    static List<Vectors> frames() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldHoldTheValuesOfTheCompleteCodecWhenFrameIsFromTheField(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] frame = vector.frame();

        DecodeCause cause = hot.decode(new UnsafeBuffer(frame), 0, frame.length);

        assertThat(cause).isEqualTo(DecodeCause.NONE);
        assertThat(HotTrees.tree(hot))
                .isEqualTo(HotSubset.of(J2735Json.decode(frame).get("value")));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldWriteTheBytesOfTheCompleteCodecWhenEncodingWhatWasDecoded(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] frame = vector.frame();
        hot.decode(new UnsafeBuffer(frame), 0, frame.length);
        byte[] written = new byte[frame.length + 5];

        int length = hot.encode(new UnsafeBuffer(written), 3);

        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", vector.type());
        message.set("value", HotSubset.of(J2735Json.decode(frame).get("value")));
        byte[] expected = J2735Json.encode(message);
        assertThat(length).isEqualTo(expected.length);
        assertThat(Arrays.copyOfRange(written, 3, 3 + length)).isEqualTo(expected);
        assertThat(Arrays.copyOf(written, 3)).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldSetEveryFieldWhenBuiltThroughSetters(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] frame = vector.frame();
        hot.decode(new UnsafeBuffer(frame), 0, frame.length);

        J2735Message copy = HotCopies.copy(hot);

        assertThat(anyNodeForm(copy)).isEqualTo(anyNodeForm(hot));
    }

    /** A sender's nodes are in the shortest form, a received MAP's in whatever form they came. */
    private static String anyNodeForm(J2735Message message) {
        return HotTrees.tree(message).toString().replaceAll("node-XY.", "node-XY");
    }
}
