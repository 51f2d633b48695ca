package org.sinho.signal.preempt;

import org.sinho.core.event.Role;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;

/**
 * Judges one request against the authority rules E-01, E-02, E-04 and E-05. Control thread only.
 *
 * <p>Signature, chain and permission are the gateway's; the replay window (E-03) is {@link
 * ReplayWindow}'s.
 */
final class RequestJudge {
    private static final int ROLE_RESCUE = 5;
    private static final int ROLE_EMERGENCY = 6;
    private static final int ROLE_POLICE = 12;
    private static final int ROLE_FIRE = 13;
    private static final int ROLE_AMBULANCE = 14;

    private static final int DISTANCE_LIMIT_CM = 60_000;
    private static final int ETA_LIMIT_MS = 120_000;
    private static final int SPEED_LIMIT_CMPS = 5_000;
    private static final int SPEED_UNAVAILABLE = 65_535;
    private static final int HEADING_UNAVAILABLE = 65_535;
    private static final int HEADING_LIMIT_CDEG = 4_500;
    private static final int CIRCLE_CDEG = 36_000;

    /** Slower than this a heading says nothing. */
    private static final int HEADING_SPEED_CMPS = 150;

    private static final int LANE_TOLERANCE_CM = 1_500;
    private static final int TRACK_TOLERANCE_CM = 3_000;

    private final LaneMap lanes;
    private final TrafficPicture picture;
    private final MissionBoard missions;
    private final int freshMs;
    private long epochStartMs = Long.MIN_VALUE / 2;

    RequestJudge(LaneMap lanes, TrafficPicture picture, MissionBoard missions, int freshMs) {
        this.lanes = lanes;
        this.picture = picture;
        this.missions = missions;
        this.freshMs = freshMs;
    }

    /** Nothing generated before this moment is served: it may have been served already. */
    void beginEpoch(long nowMs) {
        epochStartMs = nowMs;
    }

    /**
     * E-02, and across a restart E-03: a core that starts with an empty replay window must not take
     * what was said to the one before it. An honest vehicle asks again within a tenth of a second.
     */
    boolean isFresh(SignalRequest request, long nowMs) {
        return isTimely(request, nowMs) && !hasExpired(request, nowMs);
    }

    /** As {@link #isFresh}, whatever the request itself says of its expiry. */
    boolean isTimely(SignalRequest request, long nowMs) {
        return Math.abs(nowMs - request.generationUtcMs()) <= freshMs
                && request.generationUtcMs() >= epochStartMs;
    }

    private static boolean hasExpired(SignalRequest request, long nowMs) {
        return request.expiryUtcMs() != 0 && request.expiryUtcMs() < nowMs;
    }

    void visit(StateCursor cursor) {
        epochStartMs = cursor.visit(epochStartMs);
    }

    /** E-01: an emergency role that the certificate grants. */
    RequestCause authority(SignalRequest request) {
        int claimed = claimedRoles(request.role());
        return (claimed & request.grantedRoles() & Role.EMERGENCY) != 0
                ? RequestCause.NONE
                : RequestCause.WRONG_ROLE;
    }

    private static int claimedRoles(int role) {
        return switch (role) {
            case ROLE_RESCUE -> Role.RESCUE;
            case ROLE_EMERGENCY -> Role.EMERGENCY;
            case ROLE_POLICE -> Role.POLICE;
            case ROLE_FIRE -> Role.FIRE;
            case ROLE_AMBULANCE -> Role.AMBULANCE;
            default -> 0;
        };
    }

    /** The order of classes: those who save lives, all alike, before the police. */
    static int rank(int role) {
        return switch (role) {
            case ROLE_AMBULANCE, ROLE_FIRE, ROLE_RESCUE -> 0;
            default -> 1;
        };
    }

    /** Approach that a request names, or {@link LaneMap#NONE}. */
    int approach(SignalRequest request) {
        return switch (request.inboundKind()) {
            case 0 -> lanes.approachOfLane(request.inbound());
            case 1 -> lanes.hasApproach(request.inbound()) ? request.inbound() : LaneMap.NONE;
            default -> LaneMap.NONE;
        };
    }

    /**
     * E-04; leaves the place found in the lane map.
     *
     * @return whether the vehicle is where it can want this approach
     */
    boolean isPlausible(SignalRequest request, int approach, long nowMs) {
        return lanes.locateOn(
                        approach, request.latitudeE7(), request.longitudeE7(), LANE_TOLERANCE_CM)
                && lanes.distanceCm() <= DISTANCE_LIMIT_CM
                && request.etaMs() <= ETA_LIMIT_MS
                && (request.speedCmps() <= SPEED_LIMIT_CMPS
                        || request.speedCmps() == SPEED_UNAVAILABLE)
                && isHeadedThere(request)
                && agreesWithTrack(request, nowMs);
    }

    private boolean isHeadedThere(SignalRequest request) {
        if (request.headingCdeg() == HEADING_UNAVAILABLE
                || request.speedCmps() < HEADING_SPEED_CMPS
                || request.speedCmps() == SPEED_UNAVAILABLE) {
            return true;
        }
        int difference = Math.floorMod(request.headingCdeg() - lanes.headingCdeg(), CIRCLE_CDEG);
        return Math.min(difference, CIRCLE_CDEG - difference) <= HEADING_LIMIT_CDEG;
    }

    /** The vehicle's own verified BSMs must put it near where its request does. */
    private boolean agreesWithTrack(SignalRequest request, long nowMs) {
        int slot = picture.findTrusted(request.vehicleId(), nowMs);
        if (slot < 0) {
            return true;
        }
        // The gap of the rule: what the vehicle has driven since its last checked report.
        double drivenCm = picture.speedCmps(slot) * picture.checkedAgeMs(slot, nowMs) / 1_000.0;
        return picture.trackGapCm(slot, request.latitudeE7(), request.longitudeE7(), nowMs)
                <= TRACK_TOLERANCE_CM + 0.1 * drivenCm;
    }

    /** E-05. */
    RequestCause mission(SignalRequest request, long nowMs) {
        if (missions.isOpen(request.vehicleId(), nowMs)) {
            return RequestCause.NONE;
        }
        boolean served =
                request.role() == ROLE_AMBULANCE
                        || request.role() == ROLE_FIRE
                        || request.role() == ROLE_RESCUE;
        // A real ambulance must not be refused because our own link to dispatch has failed.
        return missions.isDispatchDown(nowMs) && served
                ? RequestCause.NONE
                : RequestCause.NO_MISSION;
    }
}
