package org.sinho.rig.sumo;

/** Command, variable and type codes of SUMO's TraCI protocol that this client uses. */
final class Traci {
    static final int GET_VERSION = 0x00;
    static final int SIMULATION_STEP = 0x02;
    static final int CLOSE = 0x7F;

    static final int SUBSCRIBE_JUNCTION_CONTEXT = 0x89;
    static final int GET_LIGHTS = 0xA2;
    static final int GET_VEHICLE = 0xA4;
    static final int GET_SIMULATION = 0xAB;
    static final int GET_PERSON = 0xAE;
    static final int SET_LIGHTS = 0xC2;
    static final int SET_VEHICLE = 0xC4;
    static final int SUBSCRIBE_LOOP = 0xD0;
    static final int SUBSCRIBE_VEHICLE = 0xD4;
    static final int SUBSCRIBE_SIMULATION = 0xDB;

    /** A response code is its command plus this. */
    static final int RESPONSE = 0x10;

    static final int ID_LIST = 0x00;
    static final int LOOP_VEHICLE_NUMBER = 0x10;
    static final int LOOP_OCCUPANCY = 0x13;
    static final int LIGHTS_STATE = 0x20;
    static final int CONTROLLED_LINKS = 0x27;
    static final int SPEED = 0x40;
    static final int POSITION = 0x42;
    static final int ANGLE = 0x43;
    static final int LENGTH = 0x44;
    static final int TYPE_ID = 0x4F;
    static final int ROAD_ID = 0x50;
    static final int LANE_ID = 0x51;
    static final int LANE_POSITION = 0x56;
    static final int SIGNALS = 0x5B;
    static final int TIME = 0x66;
    static final int ACCELERATION = 0x72;
    static final int DEPARTED_IDS = 0x74;
    static final int ARRIVED_IDS = 0x7A;
    static final int MINIMUM_EXPECTED = 0x7D;
    static final int NEXT_EDGE = 0xC1;

    static final int T_POSITION_2D = 0x01;
    static final int T_INTEGER = 0x09;
    static final int T_DOUBLE = 0x0B;
    static final int T_STRING = 0x0C;
    static final int T_STRING_LIST = 0x0E;
    static final int T_COMPOUND = 0x0F;

    static final int OK = 0x00;

    private Traci() {}
}
