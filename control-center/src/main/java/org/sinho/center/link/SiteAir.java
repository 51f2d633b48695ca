package org.sinho.center.link;

import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.v2x.j2735.IntersectionState;

/**
 * Whether a junction's SPaT may go on the air, and what it says of the controller's operation.
 *
 * <p>Silence, not lies: a push that does not move on is not passed on, nor any push of a controller
 * whose polls are unanswered or twice in a row show other lamps.
 */
final class SiteAir {
    private static final int DOUBTS = 2;
    private static final int CONNECTED_MS = 1_000;

    /** Steps of the push's 8-bit counter that count as forward; others are late or repeated. */
    private static final int FORWARD_STEPS = 127;

    private static final int NOT_FLASHING = 2;
    private static final int AUTOMATIC = 3;
    private static final int MONITOR_FAULT = 5;
    private static final int MMU = 6;
    private static final int ENTRY_STARTED = 4;
    private static final int MAXIMUM_PRESENCE = 9;
    private static final int PREEMPT_COUNT = 16;

    final int unit;
    final byte[] map;
    private int pushSequence = -1;
    private long statusMs;
    private int greens;
    private int doubts;
    private int operation;

    SiteAir(int unit, byte[] map) {
        this.unit = unit;
        this.map = map;
    }

    /** Takes a push; {@return whether it may be broadcast} */
    boolean onStatus(ControllerStatus status, long utcMs) {
        int steps = status.pushSequence() - pushSequence & 0xFF;
        boolean connected = pushSequence >= 0 && utcMs - statusMs <= CONNECTED_MS;
        if (pushSequence >= 0 && (steps == 0 || connected && steps > FORWARD_STEPS)) {
            return false;
        }
        pushSequence = status.pushSequence();
        statusMs = utcMs;
        greens = status.greens();
        return doubts < DOUBTS;
    }

    void onPoll(ControllerPoll poll) {
        boolean good = poll.answered() != 0 && poll.greens() == greens;
        doubts = good ? 0 : Math.min(doubts + 1, DOUBTS);
        if (poll.answered() != 0) {
            operation = flash(poll.unitFlashStatus()) | preempt(poll);
        }
    }

    /** Status bits for what the last poll told of flash and preempts. */
    int operation() {
        return operation;
    }

    /** Flash by the clock is meant; every other is somebody's or something's alarm. */
    private static int flash(int unitFlashStatus) {
        return switch (unitFlashStatus) {
            case 0, NOT_FLASHING -> 0; // 0: not read.
            case AUTOMATIC -> IntersectionState.STANDBY;
            case MONITOR_FAULT, MMU ->
                    IntersectionState.FAILURE_FLASH | IntersectionState.FAILURE_MODE;
            default -> IntersectionState.FAILURE_FLASH;
        };
    }

    private static int preempt(ControllerPoll poll) {
        for (int i = 0; i < PREEMPT_COUNT; i++) {
            int state = poll.preemptState(i);
            if (state >= ENTRY_STARTED && state <= MAXIMUM_PRESENCE) {
                return IntersectionState.PREEMPT_ACTIVE;
            }
        }
        return 0;
    }
}
