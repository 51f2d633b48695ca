package org.sinho.rig.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sinho.rig.city.HapgangCabinets.DEMO_START_MS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.rig.city.HapgangCabinets;
import org.sinho.rig.city.HapgangCabinets.Cabinet;
import org.sinho.rig.controller.PatternTiming;
import org.sinho.rig.controller.PhaseTiming;

/** A manager that shares no code with ours reads coordination of any of a city's controllers. */
class HapgangSnmpTest {
    private static final String PATTERN_TABLE = "4.7";
    private static final String SPLIT_TABLE = "4.9";
    private static final String PATTERN_STATUS = "4.10.0";
    private static final String FREE_STATUS = "4.11.0";
    private static final String CYCLE_STATUS = "4.12.0";
    private static final String SYNC_STATUS = "4.13.0";
    private static final String SYSTEM_PATTERN_CONTROL = "4.14.0";
    private static final String HOLD = "1.5.1.4.1";
    private static final String VEHICLE_CALL = "1.5.1.6.1";
    private static final int FREE = 254;
    private static final int COMMAND_FREE = 3;
    private static final int TRANSITION_FREE = 4;
    private static final int NOT_FREE = 2;

    private final List<Cabinet> cabinets = new ArrayList<>();
    private final List<ControllerAgent> agents = new ArrayList<>();
    private AgentNetwork network;
    private long timeMs = DEMO_START_MS;

    @BeforeEach
    void open() throws IOException {
        boolean installed = NetSnmp.installed();
        if (!installed) {
            System.out.println("SKIPPED: net-snmp tools (Debian package snmp) not installed");
        }
        assumeTrue(installed, "net-snmp tools not installed");
        network = new AgentNetwork();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        for (Cabinet cabinet : HapgangCabinets.all()) {
            cabinets.add(cabinet);
            agents.add(
                    new ControllerAgent(
                            cabinet.controller(),
                            new AgentConfig(any, "operator", "center", null, false, false),
                            network));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (ControllerAgent agent : agents) {
            agent.close();
        }
        if (network != null) {
            network.close();
        }
    }

    private NetSnmp manager(Cabinet cabinet) {
        return new NetSnmp(agents.get(cabinets.indexOf(cabinet)).port());
    }

    private void run(int seconds) throws IOException {
        for (int i = 0; i < seconds * 10; i++, timeMs += 100) {
            for (int k = 0; k < agents.size(); k++) {
                agents.get(k).advance(timeMs);
                cabinets.get(k).watch(timeMs);
            }
        }
    }

    @Test
    void shouldReadPatternAndSplitTablesOfEveryController() {
        assertThat(cabinets).hasSize(13);
        for (Cabinet cabinet : cabinets) {
            List<String> patterns = walk(cabinet, PATTERN_TABLE);
            List<String> splits = walk(cabinet, SPLIT_TABLE);
            assertThat(cabinet.database().coordination().patterns()).hasSize(3);
            for (PatternTiming pattern : cabinet.database().coordination().patterns()) {
                int n = pattern.number();
                assertThat(patterns)
                        .as("pattern %d of %s", n, cabinet)
                        .contains(
                                line(PATTERN_TABLE, "1.2." + n, pattern.cycleS()),
                                line(PATTERN_TABLE, "1.3." + n, pattern.offsetS()),
                                line(PATTERN_TABLE, "1.4." + n, n));
                for (PhaseTiming phase : cabinet.database().phases()) {
                    String row = n + "." + phase.number();
                    boolean coordinated = pattern.coordinatedPhases().contains(phase.number());
                    assertThat(splits)
                            .as("split %s of %s", row, cabinet)
                            .contains(
                                    line(
                                            SPLIT_TABLE,
                                            "1.3." + row,
                                            pattern.split(phase.number()).timeS()),
                                    line(SPLIT_TABLE, "1.5." + row, coordinated ? 1 : 0));
                }
            }
        }
    }

    private List<String> walk(Cabinet cabinet, String table) {
        NetSnmp.Result result =
                manager(cabinet).run("snmpwalk", "2c", "operator", NetSnmp.asc(table));
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output().lines().toList();
    }

    private static String line(String table, String suffix, int value) {
        return NetSnmp.asc(table + "." + suffix) + " " + value;
    }

    /** Commands a pattern every 5 s: after 10 s of silence a controller would decide itself. */
    private void keep(NetSnmp manager, int pattern, int seconds) throws IOException {
        for (int s = 0; s < seconds; s += 5) {
            manager.set(SYSTEM_PATTERN_CONTROL, pattern);
            run(5);
        }
    }

    /** Junction 10 is one ring of stages, junction 12 has an overlap. */
    @ParameterizedTest
    @CsvSource({"10, 2", "12, 8"})
    void shouldFollowSystemPatternControlAfterTheTransition(int number, int sideStreet)
            throws IOException {
        Cabinet cabinet = cabinets.get(number - 1);
        NetSnmp manager = manager(cabinet);
        keep(manager, FREE, 30);
        assertThat(manager.get(PATTERN_STATUS)).isEqualTo(FREE);
        assertThat(manager.get(FREE_STATUS)).isEqualTo(COMMAND_FREE);
        assertThat(manager.get(CYCLE_STATUS)).isZero();
        assertThat(manager.get(SYNC_STATUS)).isZero();

        // The pattern begins with the main street's green: as long as that is kept away it waits.
        manager.set(VEHICLE_CALL, sideStreet);
        keep(manager, FREE, 40);
        manager.set(HOLD, sideStreet);
        manager.set(VEHICLE_CALL, 0);
        keep(manager, 2, 20);
        assertThat(manager.get(FREE_STATUS)).isEqualTo(TRANSITION_FREE);
        assertThat(manager.get(PATTERN_STATUS)).isEqualTo(FREE);

        manager.set(HOLD, 0);
        PatternTiming pattern = cabinet.database().coordination().pattern(2);
        keep(manager, 2, 10 * pattern.cycleS());
        assertThat(manager.get(PATTERN_STATUS)).isEqualTo(2);
        assertThat(manager.get(FREE_STATUS)).isEqualTo(NOT_FREE);
        int leftS = manager.get(CYCLE_STATUS);
        int sinceZeroS = manager.get(SYNC_STATUS);
        assertThat(Math.floorMod(sinceZeroS + leftS - pattern.offsetS(), pattern.cycleS()))
                .as("in step with the clock")
                .isIn(0, 1, pattern.cycleS() - 1);

        keep(manager, FREE, 5);
        assertThat(manager.get(PATTERN_STATUS)).as("given back").isEqualTo(FREE);
        for (Cabinet each : cabinets) {
            assertThat(each.monitor().violations()).isEmpty();
        }
    }
}
