package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;

/** What counts and the choice among patterns allocate. */
class CoordinationAllocationTest {
    private static final int WARM_UP_ROUNDS = 20;

    /** Ours allocates in every pass; the recompiler in one. */
    private static final int PASSES = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private int records;

    /** The same minutes once more, later by so much. */
    private static void play(List<UnsafeBuffer> events, ControlLoop core, long spanMs) {
        for (int i = 0; i < events.size(); i++) {
            UnsafeBuffer event = events.get(i);
            event.putLong(EventHeader.UTC_MS_OFFSET, EventHeader.utcMs(event, 0) + spanMs);
            if (EventHeader.type(event, 0) != EventType.EPOCH_START) {
                core.onEvent(event, 0, event.capacity());
            }
        }
    }

    @Test
    void shouldAllocateNothingWhenCountsComeAndPatternsChange() {
        ControlSettings settings =
                ControlSettings.DEFAULT.withCoordination(List.of(Avenue.zone(60)));
        Avenue avenue = new Avenue(settings);
        avenue.flow(900, 300, 200);
        avenue.run(100);
        assertThat(avenue.told).as("patterns in it").hasSize(1);
        List<UnsafeBuffer> events = avenue.events.stream().map(UnsafeBuffer::new).toList();
        ControlLoop core =
                new ControlLoop(
                        List.of(Junction.sheet(1), Junction.sheet(2), Junction.sheet(3)),
                        settings,
                        (record, offset, length) -> records++);
        core.onEvent(events.getFirst(), 0, events.getFirst().capacity());
        long spanMs = avenue.nowMs() - Street.START_MS + 10_000;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            play(events, core, spanMs);
        }
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            play(events, core, spanMs);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(records).isPositive();
        assertThat(least).isZero();
    }
}
