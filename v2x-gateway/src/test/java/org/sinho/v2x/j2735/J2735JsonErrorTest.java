package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class J2735JsonErrorTest {
    private static final String BSM =
            """
            {"type":"BSM","messageId":20,"value":{"coreData":{"msgCnt":1,"id":"0A0B0C0D",
            "secMark":65535,"lat":900000001,"long":1800000001,"elev":-4096,
            "accuracy":{"semiMajor":255,"semiMinor":255,"orientation":65535},
            "transmission":"unavailable","speed":8191,"heading":28800,"angle":127,
            "accelSet":{"long":2001,"lat":2001,"vert":-127,"yaw":0},
            "brakes":{"wheelBrakes":"10000","traction":"unavailable","abs":"unavailable",
            "scs":"unavailable","brakeBoost":"unavailable","auxBrakes":"unavailable"},
            "size":{"width":0,"length":0}}}}""";

    private static ObjectNode tree(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @Test
    void shouldEncodeWhatTheHotMessageEncodesWhenEverythingIsUnavailable() throws Exception {
        BasicSafetyMessage bsm = new BasicSafetyMessage();
        bsm.header(1, 0x0A0B0C0D, BasicSafetyMessage.SEC_MARK_UNAVAILABLE);
        byte[] expected = new byte[40];
        bsm.encode(new UnsafeBuffer(expected), 0);

        assertThat(J2735Json.encode(tree(BSM))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "lat":900000001 | "lat":900000002 | coreData.lat: 900000002 | 900000001
                    "lat":900000001 | "lat":1.5 | coreData.lat: 1.5 | integer
                    "msgCnt":1, | '' | coreData.msgCnt: missing | mandatory
                    "msgCnt":1 | "msgCnt":"1" | coreData.msgCnt: "1" | 0..127
                    "id":"0A0B0C0D" | "id":"0A0B0C" | coreData.id: "0A0B0C" | 4..4 octets
                    "id":"0A0B0C0D" | "id":"0A0B0C0" | coreData.id: "0A0B0C0" | hexadecimal
                    "wheelBrakes":"10000" | "wheelBrakes":"1" | wheelBrakes: "1" | 5 digits
                    "abs":"unavailable" | "abs":"broken" | brakes.abs: "broken" | engaged
                    "size":{ | "size":{"depth":1, | size.depth: 1 | no such field
                    {"coreData":{ | {"partII":[],"coreData":{ | value.partII: [] | array of 1..8
                    "messageId":20 | "messageId":19 | messageId: 19 | 20
                    "type":"BSM" | "type":"CAM" | type: "CAM" | MAP SPAT BSM SRM SSM PSM
                    """)
    void shouldNameFieldValueAndRangeWhenTreeIsNotAMessage(
            String good, String bad, String what, String allowed) throws Exception {
        assertThat(BSM).contains(good);
        ObjectNode message = tree(BSM.replace(good, bad));

        assertThatThrownBy(() -> J2735Json.encode(message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(allowed);
    }

    @Test
    void shouldRefuseWithCauseWhenMessageIsNotKnown() {
        ObjectNode message = J2735Json.decode(HexFormat.of().parseHex("00f00101"));

        assertThat(message.path("ok").asBoolean(true)).isFalse();
        assertThat(message.path("cause").asText()).isEqualTo("UNKNOWN_MESSAGE");
    }

    @Test
    void shouldRefuseWhenThereIsNothing() {
        assertThat(J2735Json.decode(new byte[0]).path("cause").asText()).isEqualTo("TRUNCATED");
    }

    @Test
    void shouldRefuseWhenLengthIsFragmented() {
        assertThat(J2735Json.decode(HexFormat.of().parseHex("0014c1ffff")).path("cause").asText())
                .isEqualTo("FRAGMENTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19, 20, 29, 30})
    void shouldDecodeOrRefuseWhenMessageIsNoise(int messageId) {
        SplittableRandom random = new SplittableRandom(messageId);
        for (int i = 0; i < 5000; i++) {
            byte[] frame = new byte[4 + random.nextInt(120)];
            random.nextBytes(frame);
            int length = frame.length - 4;
            frame[0] = 0;
            frame[1] = (byte) messageId;
            frame[2] = (byte) (0x80 | length >>> 8);
            frame[3] = (byte) length;

            ObjectNode message = J2735Json.decode(frame);

            boolean sound = message.path("ok").asBoolean();
            assertThat(sound ? message.has("reencodedHex") : message.has("cause")).isTrue();
        }
    }
}
