package org.sinho.v2x.j2735;

/** What kind of vehicle asks, and how urgently. */
public final class RequestorType {
    /** Value of a field that the message does not carry; of the role: no type at all. */
    public static final int ABSENT = J2735Message.ABSENT;

    private static final int ROLES = 23;
    private static final int HPMS_TYPES = 16;

    private int role;
    private int subrole;
    private int importance;
    private int iso3883;
    private int hpmsType;

    RequestorType() {}

    void clear() {
        set(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int preamble = in.intBits(6); // Extension, subrole, request, iso3883, hpmsType, regional.
        role = readRole(in);
        subrole = (preamble & 16) != 0 ? in.intBits(4) : ABSENT;
        importance = (preamble & 8) != 0 ? in.intBits(4) : ABSENT;
        iso3883 = (preamble & 4) != 0 ? in.constrained(0, 100) : ABSENT;
        hpmsType = (preamble & 2) != 0 ? in.extensibleIndex(HPMS_TYPES) : ABSENT;
        if ((preamble & 1) != 0) {
            in.skip(Byte.SIZE);
            in.skipOpenType();
        }
        if ((preamble & 32) != 0) {
            in.skipAdditions();
        }
    }

    void write(UperWriter out) {
        out.bit(false);
        out.bit(subrole != ABSENT);
        out.bit(importance != ABSENT);
        out.bit(iso3883 != ABSENT);
        out.bit(hpmsType != ABSENT);
        out.bit(false);
        writeRole(out, role);
        writeOptional(out, subrole, 15);
        writeOptional(out, importance, 15);
        writeOptional(out, iso3883, 100);
        if (hpmsType != ABSENT) {
            out.extensibleIndex(hpmsType, HPMS_TYPES);
        }
    }

    static int readRole(UperReader in) {
        return in.extensibleIndex(ROLES);
    }

    static void writeRole(UperWriter out, int role) {
        out.extensibleIndex(role, ROLES);
    }

    private static void writeOptional(UperWriter out, int value, int highest) {
        if (value != ABSENT) {
            out.constrained(value, 0, highest);
        }
    }

    /** {@return whether the message carries a type} */
    public boolean present() {
        return role != ABSENT;
    }

    /**
     * Role of the vehicle, see {@link BasicVehicleRole}.
     *
     * @return 0 to 22, from 256 a later edition's, or {@link #ABSENT}
     */
    public int role() {
        return role;
    }

    /**
     * Subrole, as agreed locally: 0 unknown, 1 to 14, 15 reserved.
     *
     * @return 0 to 15, or {@link #ABSENT}
     */
    public int subrole() {
        return subrole;
    }

    /**
     * Importance of the request: 0 unknown, 1 lowest to 14 highest, 15 reserved.
     *
     * @return 0 to 15, or {@link #ABSENT}
     */
    public int importance() {
        return importance;
    }

    /** {@return vehicle type after ISO 3833; 0 to 100, or {@link #ABSENT}} */
    public int iso3883() {
        return iso3883;
    }

    /**
     * Vehicle type of the highway statistics: 4 car, 6 bus, 7 to 15 by axles.
     *
     * @return 0 to 15, from 256 a later edition's, or {@link #ABSENT}
     */
    public int hpmsType() {
        return hpmsType;
    }

    /**
     * Sets every field; a role of {@link #ABSENT} leaves the type out.
     *
     * @param role see {@link #role()}
     * @param subrole see {@link #subrole()}
     * @param importance see {@link #importance()}
     * @param iso3883 see {@link #iso3883()}
     * @param hpmsType see {@link #hpmsType()}
     */
    public void set(int role, int subrole, int importance, int iso3883, int hpmsType) {
        this.role = role;
        this.subrole = subrole;
        this.importance = importance;
        this.iso3883 = iso3883;
        this.hpmsType = hpmsType;
    }
}
