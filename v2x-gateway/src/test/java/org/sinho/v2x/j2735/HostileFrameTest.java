package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays are exactly as long as the frame, so that reading past the end would throw. */
class HostileFrameTest {
    /** Every flip of a frame is decoded; of longer frames, every eleventh is also compared. */
    private static final int COMPARED_BITS = 300 * Byte.SIZE;

    private static final int LARGE_FRAME_STRIDE = 11;

    static List<Vectors> frames() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldRefuseAsTruncatedWhenFrameIsCutAnywhere(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] whole = vector.canonicalFrame();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertTruncated(hot, cut, length);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldRefuseAsTruncatedWhenMessageEndsEarlyButItsLengthIsTrue(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] whole = vector.canonicalFrame();
        int header = whole[2] < 0 ? 4 : 3;
        for (int length = 0; length < whole.length - header; length++) {
            byte[] cut = new byte[4 + length];
            System.arraycopy(whole, 0, cut, 0, 2);
            cut[2] = (byte) (0x80 | length >>> 8);
            cut[3] = (byte) length;
            System.arraycopy(whole, header, cut, 4, length);
            assertTruncated(hot, cut, length);
        }
    }

    private static void assertTruncated(J2735Message hot, byte[] cut, int length) {
        ObjectNode message = J2735Json.decodeOnly(cut);
        if (message.path("ok").asBoolean() || !"TRUNCATED".equals(message.path("cause").asText())) {
            assertThat(message).as("cold, %d octets", length).isNull();
        }
        if (hot.decode(new UnsafeBuffer(cut), 0, cut.length) != DecodeCause.TRUNCATED) {
            assertThat(HotTrees.tree(hot)).as("hot, %d octets", length).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldDecodeOrRefuseWhenAnyBitIsFlipped(Vectors vector) {
        J2735Message hot = HotTrees.message(vector.type());
        byte[] frame = vector.frame().clone();
        UnsafeBuffer buffer = new UnsafeBuffer(frame);
        int bits = vector.canonicalFrame().length * Byte.SIZE;
        for (int bit = 0; bit < bits; bit++) {
            flip(frame, bit);
            ObjectNode message = J2735Json.decodeOnly(frame);
            DecodeCause cause = hot.decode(buffer, 0, frame.length);
            boolean sound = message.path("ok").asBoolean();
            if (sound && message.path("messageId").asInt() == hot.messageId()) {
                if (cause != DecodeCause.NONE) {
                    assertThat(cause).as("bit %d", bit).isEqualTo(DecodeCause.CAPACITY);
                } else if (bits < COMPARED_BITS || bit % LARGE_FRAME_STRIDE == 0) {
                    assertSameFindings(message, hot, bit);
                }
            }
            flip(frame, bit);
        }
    }

    private static void flip(byte[] frame, int bit) {
        frame[bit / 8] ^= (byte) (0x80 >>> bit % 8);
    }

    private static void assertSameFindings(ObjectNode message, J2735Message hot, int bit) {
        JsonNode value = message.get("value");
        ObjectNode second = J2735Json.decodeOnly(J2735Json.encode(message));
        if (!second.equals(message)) {
            assertThat(second).as("bit %d", bit).isEqualTo(message);
        }
        if (expressible(value) && !HotTrees.tree(hot).equals(HotSubset.of(value))) {
            assertThat(HotTrees.tree(hot)).as("bit %d", bit).isEqualTo(HotSubset.of(value));
        }
    }

    /** Hot messages know that there is a later edition's alternative, not which. */
    private static boolean expressible(JsonNode value) {
        String text = value.toString();
        return !text.contains("unknownAlternative") && !text.contains("{\"delta\":{\"regional\"");
    }
}
