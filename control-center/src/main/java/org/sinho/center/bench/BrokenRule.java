package org.sinho.center.bench;

import java.util.Locale;

/** The rules that an injected command can break, with the number that the event carries. */
public enum BrokenRule {
    /** An object that is not on the list. */
    ALLOW_LIST(1),
    /** A value outside the sheet. */
    RANGE(2),
    /** A command that what the lamps show does not allow. */
    STATE(3),
    /** A command on a status that is not known or not borne out. */
    FRESH(4),
    /** A force-off that would end a green or a crossing too early. */
    FORCE_OFF(5),
    /** A hold beyond the maximum green. */
    HOLD(6),
    /** More commands in a second than allowed. */
    RATE(7),
    /** An old epoch or a used sequence. */
    SINGLE_WRITER(8),
    /** A person is missing. */
    PERSONS(9),
    /** A SET said again before it was read back. */
    READ_BACK(10);

    private final int number;

    BrokenRule(int number) {
        this.number = number;
    }

    /**
     * Returns the rule's number.
     *
     * @return n for C-n
     */
    public int number() {
        return number;
    }

    /**
     * Names a rule as people write it.
     *
     * @param number n for C-n
     * @return for example {@code C-05}
     */
    public static String idOf(int number) {
        return String.format(Locale.ROOT, "C-%02d", number);
    }
}
