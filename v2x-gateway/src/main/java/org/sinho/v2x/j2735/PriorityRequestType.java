package org.sinho.v2x.j2735;

/** What a request wants: DE_PriorityRequestType, wire values. */
public final class PriorityRequestType {
    /** Reserved. */
    public static final int PRIORITY_REQUEST_TYPE_RESERVED = 0;

    /** A new request. */
    public static final int PRIORITY_REQUEST = 1;

    /** A change of an earlier request. */
    public static final int PRIORITY_REQUEST_UPDATE = 2;

    /** The end of an earlier request. */
    public static final int PRIORITY_CANCELLATION = 3;

    private static final String[] NAMES = {
        "priorityRequestTypeReserved",
        "priorityRequest",
        "priorityRequestUpdate",
        "priorityCancellation",
    };

    private PriorityRequestType() {}

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
