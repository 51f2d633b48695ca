package org.sinho.rig.snmp;

import org.sinho.rig.link.LinkFaults;

/**
 * How a controller pushes its status.
 *
 * @param form what it sends
 * @param junction J2735 intersection id that a SPaT names
 * @param faults what is wrong with the link and the controller's clock
 * @param seed of the run
 */
public record PushPlan(Form form, int junction, LinkFaults faults, long seed) {
    /** 245 octets over a link without fault. */
    public static final PushPlan PLAIN = new PushPlan(Form.TSCBM, 0, LinkFaults.NONE, 0);

    /** What a controller pushes. */
    public enum Form {
        /** 245 octets of field controllers in service. */
        TSCBM,
        /** J2735 SPaT, a bare MessageFrame. */
        SPAT
    }
}
