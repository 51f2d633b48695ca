package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MessageFrameTest {
    private static UnsafeBuffer buffer(String hex) {
        return new UnsafeBuffer(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void shouldLocateTheMessageWhenLengthIsShort() {
        UnsafeBuffer buffer = buffer("ff 00 14 02 aa bb 00 00");

        long location = MessageFrame.locate(buffer, 1, 7);

        assertThat(MessageFrame.messageId(buffer, 1, 7)).isEqualTo(MessageFrame.BSM);
        assertThat(MessageFrame.valueOffset(location)).isEqualTo(4);
        assertThat(MessageFrame.valueLength(location)).isEqualTo(2);
    }

    @Test
    void shouldLocateTheMessageWhenLengthIsInLongForm() {
        long location = MessageFrame.locate(buffer("00 1d 80 02 aa bb"), 0, 6);

        assertThat(MessageFrame.valueOffset(location)).isEqualTo(4);
        assertThat(MessageFrame.valueLength(location)).isEqualTo(2);
    }

    @Test
    void shouldNotLocateWhenMessageIsCutShort() {
        assertThat(MessageFrame.locate(buffer("00 14 03 aa bb"), 0, 5))
                .isEqualTo(MessageFrame.NOT_A_FRAME);
        assertThat(MessageFrame.locate(buffer("00 14 80"), 0, 3))
                .isEqualTo(MessageFrame.NOT_A_FRAME);
    }

    @Test
    void shouldNotLocateWhenMessageIsEmptyOrFragmented() {
        assertThat(MessageFrame.locate(buffer("00 14 00"), 0, 3))
                .isEqualTo(MessageFrame.NOT_A_FRAME);
        assertThat(MessageFrame.locate(buffer("00 14 c1 aa bb"), 0, 5))
                .isEqualTo(MessageFrame.NOT_A_FRAME);
    }

    @Test
    void shouldNotPeekWhenOctetsLieOutsideTheBuffer() {
        UnsafeBuffer buffer = buffer("00 14 02 aa bb");

        assertThat(MessageFrame.messageId(buffer, 3, 5)).isEqualTo(MessageFrame.NOT_A_FRAME);
        assertThat(MessageFrame.messageId(buffer, -1, 5)).isEqualTo(MessageFrame.NOT_A_FRAME);
        assertThat(MessageFrame.messageId(buffer, 0, 2)).isEqualTo(MessageFrame.NOT_A_FRAME);
    }

    @Test
    void shouldRefuseWithCauseWhenFrameIsOfAnotherKind() {
        BasicSafetyMessage bsm = new BasicSafetyMessage();

        assertThat(bsm.decode(buffer("00 1d 02 aa bb"), 0, 5))
                .isEqualTo(DecodeCause.UNKNOWN_MESSAGE);
        assertThat(bsm.decode(buffer("00 14 c1 aa bb"), 0, 5)).isEqualTo(DecodeCause.FRAGMENTED);
        assertThat(bsm.decode(buffer("00 14"), 0, 2)).isEqualTo(DecodeCause.TRUNCATED);
        assertThat(bsm.decode(buffer("00 14"), 1, 2)).isEqualTo(DecodeCause.LENGTH);
    }
}
