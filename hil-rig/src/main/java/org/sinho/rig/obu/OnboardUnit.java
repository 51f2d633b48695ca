package org.sinho.rig.obu;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.sumo.VehicleState;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.IntersectionAccessPoint;
import org.sinho.v2x.j2735.PriorityRequestType;
import org.sinho.v2x.j2735.SignalRequestMessage;
import org.sinho.v2x.j2735.SignalRequestPackage;

/** The unit in one vehicle: makes its BSM and, for an emergency vehicle, its SRM. One thread. */
final class OnboardUnit {
    private static final int COUNTER_LIMIT = 128;
    private static final int CERTIFICATE_INTERVAL = 10;
    private static final int NO_ELEVATION = BasicSafetyMessage.ELEVATION_UNKNOWN;
    private static final int ROOM = 2_048;

    /** Nobody announces an arrival computed from standstill. */
    private static final double LEAST_SPEED_MPS = 8.0;

    private final int vehicleId;
    private final SigningIdentity identity;
    private final int clockOffsetMs;
    private final BasicSafetyMessage bsm = new BasicSafetyMessage();
    private final SignalRequestMessage srm = new SignalRequestMessage();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ROOM]);
    private int bsmCount;
    private int srmCount;

    OnboardUnit(int vehicleId, SigningIdentity identity, int clockOffsetMs) {
        this.vehicleId = vehicleId;
        this.identity = identity;
        this.clockOffsetMs = clockOffsetMs;
    }

    int vehicleId() {
        return vehicleId;
    }

    byte[] bsm(VehicleState vehicle, long utcMs) {
        long clockMs = utcMs + clockOffsetMs;
        ZonedDateTime now = utc(clockMs);
        bsm.clear();
        bsm.header(bsmCount % COUNTER_LIMIT, vehicleId, millisecondOfMinute(now));
        bsm.position(e7(vehicle.latDeg()), e7(vehicle.lonDeg()), NO_ELEVATION);
        bsm.motion(
                BasicSafetyMessage.TRANSMISSION_UNAVAILABLE,
                speedWire(vehicle),
                headingWire(vehicle),
                127);
        bsm.size(180, (int) Math.round(vehicle.lengthM() * 100));
        int length = bsm.encode(buffer, 0);
        boolean certificate = bsmCount++ % CERTIFICATE_INTERVAL == 0;
        return identity.sign(AppPermission.PSID_BSM, octets(length), clockMs, certificate);
    }

    /** A request for one junction; {@code type} as in {@link PriorityRequestType}. */
    byte[] srm(VehicleState vehicle, Passage passage, int type, int role, long utcMs) {
        long clockMs = utcMs + clockOffsetMs;
        ZonedDateTime now = utc(clockMs);
        srm.clear();
        srm.header(minuteOfYear(now), millisecondOfMinute(now), srmCount % COUNTER_LIMIT);
        srmCount++;
        SignalRequestPackage request = srm.addRequest();
        request.intersection().set(0, passage.junction());
        request.request(passage.requestId(), type);
        request.inbound().set(IntersectionAccessPoint.LANE, passage.lane());
        double distance = vehicle.stopLineDistanceM();
        if (!Double.isNaN(distance)) {
            double seconds = distance / Math.max(LEAST_SPEED_MPS, vehicle.speedMps());
            ZonedDateTime arrival = now.plus(Math.round(seconds * 1_000), ChronoUnit.MILLIS);
            request.arrival(minuteOfYear(arrival), millisecondOfMinute(arrival), 2_000);
        }
        srm.requestor().id().entityId(vehicleId);
        int absent = org.sinho.v2x.j2735.RequestorType.ABSENT;
        srm.requestor().type().set(role, absent, absent, absent, absent);
        srm.requestor().position(e7(vehicle.latDeg()), e7(vehicle.lonDeg()), NO_ELEVATION);
        srm.requestor()
                .motion(
                        headingWire(vehicle),
                        BasicSafetyMessage.TRANSMISSION_UNAVAILABLE,
                        speedWire(vehicle));
        int length = srm.encode(buffer, 0);
        return identity.sign(AppPermission.PSID_SIGNAL_REQUEST, octets(length), clockMs, true);
    }

    private byte[] octets(int length) {
        if (length <= 0) {
            throw new IllegalStateException("onboard unit " + vehicleId + " cannot encode");
        }
        byte[] octets = new byte[length];
        buffer.getBytes(0, octets);
        return octets;
    }

    private static ZonedDateTime utc(long utcMs) {
        return Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC);
    }

    private static int minuteOfYear(ZonedDateTime time) {
        ZonedDateTime yearStart = time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
        return (int) ChronoUnit.MINUTES.between(yearStart, time);
    }

    private static int millisecondOfMinute(ZonedDateTime time) {
        return time.getSecond() * 1_000 + time.getNano() / 1_000_000;
    }

    private static int e7(double degrees) {
        return (int) Math.round(degrees * 1e7);
    }

    private static int speedWire(VehicleState vehicle) {
        return (int) Math.round(vehicle.speedMps() / 0.02);
    }

    private static int headingWire(VehicleState vehicle) {
        return Math.floorMod((int) Math.round(vehicle.headingDeg() / 0.0125), 28_800);
    }
}
