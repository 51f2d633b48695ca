package org.sinho.rig.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** The status push over a real socket, and what only commissioning may set. */
class StatusPushTest {
    private static final OID YELLOW_2 = new OID("1.3.6.1.4.1.1206.4.2.1.1.2.1.8.2");

    private DatagramSocket receiver;
    private Snmp manager;

    @BeforeEach
    void open() throws IOException {
        receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        receiver.setSoTimeout(5000);
        manager = new Snmp(new DefaultUdpTransportMapping());
        manager.listen();
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        manager.close();
    }

    private ControllerAgent agent(boolean pushFromStart, boolean commissioning) throws IOException {
        return new ControllerAgent(
                new VirtualController(
                        ControllerDatabase.read(
                                Path.of(System.getProperty("sinho.home"))
                                        .resolve("cities/junction/controllers/controller-1.yaml"))),
                new AgentConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "r",
                        "w",
                        (InetSocketAddress) receiver.getLocalSocketAddress(),
                        pushFromStart,
                        commissioning));
    }

    @Test
    void shouldPushOneDatagramPerStepOnlyWhileSwitchedOnAndConnected() throws IOException {
        try (ControllerAgent agent = agent(false, false)) {
            agent.advance(100);
            assertThat(agent.pushCount()).isZero();
            assertThat(set(agent, ControllerAgent.PUSH_ENABLE, 2)).isEqualTo(PDU.noError);
            for (int i = 2; i <= 11; i++) {
                agent.advance(i * 100L);
            }
            agent.setSilent(true);
            agent.advance(1200);
            agent.setSilent(false);
            assertThat(set(agent, ControllerAgent.PUSH_ENABLE, 0)).isEqualTo(PDU.noError);
            agent.advance(1300);
            assertThat(agent.pushCount()).isEqualTo(10);
            for (int i = 0; i < 10; i++) {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                receiver.receive(packet);
                assertThat(packet.getLength()).isEqualTo(245);
                assertThat(packet.getData()[0]).isEqualTo((byte) 0xCD);
                assertThat(packet.getData()[235]).as("sequence").isEqualTo((byte) i);
            }
        }
    }

    @Test
    void shouldPushFromStartWhenConfigured() throws IOException {
        try (ControllerAgent agent = agent(true, false)) {
            agent.advance(100);
            assertThat(agent.pushCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseProgrammingUnlessCommissioning() throws IOException {
        try (ControllerAgent agent = agent(false, false)) {
            assertThat(set(agent, YELLOW_2, 35)).isEqualTo(PDU.noAccess);
        }
        try (ControllerAgent agent = agent(false, true)) {
            assertThat(set(agent, YELLOW_2, 29)).isEqualTo(PDU.wrongValue);
            assertThat(set(agent, YELLOW_2, 35)).isEqualTo(PDU.noError);
            assertThat(set(agent, new OID("1.3.6.1.4.1.1206.4.2.1.3.3.0"), 0))
                    .as("unitBackupTime 0")
                    .isEqualTo(PDU.wrongValue);
            assertThat(set(agent, new OID("1.3.6.1.4.1.1206.4.2.1.6.2.1.22.1"), 40))
                    .as("preemptEnterYellowChange below yellow")
                    .isEqualTo(PDU.wrongValue);
        }
    }

    private int set(ControllerAgent agent, OID oid, int value) throws IOException {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(
                        new UdpAddress(InetAddress.getLoopbackAddress(), agent.port()),
                        new OctetString("w"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(5000);
        PDU pdu =
                new PDU(PDU.SET, java.util.List.of(new VariableBinding(oid, new Integer32(value))));
        return manager.send(pdu, target).getResponse().getErrorStatus();
    }
}
