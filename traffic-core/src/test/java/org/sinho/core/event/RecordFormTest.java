package org.sinho.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever changes a record raises the form: journals of before are then refused, not misread. */
class RecordFormTest {
    private static final List<Integer> SIZES_OF_FORM_2 =
            List.of(40, 228, 48, 32, 32, 84, 24, 8, 8, 24, 40, 44, 64, 32, 24, 28, 136);

    @Test
    void shouldRaiseTheFormWhenARecordGrowsOrShrinks() {
        assertThat(EventHeader.VERSION).isEqualTo(2);
        assertThat(
                        List.of(
                                EventHeader.SIZE,
                                ControllerStatus.SIZE,
                                ControllerPoll.SIZE,
                                VehicleReport.SIZE,
                                PedestrianReport.SIZE,
                                SignalRequest.SIZE,
                                MissionToken.SIZE,
                                HealthReport.SIZE,
                                SiteCheck.SIZE,
                                EpochStart.SIZE,
                                CommandOutcome.SIZE,
                                InjectedCommand.SIZE,
                                SignalCommand.SIZE,
                                RequestStatus.SIZE,
                                Notice.SIZE,
                                ZoneSighting.SIZE,
                                DetectorVolumes.SIZE))
                .as("a change here wants another EventHeader.VERSION")
                .isEqualTo(SIZES_OF_FORM_2);
    }
}
