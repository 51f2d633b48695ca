package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.MissionToken;
import org.sinho.core.event.SignalRequest;

/** What the core allocates for statuses, polls, requests, reports, ticks, hashes and commands. */
class LoopAllocationTest {
    private static final int STORY_DS = 600;
    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS = 5;

    /** Ours allocates in every pass, were it once in a round; the recompiler in one. */
    private static final int PASSES = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<UnsafeBuffer> events = new ArrayList<>();
    private final SignalRequest request = new SignalRequest();
    private final MissionToken mission = new MissionToken();
    private int records;

    /**
     * A minute in which an ambulance passes, one is refused, buses have priority, people cross and
     * greens are held.
     */
    private void record() {
        Street street = new Street(ControlSettings.DEFAULT);
        street.recorder = event -> events.add(new UnsafeBuffer(event));
        Timeline.warmUp(street);
        String[] acts = {
            "mission 601",
            "601 asks on=3 at=300",
            "605 asks on=1 at=30 speed=0 role=16 granted=8",
            "602 asks on=1 at=200",
            "loop 4",
            "walker 4",
            "603 reports on=1 at=150 speed=9",
            "604 reports unchecked on=4 at=90 speed=5",
            "stream 2",
            "603 at=150",
            "604 at=90",
            "603 at=120",
            "605 speed=2",
            "dry 0"
        };
        for (int i = 0; i < STORY_DS; i++) {
            if (i % 40 == 0 && i / 40 < acts.length) {
                Timeline.act(street, acts[i / 40]);
            }
            street.step();
        }
    }

    /** Plays the minute once more, one minute later: what is fresh in it stays fresh. */
    private void play(ControlLoop core, long spanMs) {
        for (int i = 0; i < events.size(); i++) {
            UnsafeBuffer event = events.get(i);
            event.putLong(EventHeader.UTC_MS_OFFSET, EventHeader.utcMs(event, 0) + spanMs);
            switch (EventHeader.type(event, 0)) {
                case EventType.SIGNAL_REQUEST -> {
                    request.wrap(event, 0);
                    event.putLong(EventHeader.SIZE + 8, request.generationUtcMs() + spanMs);
                }
                case EventType.MISSION_TOKEN -> {
                    mission.wrap(event, 0);
                    event.putLong(EventHeader.SIZE + 8, mission.expiryUtcMs() + spanMs);
                }
                default -> {
                    // Nothing else carries a time.
                }
            }
            if (EventHeader.type(event, 0) != EventType.EPOCH_START) {
                core.onEvent(event, 0, event.capacity());
            }
        }
    }

    @Test
    void shouldAllocateNothingForAnyEventAfterWarmUp() {
        record();
        ControlLoop core =
                new ControlLoop(
                        List.of(Junction.sheet()),
                        ControlSettings.DEFAULT,
                        (record, offset, length) -> records++);
        UnsafeBuffer start = events.getFirst();
        core.onEvent(start, 0, start.capacity());
        long spanMs = (STORY_DS + 60) * 100L;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            play(core, spanMs);
        }
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            int recordsBefore = records;
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < ROUNDS; round++) {
                play(core, spanMs);
            }
            long octets = THREADS.getCurrentThreadAllocatedBytes() - before;
            least = Math.min(least, octets);
            System.out.printf(
                    "octets allocated for %d events and %d records: %d%n",
                    ROUNDS * events.size(), records - recordsBefore, octets);
        }
        assertThat(core.figures().granted()).as("preempts in it").isGreaterThan(ROUNDS);
        assertThat(core.figures().priority().granted()).as("buses in it").isGreaterThan(ROUNDS);
        assertThat(least).isZero();
    }
}
