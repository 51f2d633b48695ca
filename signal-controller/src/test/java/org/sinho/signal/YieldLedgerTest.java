package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** E-09: 12 preempts an hour and a quarter of the time; half of it while dispatch is silent. */
class YieldLedgerTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int MINUTE_MS = 60_000;

    private final YieldLedger ledger = new YieldLedger(12);

    private int start(int count, boolean halved) {
        int alarm = 0;
        for (int i = 0; i < count; i++) {
            alarm = ledger.start(halved, NOW_MS + i * MINUTE_MS);
        }
        return alarm;
    }

    /** Lets tenths of seconds pass; returns the alarms. */
    private String pass(int fromMinute, int minutes, boolean active, boolean halved) {
        StringBuilder alarms = new StringBuilder();
        for (int i = 0; i < minutes * 600; i++) {
            long nowMs = NOW_MS + fromMinute * MINUTE_MS + i * 100L;
            int share = ledger.pass(active, halved, nowMs);
            alarms.append(share > 0 ? share + "% " : "");
        }
        return alarms.toString();
    }

    @Test
    void shouldBeSilentUpToTwelveAnHour() {
        assertThat(start(12, false)).isZero();
    }

    @Test
    void shouldAlarmAtTheThirteenthInAnHour() {
        assertThat(start(13, false)).isEqualTo(13);
    }

    @Test
    void shouldAlarmAtTheSeventhWhileDispatchIsSilent() {
        assertThat(start(6, true)).isZero();
        assertThat(ledger.start(true, NOW_MS + 10 * MINUTE_MS)).isEqualTo(7);
    }

    @Test
    void shouldForgetWhatIsAnHourAgo() {
        start(12, false);
        assertThat(ledger.start(false, NOW_MS + 60 * MINUTE_MS)).isZero();
    }

    @Test
    void shouldAlarmOnceWhenMoreThanAQuarterOfTheHourWasYielded() {
        assertThat(pass(0, 15, true, false)).isEmpty();
        assertThat(pass(15, 5, true, false)).isEqualTo("25% ");
    }

    @Test
    void shouldAlarmAtAnEighthWhileDispatchIsSilent() {
        assertThat(pass(0, 7, true, true)).isEmpty();
        assertThat(pass(7, 3, true, true)).isEqualTo("12% ");
    }

    @Test
    void shouldAlarmAgainOnlyAfterItWasBelow() {
        assertThat(pass(0, 20, true, false)).isEqualTo("25% ");
        assertThat(pass(20, 50, false, false)).isEmpty();
        assertThat(pass(70, 20, true, false)).isEqualTo("25% ");
    }

    @Test
    void shouldNotCountTimeWithoutPreempt() {
        assertThat(pass(0, 120, false, true)).isEmpty();
    }
}
