package org.sinho.signal.guard;

import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.event.SignalRequest;

/** All rules of one junction, in the order in which they are asked. */
final class SiteGuard {
    /** {@code systemPatternControl}: the controller decides. */
    private static final int STANDBY = 0;

    /** {@code systemPatternControl}: free. */
    static final int FREE = 254;

    /** {@code systemPatternControl}: flash. */
    private static final int FLASH = 255;

    private final SiteTable table;
    private final CenterHealth health;
    private final LampLedger lamps;
    private final CommandLedger commands = new CommandLedger();
    private final RequestLedger requests;
    private final PhaseRules phaseRules;

    SiteGuard(SiteTable table, CenterHealth health) {
        this.table = table;
        this.health = health;
        lamps = new LampLedger(table);
        requests = new RequestLedger(table);
        phaseRules = new PhaseRules(table, lamps, commands);
    }

    int siteId() {
        return table.siteId;
    }

    /** Returns whether the junction was last commanded to run free. */
    boolean free() {
        return commands.pattern() == FREE;
    }

    void forgetLamps() {
        lamps.forget();
    }

    void restartSequence() {
        commands.restartSequence();
    }

    void onStatus(ControllerStatus status, long utcMs, long nowMs) {
        int begun = lamps.onStatus(status, utcMs, nowMs);
        if (begun >= 0) {
            commands.onLamps(lamps.greens(), begun, nowMs);
        }
    }

    void onPoll(ControllerPoll poll, long utcMs, long nowMs) {
        lamps.onPoll(poll, utcMs, nowMs);
    }

    void onRequest(SignalRequest request, long utcMs, long nowMs) {
        requests.onRequest(request, utcMs, nowMs);
    }

    void onOutcome(CommandOutcome outcome, long nowMs) {
        boolean failed = outcome.outcome() == CommandOutcome.Outcome.FAILED;
        commands.onOutcome(outcome.siteSequence(), failed, nowMs);
    }

    /** Judges a command and counts it when it is allowed. */
    int check(SignalCommand command, long epoch, boolean freesAnother, long nowMs) {
        int rule = checkForm(command, epoch);
        if (rule == SafetyGuard.ALLOWED) {
            boolean releasing = releasing(command);
            rule = health.check(releasing, nowMs);
            if (rule == SafetyGuard.ALLOWED && !releasing) {
                rule = checkMoment(command, nowMs);
                rule = rule == SafetyGuard.ALLOWED ? checkKind(command, freesAnother, nowMs) : rule;
                rule = rule == SafetyGuard.ALLOWED ? checkRate(nowMs) : rule;
            }
        }
        if (rule == SafetyGuard.ALLOWED) {
            count(command, nowMs);
        }
        return rule;
    }

    /** C-01, C-02, C-08: what every command must keep, releasing or not. */
    private int checkForm(SignalCommand command, long epoch) {
        int rule = checkRange(command.object(), command.index(), command.value());
        if (rule != SafetyGuard.ALLOWED) {
            return rule;
        }
        boolean next = command.siteSequence() > commands.sequence();
        return epoch > 0 && command.epoch() == epoch && next
                ? SafetyGuard.ALLOWED
                : GuardRule.C_08.code();
    }

    private int checkRange(int object, int index, int value) {
        boolean inRange;
        switch (object) {
            case ControlObject.HOLD,
                    ControlObject.FORCE_OFF,
                    ControlObject.PHASE_OMIT,
                    ControlObject.VEH_CALL ->
                    inRange = inGroup(table.phases, index, value);
            case ControlObject.PED_CALL -> inRange = inGroup(table.pedestrians, index, value);
            case ControlObject.PREEMPT ->
                    inRange = table.hasPreempt(index) && (value == 0 || value == 1);
            case ControlObject.PATTERN -> inRange = index == 0 && selectable(value);
            case ControlObject.SYNC -> inRange = index == 0 && value >= 0 && value <= 255;
            default -> {
                // Everything that is not named above, special functions included: none is listed.
                return GuardRule.C_01.code();
            }
        }
        return inRange ? SafetyGuard.ALLOWED : GuardRule.C_02.code();
    }

    private static boolean inGroup(int mask, int index, int value) {
        if (index != 1 && index != 2) {
            return false;
        }
        int enabled = mask & CommandLedger.group(index);
        boolean octet = (value & ~0xFF) == 0;
        return enabled != 0 && octet && (CommandLedger.merge(0, index, value) & ~enabled) == 0;
    }

    private boolean selectable(int pattern) {
        return pattern == STANDBY
                || pattern == FREE
                || pattern == FLASH
                || table.hasPattern(pattern);
    }

    /** Returns whether a command only gives back to the controller what was taken from it. */
    private static boolean releasing(SignalCommand command) {
        return command.value() == 0 && command.object() != ControlObject.SYNC;
    }

    /** C-13, C-04, C-10, C-03, C-06: whether this is a moment to command anything at all. */
    private int checkMoment(SignalCommand command, long nowMs) {
        long ageMs = nowMs - command.decidedUtcMs();
        if (ageMs < 0 || ageMs > Limits.DECISION_AGE_MS) {
            return GuardRule.C_13.code();
        }
        if (!lamps.trusted(nowMs)) {
            return GuardRule.C_04.code();
        }
        if (commands.failedLately(nowMs)
                || commands.repeatsUnread(
                        command.object(), command.index(), command.value(), nowMs)) {
            return GuardRule.C_10.code();
        }
        if (!lamps.steady(nowMs) || ControllerMode.closedToCenter(lamps.controlStatus())) {
            return GuardRule.C_03.code();
        }
        if (preemptOverrun(nowMs)) {
            return GuardRule.E_07.code();
        }
        return phaseRules.checkOverrun(command.object(), command.index(), nowMs);
    }

    private int checkKind(SignalCommand command, boolean freesAnother, long nowMs) {
        if (command.reason() == Reason.OPERATOR && command.person() == 0) {
            return GuardRule.C_09.code();
        }
        int index = command.index();
        int value = command.value();
        return switch (command.object()) {
            case ControlObject.HOLD ->
                    phaseRules.checkHold(CommandLedger.merge(0, index, value), nowMs);
            case ControlObject.FORCE_OFF ->
                    phaseRules.checkForceOff(CommandLedger.merge(0, index, value), nowMs);
            case ControlObject.PHASE_OMIT -> phaseRules.checkOmit(index, value, nowMs);
            case ControlObject.PREEMPT -> checkPreempt(index, nowMs);
            case ControlObject.PATTERN -> checkPattern(command, freesAnother, nowMs);
            case ControlObject.SYNC -> checkPatternPause(nowMs);
            default -> SafetyGuard.ALLOWED; // Calls only ask; the controller decides when.
        };
    }

    private int checkPreempt(int number, long nowMs) {
        boolean live = commands.preempt() == number;
        if (ControllerMode.backup(lamps.controlStatus())) {
            return GuardRule.C_03.code();
        }
        if (!live && commands.preempt() != 0) {
            return GuardRule.E_06.code();
        }
        if (!live && commands.activationTooSoon(rank(number, nowMs), nowMs)) {
            return GuardRule.C_07.code();
        }
        if (presentTooLong(number, nowMs)) {
            return GuardRule.E_07.code();
        }
        return health.clockCertain()
                ? requests.check(table.servedApproach[number], nowMs)
                : GuardRule.E_02.code();
    }

    private int rank(int preempt, long nowMs) {
        return requests.rank(table.servedApproach[preempt], nowMs);
    }

    private boolean presentTooLong(int number, long nowMs) {
        return nowMs - commands.presenceSinceMs(nowMs) > table.maximumPresenceMs[number];
    }

    /** As with holds: any SET would keep alive at the controller what should have ended. */
    private boolean preemptOverrun(long nowMs) {
        int live = commands.preempt();
        return live != 0
                && (presentTooLong(live, nowMs)
                        || requests.check(table.servedApproach[live], nowMs)
                                != SafetyGuard.ALLOWED);
    }

    private int checkPattern(SignalCommand command, boolean freesAnother, long nowMs) {
        if (command.value() == commands.pattern()) {
            return SafetyGuard.ALLOWED; // The heartbeat of what was allowed before.
        }
        boolean wide = command.value() == FLASH || freesAnother;
        boolean one = command.reason() == Reason.OPERATOR; // Who has a person, as checked before.
        boolean two = command.secondPerson() != 0 && command.secondPerson() != command.person();
        if (command.value() >= FREE && !one || wide && !two) {
            return GuardRule.C_09.code();
        }
        return checkPatternPause(nowMs);
    }

    private int checkPatternPause(long nowMs) {
        return commands.patternTooSoon(nowMs) ? GuardRule.C_07.code() : SafetyGuard.ALLOWED;
    }

    private int checkRate(long nowMs) {
        return commands.rateExceeded(nowMs) ? GuardRule.C_07.code() : SafetyGuard.ALLOWED;
    }

    private void count(SignalCommand command, long nowMs) {
        boolean preempt = command.object() == ControlObject.PREEMPT;
        commands.onAllowed(
                command.siteSequence(),
                command.object(),
                command.index(),
                command.value(),
                preempt ? rank(command.index(), nowMs) : RequestLedger.NOBODY,
                lamps.greens(),
                nowMs);
    }

    void carry(StateCursor cursor) {
        lamps.carry(cursor);
        commands.carry(cursor);
        requests.carry(cursor);
    }
}
