package org.sinho.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.SumoTraffic;

/** The bench with a controller of its own behind an agent, as if it were hardware in a rack. */
class ExternalSiteTest {
    private static final int SECONDS = 180;
    private static final long START_UTC_MS = 1_795_000_000_000L;
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home")).resolve("cities/junction");

    @TempDir Path folder;

    private final StringWriter lampRows = new StringWriter();
    private final Set<Integer> actuated = new HashSet<>();
    private final Set<Integer> greens = new HashSet<>();

    private static VirtualController controller() throws IOException {
        return new VirtualController(
                ControllerDatabase.read(CITY.resolve("controllers/controller-1.yaml")));
    }

    private static ControllerAgent agent(VirtualController controller) throws IOException {
        return new ControllerAgent(
                controller,
                new AgentConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "public",
                        "bench",
                        null,
                        false,
                        false));
    }

    private ExternalSite site(CityFolder city, int port) throws IOException {
        return new ExternalSite(
                city.junctions().getFirst(),
                new RigConfig.Controller(
                        1,
                        Optional.empty(),
                        Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
                        "public",
                        "bench",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 9),
                        Optional.empty()),
                new PrintWriter(lampRows, true));
    }

    @Test
    void shouldActuateDetectorsAndShowTheLampsOfAControllerOnTheBench() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                ExternalSite site = site(city, agent.port());
                SumoTraffic traffic = new SumoTraffic(city, 2, SECONDS, folder, false)) {
            while (traffic.timeMs() < SECONDS * 1_000L) {
                traffic.setLamps(1, site.lamps());
                traffic.step();
                long utcMs = START_UTC_MS + traffic.timeMs();
                site.advance(traffic, utcMs);
                requireLamps(site, controller.lamps());
                agent.advance(utcMs);
                requireActuations(city, traffic, controller);
            }
        }
        assertThat(actuated).as("detectors that reached the controller").hasSizeGreaterThan(8);
        assertThat(greens)
                .as("phases that were served, so not only those of rest")
                .hasSizeGreaterThan(4);
        requireLampRows();
    }

    /** Every lamp that the controller shows is read in the same step. */
    private void requireLamps(ExternalSite site, LampState shown) {
        assertThat(site.lamps().greens()).isEqualTo(shown.greens());
        assertThat(site.lamps().yellows()).isEqualTo(shown.yellows());
        assertThat(site.lamps().walks()).isEqualTo(shown.walks());
        assertThat(site.lamps().pedClears()).isEqualTo(shown.pedestrianClears());
        for (int phase = 1; phase <= 8; phase++) {
            if ((shown.greens() >> (phase - 1) & 1) != 0) {
                greens.add(phase);
            }
        }
    }

    private void requireActuations(
            CityFolder city, SumoTraffic traffic, VirtualController controller) {
        for (CityFolder.Detector detector : city.junctions().getFirst().detectors()) {
            boolean occupied = traffic.occupied(1, detector.number());
            assertThat(controller.detectorActive(detector.number()))
                    .as("detector %d at %d ms", detector.number(), traffic.timeMs())
                    .isEqualTo(occupied);
            if (occupied) {
                actuated.add(detector.number());
            }
        }
    }

    private void requireLampRows() {
        List<String[]> rows = lampRows.toString().lines().map(row -> row.split(",")).toList();
        assertThat(rows.getFirst()[4]).as("it starts in flash").isEqualTo("FR");
        assertThat(rows.stream().map(row -> row[4]).distinct())
                .contains("G", "Y", "R", "W", "FDW", "DW");
        assertThat(rows).allMatch(row -> row.length == 5 && row[1].equals("1"));
        assertThat(rows.stream().map(row -> row[2]).distinct())
                .containsExactlyInAnyOrder("phase", "ped");
        String[] last = new String[17];
        for (String[] row : rows) {
            if (row[2].equals("phase")) {
                int phase = Integer.parseInt(row[3]);
                assertThat(row[4]).as("a row is a change").isNotEqualTo(last[phase]);
                if (row[4].equals("R")) {
                    assertThat(last[phase]).as("no green ends without yellow").isNotEqualTo("G");
                }
                last[phase] = row[4];
            }
        }
    }

    @Test
    void shouldKeepTheLampsItSawLastWhenTheControllerIsSilent() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                ExternalSite site = site(city, agent.port());
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false)) {
            for (int i = 0; i < 200; i++) {
                agent.advance(START_UTC_MS + i * 100L);
            }
            traffic.step();
            site.advance(traffic, START_UTC_MS + 20_000);
            int seen = site.lamps().greens();
            assertThat(seen).isEqualTo(controller.lamps().greens()).isNotZero();
            agent.setSilent(true);
            site.advance(traffic, START_UTC_MS + 20_100);
            assertThat(site.lamps().greens()).isEqualTo(seen);
        }
    }
}
