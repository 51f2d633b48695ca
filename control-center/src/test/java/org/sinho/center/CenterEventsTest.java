package org.sinho.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sinho.center.clock.ClockReading;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;

class CenterEventsTest {
    private final List<String> reports = new ArrayList<>();
    private final CenterEvents events =
            new CenterEvents(
                    (source, order, event, offset, length) -> {
                        assertThat(EventHeader.type(event, offset)).isEqualTo(EventType.HEALTH);
                        HealthReport report = new HealthReport().wrap(event, offset);
                        assertThat(report.kind()).isEqualTo(HealthReport.Kind.CLOCK);
                        reports.add(report.healthy() + " " + report.value());
                    });

    private void see(boolean healthy, int uncertaintyMs) {
        events.clock(new ClockReading(healthy, uncertaintyMs), 1, 1);
    }

    @Test
    void shouldReportTheFirstReadingWhenItIsGoodToo() {
        // The core may still believe what the center before this one reported.
        see(true, 3);

        assertThat(reports).containsExactly("1 3");
    }

    @Test
    void shouldNotReportWhatChangesNothing() {
        see(true, 3);
        see(true, 100);
        see(true, 4);

        assertThat(reports).containsExactly("1 3");
    }

    @Test
    void shouldReportWhenTheUncertaintyCrossesTheBound() {
        see(true, 100);
        see(true, 101);
        see(true, 500);
        see(true, 100);

        assertThat(reports).containsExactly("1 100", "1 101", "1 100");
    }

    @Test
    void shouldReportWhenNobodyKeepsTheClockAndWhenSomebodyDoesAgain() {
        see(true, 3);
        see(false, 3);
        see(false, 16_000);
        see(true, 2);

        assertThat(reports).containsExactly("1 3", "0 3", "0 16000", "1 2");
    }
}
