package org.sinho.rig.snmp;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Where an agent listens and whom it obeys.
 *
 * @param listen address and UDP port of the agent; port 0 = any free one
 * @param readCommunity community that may GET, not empty
 * @param writeCommunity community that may GET and SET, not empty
 * @param pushTo where the status push goes, or null for no push at all
 * @param pushFromStart whether the push is on without a SET of the vendor object
 * @param commissioning whether programming (timings, backup time, preempt table) may be SET
 * @param push how the status push looks and travels
 * @param v3 user of SNMPv3 beside the communities, or null for none
 */
public record AgentConfig(
        InetSocketAddress listen,
        String readCommunity,
        String writeCommunity,
        InetSocketAddress pushTo,
        boolean pushFromStart,
        boolean commissioning,
        PushPlan push,
        V3User v3) {
    /**
     * An agent with the plain push and without SNMPv3.
     *
     * @param listen see above
     * @param readCommunity see above
     * @param writeCommunity see above
     * @param pushTo see above
     * @param pushFromStart see above
     * @param commissioning see above
     */
    public AgentConfig(
            InetSocketAddress listen,
            String readCommunity,
            String writeCommunity,
            InetSocketAddress pushTo,
            boolean pushFromStart,
            boolean commissioning) {
        this(
                listen,
                readCommunity,
                writeCommunity,
                pushTo,
                pushFromStart,
                commissioning,
                PushPlan.PLAIN,
                null);
    }

    /**
     * The same agent with another push.
     *
     * @param other how the status push looks and travels
     * @return a copy
     */
    public AgentConfig with(PushPlan other) {
        return new AgentConfig(
                listen,
                readCommunity,
                writeCommunity,
                pushTo,
                pushFromStart,
                commissioning,
                other,
                v3);
    }

    /**
     * The same agent with a user of SNMPv3.
     *
     * @param user the user
     * @return a copy
     */
    public AgentConfig with(V3User user) {
        return new AgentConfig(
                listen,
                readCommunity,
                writeCommunity,
                pushTo,
                pushFromStart,
                commissioning,
                push,
                user);
    }

    /** Refuses missing addresses and empty communities. */
    public AgentConfig {
        Objects.requireNonNull(listen, "listen is missing, allowed an address and a port");
        if (readCommunity.isEmpty() || writeCommunity.isEmpty()) {
            throw new IllegalArgumentException(
                    "community of the agent is empty, allowed one character or more");
        }
    }
}
