package org.sinho.center.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.ControllerStatus;
import org.sinho.signal.ntcip.Tscbm;
import org.sinho.v2x.j2735.IntersectionState;
import org.sinho.v2x.j2735.MovementEvent;
import org.sinho.v2x.j2735.MovementPhaseState;
import org.sinho.v2x.j2735.MovementState;
import org.sinho.v2x.j2735.SpatMessage;

/** Turns a controller's status into the SPaT message of its junction. One thread. */
final class SpatComposer {
    private static final int DS_PER_HOUR = 36_000;
    private static final int DAY_MS = 86_400_000;
    private static final int REVISION_LIMIT = 128;

    /** A controller's clock this near ours is finer than the moment at which we heard the push. */
    private static final int CLOCK_TOLERANCE_MS = 1_000;

    private final SpatMessage spat = new SpatMessage();

    /**
     * Composes a message.
     *
     * @param operation status bits that the push itself cannot tell, see {@link IntersectionState}
     * @return the octets written, 0 when the status cannot be said
     */
    int compose(ControllerStatus status, int operation, long utcMs, UnsafeBuffer buffer) {
        ZonedDateTime now = Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC);
        spat.clear();
        IntersectionState state = spat.addIntersection();
        state.intersection().set(0, status.siteId());
        state.revision(status.pushSequence() % REVISION_LIMIT);
        boolean untold =
                (operation & (IntersectionState.FAILURE_FLASH | IntersectionState.STANDBY)) == 0;
        int flash = status.flash() == 1 && untold ? IntersectionState.FAILURE_FLASH : 0;
        state.statusFlags(operation | flash);
        state.time(Broadcaster.minuteOfYear(now), Broadcaster.millisecondOfMinute(now));
        int nowDs = nowDs(status.controllerMsOfDay(), utcMs);
        int known = status.greens() | status.yellows() | status.reds();
        int overlaps = status.overlapGreens() | status.overlapYellows() | status.overlapReds();
        int walking = status.walks() | status.pedClears() | status.dontWalks();
        for (int phase = 1; phase <= SignalGroups.PHASE_COUNT; phase++) {
            int bit = 1 << (phase - 1);
            if ((known & bit) != 0) {
                MovementState movement = state.addMovement();
                movement.signalGroup(phase);
                event(
                        movement,
                        vehicleState(status, bit),
                        nowDs,
                        status.vehicleMinimumDs(phase - 1),
                        status.vehicleMaximumDs(phase - 1));
            }
            if ((overlaps & bit) != 0) {
                MovementState movement = state.addMovement();
                movement.signalGroup(SignalGroups.ofOverlap(phase));
                event(
                        movement,
                        overlapState(status, bit),
                        nowDs,
                        status.overlapMinimumDs(phase - 1),
                        status.overlapMaximumDs(phase - 1));
            }
            if ((walking & bit) != 0) {
                MovementState movement = state.addMovement();
                movement.signalGroup(SignalGroups.ofPedestrian(phase));
                event(
                        movement,
                        pedestrianState(status, bit),
                        nowDs,
                        status.pedestrianMinimumDs(phase - 1),
                        status.pedestrianMaximumDs(phase - 1));
            }
        }
        return Math.max(0, spat.encode(buffer, 0));
    }

    /**
     * A time mark counts tenths of a second from the top of the hour of UTC, by which vehicles read
     * it: a controller whose clock is off must not shift its marks.
     */
    private static int nowDs(int controllerMsOfDay, long utcMs) {
        int ours = (int) Math.floorMod(utcMs, (long) DAY_MS);
        int apart = Math.floorMod(controllerMsOfDay - ours, DAY_MS);
        boolean near = Math.min(apart, DAY_MS - apart) <= CLOCK_TOLERANCE_MS;
        return (near ? controllerMsOfDay : ours) / 100 % DS_PER_HOUR;
    }

    private static void event(
            MovementState movement, int eventState, int nowDs, int minimumDs, int maximumDs) {
        MovementEvent event = movement.addEvent();
        event.eventState(eventState);
        boolean exact = minimumDs == maximumDs && minimumDs != Tscbm.UNKNOWN;
        event.timing(
                MovementEvent.ABSENT,
                timeMark(nowDs, minimumDs),
                timeMark(nowDs, maximumDs),
                exact ? timeMark(nowDs, minimumDs) : MovementEvent.ABSENT,
                MovementEvent.ABSENT,
                MovementEvent.ABSENT);
    }

    /** A time mark wraps at the hour, so nothing an hour away can be said. */
    private static int timeMark(int nowDs, int inDs) {
        return inDs == Tscbm.UNKNOWN || inDs >= DS_PER_HOUR
                ? MovementEvent.TIME_UNKNOWN
                : (nowDs + inDs) % DS_PER_HOUR;
    }

    private static int vehicleState(ControllerStatus status, int bit) {
        if (status.flash() == 1 || (status.flashing() & bit) != 0) {
            // A lamp that flashes yellow bids caution; any other is a stop sign.
            return (status.yellows() & bit) != 0 && (status.reds() & bit) == 0
                    ? MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC
                    : MovementPhaseState.STOP_THEN_PROCEED;
        }
        if ((status.greens() & bit) != 0) {
            return MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
        }
        return (status.yellows() & bit) != 0
                ? MovementPhaseState.PROTECTED_CLEARANCE
                : MovementPhaseState.STOP_AND_REMAIN;
    }

    private static int overlapState(ControllerStatus status, int bit) {
        if (status.flash() == 1) {
            return (status.overlapYellows() & bit) != 0
                    ? MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC
                    : MovementPhaseState.STOP_THEN_PROCEED;
        }
        if ((status.overlapGreens() & bit) != 0) {
            return MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
        }
        return (status.overlapYellows() & bit) != 0
                ? MovementPhaseState.PROTECTED_CLEARANCE
                : MovementPhaseState.STOP_AND_REMAIN;
    }

    private static int pedestrianState(ControllerStatus status, int bit) {
        if (status.flash() == 1) {
            return MovementPhaseState.DARK;
        }
        if ((status.walks() & bit) != 0) {
            return MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
        }
        return (status.pedClears() & bit) != 0
                ? MovementPhaseState.PROTECTED_CLEARANCE
                : MovementPhaseState.STOP_AND_REMAIN;
    }
}
