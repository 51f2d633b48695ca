package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicSafetyMessageTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[100]);
    private final BasicSafetyMessage sent = new BasicSafetyMessage();
    private final BasicSafetyMessage received = new BasicSafetyMessage();

    private void exchange() {
        int length = sent.encode(buffer, 0);
        assertThat(length).isPositive();
        assertThat(received.decode(buffer, 0, length)).isEqualTo(DecodeCause.NONE);
    }

    @Test
    void shouldBeNaNWhenSenderDoesNotKnow() {
        exchange();

        assertThat(received.latitudeDeg()).isNaN();
        assertThat(received.longitudeDeg()).isNaN();
        assertThat(received.elevationM()).isNaN();
        assertThat(received.speedMps()).isNaN();
        assertThat(received.headingDeg()).isNaN();
        assertThat(received.longitudinalMps2()).isNaN();
        assertThat(received.verticalMps2()).isNaN();
        assertThat(received.partTwo().eventFlags()).isEqualTo(J2735Message.ABSENT);
        assertThat(received.partTwo().responding()).isFalse();
    }

    @Test
    void shouldConvertUnitsWhenSenderKnows() {
        sent.header(127, 0x89ABCDEF, 59_999);
        sent.position(365_000_001, -1_272_500_000, 1234);
        sent.motion(2, 695, 7200, -10);
        sent.acceleration(-250, 2000, 50, -1500);
        exchange();

        assertThat(received.temporaryId()).isEqualTo(0x89ABCDEF);
        assertThat(received.latitudeDeg()).isCloseTo(36.5000001, within(1e-9));
        assertThat(received.longitudeDeg()).isCloseTo(-127.25, within(1e-9));
        assertThat(received.elevationM()).isCloseTo(123.4, within(1e-9));
        assertThat(received.speedMps()).isCloseTo(13.9, within(1e-9));
        assertThat(received.headingDeg()).isCloseTo(90.0, within(1e-9));
        assertThat(received.steeringDeg()).isCloseTo(-15.0, within(1e-9));
        assertThat(received.longitudinalMps2()).isCloseTo(-2.5, within(1e-9));
        assertThat(received.verticalMps2()).isCloseTo(9.80665, within(1e-9));
        assertThat(received.yawRateDegPerS()).isCloseTo(-15.0, within(1e-9));
    }

    @Test
    void shouldForgetPartTwoWhenNextMessageHasNone() {
        sent.partTwo().alerts(BsmPartTwo.IN_USE, BsmPartTwo.IN_USE, 1, 1);
        sent.partTwo().eventFlags(BsmPartTwo.EVENT_HARD_BRAKING);
        exchange();
        assertThat(received.partTwo().responding()).isTrue();
        assertThat(received.partTwo().eventFlags()).isEqualTo(BsmPartTwo.EVENT_HARD_BRAKING);

        sent.clear();
        exchange();

        assertThat(received.partTwo().responding()).isFalse();
        assertThat(received.partTwo().eventFlags()).isEqualTo(J2735Message.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8192})
    void shouldNotEncodeWhenSpeedIsOutOfRange(int speedWire) {
        sent.motion(7, speedWire, 28_800, 127);

        assertThat(sent.encode(buffer, 0)).isEqualTo(MessageFrame.NOT_ENCODED);
    }

    @Test
    void shouldNotEncodeWhenBufferIsTooShort() {
        assertThat(sent.encode(buffer, 80)).isEqualTo(MessageFrame.NOT_ENCODED);
        assertThat(sent.encode(buffer, 101)).isEqualTo(MessageFrame.NOT_ENCODED);
    }

    @Test
    void shouldDecodeWhenOctetsFollowTheFrame() {
        int length = sent.encode(buffer, 0);
        buffer.setMemory(length, buffer.capacity() - length, (byte) -1);

        assertThat(received.decode(buffer, 0, buffer.capacity())).isEqualTo(DecodeCause.NONE);
    }
}
