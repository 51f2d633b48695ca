package org.sinho.v2x.j2735;

/** Name of an intersection: a number, unique within an optional region. */
public final class IntersectionReferenceId {
    /** {@link #region()} of an id without a region. */
    public static final int ABSENT = J2735Message.ABSENT;

    private int region;
    private int id;

    IntersectionReferenceId() {}

    void clear() {
        set(ABSENT, 0);
    }

    void read(UperReader in) {
        region = in.bit() ? in.intBits(16) : ABSENT;
        id = in.intBits(16);
    }

    void write(UperWriter out) {
        out.bit(region != ABSENT);
        if (region != ABSENT) {
            out.constrained(region, 0, 65_535);
        }
        out.constrained(id, 0, 65_535);
    }

    /** {@return number of the region or road authority; 0 to 65535, or {@link #ABSENT}} */
    public int region() {
        return region;
    }

    /** {@return number of the intersection in its region; 0 to 65535} */
    public int id() {
        return id;
    }

    /**
     * Sets both numbers.
     *
     * @param region see {@link #region()}
     * @param id see {@link #id()}
     */
    public void set(int region, int id) {
        this.region = region;
        this.id = id;
    }

    /**
     * Whether this names the same intersection as another id.
     *
     * @param other not null
     * @return same region, or both none, and same number
     */
    public boolean sameAs(IntersectionReferenceId other) {
        return region == other.region && id == other.id;
    }

    /**
     * Becomes a copy of another id.
     *
     * @param other not null
     */
    public void copyFrom(IntersectionReferenceId other) {
        set(other.region, other.id);
    }
}
