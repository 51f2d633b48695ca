package org.sinho.center;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.clock.ClockReading;
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
    private boolean journalKnown;
    private boolean journalGood;
    private ClockReading clock;

    CenterEvents(EventDoor ring) {
        this.ring = ring;
    }

    void tick(long utcMs, long monotonicNs) {
        EventHeader.write(record, 0, EventType.TICK, 0, EventSource.CENTER, monotonicNs, utcMs);
        ring.accept(EventSource.CENTER, 0, record, 0, EventHeader.SIZE);
    }

    /**
     * Reports the journal's disk at first and when its condition has changed. At first, because the
     * core may still believe what the center before this one reported.
     */
    void disk(DiskWatch watch, long utcMs, long monotonicNs) {
        int freeMib = watch.check();
        if (journalKnown && watch.healthy() == journalGood) {
            return;
        }
        journalKnown = true;
        journalGood = watch.healthy();
        health(HealthReport.Kind.JOURNAL, journalGood, freeMib, utcMs, monotonicNs);
    }

    /**
     * Reports the clock at first and when it changes whether it is kept, or whether it is good
     * enough to judge freshness by.
     *
     * @return whether it was reported
     */
    boolean clock(ClockReading now, long utcMs, long monotonicNs) {
        if (clock != null && now.healthy() == clock.healthy() && now.certain() == clock.certain()) {
            return false;
        }
        clock = now;
        health(HealthReport.Kind.CLOCK, now.healthy(), now.uncertaintyMs(), utcMs, monotonicNs);
        return true;
    }

    /** The center ends in order: controllers are to be given back. */
    void ending(long utcMs, long monotonicNs) {
        health(HealthReport.Kind.CENTER, false, 0, utcMs, monotonicNs);
    }

    private void health(int kind, boolean good, int value, long utcMs, long monotonicNs) {
        EventHeader.write(
                record,
                0,
                EventType.HEALTH,
                HealthReport.SIZE,
                EventSource.CENTER,
                monotonicNs,
                utcMs);
        health.wrapForWrite(record, 0).kind(kind).healthy(good ? 1 : 0).value(value);
        ring.accept(EventSource.CENTER, 0, record, 0, EventHeader.SIZE + HealthReport.SIZE);
    }
}
