package org.sinho.rig.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;

/** An independent manager over a real socket: what any traffic center would do. */
class NetSnmpTest {
    private static final String GREENS = "1.4.1.4.1";
    private static final String HOLD = "1.5.1.4.1";
    private static final String FORCE_OFF = "1.5.1.5.1";
    private static final String VEHICLE_CALL = "1.5.1.6.1";
    private static final String CONTROL_STATUS = "3.5.0";
    private static final String PREEMPT_1 = "6.3.1.2.1";
    private static final String PREEMPT_1_STATE = "6.2.1.16.1";
    private static final String MAIN_STREET = "main street";

    private final List<String> sets = new ArrayList<>();
    private ControllerAgent agent;
    private NetSnmp manager;
    private long timeMs = 1_790_000_000_000L;

    @BeforeEach
    void open() throws IOException {
        boolean installed = NetSnmp.installed();
        if (!installed) {
            System.out.println("SKIPPED: net-snmp tools (Debian package snmp) not installed");
        }
        assumeTrue(installed, "net-snmp tools not installed");
        VirtualController controller =
                new VirtualController(
                        ControllerDatabase.read(
                                Path.of(
                                        System.getProperty("sinho.home"),
                                        "hil-rig/src/test/resources/scenario-controller.yaml")));
        agent =
                new ControllerAgent(
                        controller,
                        new AgentConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                "operator",
                                "center",
                                null,
                                false,
                                false));
        agent.setObserver((t, oid, value, ok) -> sets.add(oid + "=" + value + " " + ok));
        manager = new NetSnmp(agent.port());
        advance(3000);
    }

    @AfterEach
    void close() throws IOException {
        if (agent != null) {
            agent.close();
        }
    }

    private void advance(int steps) throws IOException {
        for (int i = 0; i < steps; i++) {
            timeMs += 100;
            agent.advance(timeMs);
        }
    }

    @Test
    void shouldReadRestingMainStreet() {
        assertThat(manager.get(GREENS)).as(MAIN_STREET).isEqualTo(phases(2, 6));
        assertThat(manager.get("1.4.1.2.1")).as("reds").isEqualTo(phases(1, 3, 4, 5, 7, 8));
        assertThat(manager.get("1.2.1.8.2")).as("phaseYellowChange of 2").isEqualTo(33);
        assertThat(manager.get("3.3.0")).as("unitBackupTime").isEqualTo(10);
    }

    @Test
    void shouldServePhaseWhenItsCallIsSet() throws IOException {
        manager.set(VEHICLE_CALL, phases(4));
        assertThat(manager.get("1.4.1.8.1")).as("not before the step").isZero();
        advance(70);
        assertThat(manager.get(GREENS)).isEqualTo(phases(4, 8));
    }

    @Test
    void shouldEnterDwellAndExitWhenPreemptIsSetAndReleased() throws IOException {
        assertThat(manager.get(PREEMPT_1_STATE)).isEqualTo(2);
        manager.set(PREEMPT_1, 1);
        advance(1);
        assertThat(manager.get(PREEMPT_1_STATE)).as("entryStarted").isEqualTo(4);
        advance(70);
        assertThat(manager.get(PREEMPT_1_STATE)).as("dwell").isEqualTo(6);
        assertThat(manager.get(GREENS)).isEqualTo(phases(2, 5));
        manager.set(PREEMPT_1, 0);
        advance(50);
        assertThat(manager.get(PREEMPT_1_STATE)).as("exitStarted").isEqualTo(8);
        advance(100);
        assertThat(manager.get(PREEMPT_1_STATE)).as("notActive").isEqualTo(2);
        assertThat(manager.get(GREENS)).isEqualTo(phases(4, 8));
    }

    @Test
    void shouldKeepHeldGreenAndClearForceOffBitWhenGreenEnds() throws IOException {
        manager.set(HOLD, phases(2, 6));
        manager.set(VEHICLE_CALL, phases(4));
        advance(90);
        assertThat(manager.get(GREENS)).as("held").isEqualTo(phases(2, 6));
        manager.set(HOLD, 0);
        manager.set(FORCE_OFF, phases(2, 6));
        assertThat(manager.get(FORCE_OFF)).as("read back").isEqualTo(phases(2, 6));
        advance(2);
        assertThat(manager.get(GREENS)).isZero();
        assertThat(manager.get(FORCE_OFF)).as("cleared by the controller").isZero();
    }

    @Test
    void shouldFreeItselfWhenManagerFallsSilent() throws IOException {
        manager.set(HOLD, phases(2, 6));
        manager.set(PREEMPT_1, 1);
        advance(90);
        assertThat(manager.get(CONTROL_STATUS)).isNotEqualTo(4);
        advance(20);
        assertThat(manager.get(CONTROL_STATUS)).as("backupMode").isEqualTo(4);
        assertThat(manager.get(HOLD)).isZero();
        assertThat(manager.get(PREEMPT_1)).isZero();
        manager.set(HOLD, 0);
        advance(1);
        assertThat(manager.get(CONTROL_STATUS)).as("left by a new SET").isEqualTo(3);
    }

    @Test
    void shouldStaySilentWhenCommunityIsWrong() {
        NetSnmp.Result result = manager.run("snmpget", "2c", "public", NetSnmp.asc(GREENS));
        assertThat(result.exit()).isNotZero();
        assertThat(result.output()).contains("Timeout");
        assertThat(agent.refusedCommunityCount()).isEqualTo(1);
    }

    @Test
    void shouldRefuseSetWithReadCommunity() {
        assertThat(
                        manager.run("snmpset", "2c", "operator", NetSnmp.asc(PREEMPT_1), "i", "1")
                                .output())
                .contains("noAccess");
        assertThat(
                        manager.run("snmpset", "1", "operator", NetSnmp.asc(PREEMPT_1), "i", "1")
                                .output())
                .contains("noSuchName");
        assertThat(manager.get(PREEMPT_1)).isZero();
    }

    @Test
    void shouldNameTheErrorWhenSetIsWrong() {
        assertThat(set("2c", GREENS, "i", "1")).contains("notWritable");
        assertThat(set("2c", PREEMPT_1, "i", "2")).contains("wrongValue");
        assertThat(set("2c", PREEMPT_1, "s", "on")).contains("wrongType");
        assertThat(set("2c", "1.2.1.8.2", "i", "31")).as("yellow").contains("noAccess");
        assertThat(set("2c", "7.5.1.8.1", "i", "1")).as("omit red clear").contains("wrongValue");
        assertThat(set("2c", "6.3.1.2.9", "i", "1")).as("preempt 9").contains("noCreation");
        assertThat(set("1", PREEMPT_1, "i", "2")).contains("badValue");
        assertThat(sets).noneMatch(line -> line.endsWith("true"));
    }

    @Test
    void shouldSetAllOrNothingWhenOneOfTwoIsWrong() {
        NetSnmp.Result result =
                manager.run(
                        "snmpset",
                        "2c",
                        "center",
                        NetSnmp.asc(HOLD),
                        "i",
                        "2",
                        NetSnmp.asc(PREEMPT_1),
                        "i",
                        "7");
        assertThat(result.output()).contains("wrongValue");
        assertThat(manager.get(HOLD)).isZero();
    }

    @Test
    void shouldTellMissingObjectFromMissingInstance() {
        assertThat(manager.run("snmpget", "2c", "operator", NetSnmp.asc("1.4.1.4.7")).output())
                .contains("No Such Instance");
        assertThat(manager.run("snmpget", "2c", "operator", NetSnmp.asc("99.1.0")).output())
                .contains("No Such Object");
        assertThat(manager.run("snmpget", "1", "operator", NetSnmp.asc("99.1.0")).output())
                .contains("noSuchName");
    }

    @Test
    void shouldWalkWholeTreeWithoutLoopInEveryManner() {
        List<String> byNext1 = walk("snmpwalk", "1");
        List<String> byNext2 = walk("snmpwalk", "2c");
        List<String> byBulk = walk("snmpbulkwalk", "2c");
        assertThat(byNext1).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        assertThat(byNext2).isEqualTo(byNext1);
        assertThat(byBulk).isEqualTo(byNext1);
    }

    @Test
    void shouldFallSilentWhenCableIsPulled() {
        agent.setSilent(true);
        assertThat(manager.run("snmpget", "2c", "operator", NetSnmp.asc(GREENS)).output())
                .contains("Timeout");
        agent.setSilent(false);
        assertThat(manager.get(GREENS)).isEqualTo(phases(2, 6));
    }

    private String set(String version, String suffix, String type, String value) {
        return manager.run("snmpset", version, "center", NetSnmp.asc(suffix), type, value).output();
    }

    private List<String> walk(String tool, String version) {
        NetSnmp.Result result = manager.run(tool, version, "operator", ".1.3.6.1");
        assertThat(result.output()).doesNotContain("not increasing").doesNotContain("Timeout");
        return result.output()
                .lines()
                .filter(line -> line.startsWith(".1.") && !line.contains("No more variables"))
                .map(line -> line.split(" ")[0])
                .toList();
    }

    private static int phases(int... numbers) {
        int mask = 0;
        for (int number : numbers) {
            mask |= 1 << (number - 1);
        }
        return mask;
    }
}
