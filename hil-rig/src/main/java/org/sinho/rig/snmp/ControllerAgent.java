package org.sinho.rig.snmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.link.FaultyLink;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;

/**
 * SNMPv1, v2c and, with a user, v3 agent of one controller, on its own UDP port, with the status
 * push.
 *
 * <p>A plain command responder over one sorted map of instances: the tables never change shape, so
 * GETNEXT is the next key, and a request runs under the controller's lock, so that a SET of several
 * objects is one. A SET is answered at once, read back at once, and in force at the next step.
 */
public final class ControllerAgent implements AutoCloseable {
    /** Vendor object that switches the status push: 0 off, any other value on. */
    static final OID PUSH_ENABLE = new OID("1.3.6.1.4.1.1206.3.5.2.9.44.1.0");

    private static final int PUSH_ENABLE_HIGHEST = 255;

    private final VirtualController controller;
    private final RequestResponder responder;
    private final StatusPush push;
    private final byte[] readCommunity;
    private final byte[] writeCommunity;
    private final Snmp snmp;
    private final AgentNetwork network;
    private final boolean ownsNetwork;
    private final V3Security v3;
    private final AtomicLong refusedLevelCount = new AtomicLong();
    private final int port;
    private final AtomicLong requestCount = new AtomicLong();
    private final AtomicLong refusedCommunityCount = new AtomicLong();
    private volatile boolean silent;

    /**
     * Opens the sockets and starts to answer, on a thread of its own.
     *
     * @param controller whose objects are served
     * @param config addresses and communities
     * @throws IOException if a socket cannot be opened
     */
    public ControllerAgent(VirtualController controller, AgentConfig config) throws IOException {
        this(controller, config, new AgentNetwork(), true);
    }

    /**
     * Opens the sockets and starts to answer, on the thread of all agents.
     *
     * @param controller whose objects are served
     * @param config addresses and communities
     * @param network who listens; it stays open when this agent is closed
     * @throws IOException if a socket cannot be opened
     */
    public ControllerAgent(VirtualController controller, AgentConfig config, AgentNetwork network)
            throws IOException {
        this(controller, config, network, false);
    }

    private ControllerAgent(
            VirtualController controller,
            AgentConfig config,
            AgentNetwork network,
            boolean ownsNetwork)
            throws IOException {
        this.controller = controller;
        this.network = network;
        this.ownsNetwork = ownsNetwork;
        readCommunity = config.readCommunity().getBytes(StandardCharsets.UTF_8);
        writeCommunity = config.writeCommunity().getBytes(StandardCharsets.UTF_8);
        push = new StatusPush(config.pushTo(), config.pushFromStart(), config.push());
        Mib mib = mib(controller, push);
        responder = new RequestResponder(mib, controller, config.commissioning());
        ChannelTransport transport = network.open(config.listen());
        port = transport.getListenAddress().getPort();
        v3 = config.v3() == null ? null : new V3Security(config.v3(), port);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        if (v3 != null) {
            dispatcher.addMessageProcessingModel(v3.model());
            dispatcher.addCounterListener(v3::count);
        }
        snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(new Responder());
        snmp.listen();
    }

    private static Mib mib(VirtualController controller, StatusPush push) {
        Mib mib = new Mib();
        PhaseObjects.define(mib, controller);
        DetectorObjects.define(mib, controller);
        UnitObjects.define(mib, controller);
        PreemptObjects.define(mib, controller);
        OverlapObjects.define(mib, controller);
        CoordObjects.define(mib, controller);
        mib.control(
                PUSH_ENABLE,
                push::mode,
                value -> value >= 0 && value <= PUSH_ENABLE_HIGHEST,
                push::mode);
        return mib;
    }

    /** {@return the UDP port on which requests are answered, 1 to 65535} */
    public int port() {
        return port;
    }

    /**
     * Sets who sees every SET; nobody until then.
     *
     * @param observer called on the agent's thread
     */
    public void setObserver(SetObserver observer) {
        synchronized (controller) {
            responder.observer(observer);
        }
    }

    /**
     * Pulls or plugs the network cable: while silent, requests and the push are dropped.
     *
     * @param pulled whether the cable is out
     */
    public void setSilent(boolean pulled) {
        silent = pulled;
    }

    /**
     * Advances the controller by one step and pushes its status if the push is on.
     *
     * @param timeMs simulated time, see {@link VirtualController#advance}
     * @throws IOException if the push cannot be sent
     */
    public void advance(long timeMs) throws IOException {
        controller.advance(timeMs);
        if (!silent) {
            push.send(controller);
        }
    }

    /** {@return status datagrams sent so far} */
    public long pushCount() {
        return push.sent();
    }

    /** {@return the link that the status passes, for its counts; the stepping thread's} */
    public FaultyLink pushLink() {
        return push.link();
    }

    /** {@return requests answered so far, with whatever result} */
    public long requestCount() {
        return requestCount.get();
    }

    /** {@return requests dropped so far because their community is unknown} */
    public long refusedCommunityCount() {
        return refusedCommunityCount.get();
    }

    /** {@return SNMPv3 requests refused so far: unknown user, wrong key, wrong level} */
    public long refusedUserCount() {
        return v3 == null ? 0 : v3.refusedCount() + refusedLevelCount.get();
    }

    @Override
    public void close() throws IOException {
        try (push) {
            snmp.close();
        }
        if (ownsNetwork) {
            network.close();
        }
    }

    /** Listener of the dispatcher; runs on the transport's thread. */
    private final class Responder implements CommandResponder {
        @Override
        public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
            if (silent || event.getPDU() == null) {
                return;
            }
            boolean authenticated = event.getSecurityModel() == SecurityModel.SECURITY_MODEL_USM;
            if (authenticated && event.getSecurityLevel() != SecurityLevel.AUTH_PRIV) {
                refusedLevelCount.incrementAndGet();
                return;
            }
            boolean mayWrite =
                    authenticated || Arrays.equals(event.getSecurityName(), writeCommunity);
            if (!mayWrite && !Arrays.equals(event.getSecurityName(), readCommunity)) {
                refusedCommunityCount.incrementAndGet(); // Silence, as the standard asks for.
                return;
            }
            boolean version1 = event.getMessageProcessingModel() == SnmpConstants.version1;
            PDU answer =
                    responder.answer(
                            event.getPDU(), version1, mayWrite, event.getMaxSizeResponsePDU());
            if (answer == null) {
                return;
            }
            event.setProcessed(true);
            requestCount.incrementAndGet();
            respond(event, answer);
        }

        private <A extends Address> void respond(CommandResponderEvent<A> event, PDU answer) {
            try {
                event.getMessageDispatcher()
                        .returnResponsePdu(
                                event.getMessageProcessingModel(),
                                event.getSecurityModel(),
                                event.getSecurityName(),
                                event.getSecurityLevel(),
                                answer,
                                event.getMaxSizeResponsePDU(),
                                event.getStateReference(),
                                new StatusInformation());
            } catch (MessageException e) {
                // The manager is gone or the link is down: it will ask again.
            }
        }
    }
}
