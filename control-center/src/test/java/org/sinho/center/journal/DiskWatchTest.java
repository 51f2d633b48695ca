package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private static final long LOW = DiskWatch.LOW_WATER_BYTES;

    private long usable = 10 * LOW;
    private boolean failed;
    private final DiskWatch watch = new DiskWatch(() -> usable, () -> failed, LOW);

    @Test
    void shouldStopWhenSpaceFallsBelowTheMark() {
        usable = LOW;
        assertThat(watch.check()).isEqualTo(256);
        assertThat(watch.healthy()).isTrue();

        usable = LOW - 1;
        assertThat(watch.check()).isEqualTo(255);
        assertThat(watch.healthy()).isFalse();
    }

    @Test
    void shouldStayStoppedWhenSpaceIsLittleAboveTheMark() {
        usable = 0;
        watch.check();

        usable = LOW + LOW / 4 - 1;
        watch.check();
        assertThat(watch.healthy()).isFalse();

        usable = LOW + LOW / 4;
        watch.check();
        assertThat(watch.healthy()).isTrue();
    }

    @Test
    void shouldStopWhenAnAppendFailedThoughThereIsSpace() {
        failed = true;
        watch.check();
        assertThat(watch.healthy()).isFalse();

        failed = false;
        watch.check();
        assertThat(watch.healthy()).isTrue();
    }

    @Test
    void shouldStopWhenSpaceCannotBeRead() {
        usable = -1;
        assertThat(watch.check()).isZero();
        assertThat(watch.healthy()).isFalse();
    }

    @Test
    void shouldNotOverflowWhenDiskIsHuge() {
        usable = Long.MAX_VALUE;
        assertThat(watch.check()).isEqualTo(Integer.MAX_VALUE);
    }
}
