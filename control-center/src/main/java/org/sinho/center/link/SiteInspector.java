package org.sinho.center.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.check.ControllerComparison;
import org.sinho.center.check.ControllerReadBack;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SiteCheck;
import org.sinho.signal.ntcip.NtcipClient;

/**
 * Compares each controller's programming with its sheet, once after every start (I-06). A
 * controller that differs is never commanded: its sheet is not about it. One thread at a time for
 * each site.
 */
public final class SiteInspector {
    private record Candidate(SheetDocument document, ControllerReader reader) {}

    private final Map<Integer, Candidate> waiting = new ConcurrentSkipListMap<>();
    private final EventDoor door;

    /**
     * Creates an inspector with nothing to do.
     *
     * @param door the way into the ring
     */
    public SiteInspector(EventDoor door) {
        this.door = door;
    }

    /**
     * Adds a controller that is to be compared.
     *
     * @param document its sheet
     * @param client the way to it
     */
    public void add(SheetDocument document, NtcipClient client) {
        waiting.put(
                document.sheet().siteId(), new Candidate(document, new ControllerReader(client)));
    }

    /**
     * Reads every controller once and says nothing of it: the first conversation of two processes
     * takes as long as their classes take to load, which no time of a lock-step run should see.
     */
    public void warm() {
        waiting.values()
                .forEach(candidate -> candidate.reader().read(candidate.document().sheet()));
    }

    /**
     * Compares every controller that answers and has not been compared; call it now and then.
     *
     * @param nowUtcMs present time, milliseconds
     */
    public void inspect(long nowUtcMs) {
        waiting.keySet().forEach(siteId -> inspect(siteId, nowUtcMs));
    }

    /**
     * Compares one controller, if it answers and has not been compared.
     *
     * @param siteId its site
     * @param nowUtcMs present time, milliseconds
     */
    public void inspect(int siteId, long nowUtcMs) {
        Candidate candidate = waiting.get(siteId);
        if (candidate == null) {
            return;
        }
        Optional<ControllerReadBack> read = candidate.reader().read(candidate.document().sheet());
        if (read.isPresent()) {
            waiting.remove(siteId);
            report(candidate.document(), read.get(), nowUtcMs);
        }
    }

    private void report(SheetDocument document, ControllerReadBack read, long nowUtcMs) {
        List<Finding> findings = ControllerComparison.compare(document, read);
        findings.forEach(finding -> System.err.println("sinho: controller: " + finding.toLine()));
        int siteId = document.sheet().siteId();
        int source = EventSource.SENDER_BASE + siteId;
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + SiteCheck.SIZE]);
        EventHeader.write(record, 0, EventType.SITE_CHECK, SiteCheck.SIZE, source, 0, nowUtcMs);
        new SiteCheck()
                .wrapForWrite(record, 0)
                .siteId(siteId)
                .agrees(findings.isEmpty() ? 1 : 0)
                .findings(findings.size());
        door.accept(source, 0, record, 0, EventHeader.SIZE + SiteCheck.SIZE);
    }
}
