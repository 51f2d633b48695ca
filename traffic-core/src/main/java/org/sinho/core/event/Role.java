package org.sinho.core.event;

/**
 * Roles that a certificate can grant, as bits. Which permission octets give which is configuration.
 */
public final class Role {
    /** Ambulance. */
    public static final int AMBULANCE = 0x80;

    /** Fire engine. */
    public static final int FIRE = 0x40;

    /** Police car. */
    public static final int POLICE = 0x20;

    /** Rescue vehicle. */
    public static final int RESCUE = 0x10;

    /** Public transport: priority, never preemption. */
    public static final int TRANSIT = 0x08;

    /** Roles that may preempt. */
    public static final int EMERGENCY = AMBULANCE | FIRE | POLICE | RESCUE;

    private Role() {}
}
