package org.sinho.center.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.RequestStatus;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.j2735.SignalStatus;
import org.sinho.v2x.j2735.SignalStatusMessage;
import org.sinho.v2x.j2735.SignalStatusPackage;

/**
 * Sends SSM and SPaT down to roadside units, which broadcast them. Cold path: it decides nothing
 * and may be late.
 */
public final class Broadcaster {
    private static final int MESSAGE_OCTETS = 2_048;
    private static final int COUNTER_LIMIT = 128;

    private final V2xGateway gateway;
    private final Map<Integer, Integer> unitOfSite;
    private final Counters counters;
    private final SpatComposer spat = new SpatComposer();
    private final SignalStatusMessage ssm = new SignalStatusMessage();
    private final UnsafeBuffer ssmBuffer = new UnsafeBuffer(new byte[MESSAGE_OCTETS]);
    private final UnsafeBuffer spatBuffer = new UnsafeBuffer(new byte[MESSAGE_OCTETS]);
    private int ssmCount;

    /**
     * Creates a broadcaster.
     *
     * @param gateway the way down
     * @param unitOfSite roadside unit that broadcasts for a site
     * @param counters what is counted
     */
    public Broadcaster(V2xGateway gateway, Map<Integer, Integer> unitOfSite, Counters counters) {
        this.gateway = gateway;
        this.unitOfSite = Map.copyOf(unitOfSite);
        this.counters = counters;
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
        Integer unit = unitOfSite.get(status.siteId());
        if (unit != null && send(unit, spatBuffer, spat.compose(status, utcMs, spatBuffer))) {
            counters.increment(CounterId.SPAT_SENT);
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
