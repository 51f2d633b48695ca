package org.sinho.signal.zone;

/** What became of a sighting. */
public enum ZoneDecision {
    /** Left the zone, which anybody may. */
    LEFT,
    /** Entered: its class needs no tag. */
    EXEMPT,
    /** Entered: its tag is valid for its class and here. */
    TAGGED,
    /** Entered without a tag. */
    NO_TAG,
    /** Entered with a tag that nobody was given. */
    UNKNOWN_TAG,
    /** Entered with the tag of another class of vehicle. */
    WRONG_CLASS,
    /** Entered with a tag for other entries. */
    WRONG_ENTRY,
    /** Entered with a tag that is no longer valid. */
    EXPIRED,
    /** Reported too long after, or before, it can have been: not counted as a passage. */
    BAD_TIME;

    private static final ZoneDecision[] VALUES = values();

    static final int COUNT = VALUES.length;

    /**
     * Tells whether it entered with permission.
     *
     * @return false for those who left, too
     */
    public boolean isAllowed() {
        return this == EXEMPT || this == TAGGED;
    }

    /**
     * Tells whether it entered without permission.
     *
     * @return false for those who left, too
     */
    public boolean isUnauthorized() {
        return this != LEFT && this != BAD_TIME && !isAllowed();
    }
}
