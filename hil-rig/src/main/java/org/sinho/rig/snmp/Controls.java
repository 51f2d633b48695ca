package org.sinho.rig.snmp;

import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.VirtualController;
import org.snmp4j.smi.OID;

/** Binds a system control object to its identifier. */
final class Controls {
    private Controls() {}

    static void define(
            Mib mib, VirtualController controller, OID oid, ControlObject object, int index) {
        mib.control(
                oid,
                () -> controller.get(object, index),
                value -> value >= 0 && value <= object.highest(),
                value -> controller.set(object, index, value));
    }
}
