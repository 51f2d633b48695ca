package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-11: since when vehicles and people have been waiting. */
class ServiceWaitsTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int PHASE_3 = 1 << 2;
    private static final int PHASE_4 = 1 << 3;

    private final ServiceWaits waits = new ServiceWaits(new PhaseTable(Junction.sheet()));

    @BeforeEach
    void call() {
        waits.onVehicles(PHASE_3, 0, NOW_MS);
        waits.onPedestrians(PHASE_4, 0, NOW_MS + 5_000);
    }

    @Test
    void shouldCountFromTheFirstCall() {
        waits.onVehicles(PHASE_3, 0, NOW_MS + 60_000);
        assertThat(waits.longestMs(0, NOW_MS + 90_000)).isEqualTo(90_000);
    }

    @Test
    void shouldEndWithGreen() {
        waits.onVehicles(PHASE_3, PHASE_3, NOW_MS + 60_000);
        assertThat(waits.longestMs(0, NOW_MS + 90_000)).isEqualTo(85_000); // those on foot
    }

    @Test
    void shouldEndWhenTheCallIsGone() {
        waits.onPedestrians(0, 0, NOW_MS + 60_000);
        waits.onVehicles(0, 0, NOW_MS + 60_000);
        assertThat(waits.longestMs(0, NOW_MS + 90_000)).isZero();
    }

    @Test
    void shouldLeaveOutVehiclesThatAPreemptServesButNobodyOnFoot() {
        assertThat(waits.longestMs(PHASE_3 | PHASE_4, NOW_MS + 90_000)).isEqualTo(85_000);
    }

    @Test
    void shouldNameThePhaseBesideWhichPeopleWait() {
        assertThat(waits.waitedAtLeast(85_000, NOW_MS + 90_000)).isEqualTo(PHASE_3 | PHASE_4);
        assertThat(waits.waitedAtLeast(86_000, NOW_MS + 90_000)).isEqualTo(PHASE_3);
    }

    @Test
    void shouldEndWithGreenBeforeTheCallIsSeenToBeGone() {
        waits.onGreens(PHASE_3);
        assertThat(waits.longestMs(0, NOW_MS + 90_000)).isEqualTo(85_000); // those on foot
    }

    @Test
    void shouldKnowOfNoWaitBeforeTheFirstCall() {
        ServiceWaits fresh = new ServiceWaits(new PhaseTable(Junction.sheet()));
        assertThat(fresh.longestMs(0, NOW_MS)).isZero();
        assertThat(fresh.waitedAtLeast(0, NOW_MS)).isZero();
    }
}
