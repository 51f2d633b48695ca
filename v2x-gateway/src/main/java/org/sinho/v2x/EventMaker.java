package org.sinho.v2x;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.PedestrianReport;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.VehicleReport;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.PersonalSafetyMessage;
import org.sinho.v2x.j2735.RequestorDescription;
import org.sinho.v2x.j2735.SignalRequestMessage;
import org.sinho.v2x.j2735.SignalRequestPackage;
import org.sinho.v2x.security.SignedMessage;

/** Turns decoded messages into events. One thread each; only BSM and PSM are free of allocation. */
final class EventMaker {
    /** A role index that no rule grants anything. */
    private static final int ROLE_NOT_GIVEN = 255;

    private static final int LATER_EDITION = 255;
    private static final int LARGE_CLUSTER = 3;
    private static final int SPEED_UNAVAILABLE = 65_535;
    private static final int HEADING_UNAVAILABLE = 65_535;
    private static final int MS_PER_MINUTE = 60_000;
    private static final int MINUTE_OF_YEAR_LIMIT = 527_040;

    private final EventDoor door;
    private final UnsafeBuffer record =
            new UnsafeBuffer(ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final VehicleReport report = new VehicleReport();
    private final PedestrianReport pedestrian = new PedestrianReport();
    private final SignalRequest request = new SignalRequest();
    private final MessageDigest sha256;
    private final byte[] payload = new byte[SignedMessage.MAXIMUM_OCTETS];

    EventMaker(EventDoor door) {
        this.door = door;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void report(
            BasicSafetyMessage bsm,
            long signer,
            boolean verified,
            int source,
            long order,
            long receivedNs,
            long utcMs) {
        EventHeader.write(
                record, 0, EventType.VEHICLE_REPORT, VehicleReport.SIZE, source, receivedNs, utcMs);
        report.wrapForWrite(record, 0)
                .signer(signer)
                .temporaryId(bsm.temporaryId())
                .latitudeE7(bsm.latitudeE7())
                .longitudeE7(bsm.longitudeE7())
                .speedCmps(speedCmps(bsm.speedWire()))
                .headingCdeg(headingCdeg(bsm.headingWire()))
                .secMarkMs(bsm.secMarkMs())
                .messageCount(bsm.messageCount())
                .verified(verified ? 1 : 0)
                .lengthCm(bsm.lengthCm());
        door.accept(source, order, record, 0, EventHeader.SIZE + VehicleReport.SIZE);
    }

    void pedestrian(
            PersonalSafetyMessage psm,
            long signer,
            boolean verified,
            int source,
            long order,
            long receivedNs,
            long utcMs) {
        EventHeader.write(
                record,
                0,
                EventType.PEDESTRIAN_REPORT,
                PedestrianReport.SIZE,
                source,
                receivedNs,
                utcMs);
        pedestrian
                .wrapForWrite(record, 0)
                .signer(signer)
                .temporaryId(psm.temporaryId())
                .latitudeE7(psm.latitudeE7())
                .longitudeE7(psm.longitudeE7())
                .speedCmps(speedCmps(psm.speedWire()))
                .headingCdeg(headingCdeg(psm.headingWire()))
                .secMarkMs(psm.secMarkMs())
                .messageCount(psm.messageCount())
                .verified(verified ? 1 : 0)
                .basicType(Math.min(psm.basicType(), LATER_EDITION))
                .crossRequest(saidOrNot(psm.crossRequest()))
                .crossState(saidOrNot(psm.crossState()))
                .clusterSize(
                        psm.clusterSize() > LARGE_CLUSTER ? 0 : Math.max(psm.clusterSize(), 0));
        door.accept(source, order, record, 0, EventHeader.SIZE + PedestrianReport.SIZE);
    }

    private static int saidOrNot(int wire) {
        return wire < 0 ? PedestrianReport.NOT_SAID : wire;
    }

    /** One event per junction that the message asks for. */
    void requests(
            SignalRequestMessage srm,
            SignedMessage signed,
            long signer,
            int roles,
            VerifyQueue.Slot slot,
            long utcMs) {
        signed.buffer().getBytes(signed.payloadOffset(), payload, 0, signed.payloadLength());
        sha256.update(payload, 0, signed.payloadLength());
        byte[] hash = sha256.digest();
        long expiry = signed.expiryTimeUtcMs();
        for (int i = 0; i < srm.requestCount(); i++) {
            EventHeader.write(
                    record,
                    0,
                    EventType.SIGNAL_REQUEST,
                    SignalRequest.SIZE,
                    slot.source,
                    slot.receivedNs,
                    utcMs);
            request.wrapForWrite(record, 0)
                    .signer(signer)
                    .grantedRoles(roles)
                    .generationUtcMs(signed.generationTimeUtcMs())
                    .expiryUtcMs(expiry == SignedMessage.TIME_ABSENT ? 0 : expiry)
                    .payloadHash(0, ByteBuffer.wrap(hash).getLong(0))
                    .payloadHash(1, ByteBuffer.wrap(hash).getLong(Long.BYTES))
                    .rsu(slot.unit);
            fill(srm, i, signed.generationTimeUtcMs());
            door.accept(slot.source, slot.order, record, 0, EventHeader.SIZE + SignalRequest.SIZE);
        }
    }

    private void fill(SignalRequestMessage srm, int index, long generationUtcMs) {
        SignalRequestPackage wanted = srm.request(index);
        RequestorDescription requestor = srm.requestor();
        request.siteId(wanted.intersection().id())
                .requestId(wanted.requestId())
                .requestType(wanted.requestType())
                .sequenceNumber(Math.max(0, srm.sequenceNumber()))
                .vehicleId(requestor.id().value())
                .role(requestor.type().present() ? requestor.type().role() : ROLE_NOT_GIVEN)
                .latitudeE7(
                        requestor.positioned()
                                ? requestor.latitudeE7()
                                : BasicSafetyMessage.LATITUDE_UNAVAILABLE)
                .longitudeE7(requestor.longitudeE7())
                .speedCmps(speedCmps(requestor.speedWire()))
                .headingCdeg(headingCdeg(requestor.headingWire()))
                .inboundKind(wanted.inbound().kind())
                .inbound(wanted.inbound().number())
                .outboundKind(wanted.outbound().kind())
                .outbound(wanted.outbound().number())
                .durationMs(Math.max(0, wanted.durationMs()))
                .etaMs(etaMs(wanted.minuteOfYear(), wanted.secondMs(), generationUtcMs));
    }

    /** The arrival that the vehicle announces, counted from its generation time. */
    static int etaMs(int minuteOfYear, int secondMs, long generationUtcMs) {
        if (minuteOfYear < 0
                || minuteOfYear >= MINUTE_OF_YEAR_LIMIT
                || secondMs < 0
                || secondMs >= MS_PER_MINUTE) {
            return -1;
        }
        java.time.ZonedDateTime generated =
                java.time.Instant.ofEpochMilli(generationUtcMs).atZone(java.time.ZoneOffset.UTC);
        long yearStartMs =
                generated
                                .withDayOfYear(1)
                                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                                .toEpochSecond()
                        * 1_000;
        long etaUtcMs = yearStartMs + (long) minuteOfYear * MS_PER_MINUTE + secondMs;
        return Math.clamp(etaUtcMs - generationUtcMs, 0, Integer.MAX_VALUE);
    }

    private static int speedCmps(int wire) {
        // Wire unit 0.02 m/s; 8191 unavailable.
        return wire < 0 || wire >= BasicSafetyMessage.SPEED_UNAVAILABLE
                ? SPEED_UNAVAILABLE
                : wire * 2;
    }

    private static int headingCdeg(int wire) {
        // Wire unit 0.0125 degrees; 28800 unavailable.
        return wire < 0 || wire >= BasicSafetyMessage.HEADING_UNAVAILABLE
                ? HEADING_UNAVAILABLE
                : wire * 5 / 4;
    }
}
