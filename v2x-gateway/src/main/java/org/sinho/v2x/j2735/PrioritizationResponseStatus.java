package org.sinho.v2x.j2735;

/** What became of a request: DE_PrioritizationResponseStatus, wire values. */
public final class PrioritizationResponseStatus {
    /** Not known. */
    public static final int UNKNOWN = 0;

    /** Received, not yet looked at. */
    public static final int REQUESTED = 1;

    /** Being looked at. */
    public static final int PROCESSING = 2;

    /** Cannot be granted now: watch other traffic. */
    public static final int WATCH_OTHER_TRAFFIC = 3;

    /** Granted. */
    public static final int GRANTED = 4;

    /** Rejected. */
    public static final int REJECTED = 5;

    /** Granted for as long as allowed, now over. */
    public static final int MAX_PRESENCE = 6;

    /** Locked against another service for now. */
    public static final int RESERVICE_LOCKED = 7;

    private static final String[] NAMES = {
        "unknown",
        "requested",
        "processing",
        "watchOtherTraffic",
        "granted",
        "rejected",
        "maxPresence",
        "reserviceLocked",
    };

    private PrioritizationResponseStatus() {}

    /**
     * Name of a value, as in the standard.
     *
     * @param value any int
     * @return the name, or {@code "unknown"} for a value that is none of these
     */
    public static String name(int value) {
        return value >= 0 && value < NAMES.length ? NAMES[value] : "unknown";
    }
}
