package org.sinho.v2x.j2735;

/** What a vehicle is to others: DE_BasicVehicleRole, wire values. */
public final class BasicVehicleRole {
    /** Ordinary light vehicle. */
    public static final int BASIC_VEHICLE = 0;

    /** Bus, streetcar or other public transport. */
    public static final int PUBLIC_TRANSPORT = 1;

    /** Special transport, e.g. an oversized load. */
    public static final int SPECIAL_TRANSPORT = 2;

    /** Carries dangerous goods. */
    public static final int DANGEROUS_GOODS = 3;

    /** Road work. */
    public static final int ROAD_WORK = 4;

    /** Recovery of broken-down vehicles. */
    public static final int ROAD_RESCUE = 5;

    /** Emergency vehicle without a nearer role. */
    public static final int EMERGENCY = 6;

    /** Safety car, e.g. an escort. */
    public static final int SAFETY_CAR = 7;

    /** None, or not known. */
    public static final int NONE_UNKNOWN = 8;

    /** Truck, perhaps with other rights of way. */
    public static final int TRUCK = 9;

    /** Motorcycle. */
    public static final int MOTORCYCLE = 10;

    /** Roadside source, e.g. a roadside unit. */
    public static final int ROAD_SIDE_SOURCE = 11;

    /** Police vehicle. */
    public static final int POLICE = 12;

    /** Fire engine. */
    public static final int FIRE = 13;

    /** Ambulance. */
    public static final int AMBULANCE = 14;

    /** Vehicle of a road authority. */
    public static final int DOT = 15;

    /** Transit vehicle on its route. */
    public static final int TRANSIT = 16;

    /** Slow moving vehicle. */
    public static final int SLOW_MOVING = 17;

    /** Stop and go vehicle. */
    public static final int STOP_NGO = 18;

    /** Cyclist. */
    public static final int CYCLIST = 19;

    /** Pedestrian. */
    public static final int PEDESTRIAN = 20;

    /** Other road user without a motor. */
    public static final int NON_MOTORIZED = 21;

    /** Military vehicle. */
    public static final int MILITARY = 22;

    private static final String[] NAMES = {
        "basicVehicle",
        "publicTransport",
        "specialTransport",
        "dangerousGoods",
        "roadWork",
        "roadRescue",
        "emergency",
        "safetyCar",
        "none-unknown",
        "truck",
        "motorcycle",
        "roadSideSource",
        "police",
        "fire",
        "ambulance",
        "dot",
        "transit",
        "slowMoving",
        "stopNgo",
        "cyclist",
        "pedestrian",
        "nonMotorized",
        "military",
    };

    private BasicVehicleRole() {}

    /**
     * Name of a value, as in the standard.
     *
     * @param value any int
     * @return the name, or {@code "unknown"} for a value that is none of these
     */
    public static String name(int value) {
        return value >= 0 && value < NAMES.length ? NAMES[value] : "unknown";
    }
}
