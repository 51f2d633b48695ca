package org.sinho.v2x.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private final DuplicateFilter filter = new DuplicateFilter(1000, 2_000, 17, 4);

    @Test
    void shouldComputeSipHashOfItsPublishedTestVector() {
        byte[] octets = new byte[15];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }

        long hash =
                DuplicateFilter.hash(
                        new UnsafeBuffer(octets), 0, 15, 0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertThat(hash).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void shouldKnowOctetsHeardOnceAndNoOthers() {
        assertThat(seen("one", 0)).isFalse();
        assertThat(seen("one", 1)).isTrue();
        assertThat(seen("one ", 2)).isFalse();
        assertThat(seen("onf", 3)).isFalse();
        assertThat(seen("", 4)).isFalse();
    }

    @Test
    void shouldRememberForOnePeriodAndForgetAfterTwo() {
        seen("one", 0);
        seen("tick", 1_999);
        assertThat(seen("one", 2_000)).isTrue(); // Heard again: remembered from here.
        assertThat(seen("tick", 4_100)).isFalse();
        assertThat(seen("one", 100_000)).isFalse();
    }

    @Test
    void shouldForgetOldestFirstWhenMoreArriveThanForeseen() {
        for (int i = 0; i < 2_500; i++) {
            assertThat(seen("datagram " + i, 0)).isFalse();
        }

        assertThat(seen("datagram 2499", 0)).isTrue();
        assertThat(seen("datagram 1500", 0)).isTrue();
        assertThat(seen("datagram 1", 0)).isFalse();
    }

    @Test
    void shouldStayBoundedAndExactUnderFlood() {
        var random = new Random(5);
        byte[] octets = new byte[40];
        var buffer = new UnsafeBuffer(octets);
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(octets);
            assertThat(filter.seen(buffer, 0, 40, i / 100)).isFalse();
            assertThat(filter.seen(buffer, 0, 40, i / 100)).isTrue();
        }
    }

    @Test
    void shouldKeepKnowingWhenClockStepsBack() {
        seen("one", 10_000);
        assertThat(seen("one", 0)).isTrue();
    }

    @Test
    void shouldRefuseCapacityOfNothing() {
        assertThatThrownBy(() -> new DuplicateFilter(0, 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity");
    }

    private boolean seen(String text, long nowMs) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        return filter.seen(new UnsafeBuffer(octets), 0, octets.length, nowMs);
    }
}
