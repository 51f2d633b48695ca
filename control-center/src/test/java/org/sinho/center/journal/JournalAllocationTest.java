package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;

class JournalAllocationTest {
    private static final int WARM_UP = 100_000;
    private static final int MEASURED = 100_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir Path folder;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final UnsafeBuffer target = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);

    @Test
    void shouldAllocateNothingPerRecordWhenWarm() {
        Records.write(slot, 0, EventType.VEHICLE_REPORT, 88, new Random(7));
        try (Journal journal = Journal.open(folder, Records.HEADER, SyncPolicy.none());
                JournalTailer tailer = journal.output().tailFrom(1)) {
            pass(journal, tailer, WARM_UP);
            long before = THREADS.getCurrentThreadAllocatedBytes();

            pass(journal, tailer, MEASURED);

            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            // Both streams stay in one file: what Chronicle allocates for a roll is not in here.
            assertThat(allocated).isLessThan(MEASURED / 100);
        }
    }

    private void pass(Journal journal, JournalTailer tailer, int count) {
        for (int i = 0; i < count; i++) {
            journal.events().append(slot, 0);
            journal.output().append(slot, 0, EventHeader.SIZE + 88);
            if (tailer.poll(target) == 0 || tailer.poll(target) != 0) {
                throw new AssertionError("tailer lost its place");
            }
        }
    }
}
