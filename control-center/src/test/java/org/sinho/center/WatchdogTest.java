package org.sinho.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** F-05: three missed beats in a row are too many. */
class WatchdogTest {
    private final AtomicLong control = new AtomicLong();
    private final AtomicLong sender = new AtomicLong();
    private final Watchdog watchdog =
            new Watchdog().watch("control", control::get).watch("sender", sender::get);

    private void beatUntilWatched() {
        for (int i = 0; i < Watchdog.WARM_BEATS; i++) {
            control.incrementAndGet();
            sender.incrementAndGet();
            watchdog.round();
        }
    }

    @Test
    void shouldNameWhoMissedThreeBeatsInARow() {
        beatUntilWatched();
        for (int round = 1; round < Watchdog.LIMIT; round++) {
            control.incrementAndGet();
            assertThat(watchdog.round()).as("round %s", round).isNull();
        }
        control.incrementAndGet();
        assertThat(watchdog.round()).isEqualTo("sender");
    }

    @Test
    void shouldForgiveMissedBeatsWhenItBeatsAgain() {
        beatUntilWatched();
        for (int i = 0; i < 10; i++) {
            control.incrementAndGet();
            if (i % Watchdog.LIMIT == Watchdog.LIMIT - 1) {
                sender.incrementAndGet();
            }
            assertThat(watchdog.round()).isNull();
        }
    }

    @Test
    void shouldNameWhoNeverBeganToBeat() {
        for (int round = 1; round < Watchdog.COLD_ROUNDS + Watchdog.LIMIT; round++) {
            control.incrementAndGet();
            assertThat(watchdog.round()).as("round %s", round).isNull();
        }
        control.incrementAndGet();
        assertThat(watchdog.round()).isEqualTo("sender");
    }

    @Test
    void shouldRememberTheMostThatWasMissed() {
        beatUntilWatched();
        watchdog.round();
        sender.incrementAndGet();
        watchdog.round();
        control.incrementAndGet();
        watchdog.round();

        assertThat(watchdog.worst()).isEqualTo(Map.of("control", 2, "sender", 1));
    }
}
