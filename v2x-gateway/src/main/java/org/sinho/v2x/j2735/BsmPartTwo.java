package org.sinho.v2x.j2735;

/**
 * What is kept of part II of a BSM: event flags, and siren and light bar of a special vehicle.
 *
 * <p>Path history, path prediction, trailers and supplemental content are stepped over.
 */
public final class BsmPartTwo {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    /** Bit of {@link #eventFlags()}: hazard lights are on. */
    public static final int EVENT_HAZARD_LIGHTS = 1;

    /** Bit of {@link #eventFlags()}: the vehicle expects to violate the stop line. */
    public static final int EVENT_STOP_LINE_VIOLATION = 1 << 1;

    /** Bit of {@link #eventFlags()}: hard braking. */
    public static final int EVENT_HARD_BRAKING = 1 << 7;

    /** Bit of {@link #eventFlags()}: disabled vehicle. */
    public static final int EVENT_DISABLED_VEHICLE = 1 << 11;

    /** Bit of {@link #eventFlags()}: an air bag went off. */
    public static final int EVENT_AIR_BAG_DEPLOYMENT = 1 << 12;

    /** {@link #sirenUse()} or {@link #lightsUse()}: in use. */
    public static final int IN_USE = 2;

    private static final int EVENT_FLAGS_SIZE = 13;
    private static final int SAFETY_EXTENSIONS = 0;
    private static final int SPECIAL_EXTENSIONS = 1;
    private static final int RESPONSE_TYPES = 7;

    private int eventFlags;
    private int sirenUse;
    private int lightsUse;
    private int multiVehicle;
    private int responseType;

    BsmPartTwo() {}

    void clear() {
        eventFlags = ABSENT;
        sirenUse = ABSENT;
        lightsUse = ABSENT;
        multiVehicle = ABSENT;
        responseType = ABSENT;
    }

    boolean present() {
        return eventFlags != ABSENT || hasAlerts();
    }

    private boolean hasAlerts() {
        return sirenUse != ABSENT || lightsUse != ABSENT;
    }

    void read(UperReader in) {
        int count = 1 + in.intBits(3);
        for (int i = 0; i < count && !in.failed(); i++) {
            int id = in.intBits(6);
            int outer = in.enter();
            if (id == SAFETY_EXTENSIONS) {
                readSafetyExtensions(in);
            } else if (id == SPECIAL_EXTENSIONS) {
                readSpecialExtensions(in);
            }
            in.leave(outer);
        }
    }

    private void readSafetyExtensions(UperReader in) {
        int preamble = in.intBits(5);
        if ((preamble & 8) != 0) {
            eventFlags = in.extensibleFlags(EVENT_FLAGS_SIZE);
        }
    }

    private void readSpecialExtensions(UperReader in) {
        int preamble = in.intBits(4);
        if ((preamble & 4) == 0) {
            return;
        }
        int alerts = in.intBits(3); // Extension, events, responseType.
        in.skip(5);
        sirenUse = in.intBits(2);
        lightsUse = in.intBits(3);
        multiVehicle = in.intBits(2);
        if ((alerts & 2) != 0) {
            boolean extended = in.bit();
            in.skip(5 + 16); // PrivilegedEvents.
            if (extended) {
                in.skipAdditions();
            }
        }
        if ((alerts & 1) != 0) {
            responseType = in.extensibleIndex(RESPONSE_TYPES);
        }
    }

    void write(UperWriter out) {
        boolean safety = eventFlags != ABSENT;
        boolean special = hasAlerts();
        out.bits(safety && special ? 1 : 0, 3);
        if (safety) {
            writeSafetyExtensions(out);
        }
        if (special) {
            writeSpecialExtensions(out);
        }
    }

    private void writeSafetyExtensions(UperWriter out) {
        out.bits(SAFETY_EXTENSIONS, 6);
        int start = out.begin();
        out.bits(8, 5); // Of the four optional parts only the event flags.
        out.extensibleFlags(eventFlags, EVENT_FLAGS_SIZE);
        out.end(start);
    }

    private void writeSpecialExtensions(UperWriter out) {
        out.bits(SPECIAL_EXTENSIONS, 6);
        int start = out.begin();
        out.bits(4, 4); // Of the three optional parts only the vehicle alerts.
        out.bits(0, 2);
        out.bit(responseType != ABSENT);
        out.bits(0, 5);
        out.constrained(Math.max(sirenUse, 0), 0, 3);
        out.constrained(Math.max(lightsUse, 0), 0, 7);
        out.constrained(Math.max(multiVehicle, 0), 0, 3);
        if (responseType != ABSENT) {
            out.extensibleIndex(responseType, RESPONSE_TYPES);
        }
        out.end(start);
    }

    /**
     * Event flags, bit i of the standard's list at {@code 1 << i}.
     *
     * @return {@code EVENT_...} bits, or {@link #ABSENT}
     */
    public int eventFlags() {
        return eventFlags;
    }

    /**
     * Sets {@link #eventFlags()}.
     *
     * @param value {@code EVENT_...} bits, or {@link #ABSENT}
     */
    public void eventFlags(int value) {
        eventFlags = value;
    }

    /**
     * Siren of an emergency vehicle: 0 unavailable, 1 not in use, 2 in use.
     *
     * @return 0 to 3, or {@link #ABSENT}
     */
    public int sirenUse() {
        return sirenUse;
    }

    /**
     * Light bar: 0 unavailable, 1 not in use, 2 in use, 3 yellow, 4 school bus, 5 arrow signs, 6
     * slow moving, 7 frequent stops.
     *
     * @return 0 to 7, or {@link #ABSENT}
     */
    public int lightsUse() {
        return lightsUse;
    }

    /**
     * How many respond: 0 unavailable, 1 this vehicle alone, 2 several.
     *
     * @return 0 to 3, or {@link #ABSENT}
     */
    public int multiVehicle() {
        return multiVehicle;
    }

    /**
     * Response: 0 not in use, 1 emergency, 2 non-emergency, 3 pursuit, 4 stationary, 5 slow moving,
     * 6 stop and go.
     *
     * @return 0 to 6, from 256 a later edition's, or {@link #ABSENT}
     */
    public int responseType() {
        return responseType;
    }

    /** {@return whether siren or light bar is in use} */
    public boolean responding() {
        return sirenUse == IN_USE || lightsUse == IN_USE;
    }

    /**
     * Sets what an emergency vehicle says of itself.
     *
     * @param sirenUse see {@link #sirenUse()}
     * @param lightsUse see {@link #lightsUse()}
     * @param multiVehicle see {@link #multiVehicle()}
     * @param responseType see {@link #responseType()}
     */
    public void alerts(int sirenUse, int lightsUse, int multiVehicle, int responseType) {
        this.sirenUse = sirenUse;
        this.lightsUse = lightsUse;
        this.multiVehicle = multiVehicle;
        this.responseType = responseType;
    }
}
