package org.sinho.v2x.j2735;

/**
 * State of one signal group: the present event and those known to follow.
 *
 * <p>Name, maneuver assistance, regional content and extensions are stepped over, not written.
 */
public final class MovementState {
    /** Most events of a signal group. */
    public static final int MAXIMUM_EVENTS = 16;

    private final Pool<MovementEvent> events;
    private int firstEvent;
    private int eventCount;
    private int signalGroup;

    MovementState(Pool<MovementEvent> events) {
        this.events = events;
    }

    void clear() {
        firstEvent = events.used();
        eventCount = 0;
        signalGroup = 0;
    }

    void read(UperReader in) {
        int preamble = in.intBits(4); // Extension, movementName, maneuverAssistList, regional.
        clear();
        if ((preamble & 4) != 0) {
            in.skipIa5(1, 63);
        }
        signalGroup = in.intBits(8);
        readEvents(in);
        if ((preamble & 2) != 0) {
            SpatTypes.MANEUVER_ASSIST_LIST.skip(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
    }

    private void readEvents(UperReader in) {
        int count = 1 + in.intBits(4);
        while (eventCount < count && !in.failed()) {
            MovementEvent event = events.next();
            if (event == null) {
                in.fail(DecodeCause.CAPACITY);
                return;
            }
            event.read(in);
            eventCount++;
        }
    }

    void write(UperWriter out) {
        out.bits(0, 4);
        out.constrained(signalGroup, 0, 255);
        out.constrained(eventCount, 1, MAXIMUM_EVENTS);
        for (int i = 0; i < eventCount; i++) {
            events.get(firstEvent + i).write(out);
        }
    }

    /**
     * Number that joins this state to the lanes of the MAP.
     *
     * @return 1 to 254, 0 unknown, 255 permanently green
     */
    public int signalGroup() {
        return signalGroup;
    }

    /**
     * Sets {@link #signalGroup()}.
     *
     * @param value 1 to 254, 0 unknown, 255 permanently green
     */
    public void signalGroup(int value) {
        signalGroup = value;
    }

    /** {@return how many events the group has, 1 to 16, 0 before the first; the first is now} */
    public int eventCount() {
        return eventCount;
    }

    /**
     * One event.
     *
     * @param index 0 to {@link #eventCount()} - 1
     * @return the event; belongs to the message
     */
    public MovementEvent event(int index) {
        return events.get(firstEvent + index);
    }

    /**
     * Adds an event to fill in; only to the signal group added last.
     *
     * @return a cleared event
     * @throws IllegalStateException if another group was added since, or the message is full
     */
    public MovementEvent addEvent() {
        MovementEvent added = events.add(events.used() == firstEvent + eventCount, "events");
        added.clear();
        eventCount++;
        return added;
    }
}
