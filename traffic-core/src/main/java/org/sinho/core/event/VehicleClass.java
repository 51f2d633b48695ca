package org.sinho.core.event;

/**
 * Kinds of vehicle that a reader at an entry of the restricted zone tells apart. A code never
 * changes its meaning; it is the same in the reader's datagram and in the journal.
 */
public enum VehicleClass {
    /** The reader could not tell. */
    UNKNOWN,
    /** A car, whoever owns it. */
    CAR,
    /** A truck. */
    TRUCK,
    /** A delivery or service vehicle. */
    DELIVERY,
    /** A bus of public transport. */
    BUS,
    /** A self-driving shuttle. */
    SHUTTLE,
    /** An ambulance, fire engine or police car. */
    EMERGENCY,
    /** A bicycle or another slow vehicle of personal mobility. */
    BICYCLE,
    /** A moped or another fast vehicle of personal mobility. */
    MOPED,
    /** A motorcycle. */
    MOTORCYCLE,
    /** A taxi. */
    TAXI;

    private static final VehicleClass[] VALUES = values();

    /** How many there are. */
    public static final int COUNT = VALUES.length;

    /**
     * Returns the code in datagrams and records.
     *
     * @return 0 to 10
     */
    public int code() {
        return ordinal();
    }

    /**
     * Tells whether a code is one of these.
     *
     * @param code any number
     * @return whether {@link #of} knows it
     */
    public static boolean isKnown(int code) {
        return code >= 0 && code < VALUES.length;
    }

    /**
     * Returns the class of a code.
     *
     * @param code any number
     * @return the class; {@link #UNKNOWN} for a code of a later version
     */
    public static VehicleClass of(int code) {
        return isKnown(code) ? VALUES[code] : UNKNOWN;
    }
}
