package org.sinho.v2x.j2735;

/** Name of a vehicle in a request: a pseudonym of four octets, or a station number. */
public final class VehicleId {
    private boolean station;
    private int value;

    VehicleId() {}

    void clear() {
        station = false;
        value = 0;
    }

    void read(UperReader in) {
        station = in.bit();
        value = in.intBits(32);
    }

    void write(UperWriter out) {
        out.bit(station);
        out.bits(value, 32);
    }

    /** {@return whether the vehicle gave its station number and not its pseudonym} */
    public boolean isStation() {
        return station;
    }

    /** {@return the 32 bits of either, pseudonym octets with the most significant first} */
    public int value() {
        return value;
    }

    /** {@return the station number, 0 to 4294967295; meaningful if {@link #isStation()}} */
    public long stationId() {
        return Integer.toUnsignedLong(value);
    }

    /**
     * Whether this names the same vehicle as another id.
     *
     * @param other not null
     * @return same kind and same 32 bits
     */
    public boolean sameAs(VehicleId other) {
        return station == other.station && value == other.value;
    }

    /**
     * Sets a pseudonym.
     *
     * @param pseudonym four octets, most significant first; a BSM's {@code temporaryId}
     */
    public void entityId(int pseudonym) {
        station = false;
        value = pseudonym;
    }

    /**
     * Sets a station number.
     *
     * @param number 0 to 4294967295; higher bits are dropped
     */
    public void stationId(long number) {
        station = true;
        value = (int) number;
    }

    /**
     * Becomes a copy of another id.
     *
     * @param other not null
     */
    public void copyFrom(VehicleId other) {
        station = other.station;
        value = other.value;
    }
}
