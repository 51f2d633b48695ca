package org.sinho.v2x.j2735;

/** Where a vehicle enters or leaves an intersection: a lane, an approach or a connection. */
public final class IntersectionAccessPoint {
    /** {@link #kind()}: the message does not say. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** {@link #kind()}: {@link #number()} is a lane id of the MAP. */
    public static final int LANE = 0;

    /** {@link #kind()}: {@link #number()} is an approach id of the MAP. */
    public static final int APPROACH = 1;

    /** {@link #kind()}: {@link #number()} is a connection id of the MAP. */
    public static final int CONNECTION = 2;

    /** {@link #kind()}: given in a way that a later edition added. */
    public static final int UNKNOWN = 3;

    private int kind;
    private int number;

    IntersectionAccessPoint() {}

    void clear() {
        set(ABSENT, 0);
    }

    void read(UperReader in) {
        int index = in.extensibleIndex(3);
        if (index >= UperReader.EXTENSION_BASE) {
            in.skipOpenType();
            set(UNKNOWN, 0);
        } else {
            set(index, in.intBits(index == APPROACH ? 4 : 8));
        }
    }

    void write(UperWriter out) {
        out.extensibleIndex(kind, 3);
        out.constrained(number, 0, kind == APPROACH ? 15 : 255);
    }

    /** {@return {@link #LANE}, {@link #APPROACH}, {@link #CONNECTION} or one of the others} */
    public int kind() {
        return kind;
    }

    /** {@return lane or connection id 0 to 255, approach id 0 to 15; 0 for other kinds} */
    public int number() {
        return number;
    }

    /**
     * Sets kind and number.
     *
     * @param kind see {@link #kind()}
     * @param number see {@link #number()}
     */
    public void set(int kind, int number) {
        this.kind = kind;
        this.number = number;
    }

    /**
     * Becomes a copy of another access point.
     *
     * @param other not null
     */
    public void copyFrom(IntersectionAccessPoint other) {
        set(other.kind, other.number);
    }
}
