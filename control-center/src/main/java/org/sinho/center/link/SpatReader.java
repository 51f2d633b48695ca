package org.sinho.center.link;

import org.agrona.DirectBuffer;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ntcip.Tscbm;
import org.sinho.v2x.ForwardCause;
import org.sinho.v2x.ImmediateForward;
import org.sinho.v2x.j2735.DecodeCause;
import org.sinho.v2x.j2735.IntersectionState;
import org.sinho.v2x.j2735.MessageFrame;
import org.sinho.v2x.j2735.MovementEvent;
import org.sinho.v2x.j2735.MovementPhaseState;
import org.sinho.v2x.j2735.MovementState;
import org.sinho.v2x.j2735.SpatMessage;

/**
 * Reads the SPaT that a controller pushes, bare or as immediate-forward text, into a status event.
 * Allocation-free; one thread.
 *
 * <p>Whatever a status needs and the message does not say makes the message worthless: without its
 * time there is no telling a repetition from a sign of life, and a phase of the sheet that it does
 * not mention may be green. Such a message is refused, so that the status grows old.
 */
final class SpatReader implements StatusForm {
    private static final int DS_PER_HOUR = 36_000;

    /** A time mark this far behind now is past, not nearly an hour ahead. */
    private static final int PAST_DS = 18_000;

    private static final int MINUTES_PER_DAY = 1_440;
    private static final int MINUTES_PER_YEAR = 527_040;
    private static final int MS_PER_MINUTE = 60_000;
    private static final int STEP_MS = 100;
    private static final int FLASH =
            IntersectionState.FAILURE_FLASH
                    | IntersectionState.STANDBY
                    | IntersectionState.FAILURE_MODE
                    | IntersectionState.OFF;

    private final int siteId;
    private final int phases;
    private final int pedestrians;
    private final int overlaps;
    private final SpatMessage spat = new SpatMessage();
    private final ImmediateForward text = new ImmediateForward();

    SpatReader(SiteSheet sheet) {
        siteId = sheet.siteId();
        phases = sheet.phases().stream().mapToInt(p -> 1 << (p.number() - 1)).sum();
        overlaps = sheet.overlaps().stream().mapToInt(o -> 1 << (o.number() - 1)).sum();
        pedestrians = sheet.pedestrians().stream().mapToInt(p -> 1 << (p.number() - 1)).sum();
    }

    @Override
    public boolean read(DirectBuffer push, int offset, int length, ControllerStatus status) {
        if (length < 1) {
            return false;
        }
        DecodeCause cause;
        if (push.getByte(offset) != 0) { // A frame begins with 00, a text with a letter.
            if (text.read(push, offset, length) != ForwardCause.NONE
                    || text.messageId() != MessageFrame.SPAT) {
                return false;
            }
            cause = spat.decode(text.frame(), 0, text.frameLength());
        } else {
            cause = spat.decode(push, offset, length);
        }
        IntersectionState state = cause == DecodeCause.NONE ? find() : null;
        return state != null && read(state, status);
    }

    private IntersectionState find() {
        for (int i = 0; i < spat.intersectionCount(); i++) {
            if (spat.intersection(i).intersection().id() == siteId) {
                return spat.intersection(i);
            }
        }
        return null;
    }

    private boolean read(IntersectionState state, ControllerStatus status) {
        int minute = state.minuteOfYear() >= 0 ? state.minuteOfYear() : spat.minuteOfYear();
        int millisecond = state.secondMs();
        if (minute < 0 || minute >= MINUTES_PER_YEAR || millisecond < 0 || millisecond > 60_999) {
            return false;
        }
        long ms = (long) minute * MS_PER_MINUTE + millisecond;
        int nowDs = (int) (ms / STEP_MS % DS_PER_HOUR);
        boolean flash = (state.statusFlags() & FLASH) != 0;
        status.siteId(siteId)
                .flash(flash ? 1 : 0)
                // Its own sequence of 8 bits, of which each tenth of a second takes one.
                .pushSequence((int) (ms / STEP_MS & 0xFF))
                .controllerMsOfDay(minute % MINUTES_PER_DAY * MS_PER_MINUTE + millisecond);
        for (int i = 0; i < SignalGroups.PHASE_COUNT; i++) {
            status.vehicleMinimumDs(i, Tscbm.UNKNOWN);
            status.vehicleMaximumDs(i, Tscbm.UNKNOWN);
            status.pedestrianMinimumDs(i, Tscbm.UNKNOWN);
            status.pedestrianMaximumDs(i, Tscbm.UNKNOWN);
            status.overlapMinimumDs(i, Tscbm.UNKNOWN);
            status.overlapMaximumDs(i, Tscbm.UNKNOWN);
        }
        for (int i = 0; i < state.movementCount(); i++) {
            if (!movement(state.movement(i), nowDs, status)) {
                return false;
            }
        }
        return isWhole(status, flash);
    }

    /** Every phase of the sheet has a lamp; in flash pedestrian lamps are dark. */
    private boolean isWhole(ControllerStatus status, boolean flash) {
        int shown = status.greens() | status.yellows() | status.reds();
        int walking = status.walks() | status.pedClears() | status.dontWalks();
        // A push of this form does not tell calls: whoever may wait is taken to wait (C-06).
        status.pedCalls(status.dontWalks() & pedestrians);
        int also = status.overlapGreens() | status.overlapYellows() | status.overlapReds();
        return (shown & phases) == phases
                && (also & overlaps) == overlaps
                && (flash || (walking & pedestrians) == pedestrians);
    }

    private static boolean movement(MovementState movement, int nowDs, ControllerStatus status) {
        int vehicle = SignalGroups.vehiclePhase(movement.signalGroup());
        int pedestrian = SignalGroups.pedestrianPhase(movement.signalGroup());
        int overlap = SignalGroups.overlap(movement.signalGroup());
        if (movement.eventCount() == 0 || vehicle + pedestrian + overlap == 0) {
            return true; // A group of somebody else's.
        }
        MovementEvent event = movement.event(0); // The first one is now; the others will be.
        int bit = 1 << (vehicle + pedestrian + overlap - 1);
        int minimumDs = inDs(nowDs, event.minEndTimeDs());
        int maximumDs = inDs(nowDs, event.maxEndTimeDs());
        if (overlap != 0) {
            status.overlapMinimumDs(overlap - 1, minimumDs);
            status.overlapMaximumDs(overlap - 1, maximumDs);
            return overlapLamp(event.eventState(), bit, status);
        }
        if (vehicle != 0) {
            status.vehicleMinimumDs(vehicle - 1, minimumDs);
            status.vehicleMaximumDs(vehicle - 1, maximumDs);
            return vehicleLamp(event.eventState(), bit, status);
        }
        status.pedestrianMinimumDs(pedestrian - 1, minimumDs);
        status.pedestrianMaximumDs(pedestrian - 1, maximumDs);
        return pedestrianLamp(event.eventState(), bit, status);
    }

    private static int inDs(int nowDs, int markDs) {
        if (markDs < 0 || markDs > DS_PER_HOUR) {
            return Tscbm.UNKNOWN;
        }
        int ahead = Math.floorMod(markDs - nowDs, DS_PER_HOUR);
        return ahead > PAST_DS ? 0 : ahead;
    }

    private static boolean vehicleLamp(int eventState, int bit, ControllerStatus status) {
        int lamps = status.greens() | status.yellows() | status.reds();
        if ((lamps & bit) != 0) {
            return false; // A group that is told twice is told wrong.
        }
        switch (eventState) {
            case MovementPhaseState.PERMISSIVE_MOVEMENT_ALLOWED,
                    MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED ->
                    status.greens(status.greens() | bit);
            case MovementPhaseState.PERMISSIVE_CLEARANCE, MovementPhaseState.PROTECTED_CLEARANCE ->
                    status.yellows(status.yellows() | bit);
            case MovementPhaseState.STOP_AND_REMAIN -> status.reds(status.reds() | bit);
            case MovementPhaseState.STOP_THEN_PROCEED -> {
                status.reds(status.reds() | bit);
                status.flashing(status.flashing() | bit);
            }
            case MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC -> {
                status.yellows(status.yellows() | bit);
                status.flashing(status.flashing() | bit);
            }
            default -> {
                return false; // Dark, unavailable, red with yellow: nothing to command on.
            }
        }
        return true;
    }

    private static boolean overlapLamp(int eventState, int bit, ControllerStatus status) {
        int lamps = status.overlapGreens() | status.overlapYellows() | status.overlapReds();
        if ((lamps & bit) != 0) {
            return false;
        }
        switch (eventState) {
            case MovementPhaseState.PERMISSIVE_MOVEMENT_ALLOWED,
                    MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED ->
                    status.overlapGreens(status.overlapGreens() | bit);
            case MovementPhaseState.PERMISSIVE_CLEARANCE,
                    MovementPhaseState.PROTECTED_CLEARANCE,
                    MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC ->
                    status.overlapYellows(status.overlapYellows() | bit);
            case MovementPhaseState.STOP_AND_REMAIN, MovementPhaseState.STOP_THEN_PROCEED ->
                    status.overlapReds(status.overlapReds() | bit);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean pedestrianLamp(int eventState, int bit, ControllerStatus status) {
        int lamps = status.walks() | status.pedClears() | status.dontWalks();
        if ((lamps & bit) != 0) {
            return false;
        }
        switch (eventState) {
            case MovementPhaseState.PERMISSIVE_MOVEMENT_ALLOWED,
                    MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED ->
                    status.walks(status.walks() | bit);
            case MovementPhaseState.PERMISSIVE_CLEARANCE, MovementPhaseState.PROTECTED_CLEARANCE ->
                    status.pedClears(status.pedClears() | bit);
            case MovementPhaseState.STOP_AND_REMAIN -> status.dontWalks(status.dontWalks() | bit);
            case MovementPhaseState.DARK -> {
                // In flash; otherwise the phase stays unmentioned, and the message is refused.
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
