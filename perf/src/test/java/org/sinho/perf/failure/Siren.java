package org.sinho.perf.failure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.BasicVehicleRole;
import org.sinho.v2x.j2735.IntersectionAccessPoint;
import org.sinho.v2x.j2735.PriorityRequestType;
import org.sinho.v2x.j2735.RequestorType;
import org.sinho.v2x.j2735.SignalRequestMessage;
import org.sinho.v2x.j2735.SignalRequestPackage;

/** One ambulance's ride along one lane to one stop line, asking ten times a second. */
final class Siren {
    private static final double SPEED_MPS = 14;
    private static final double FARTHEST_M = 220;
    private static final double METERS_PER_DEGREE = 111_319.5;
    private static final int MINUTE_MS = 60_000;

    private final int vehicle;
    private final int requestId;
    private final SigningIdentity identity;
    private final SiteSheet site;
    private final Lane lane;
    private double leftM;
    private int count;

    Siren(int vehicle, int requestId, SigningIdentity identity, SiteSheet site, Lane lane) {
        this.vehicle = vehicle;
        this.requestId = requestId;
        this.identity = identity;
        this.site = site;
        this.lane = lane;
        leftM = Math.min(FARTHEST_M, lengthM(lane.nodes()));
    }

    private static double lengthM(List<Lane.Node> nodes) {
        double lengthM = 0;
        for (int i = 1; i < nodes.size(); i++) {
            lengthM += distanceM(nodes.get(i - 1), nodes.get(i));
        }
        return lengthM;
    }

    private static double distanceM(Lane.Node a, Lane.Node b) {
        return Math.hypot(b.eastCm() - a.eastCm(), b.northCm() - a.northCm()) / 100;
    }

    boolean passed() {
        return leftM <= 0;
    }

    int vehicle() {
        return vehicle;
    }

    int siteId() {
        return site.siteId();
    }

    /** The signed request of this tenth of a second; the last one takes it back. */
    byte[] advance(long utcMs) {
        leftM -= SPEED_MPS / 10;
        double[] at = at(Math.max(0, leftM));
        ZonedDateTime now = Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC);
        SignalRequestMessage srm = new SignalRequestMessage();
        srm.header(minuteOfYear(now), (int) (utcMs % MINUTE_MS), count % 128);
        SignalRequestPackage request = srm.addRequest();
        request.intersection().set(0, site.siteId());
        request.request(requestId, type());
        request.inbound().set(IntersectionAccessPoint.LANE, lane.number());
        long arrivalMs = utcMs + Math.round(Math.max(0, leftM) / SPEED_MPS * 1_000);
        ZonedDateTime arrival = Instant.ofEpochMilli(arrivalMs).atZone(ZoneOffset.UTC);
        request.arrival(minuteOfYear(arrival), (int) (arrivalMs % MINUTE_MS), 2_000);
        srm.requestor().id().entityId(vehicle);
        int absent = RequestorType.ABSENT;
        srm.requestor().type().set(BasicVehicleRole.AMBULANCE, absent, absent, absent, absent);
        srm.requestor()
                .position(northE7(at[1]), eastE7(at[0]), BasicSafetyMessage.ELEVATION_UNKNOWN);
        srm.requestor()
                .motion(
                        (int) Math.round(at[2] / 0.0125) % 28_800,
                        BasicSafetyMessage.TRANSMISSION_UNAVAILABLE,
                        (int) (SPEED_MPS / 0.02));
        count++;
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[2_048]);
        byte[] octets = new byte[srm.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return identity.sign(AppPermission.PSID_SIGNAL_REQUEST, octets, utcMs, true);
    }

    private int type() {
        if (passed()) {
            return PriorityRequestType.PRIORITY_CANCELLATION;
        }
        return count == 0
                ? PriorityRequestType.PRIORITY_REQUEST
                : PriorityRequestType.PRIORITY_REQUEST_UPDATE;
    }

    /** Meters east and north of the site's reference point, and heading, this far before it. */
    private double[] at(double beforeM) {
        double restM = beforeM;
        for (int i = 1; i < lane.nodes().size(); i++) {
            Lane.Node near = lane.nodes().get(i - 1);
            Lane.Node far = lane.nodes().get(i);
            double pieceM = distanceM(near, far);
            if (restM <= pieceM || i == lane.nodes().size() - 1) {
                double part = Math.min(1, restM / pieceM);
                double east = near.eastCm() + part * (far.eastCm() - near.eastCm());
                double north = near.northCm() + part * (far.northCm() - near.northCm());
                double heading =
                        Math.toDegrees(
                                Math.atan2(
                                        near.eastCm() - far.eastCm(),
                                        near.northCm() - far.northCm()));
                return new double[] {east / 100, north / 100, (heading + 360) % 360};
            }
            restM -= pieceM;
        }
        throw new IllegalStateException("lane " + lane.number() + " has no length");
    }

    private int northE7(double northM) {
        return (int) Math.round(site.latitudeE7() + northM / METERS_PER_DEGREE * 1e7);
    }

    private int eastE7(double eastM) {
        double shrink = Math.cos(Math.toRadians(site.latitudeE7() / 1e7));
        return (int) Math.round(site.longitudeE7() + eastM / METERS_PER_DEGREE / shrink * 1e7);
    }

    private static int minuteOfYear(ZonedDateTime time) {
        return (time.getDayOfYear() - 1) * 1_440 + time.getHour() * 60 + time.getMinute();
    }
}
