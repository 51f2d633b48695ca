package org.sinho.signal;

/** Why a site is left to its controller's own plan. */
public enum SiteDoubt {
    /** None: the site is under control. */
    NONE,
    /** Nothing has been heard from the controller since the center started, or stood still. */
    NOT_SEEN,
    /**
     * The controller's programming has not been compared with the sheet since the center started.
     */
    NOT_COMPARED,
    /** The controller is programmed otherwise than the sheet says (I-06). */
    CONTROLLER_DIFFERS,
    /** The status push is stale. */
    STATUS_STALE,
    /** The once-a-second cross-check is not answered. */
    POLL_SILENT,
    /** Push and cross-check disagree. */
    POLL_DISAGREES,
    /** A command failed. */
    COMMAND_FAILED,
    /** The junction flashes. */
    FLASHING,
    /** The center's journal or clock is not well. */
    CENTER_UNHEALTHY,
    /** A person at the cabinet, or nobody known, has the junction in hand. */
    LOCAL_CONTROL,
    /** What the lamps show makes no sense, or shows a conflict. */
    LAMPS_UNCLEAR,
    /** Conflict monitors flash in the zone, so nothing in it is commanded (F-07). */
    ZONE_STOPPED;

    private static final SiteDoubt[] VALUES = values();

    static SiteDoubt of(int ordinal) {
        return VALUES[ordinal];
    }
}
