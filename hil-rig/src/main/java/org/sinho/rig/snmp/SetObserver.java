package org.sinho.rig.snmp;

/** Sees every SET of a single object, accepted or not. */
@FunctionalInterface
public interface SetObserver {
    /**
     * Takes one SET, on the agent's thread, before the answer leaves.
     *
     * @param timeMs simulated time of the controller's last step, milliseconds since the Unix epoch
     * @param oid dotted object identifier with instance
     * @param value the value asked for, as text
     * @param accepted whether the whole request was accepted
     */
    void onSet(long timeMs, String oid, String value, boolean accepted);
}
