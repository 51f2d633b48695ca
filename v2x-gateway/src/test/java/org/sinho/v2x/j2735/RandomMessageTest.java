package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomMessageTest {
    private static final int MESSAGES = 400;
    private static final long SEED = 20_270_101;

    @ParameterizedTest
    @ValueSource(strings = {"BSM", "PSM", "SRM", "SSM", "SPAT", "MAP"})
    void shouldReturnTheSameTreeWhenAnyTreeIsEncoded(String type) {
        RandomTree trees = new RandomTree(new SplittableRandom(SEED), true);
        for (int i = 0; i < MESSAGES; i++) {
            JsonNode value = trees.message(type);
            byte[] frame = encode(type, value);

            ObjectNode decoded = J2735Json.decode(frame);

            assertThat(decoded.get("value")).as("message %d", i).isEqualTo(value);
            assertThat(decoded.get("reencodedHex").asText())
                    .isEqualTo(HexFormat.of().formatHex(frame));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BSM", "PSM", "SRM", "SSM", "SPAT", "MAP"})
    void shouldKeepWhatControlNeedsWhenHotMessageDecodesAnyTree(String type) {
        RandomTree trees = new RandomTree(new SplittableRandom(SEED), false);
        J2735Message hot = HotTrees.message(type);
        for (int i = 0; i < MESSAGES; i++) {
            JsonNode value = trees.message(type);
            byte[] frame = encode(type, value);
            DecodeCause cause = hot.decode(new UnsafeBuffer(frame), 0, frame.length);
            if (cause == DecodeCause.CAPACITY) {
                continue;
            }
            JsonNode kept = HotSubset.of(value);
            boolean hasRegionalNode = kept.toString().contains("{\"delta\":{}}");

            assertThat(cause).as("message %d", i).isEqualTo(DecodeCause.NONE);
            if (!hasRegionalNode) { // Its place is kept, its content is not.
                assertThat(HotTrees.tree(hot)).as("message %d", i).isEqualTo(kept);
                assertThat(encode(hot)).isEqualTo(encode(type, kept));
            }
        }
    }

    static byte[] encode(String type, JsonNode value) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", type);
        message.set("value", value);
        return J2735Json.encode(message);
    }

    private static byte[] encode(J2735Message hot) {
        byte[] frame = new byte[20_000];
        int length = hot.encode(new UnsafeBuffer(frame), 0);
        return Arrays.copyOf(frame, Math.max(length, 0));
    }
}
