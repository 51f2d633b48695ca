package org.sinho.v2x.j2735;

/** Which brakes of a vehicle are applied, and what its driver aids do. */
public final class BrakeSystemStatus {
    private int wheelBrakes;
    private int traction;
    private int abs;
    private int stabilityControl;
    private int brakeBoost;
    private int auxiliaryBrakes;

    BrakeSystemStatus() {}

    void clear() {
        set(1, 0, 0, 0, 0, 0); // Bit 0 of the wheel list: status unavailable.
    }

    void read(UperReader in) {
        wheelBrakes = in.flags(5);
        traction = in.intBits(2);
        abs = in.intBits(2);
        stabilityControl = in.intBits(2);
        brakeBoost = in.constrained(0, 2);
        auxiliaryBrakes = in.intBits(2);
    }

    void write(UperWriter out) {
        out.flags(wheelBrakes, 5);
        out.constrained(traction, 0, 3);
        out.constrained(abs, 0, 3);
        out.constrained(stabilityControl, 0, 3);
        out.constrained(brakeBoost, 0, 2);
        out.constrained(auxiliaryBrakes, 0, 3);
    }

    /**
     * Brakes applied: bit 0 unavailable, 1 left front, 2 left rear, 3 right front, 4 right rear.
     *
     * @return 0 to 31
     */
    public int wheelBrakes() {
        return wheelBrakes;
    }

    /** {@return traction control: 0 unavailable, 1 off, 2 on, 3 engaged; 0 to 3} */
    public int traction() {
        return traction;
    }

    /** {@return antilock brakes: 0 unavailable, 1 off, 2 on, 3 engaged; 0 to 3} */
    public int abs() {
        return abs;
    }

    /** {@return stability control: 0 unavailable, 1 off, 2 on, 3 engaged; 0 to 3} */
    public int stabilityControl() {
        return stabilityControl;
    }

    /** {@return brake boost: 0 unavailable, 1 off, 2 on; 0 to 2} */
    public int brakeBoost() {
        return brakeBoost;
    }

    /** {@return auxiliary brakes: 0 unavailable, 1 off, 2 on; 0 to 3} */
    public int auxiliaryBrakes() {
        return auxiliaryBrakes;
    }

    /**
     * Sets every field.
     *
     * @param wheelBrakes see {@link #wheelBrakes()}
     * @param traction see {@link #traction()}
     * @param abs see {@link #abs()}
     * @param stabilityControl see {@link #stabilityControl()}
     * @param brakeBoost see {@link #brakeBoost()}
     * @param auxiliaryBrakes see {@link #auxiliaryBrakes()}
     */
    public void set(
            int wheelBrakes,
            int traction,
            int abs,
            int stabilityControl,
            int brakeBoost,
            int auxiliaryBrakes) {
        this.wheelBrakes = wheelBrakes;
        this.traction = traction;
        this.abs = abs;
        this.stabilityControl = stabilityControl;
        this.brakeBoost = brakeBoost;
        this.auxiliaryBrakes = auxiliaryBrakes;
    }
}
