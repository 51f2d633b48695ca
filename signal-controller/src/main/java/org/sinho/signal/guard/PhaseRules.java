package org.sinho.signal.guard;

import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.site.SiteSheet;

/**
 * Preconditions of commands that hold, end or pass over phases. Masks have bit n - 1 for phase n.
 */
final class PhaseRules {
    private final SiteTable table;
    private final LampLedger lamps;
    private final CommandLedger commands;

    PhaseRules(SiteTable table, LampLedger lamps, CommandLedger commands) {
        this.table = table;
        this.lamps = lamps;
        this.commands = commands;
    }

    /**
     * Only what is green, not forced off, below its maximum, with no pedestrian too long waiting.
     */
    int checkHold(int mask, long nowMs) {
        if ((mask & ~lamps.greens()) != 0) {
            return GuardRule.C_03.code();
        }
        if ((mask & commands.forceOffs()) != 0) {
            return GuardRule.C_05.code();
        }
        return heldTooLong(mask, nowMs) || waitedTooLongAgainst(mask, nowMs)
                ? GuardRule.C_06.code()
                : SafetyGuard.ALLOWED;
    }

    /**
     * Only what is green, not held, past its minimum, with its pedestrians off the road. Not in
     * backup mode: the center must have the controller back before it ends greens of another's
     * plan.
     */
    int checkForceOff(int mask, long nowMs) {
        if ((mask & ~lamps.greens()) != 0 || ControllerMode.backup(lamps.controlStatus())) {
            return GuardRule.C_03.code();
        }
        if ((mask & commands.holds()) != 0) {
            return GuardRule.C_05.code();
        }
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            if (lamps.greenAtLeastDs(bit, nowMs) < table.minimumGreenDs[bit]
                    || !lamps.pedestriansCleared(table.pedestriansOf[bit], nowMs)) {
                return GuardRule.C_05.code();
            }
        }
        return SafetyGuard.ALLOWED;
    }

    /** Never a whole ring, never for too long, never against a pedestrian too long waiting. */
    int checkOmit(int index, int value, long nowMs) {
        int merged = CommandLedger.merge(commands.omits(), index, value);
        if (ControllerMode.backup(lamps.controlStatus()) || coversRing(merged)) {
            return GuardRule.C_03.code();
        }
        return omittedTooLong(merged & CommandLedger.group(index), nowMs)
                ? GuardRule.C_03.code()
                : SafetyGuard.ALLOWED;
    }

    /**
     * Refuses everything but release while an earlier command has overrun its bound: any SET would
     * keep it alive by restarting the controller's backup timer. Rows that the command itself
     * replaces are left to its own rule.
     */
    int checkOverrun(int object, int index, long nowMs) {
        int replaced = CommandLedger.group(index);
        int holds = commands.holds() & ~(object == ControlObject.HOLD ? replaced : 0);
        if (heldTooLong(holds, nowMs)) {
            return GuardRule.C_06.code();
        }
        int omits = commands.omits() & ~(object == ControlObject.PHASE_OMIT ? replaced : 0);
        return omittedTooLong(omits, nowMs) ? GuardRule.C_03.code() : SafetyGuard.ALLOWED;
    }

    private boolean heldTooLong(int mask, long nowMs) {
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            int single = 1 << bit;
            boolean held = (commands.holds() & single) != 0;
            boolean green = (lamps.greens() & single) != 0;
            long heldDs = Limits.elapsedAtMostDs(commands.holdSinceMs(bit), nowMs);
            if (held && heldDs > table.maximumGreenDs[bit]
                    || green && lamps.greenAtMostDs(bit, nowMs) > table.maximumGreenDs[bit]) {
                return true;
            }
        }
        return false;
    }

    private boolean waitedTooLongAgainst(int mask, long nowMs) {
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int forbidden = table.forbidden[Integer.numberOfTrailingZeros(rest)];
            if (lamps.waitedTooLong(forbidden >>> SiteSheet.PEDESTRIAN_INDEX, nowMs)) {
                return true;
            }
        }
        return false;
    }

    private boolean omittedTooLong(int mask, long nowMs) {
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            if (nowMs - commands.omitSinceMs(bit, nowMs) > Limits.OMIT_MS
                    || lamps.waitedTooLong(table.pedestriansOf[bit], nowMs)) {
                return true;
            }
        }
        return false;
    }

    private boolean coversRing(int mask) {
        for (int ring : table.rings) {
            if ((mask & ring) == ring) {
                return true;
            }
        }
        return false;
    }
}
