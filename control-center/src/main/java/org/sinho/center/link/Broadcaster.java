package org.sinho.center.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.site.SiteSheet;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.j2735.SignalStatus;
import org.sinho.v2x.j2735.SignalStatusMessage;
import org.sinho.v2x.j2735.SignalStatusPackage;

/**
 * Sends SSM, SPaT and MAP down to roadside units, which broadcast them. Cold path: it decides
 * nothing and may be late.
 */
public final class Broadcaster {
    private static final int MESSAGE_OCTETS = 2_048;
    private static final int COUNTER_LIMIT = 128;

    private final V2xGateway gateway;
    private final Map<Integer, SiteAir> sites = new TreeMap<>();
    private final Counters counters;
    private final SpatComposer spat = new SpatComposer();
    private final SignalStatusMessage ssm = new SignalStatusMessage();
    private final UnsafeBuffer ssmBuffer = new UnsafeBuffer(new byte[MESSAGE_OCTETS]);
    private final UnsafeBuffer spatBuffer = new UnsafeBuffer(new byte[MESSAGE_OCTETS]);
    private int ssmCount;

    /**
     * Creates a broadcaster; each site's MAP is made now, once.
     *
     * @param gateway the way down
     * @param sheets the junctions
     * @param unitOfSite roadside unit that broadcasts for a site; one may serve several
     * @param counters what is counted
     */
    public Broadcaster(
            V2xGateway gateway,
            List<SiteSheet> sheets,
            Map<Integer, Integer> unitOfSite,
            Counters counters) {
        this.gateway = gateway;
        this.counters = counters;
        for (SiteSheet sheet : sheets) {
            Integer unit = unitOfSite.get(sheet.siteId());
            if (unit != null) {
                sites.put(sheet.siteId(), new SiteAir(unit, MapComposer.compose(sheet)));
            }
        }
    }

    /** Answers a vehicle through the unit that heard it. Sender's thread. */
    void onRequestStatus(RequestStatus answer, long utcMs) {
        ZonedDateTime now = Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC);
        ssm.clear();
        ssm.header(minuteOfYear(now), millisecondOfMinute(now), ssmCount % COUNTER_LIMIT);
        SignalStatus status = ssm.addStatus();
        status.intersection().set(0, answer.siteId());
        status.sequenceNumber(ssmCount % COUNTER_LIMIT);
        ssmCount++;
        SignalStatusPackage entry = status.addPackage();
        entry.requesterId().entityId(answer.vehicleId());
        entry.requester(answer.requestId(), answer.sequenceNumber(), answer.role());
        entry.inbound().set(answer.inboundKind(), answer.inbound());
        if (answer.etaMs() >= 0) {
            ZonedDateTime arrival = now.plus(answer.etaMs(), ChronoUnit.MILLIS);
            entry.service(
                    minuteOfYear(arrival),
                    millisecondOfMinute(arrival),
                    SignalStatusPackage.ABSENT);
        }
        entry.status(answer.status());
        if (send(answer.rsu(), ssmBuffer, ssm.encode(ssmBuffer, 0))) {
            counters.increment(CounterId.SSM_SENT);
        }
    }

    /**
     * Broadcasts what a controller shows. That site's status thread.
     *
     * @param status the push
     * @param utcMs when it was heard
     */
    public synchronized void onStatus(ControllerStatus status, long utcMs) {
        SiteAir site = sites.get(status.siteId());
        if (site == null || !site.onStatus(status, utcMs)) {
            return;
        }
        int length = spat.compose(status, site.operation(), utcMs, spatBuffer);
        if (send(site.unit, spatBuffer, length)) {
            counters.increment(CounterId.SPAT_SENT);
        }
    }

    /** Hears what a controller answered, or that it did not. Sender's thread. */
    synchronized void onPoll(ControllerPoll poll) {
        SiteAir site = sites.get(poll.siteId());
        if (site != null) {
            site.onPoll(poll);
        }
    }

    /** Broadcasts each junction's MAP; to be called once a second. Any one thread. */
    public void onSecond() {
        for (SiteAir site : sites.values()) {
            if (gateway.broadcast(site.unit, site.map)) {
                counters.increment(CounterId.MAP_SENT);
            }
        }
    }

    private boolean send(int unit, UnsafeBuffer buffer, int length) {
        if (length <= 0) {
            return false;
        }
        byte[] message = new byte[length];
        buffer.getBytes(0, message);
        return gateway.broadcast(unit, message);
    }

    static int minuteOfYear(ZonedDateTime time) {
        ZonedDateTime yearStart = time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
        return (int) ChronoUnit.MINUTES.between(yearStart, time);
    }

    static int millisecondOfMinute(ZonedDateTime time) {
        return time.getSecond() * 1_000 + time.getNano() / 1_000_000;
    }
}
