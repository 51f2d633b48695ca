package org.sinho.v2x.j2735;

/**
 * SPAT: what the signal groups of one or more intersections show, and until when.
 *
 * <p>Name, regional content and extensions are stepped over, not written.
 */
public final class SpatMessage extends J2735Message {
    /** Most intersections that a message can carry. */
    public static final int MAXIMUM_INTERSECTIONS = 32;

    /** Most signal groups kept of a message; one with more is refused. */
    public static final int MAXIMUM_MOVEMENTS = 512;

    /** Most events kept of a message; one with more is refused. */
    public static final int MAXIMUM_EVENTS = 2048;

    private final Pool<MovementEvent> events =
            new Pool<>(MovementEvent[]::new, MAXIMUM_EVENTS, MovementEvent::new);
    private final Pool<MovementState> movements =
            new Pool<>(MovementState[]::new, MAXIMUM_MOVEMENTS, () -> new MovementState(events));
    private final Pool<IntersectionState> intersections =
            new Pool<>(
                    IntersectionState[]::new,
                    MAXIMUM_INTERSECTIONS,
                    () -> new IntersectionState(movements));
    private int minuteOfYear;

    /** Makes a message without intersections; it needs one before it can be encoded. */
    public SpatMessage() {
        super(MessageFrame.SPAT);
        clear();
    }

    @Override
    public void clear() {
        events.clear();
        movements.clear();
        intersections.clear();
        minuteOfYear = ABSENT;
    }

    @Override
    void read(UperReader in) {
        int preamble = in.intBits(4); // Extension, timeStamp, name, regional.
        minuteOfYear = (preamble & 4) != 0 ? in.constrained(0, 527_040) : ABSENT;
        if ((preamble & 2) != 0) {
            in.skipIa5(1, 63);
        }
        int count = 1 + in.intBits(5);
        for (int i = 0; i < count && !in.failed(); i++) {
            intersections.next().read(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 8) != 0) {
            in.skipAdditions();
        }
    }

    @Override
    void write(UperWriter out) {
        out.bit(false);
        out.bit(minuteOfYear != ABSENT);
        out.bits(0, 2);
        if (minuteOfYear != ABSENT) {
            out.constrained(minuteOfYear, 0, 527_040);
        }
        out.constrained(intersections.used(), 1, MAXIMUM_INTERSECTIONS);
        for (int i = 0; i < intersections.used(); i++) {
            intersections.get(i).write(out);
        }
    }

    /**
     * UTC minute of the year in which the message was made.
     *
     * @return 0 to 527039, 527040 invalid, or {@link #ABSENT}
     */
    public int minuteOfYear() {
        return minuteOfYear;
    }

    /**
     * Sets {@link #minuteOfYear()}.
     *
     * @param value 0 to 527039, 527040 invalid, or {@link #ABSENT}
     */
    public void minuteOfYear(int value) {
        minuteOfYear = value;
    }

    /** {@return how many intersections are reported, 1 to 32, 0 before the first} */
    public int intersectionCount() {
        return intersections.used();
    }

    /**
     * State of one intersection.
     *
     * @param index 0 to {@link #intersectionCount()} - 1
     * @return the state; the same object for every message
     */
    public IntersectionState intersection(int index) {
        return intersections.get(index);
    }

    /**
     * Adds an intersection to fill in.
     *
     * @return a cleared state
     * @throws IllegalStateException if there are {@link #MAXIMUM_INTERSECTIONS} already
     */
    public IntersectionState addIntersection() {
        IntersectionState added = intersections.add(true, "intersections");
        added.clear();
        return added;
    }
}
