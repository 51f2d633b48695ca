package org.sinho.signal.guard;

/** Why the {@link SafetyGuard} refuses a command. A code never changes its meaning. */
public enum GuardRule {
    /** The object is not one that the center may SET, or the site is not known. */
    C_01(1),
    /** Index or value is outside what the site sheet lists. */
    C_02(2),
    /** What the junction shows, or that it shows nothing sensible, does not allow this command. */
    C_03(3),
    /** Status is old, did not advance, or is not borne out by the poll. */
    C_04(4),
    /** The force-off would end a green too early, or meets a hold on the same phase. */
    C_05(5),
    /**
     * The hold is longer than the maximum green, or a pedestrian has waited too long against it.
     */
    C_06(6),
    /** Too many commands, pattern changes or preempt activations in too short a time. */
    C_07(7),
    /** The epoch is not the present one, or the sequence was used before. */
    C_08(8),
    /** Persons who must stand behind the command are missing or are the same. */
    C_09(9),
    /**
     * A command of this junction was not read back as it was SET a moment ago, or this one only
     * repeats a SET that has not been read back yet: the one retry is the sender's.
     */
    C_10(10),
    /** The journal is not well, so nothing may be decided from it. */
    C_11(11),
    /** The decision is too old, or dated in the future. */
    C_13(13),
    /** No request with sufficient authority was heard for this preempt. */
    E_01(21),
    /** The request was not fresh, or the clock is too uncertain to say so. */
    E_02(22),
    /** Another preempt of this junction is live and must be cleared first. */
    E_06(26),
    /** The request has ended, or the preempt is longer than its maximum presence. */
    E_07(27),
    /** The clock is not well, so the heartbeat must stop. */
    F_02(32),
    /** The guard itself is at fault: the process must stop. */
    INTERNAL(99);

    private static final GuardRule[] RULES = values(); // values() copies: call it once.

    private final int code;
    private final String id;

    GuardRule(int code) {
        this.code = code;
        this.id = name().replace('_', '-');
    }

    /**
     * Returns the number that goes into {@code SignalCommand.rule()}.
     *
     * @return 1 to 99; 0 stands for an allowed command and is no rule
     */
    public int code() {
        return code;
    }

    /**
     * Returns the rule's name as people write it.
     *
     * @return for example {@code C-05}
     */
    public String id() {
        return id;
    }

    /**
     * Names the rule of a code.
     *
     * @param code result of {@link SafetyGuard#check}
     * @return for example {@code C-05}; {@code ALLOWED} for 0, {@code UNKNOWN} for no rule's code
     */
    public static String idOf(int code) {
        for (GuardRule rule : RULES) {
            if (rule.code == code) {
                return rule.id;
            }
        }
        return code == SafetyGuard.ALLOWED ? "ALLOWED" : "UNKNOWN";
    }
}
