package org.sinho.signal.preempt;

import org.sinho.core.event.MissionToken;
import org.sinho.core.picture.StateCursor;

/** Which vehicles dispatch has sent on a mission (E-05). Control thread only. */
public final class MissionBoard {
    private static final int SLOT_COUNT = 256;

    private final int[] vehicleId = new int[SLOT_COUNT];
    private final long[] expiryMs = new long[SLOT_COUNT];
    private final int dispatchSilenceMs;
    private long heardMs = Long.MIN_VALUE / 2;

    /**
     * Creates an empty board.
     *
     * @param dispatchSilenceMs dispatch silent for longer is down, milliseconds
     */
    public MissionBoard(int dispatchSilenceMs) {
        this.dispatchSilenceMs = dispatchSilenceMs;
    }

    /**
     * Opens or closes a mission, or notes that dispatch is alive.
     *
     * @param token from dispatch
     * @param nowMs control time, milliseconds
     */
    public void apply(MissionToken token, long nowMs) {
        heardMs = nowMs;
        if (token.vehicleId() == 0) {
            return;
        }
        int slot = slotOf(token.vehicleId(), nowMs);
        if (slot < 0) {
            return; // 256 missions open at once: the 257th is served as if dispatch had not spoken.
        }
        vehicleId[slot] = token.vehicleId();
        expiryMs[slot] = token.open() == 1 ? token.expiryUtcMs() : 0;
    }

    private int slotOf(int vehicle, long nowMs) {
        int free = -1;
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (vehicleId[slot] == vehicle) {
                return slot;
            }
            if (free < 0 && expiryMs[slot] < nowMs) {
                free = slot;
            }
        }
        return free;
    }

    /**
     * Tells whether a vehicle is on a mission.
     *
     * @param vehicle its id
     * @param nowMs control time, milliseconds
     * @return whether a token is open and has not expired
     */
    boolean isOpen(int vehicle, long nowMs) {
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (vehicleId[slot] == vehicle) {
                return expiryMs[slot] >= nowMs;
            }
        }
        return false;
    }

    /**
     * Tells whether dispatch is silent.
     *
     * @param nowMs control time, milliseconds
     * @return whether nothing was heard for longer than allowed
     */
    public boolean isDispatchDown(long nowMs) {
        return nowMs - heardMs > dispatchSilenceMs;
    }

    /**
     * Saves or restores the board.
     *
     * @param cursor over the state
     */
    public void visit(StateCursor cursor) {
        cursor.visit(vehicleId);
        cursor.visit(expiryMs);
        heardMs = cursor.visit(heardMs);
    }
}
