package org.sinho.center.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sinho.center.journal.ConfigurationFile;
import org.sinho.center.journal.EpochHeader;

/** What a restart may learn from the journal. */
class RecoveryTest {
    private static EpochHeader epoch(int number, String configuration) {
        return new EpochHeader(
                EpochHeader.FORM,
                number,
                "test",
                "25",
                "2026-11-25T00:00:00Z",
                1 + 100L * number,
                1 + 10L * number,
                List.of(ConfigurationFile.of("center.yaml", configuration)));
    }

    @Test
    void shouldGoBackToTheFirstEpochOfTheSameConfiguration() {
        EpochHeader present = epoch(3, "a");
        List<EpochHeader> headers = List.of(epoch(1, "a"), epoch(2, "a"), present);

        assertThat(Recovery.oldestAlike(headers, present)).isEqualTo(headers.getFirst());
    }

    @Test
    void shouldNotReachBehindAnEpochOfAnotherConfiguration() {
        EpochHeader present = epoch(4, "a");
        List<EpochHeader> headers = List.of(epoch(1, "a"), epoch(2, "b"), epoch(3, "a"), present);

        assertThat(Recovery.oldestAlike(headers, present)).isEqualTo(headers.get(2));
    }

    @Test
    void shouldRecoverNothingWhenTheConfigurationHasJustChanged() {
        EpochHeader present = epoch(2, "b");
        List<EpochHeader> headers = List.of(epoch(1, "a"), present);

        assertThat(Recovery.oldestAlike(headers, present)).isEqualTo(present);
    }
}
