package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EventHeader;

/** Smoothed flow of phases 2, counted by two detectors, and 4, counted by its own. */
class FlowMeterTest {
    private static final int PHASE_2 = 1 << 1;
    private static final int PHASE_4 = 1 << 3;
    private static final int PERIOD_MS = 60_000;

    private final FlowMeter meter =
            new FlowMeter(
                    new CoordinationZone.Member(
                            1, List.of(2), List.of(), List.of(4), Map.of(2, List.of(12, 64))));
    private final DetectorVolumes volumes =
            new DetectorVolumes()
                    .wrapForWrite(
                            new UnsafeBuffer(new byte[EventHeader.SIZE + DetectorVolumes.SIZE]), 0)
                    .siteId(1)
                    .periodS(60);
    private long nowMs = 1_800_000_000_000L;

    private void count(int first, int second, int across) {
        volumes.volume(12, first).volume(64, second).volume(4, across);
        meter.apply(volumes, nowMs);
        nowMs += PERIOD_MS;
    }

    private void inOrder() {
        volumes.occupancy(12, 40).occupancy(64, 200).occupancy(4, 0);
    }

    @Test
    void shouldTakeTheFirstCountAsItIs() {
        inOrder();
        count(10, 5, 2);
        assertThat(meter.flow(PHASE_2)).isEqualTo(900_000);
        assertThat(meter.flow(PHASE_4)).isEqualTo(120_000);
        assertThat(meter.flow(PHASE_2 | PHASE_4)).isEqualTo(1_020_000);
    }

    @Test
    void shouldReckonByTheControllersOwnPeriod() {
        inOrder();
        volumes.periodS(10);
        count(10, 5, 2);
        assertThat(meter.flow(PHASE_2)).isEqualTo(5_400_000);
    }

    @Test
    void shouldLetTheNewestCountWeighAFifthWhenTheWindowIsFull() {
        inOrder();
        for (int i = 0; i < 5; i++) {
            count(10, 0, 2);
        }
        count(20, 0, 2);
        assertThat(meter.flow(PHASE_2)).isEqualTo(600_000 + 600_000 / 5);
    }

    @Test
    void shouldKnowNothingOfAPhaseWhoseDetectorIsOutOfOrder() {
        inOrder();
        volumes.occupancy(64, 210);
        count(10, 5, 2);
        assertThat(meter.isKnown(PHASE_2, nowMs)).isFalse();
        assertThat(meter.isKnown(PHASE_4, nowMs)).isTrue();
    }

    @Test
    void shouldLeaveOutACountThatOverflowed() {
        inOrder();
        count(10, 5, 2);
        count(255, 5, 2);
        assertThat(meter.flow(PHASE_2)).isEqualTo(900_000);
        assertThat(meter.isKnown(PHASE_2, nowMs)).isTrue();
    }

    @Test
    void shouldForgetTheFlowWhenThreeCountsAreMissing() {
        inOrder();
        count(10, 5, 2);
        long countedMs = nowMs - PERIOD_MS;
        assertThat(meter.isKnown(PHASE_2, countedMs + 3 * PERIOD_MS + 2_000)).isTrue();
        assertThat(meter.isKnown(PHASE_2, countedMs + 3 * PERIOD_MS + 2_001)).isFalse();
    }

    @Test
    void shouldBeginAnewBehindAGap() {
        inOrder();
        count(10, 5, 2);
        nowMs += 4 * PERIOD_MS;
        count(1, 1, 2);
        assertThat(meter.flow(PHASE_2)).isEqualTo(120_000);
    }
}
