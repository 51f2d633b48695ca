package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UperCodingTest {
    private final UperReader reader = new UperReader();
    private final UperWriter writer = new UperWriter();

    @Test
    void shouldReturnEveryFieldWhenWidthsAndOffsetsAreAny() {
        SplittableRandom random = new SplittableRandom(7);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[4000]);
        int[] widths = random.ints(500, 0, UperReader.MAXIMUM_FIELD_BITS + 1).toArray();
        long[] values = new long[widths.length];
        writer.wrap(buffer, 0, buffer.capacity());
        for (int i = 0; i < widths.length; i++) {
            values[i] = widths[i] == 0 ? 0 : random.nextLong() >>> Long.SIZE - widths[i];
            writer.bits(values[i], widths[i]);
        }
        reader.wrap(buffer, 0, writer.octets());
        for (int i = 0; i < widths.length; i++) {
            assertThat(reader.bits(widths[i])).isEqualTo(values[i]);
        }
        assertThat(reader.failed()).isFalse();
        assertThat(reader.remainingBits()).isLessThan(Byte.SIZE);
    }

    @Test
    void shouldFailAndStayWhenReadingPastTheEnd() {
        reader.wrap(new UnsafeBuffer(new byte[] {-1, -1, -1}), 1, 1);

        assertThat(reader.bits(9)).isZero();
        assertThat(reader.cause()).isEqualTo(DecodeCause.TRUNCATED);
        assertThat(reader.bits(1)).isZero();
        assertThat(reader.constrained(5, 9)).isEqualTo(5);
    }

    @Test
    void shouldFailWhenCodeIsOutsideTheRange() {
        reader.wrap(new UnsafeBuffer(new byte[] {-1, -1}), 0, 2);

        assertThat(reader.constrained(0, 28_800)).isZero();
        assertThat(reader.cause()).isEqualTo(DecodeCause.RANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 300, 16_383})
    void shouldReturnOpenTypeAndItsNeighborsWhenItStartsAtAnyBit(int octets) {
        for (int lead = 0; lead < Byte.SIZE; lead++) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[octets + 8]);
            writer.wrap(buffer, 0, buffer.capacity());
            writer.bits(-1, lead);
            int start = writer.begin();
            for (int i = 0; i < octets; i++) {
                writer.bits(i * 7, Byte.SIZE);
            }
            writer.end(start);
            writer.bits(0x155, 9);
            assertThat(writer.failed()).isFalse();

            reader.wrap(buffer, 0, writer.octets());
            assertThat(reader.bits(lead)).isEqualTo((1L << lead) - 1);
            int outer = reader.enter();
            assertThat(reader.remainingBits()).isEqualTo(octets * Byte.SIZE);
            for (int i = 0; i < octets; i++) {
                assertThat(reader.bits(Byte.SIZE)).isEqualTo(i * 7 & 0xff);
            }
            reader.leave(outer);
            assertThat(reader.bits(9)).isEqualTo(0x155);
        }
    }

    @Test
    void shouldFailWhenOpenTypeIsTooLongToDescribe() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[20_000]);
        writer.wrap(buffer, 0, buffer.capacity());
        int start = writer.begin();
        for (int i = 0; i < 16_384; i++) {
            writer.bits(0, Byte.SIZE);
        }
        writer.end(start);

        assertThat(writer.cause()).isEqualTo(DecodeCause.LENGTH);
    }

    @Test
    void shouldNotReadPastAnOpenTypeWhenInsideIt() {
        reader.wrap(new UnsafeBuffer(new byte[] {1, 5, 7}), 0, 3);
        reader.enter();
        reader.bits(8);

        assertThat(reader.bits(1)).isZero();
        assertThat(reader.cause()).isEqualTo(DecodeCause.TRUNCATED);
    }

    @Test
    void shouldFailWhenOpenTypeIsLongerThanWhatHoldsIt() {
        reader.wrap(new UnsafeBuffer(new byte[] {2, 2, 7, 7}), 0, 4);
        reader.enter();
        reader.enter();

        assertThat(reader.cause()).isEqualTo(DecodeCause.TRUNCATED);
    }

    @Test
    void shouldFailAndTouchNothingWhenBufferIsTooShort() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[4]);
        writer.wrap(buffer, 1, 2);
        writer.bits(0xffff, 16);
        writer.bits(1, 1);

        assertThat(writer.cause()).isEqualTo(DecodeCause.TRUNCATED);
        assertThat(buffer.getByte(0)).isZero();
        assertThat(buffer.getByte(3)).isZero();
    }

    @Test
    void shouldKeepMissingNamedBitsZeroWhenSenderTrimmedThem() {
        reader.wrap(new UnsafeBuffer(new byte[] {(byte) 0b1000_0000, 0b0100_0000}), 0, 2);

        assertThat(reader.extensibleFlags(8)).isZero(); // Extended, and of size 0.
        assertThat(reader.failed()).isFalse();
    }

    @Test
    void shouldReadExtendedNamedBitsWhenSenderHasMore() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[8]);
        writer.wrap(buffer, 0, 8);
        writer.extensibleFlags(1 << 13 | 1, 13);

        reader.wrap(buffer, 0, writer.octets());

        assertThat(reader.extensibleFlags(13)).isEqualTo(1 << 13 | 1);
    }
}
