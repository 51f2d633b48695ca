package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** F-07: when monitors flash, the zone is left alone. */
class CenterStateTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final long LONG_AGO_MS = NOW_MS - 3_600_000;

    private final CenterState center = new CenterState(3);

    @Test
    void shouldNotStopTheZoneForOneFlashLongAfterOurLastCommand() {
        assertThat(center.onMonitorFlash(0, NOW_MS - 60_001, NOW_MS)).isZero();
        assertThat(center.isZoneStopped(NOW_MS)).isFalse();
    }

    @Test
    void shouldStopTheZoneForOneFlashWithinAMinuteOfOurCommand() {
        assertThat(center.onMonitorFlash(0, NOW_MS - 60_000, NOW_MS)).isEqualTo(1);
        assertThat(center.isZoneStopped(NOW_MS + 299_999)).isTrue();
        assertThat(center.isZoneStopped(NOW_MS + 300_000)).isFalse();
    }

    @Test
    void shouldStopTheZoneWhenTwoJunctionsFlashWithinFiveMinutes() {
        center.onMonitorFlash(0, LONG_AGO_MS, NOW_MS);
        assertThat(center.onMonitorFlash(2, LONG_AGO_MS, NOW_MS + 300_000)).isEqualTo(2);
        assertThat(center.isZoneStopped(NOW_MS + 300_000)).isTrue();
    }

    @Test
    void shouldNotStopTheZoneWhenTheSecondFlashesLater() {
        center.onMonitorFlash(0, LONG_AGO_MS, NOW_MS);
        assertThat(center.onMonitorFlash(2, LONG_AGO_MS, NOW_MS + 300_001)).isZero();
        assertThat(center.isZoneStopped(NOW_MS + 300_001)).isFalse();
    }

    @Test
    void shouldNotCountOneJunctionTwice() {
        center.onMonitorFlash(1, LONG_AGO_MS, NOW_MS);
        assertThat(center.onMonitorFlash(1, LONG_AGO_MS, NOW_MS + 10_000)).isZero();
    }

    @Test
    void shouldSayOnceThatTheZoneStops() {
        assertThat(center.onMonitorFlash(0, NOW_MS, NOW_MS)).isEqualTo(1);
        assertThat(center.onMonitorFlash(1, NOW_MS, NOW_MS + 1_000)).isZero();
    }
}
