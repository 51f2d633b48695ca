package org.sinho.core.event;

/**
 * Numbers of those who put events into the ring. Within a lock-step the events are ordered by
 * source, then by the order in which the source sent them.
 */
public final class EventSource {
    /** The center itself: start, ticks, health. */
    public static final int CENTER = 0;

    /** Mission tokens from dispatch. */
    public static final int DISPATCH = 10;

    /** Commands by which a bench tries the guard. */
    public static final int BENCH = 20;

    /** Readers at the entries of the restricted zone. */
    public static final int ZONE = 30;

    /** Status pushes of site {@code n} come from {@code STATUS_BASE + n}. */
    public static final int STATUS_BASE = 1_000;

    /** Datagrams of roadside unit {@code n} come from {@code RSU_BASE + n}. */
    public static final int RSU_BASE = 100_000;

    /** Outcomes and polls of site {@code n} come from {@code SENDER_BASE + n}. */
    public static final int SENDER_BASE = 200_000;

    private EventSource() {}
}
