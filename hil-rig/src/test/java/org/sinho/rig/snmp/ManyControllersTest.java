package org.sinho.rig.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.monitor.ConflictMonitor;
import org.sinho.rig.monitor.MonitorCard;

/** Five hundred cabinets in one process: each on its port, all on one thread. */
class ManyControllersTest {
    private static final int COUNT = 500;
    private static final long START_MS = 1_790_000_000_000L;
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home"), "cities/junction/controllers");

    private final List<VirtualController> controllers = new ArrayList<>();
    private final List<ControllerAgent> agents = new ArrayList<>();
    private final List<ConflictMonitor> monitors = new ArrayList<>();
    private AgentNetwork network;
    private DatagramSocket center;

    private void open(int count) throws IOException {
        ControllerDatabase db = ControllerDatabase.read(CITY.resolve("controller-1.yaml"));
        MonitorCard card = MonitorCard.read(CITY.resolve("monitor-1.yaml"));
        network = new AgentNetwork();
        center = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        InetSocketAddress pushTo = (InetSocketAddress) center.getLocalSocketAddress();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        V3User user = new V3User("sinho", "a long way to walk", "nobody else's business");
        for (int i = 0; i < count; i++) {
            VirtualController controller = new VirtualController(db);
            AgentConfig config =
                    new AgentConfig(any, "operator", "center", pushTo, true, false).with(user);
            controllers.add(controller);
            agents.add(new ControllerAgent(controller, config, network));
            monitors.add(new ConflictMonitor(card, 0));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (ControllerAgent agent : agents) {
            agent.close();
        }
        if (network != null) {
            center.close();
            network.close();
        }
    }

    /** One run of all controllers with random loops and commands; returns a hash of all lamps. */
    private long run(int steps, long seed) throws IOException {
        Random random = new Random(seed);
        long hash = 17;
        long spentNs = 0;
        for (int step = 0; step < steps; step++) {
            for (VirtualController controller : controllers) {
                if (random.nextInt(10) == 0) {
                    controller.vehicleDetector(1 + random.nextInt(8), random.nextInt(3) == 0);
                }
                if (random.nextInt(50) == 0) {
                    controller.set(ControlObject.PATTERN, 1, random.nextInt(4));
                }
                if (random.nextInt(3000) == 0) {
                    controller.set(ControlObject.PREEMPT, 1 + random.nextInt(4), 1);
                }
            }
            long fromNs = System.nanoTime();
            for (ControllerAgent agent : agents) {
                agent.advance(START_MS + step * 100L);
            }
            spentNs += System.nanoTime() - fromNs;
            for (int i = 0; i < controllers.size(); i++) {
                LampState lamps = controllers.get(i).lamps();
                monitors.get(i)
                        .sample(
                                START_MS + step * 100L,
                                lamps.reds(),
                                lamps.yellows(),
                                lamps.greens(),
                                lamps.walks(),
                                lamps.pedestrianClears(),
                                lamps.dontWalks(),
                                lamps.flash());
                hash = hash * 31 + lamps.hashCode();
            }
        }
        System.out.println(
                controllers.size()
                        + " controllers: "
                        + spentNs / steps / 1000
                        + " us a step of 100 ms");
        return hash;
    }

    @Test
    void shouldKeepEveryRuleAndAnswerOnEveryPort() throws IOException {
        assumeTrue(NetSnmp.installed(), "net-snmp tools not installed");
        int threadsBefore = Thread.activeCount();
        long fromNs = System.nanoTime();
        open(COUNT);
        System.out.println(
                COUNT + " agents open in " + (System.nanoTime() - fromNs) / 1_000_000 + " ms");
        assertThat(Thread.activeCount() - threadsBefore).as("threads").isLessThanOrEqualTo(1);
        run(1200, 1);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println("heap " + (runtime.totalMemory() - runtime.freeMemory() >> 20) + " MiB");
        for (ConflictMonitor monitor : monitors) {
            assertThat(monitor.violations()).isEmpty();
        }
        for (int i = 0; i < COUNT; i += 83) {
            NetSnmp manager = new NetSnmp(agents.get(i).port());
            assertThat(manager.get("4.7.1.2.1")).as("patternCycleTime").isEqualTo(120);
            assertThat(manager.get("4.9.1.3.3.2")).as("splitTime").isEqualTo(48);
            assertThat(manager.get("4.9.1.5.3.2")).as("splitCoordPhase").isEqualTo(1);
            int pattern = manager.get("4.10.0");
            assertThat(pattern).isEqualTo(controllers.get(i).coordPatternStatus());
            assertThat(manager.get("4.12.0")).isBetween(0, 130);
        }
    }

    @Test
    void shouldReadOverlapsOfAStageBasedController() throws IOException {
        assumeTrue(NetSnmp.installed(), "net-snmp tools not installed");
        Path file =
                Path.of(
                        System.getProperty("sinho.home"),
                        "hil-rig/src/test/resources/stage-controller.yaml");
        network = new AgentNetwork();
        center = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        VirtualController controller = new VirtualController(ControllerDatabase.read(file));
        agents.add(
                new ControllerAgent(
                        controller,
                        new AgentConfig(any, "operator", "center", null, false, false),
                        network));
        for (int step = 0; step < 300; step++) {
            agents.getFirst().advance(START_MS + step * 100L);
        }
        NetSnmp manager = new NetSnmp(agents.getFirst().port());
        assertThat(manager.get("9.4.1.4.1")).as("greens in stage 1").isEqualTo(0b11);
        assertThat(manager.get("9.4.1.2.1")).as("reds 1 to 8").isEqualTo(0b11111100);
        assertThat(manager.get("9.4.1.2.2")).as("reds 9 to 16").isEqualTo(1);
        assertThat(manager.get("9.2.1.2.9")).as("overlapType").isEqualTo(2);
        assertThat(manager.get("9.2.1.6.3")).as("overlapTrailYellow").isEqualTo(46);
        assertThat(manager.run("snmpget", "2c", "operator", NetSnmp.asc("9.2.1.3.9")).output())
                .as("overlapIncludedPhases")
                .contains("04 02");
    }

    @Test
    void shouldRunTheSameWhenSteppedAgain() throws IOException {
        open(20);
        long first = run(6000, 7);
        close();
        controllers.clear();
        agents.clear();
        monitors.clear();
        open(20);
        assertThat(run(6000, 7)).isEqualTo(first);
    }
}
