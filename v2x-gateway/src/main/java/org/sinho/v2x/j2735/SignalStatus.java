package org.sinho.v2x.j2735;

/** State of the requests at one intersection; its packages belong to the message. */
public final class SignalStatus {
    /** Most packages that an intersection can carry. */
    public static final int MAXIMUM_PACKAGES = 32;

    private final IntersectionReferenceId intersection = new IntersectionReferenceId();
    private final SignalStatusPackage[] packages = new SignalStatusPackage[MAXIMUM_PACKAGES];
    private int packageCount;
    private int sequenceNumber;

    SignalStatus() {
        for (int i = 0; i < MAXIMUM_PACKAGES; i++) {
            packages[i] = new SignalStatusPackage();
        }
    }

    void clear() {
        intersection.clear();
        packageCount = 0;
        sequenceNumber = 0;
    }

    void read(UperReader in) {
        int preamble = in.intBits(2); // Extension, regional.
        sequenceNumber = in.intBits(7);
        intersection.read(in);
        packageCount = 1 + in.intBits(5);
        for (int i = 0; i < packageCount && !in.failed(); i++) {
            packages[i].read(in);
        }
        if ((preamble & 1) != 0) {
            in.skipRegional();
        }
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
    }

    void write(UperWriter out) {
        out.bits(0, 2);
        out.constrained(sequenceNumber, 0, 127);
        intersection.write(out);
        out.constrained(packageCount, 1, MAXIMUM_PACKAGES);
        for (int i = 0; i < packageCount; i++) {
            packages[i].write(out);
        }
    }

    /** {@return the intersection; the same object for every message} */
    public IntersectionReferenceId intersection() {
        return intersection;
    }

    /** {@return counts changes of this intersection's status; 0 to 127, wraps} */
    public int sequenceNumber() {
        return sequenceNumber;
    }

    /**
     * Sets {@link #sequenceNumber()}.
     *
     * @param value 0 to 127, wraps
     */
    public void sequenceNumber(int value) {
        sequenceNumber = value;
    }

    /** {@return how many packages the intersection carries, 1 to 32, 0 before the first} */
    public int packageCount() {
        return packageCount;
    }

    /**
     * One package.
     *
     * @param index 0 to {@link #packageCount()} - 1
     * @return the package; the same object for every message
     */
    public SignalStatusPackage statusPackage(int index) {
        return packages[index];
    }

    /**
     * Adds a package to fill in.
     *
     * @return a cleared package
     * @throws IllegalStateException if there are {@link #MAXIMUM_PACKAGES} already
     */
    public SignalStatusPackage addPackage() {
        if (packageCount == MAXIMUM_PACKAGES) {
            throw new IllegalStateException("a status holds at most " + MAXIMUM_PACKAGES);
        }
        SignalStatusPackage added = packages[packageCount++];
        added.clear();
        return added;
    }
}
