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

/**
 * Turns a controller's status into the SPaT message of its junction; a phase's signal group has the
 * phase's number. One thread.
 */
final class SpatComposer {
    private static final int PHASE_COUNT = 16;
    private static final int DS_PER_HOUR = 36_000;
    private static final int REVISION_LIMIT = 128;

    private final SpatMessage spat = new SpatMessage();

    /** Returns the octets written, 0 when the status cannot be said. */
    int compose(ControllerStatus status, long utcMs, UnsafeBuffer buffer) {
        ZonedDateTime now = Instant.ofEpochMilli(utcMs).atZone(ZoneOffset.UTC);
        spat.clear();
        IntersectionState state = spat.addIntersection();
        state.intersection().set(0, status.siteId());
        state.revision(status.pushSequence() % REVISION_LIMIT);
        state.statusFlags(status.flash() == 1 ? IntersectionState.FAILURE_FLASH : 0);
        state.time(Broadcaster.minuteOfYear(now), Broadcaster.millisecondOfMinute(now));
        // A time mark counts tenths of a second from the top of the hour of the controller's clock.
        int nowDs = status.controllerMsOfDay() / 100 % DS_PER_HOUR;
        int known = status.greens() | status.yellows() | status.reds();
        for (int phase = 1; phase <= PHASE_COUNT; phase++) {
            int bit = 1 << (phase - 1);
            if ((known & bit) != 0) {
                movement(state.addMovement(), status, phase, bit, nowDs);
            }
        }
        return Math.max(0, spat.encode(buffer, 0));
    }

    private static void movement(
            MovementState movement, ControllerStatus status, int phase, int bit, int nowDs) {
        movement.signalGroup(phase);
        MovementEvent event = movement.addEvent();
        event.eventState(eventState(status, bit));
        event.timing(
                MovementEvent.ABSENT,
                timeMark(nowDs, status.vehicleMinimumDs(phase - 1)),
                timeMark(nowDs, status.vehicleMaximumDs(phase - 1)),
                MovementEvent.ABSENT,
                MovementEvent.ABSENT,
                MovementEvent.ABSENT);
    }

    /** A time mark wraps at the hour, so nothing an hour away can be said. */
    private static int timeMark(int nowDs, int inDs) {
        return inDs == Tscbm.UNKNOWN || inDs >= DS_PER_HOUR
                ? MovementEvent.TIME_UNKNOWN
                : (nowDs + inDs) % DS_PER_HOUR;
    }

    private static int eventState(ControllerStatus status, int bit) {
        if (status.flash() == 1 || (status.flashing() & bit) != 0) {
            return MovementPhaseState.STOP_THEN_PROCEED;
        }
        if ((status.greens() & bit) != 0) {
            return MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
        }
        return (status.yellows() & bit) != 0
                ? MovementPhaseState.PROTECTED_CLEARANCE
                : MovementPhaseState.STOP_AND_REMAIN;
    }
}
