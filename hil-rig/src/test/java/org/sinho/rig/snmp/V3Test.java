package org.sinho.rig.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;

/** SNMPv3 beside the communities: net-snmp with the right user, and with everything else. */
class V3Test {
    private static final String AUTH = "a long way to walk";
    private static final String PRIV = "nobody else's business";
    private static final String BACKUP_TIME = NetSnmp.asc("3.3.0");
    private static final String PATTERN = NetSnmp.asc("4.14.0");

    private ControllerAgent agent;
    private NetSnmp manager;

    @BeforeEach
    void open() throws IOException {
        boolean installed = NetSnmp.installed();
        if (!installed) {
            System.out.println("SKIPPED: net-snmp tools (Debian package snmp) not installed");
        }
        assumeTrue(installed, "net-snmp tools not installed");
        Path home = Path.of(System.getProperty("sinho.home"));
        Path database = home.resolve("cities/junction/controllers/controller-1.yaml");
        agent =
                new ControllerAgent(
                        new VirtualController(ControllerDatabase.read(database)),
                        new AgentConfig(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                        "operator",
                                        "center",
                                        null,
                                        false,
                                        false)
                                .with(new V3User("sinho", AUTH, PRIV)));
        manager = new NetSnmp(agent.port());
    }

    @AfterEach
    void close() throws IOException {
        if (agent != null) {
            agent.close();
        }
    }

    @Test
    void shouldAnswerGetSetAndWalkOfTheUser() {
        assertThat(manager.runV3("snmpget", "sinho", "authPriv", AUTH, PRIV, BACKUP_TIME).value())
                .isEqualTo(10);
        assertThat(
                        manager.runV3("snmpset", "sinho", "authPriv", AUTH, PRIV, PATTERN, "i", "3")
                                .value())
                .isEqualTo(3);
        assertThat(
                        manager.runV3(
                                        "snmpbulkwalk",
                                        "sinho",
                                        "authPriv",
                                        AUTH,
                                        PRIV,
                                        NetSnmp.asc("4"))
                                .output()
                                .lines())
                .hasSizeGreaterThan(100);
        assertThat(agent.refusedUserCount()).isZero();
    }

    @Test
    void shouldAnswerCommunitiesOnTheSamePort() {
        assertThat(manager.get("3.3.0")).isEqualTo(10);
    }

    @Test
    void shouldRefuseAndCountWrongAuthenticationKey() {
        refused("sinho", "authPriv", "another passphrase", PRIV);
    }

    @Test
    void shouldRefuseAndCountWrongPrivacyKey() {
        refused("sinho", "authPriv", AUTH, "another passphrase");
    }

    @Test
    void shouldRefuseAndCountUnknownUser() {
        refused("nobody", "authPriv", AUTH, PRIV);
    }

    @Test
    void shouldRefuseAndCountLevelWithoutPrivacy() {
        refused("sinho", "authNoPriv", AUTH, PRIV);
    }

    @Test
    void shouldRefuseAndCountLevelWithoutAnything() {
        refused("sinho", "noAuthNoPriv", AUTH, PRIV);
    }

    private void refused(String user, String level, String auth, String priv) {
        NetSnmp.Result result = manager.runV3("snmpget", user, level, auth, priv, BACKUP_TIME);
        assertThat(result.exit()).isNotZero();
        assertThat(result.output()).doesNotContain("10\n");
        assertThat(agent.refusedUserCount()).isPositive();
    }

    @Test
    void shouldRefuseShortPassphrase() {
        assertThatThrownBy(() -> new V3User("sinho", "short", PRIV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("authPassphrase of v3 has 5 characters, allowed 8 or more");
    }
}
