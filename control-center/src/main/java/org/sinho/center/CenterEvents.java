package org.sinho.center;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.journal.DiskWatch;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;

/** Makes the center's own events: ticks and changes of its health. One thread. */
final class CenterEvents {
    private final EventDoor ring;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final HealthReport health = new HealthReport();
    private boolean journalGood = true;

    CenterEvents(EventDoor ring) {
        this.ring = ring;
    }

    void tick(long utcMs, long monotonicNs) {
        EventHeader.write(record, 0, EventType.TICK, 0, EventSource.CENTER, monotonicNs, utcMs);
        ring.accept(EventSource.CENTER, 0, record, 0, EventHeader.SIZE);
    }

    /** Reports the journal's disk when its condition has changed. */
    void disk(DiskWatch watch, long utcMs, long monotonicNs) {
        int freeMib = watch.check();
        if (watch.healthy() == journalGood) {
            return;
        }
        journalGood = watch.healthy();
        EventHeader.write(
                record,
                0,
                EventType.HEALTH,
                HealthReport.SIZE,
                EventSource.CENTER,
                monotonicNs,
                utcMs);
        health.wrapForWrite(record, 0)
                .kind(HealthReport.Kind.JOURNAL)
                .healthy(journalGood ? 1 : 0)
                .value(freeMib);
        ring.accept(EventSource.CENTER, 0, record, 0, EventHeader.SIZE + HealthReport.SIZE);
    }
}
