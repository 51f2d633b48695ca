package org.sinho.v2x.j2735;

/** Where a lane leads, and which signal group lets it. */
public final class Connection {
    /** Value of a field that the message does not carry. */
    public static final int ABSENT = J2735Message.ABSENT;

    private final IntersectionReferenceId remoteIntersection = new IntersectionReferenceId();
    private boolean remote;
    private int lane;
    private int maneuverFlags;
    private int signalGroup;
    private int userClass;
    private int connectionId;

    Connection() {}

    void clear() {
        remote = false;
        remoteIntersection.clear();
        to(0, ABSENT, ABSENT, ABSENT, ABSENT);
    }

    void read(UperReader in) {
        int present = in.intBits(4); // Remote intersection, signal group, user class, id.
        clear();
        boolean hasManeuver = in.bit();
        lane = in.intBits(8);
        maneuverFlags = hasManeuver ? in.flags(12) : ABSENT;
        remote = (present & 8) != 0;
        if (remote) {
            remoteIntersection.read(in);
        }
        signalGroup = (present & 4) != 0 ? in.intBits(8) : ABSENT;
        userClass = (present & 2) != 0 ? in.intBits(8) : ABSENT;
        connectionId = (present & 1) != 0 ? in.intBits(8) : ABSENT;
    }

    void write(UperWriter out) {
        out.bit(remote);
        out.bit(signalGroup != ABSENT);
        out.bit(userClass != ABSENT);
        out.bit(connectionId != ABSENT);
        out.bit(maneuverFlags != ABSENT);
        out.constrained(lane, 0, 255);
        if (maneuverFlags != ABSENT) {
            out.flags(maneuverFlags, 12);
        }
        if (remote) {
            remoteIntersection.write(out);
        }
        writeNumber(out, signalGroup);
        writeNumber(out, userClass);
        writeNumber(out, connectionId);
    }

    private static void writeNumber(UperWriter out, int number) {
        if (number != ABSENT) {
            out.constrained(number, 0, 255);
        }
    }

    /** {@return lane id where the connection leads; 0 to 255} */
    public int lane() {
        return lane;
    }

    /**
     * Maneuvers made, {@code ALLOWED_...} bits of {@link GenericLane}.
     *
     * @return 0 to 4095, or {@link #ABSENT}
     */
    public int maneuverFlags() {
        return maneuverFlags;
    }

    /**
     * Signal group of the SPAT that controls this connection.
     *
     * @return 0 to 255, or {@link #ABSENT}
     */
    public int signalGroup() {
        return signalGroup;
    }

    /** {@return restriction class of who may use it; 0 to 255, or {@link #ABSENT}} */
    public int userClass() {
        return userClass;
    }

    /** {@return number of this connection; 0 to 255, or {@link #ABSENT}} */
    public int connectionId() {
        return connectionId;
    }

    /**
     * Sets every number.
     *
     * @param lane see {@link #lane()}
     * @param maneuverFlags see {@link #maneuverFlags()}
     * @param signalGroup see {@link #signalGroup()}
     * @param userClass see {@link #userClass()}
     * @param connectionId see {@link #connectionId()}
     */
    public void to(int lane, int maneuverFlags, int signalGroup, int userClass, int connectionId) {
        this.lane = lane;
        this.maneuverFlags = maneuverFlags;
        this.signalGroup = signalGroup;
        this.userClass = userClass;
        this.connectionId = connectionId;
    }

    /** {@return whether the lane belongs to another intersection} */
    public boolean isRemote() {
        return remote;
    }

    /** {@return that intersection if {@link #isRemote()}; belongs to the message} */
    public IntersectionReferenceId remoteIntersection() {
        return remoteIntersection;
    }

    /**
     * Makes the connection lead to a lane of another intersection.
     *
     * @param region 0 to 65535, or {@link #ABSENT}
     * @param id 0 to 65535
     */
    public void remote(int region, int id) {
        remote = true;
        remoteIntersection.set(region, id);
    }
}
