package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;

/** A pattern that becomes due while an ambulance has the junction. */
class CoordinationPreemptTest {
    private static CoordinationZone.Pattern pattern(int number, int flow) {
        return new CoordinationZone.Pattern(
                number, Map.of(Junction.SITE, List.of(flow, flow, flow)));
    }

    private static ControlSettings settings() {
        return ControlSettings.DEFAULT.withCoordination(
                List.of(
                        new CoordinationZone(
                                "one",
                                List.of(
                                        new CoordinationZone.Member(
                                                Junction.SITE,
                                                List.of(2),
                                                List.of(6),
                                                List.of(4),
                                                Map.of())),
                                List.of(pattern(1, 300), pattern(2, 900)),
                                60,
                                CoordinationZone.LEAST_S)));
    }

    private static void count(Street street, UnsafeBuffer buffer) {
        EventHeader.write(
                buffer, 0, EventType.DETECTOR_VOLUMES, DetectorVolumes.SIZE, 0, 0, street.nowMs());
        new DetectorVolumes()
                .wrapForWrite(buffer, 0)
                .siteId(Junction.SITE)
                .periodS(60)
                .volume(2, 15)
                .occupancy(2, 20)
                .volume(4, 15)
                .occupancy(4, 20)
                .volume(6, 15)
                .occupancy(6, 20);
        street.core.onEvent(buffer, 0, EventHeader.SIZE + DetectorVolumes.SIZE);
    }

    /** When a command first came out, in steps; -1 never. */
    private static long sought(Street street, int object, int value) {
        for (byte[] record : street.out) {
            UnsafeBuffer view = new UnsafeBuffer(record);
            SignalCommand command = new SignalCommand().wrap(view, 0);
            if (EventHeader.type(view, 0) == RecordType.COMMAND
                    && command.object() == object
                    && command.value() == value) {
                return (command.decidedUtcMs() - Street.START_MS) / 100;
            }
        }
        return -1;
    }

    @Test
    void shouldChangeThePatternWhenThePreemptIsOver() {
        Street street = new Street(settings());
        Timeline.warmUp(street);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventHeader.SIZE + DetectorVolumes.SIZE]);
        count(street, buffer);
        while (street.ds < 550) {
            street.step();
        }
        Timeline.act(street, "mission 601");
        Timeline.act(street, "601 asks on=4 at=120 speed=5");
        while (street.ds < 1_500) {
            street.step();
        }
        long begun = sought(street, ControlObject.PREEMPT, 1);
        long ended = sought(street, ControlObject.PREEMPT, 0);
        long changed = sought(street, ControlObject.PATTERN, 2);
        assertThat(begun).as("preempted before the pattern is due").isBetween(550L, 599L);
        assertThat(ended).isGreaterThan(620);
        assertThat(changed).isGreaterThanOrEqualTo(ended).isLessThan(ended + 20);
    }
}
