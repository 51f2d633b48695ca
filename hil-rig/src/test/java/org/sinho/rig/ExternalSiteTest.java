package org.sinho.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
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
import org.sinho.rig.sumo.LampBits;
import org.sinho.rig.sumo.StopLines;
import org.sinho.rig.sumo.SumoNet;
import org.sinho.rig.sumo.SumoTraffic;

/** The bench with a controller of its own behind an agent, as if it were hardware in a rack. */
class ExternalSiteTest {
    private static final int SECONDS = 180;
    private static final long START_UTC_MS = 1_795_000_000_000L;
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home")).resolve("cities/junction");

    private static final List<String> MOVEMENTS =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "P2", "P4", "P6", "P8");

    @TempDir Path folder;

    private final StringWriter lampRows = new StringWriter();
    private final StringWriter eventRows = new StringWriter();
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
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)),
                StopLines.of(city, SumoNet.read(folder.resolve("city.net.xml"))),
                new PrintWriter(lampRows, true),
                new PrintWriter(eventRows, true));
    }

    @Test
    void shouldActuateDetectorsAndShowTheLampsOfAControllerOnTheBench() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                SumoTraffic traffic = new SumoTraffic(city, 2, SECONDS, folder, false);
                ExternalSite site = site(city, agent.port())) {
            while (traffic.timeMs() < SECONDS * 1_000L) {
                traffic.setLamps(1, site.lamps());
                traffic.step();
                long utcMs = START_UTC_MS + traffic.timeMs();
                site.advance(traffic, utcMs);
                requireLamps(site, controller.lamps());
                agent.advance(utcMs);
                requireActuations(city, traffic, controller);
            }
            assertThat(site.violations()).isEmpty();
            assertThat(site.tripCount()).isZero();
            assertThat(site.measured()).isTrue();
            assertThat(site.faults()).isEmpty();
            assertThat(site.worstWaitSeconds()).containsOnlyKeys(MOVEMENTS);
            assertThat(site.worstWaitSeconds().get("2")).isPositive();
        }
        assertThat(actuated).as("detectors that reached the controller").hasSizeGreaterThan(8);
        assertThat(greens)
                .as("phases that were served, so not only those of rest")
                .hasSizeGreaterThan(4);
        requireLampRows();
        requireEventRows();
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

    /** What a log analysis needs most is there, and pairs up. */
    private void requireEventRows() {
        List<Integer> codes =
                eventRows
                        .toString()
                        .lines()
                        .map(row -> Integer.valueOf(row.split(",")[2]))
                        .toList();
        assertThat(codes).contains(1, 7, 8, 9, 21, 22, 23, 81, 82, 173);
        assertThat(codes.stream().filter(code -> code == 7).count())
                .isEqualTo(codes.stream().filter(code -> code == 8).count());
    }

    @Test
    void shouldWriteARowOfEveryLampWhenItBegins() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, agent.port())) {
            for (int i = 0; i < 200; i++) {
                agent.advance(START_UTC_MS + i * 100L);
            }
            traffic.step();
            site.advance(traffic, START_UTC_MS + 20_000);
            assertThat(lampRows.toString().lines())
                    .hasSize(MOVEMENTS.size())
                    .anyMatch(row -> row.endsWith(",R"))
                    .anyMatch(row -> row.endsWith(",DW"));
            assertThat(site.violations()).as("it was running before").isEmpty();
        }
    }

    @Test
    void shouldTakeTheHeadsAsDarkWhenTheControllerIsSilentForASecond() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, agent.port())) {
            for (int i = 0; i < 200; i++) {
                agent.advance(START_UTC_MS + i * 100L);
            }
            traffic.step();
            site.advance(traffic, START_UTC_MS + 20_000);
            agent.setSilent(true);
            site.advance(traffic, START_UTC_MS + 20_900);
            assertThat(site.lamps().greens()).isNotZero();
            assertThat(site.silent()).isFalse();
            site.advance(traffic, START_UTC_MS + 21_000);
            assertThat(site.lamps()).isEqualTo(LampBits.DARK);
            assertThat(site.silent()).isTrue();
            assertThat(site.faults()).hasSize(1);
            assertThat(lampRows.toString().lines().skip(MOVEMENTS.size()))
                    .hasSize(MOVEMENTS.size())
                    .allMatch(row -> row.endsWith(",DARK"));

            agent.setSilent(false);
            site.advance(traffic, START_UTC_MS + 30_000);
            assertThat(site.lamps().greens()).isEqualTo(controller.lamps().greens());
            assertThat(site.silent()).isFalse();
            assertThat(site.faults()).hasSize(2);
            assertThat(site.violations()).as("nobody has seen what the lamps did").isEmpty();
        }
    }

    @Test
    void shouldNotJudgeByItsLengthWhatWasOnWhileReadingsWereLost() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                SumoTraffic traffic = new SumoTraffic(city, 2, 120, folder, false);
                ExternalSite site = site(city, agent.port())) {
            int lost = 0;
            for (int i = 0; i < 1_000; i++) {
                long utcMs = START_UTC_MS + i * 100L;
                agent.advance(utcMs);
                boolean cut = controller.lamps().yellows() != 0 && i % 25 < 5;
                lost += cut ? 1 : 0;
                agent.setSilent(cut);
                traffic.setLamps(1, site.lamps());
                traffic.step();
                site.advance(traffic, utcMs);
            }
            assertThat(lost).as("readings lost while a lamp was yellow").isGreaterThan(20);
            assertThat(site.faults()).hasSize(1);
            assertThat(site.violations()).isEmpty();
        }
    }

    @Test
    void shouldReportWhatContradictsItselfAsItCame() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        try (BrokenController broken = new BrokenController(0xFD, 0x02, 0x02);
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, broken.port())) {
            traffic.step();
            for (int ms = 0; ms <= 200; ms += 100) {
                site.advance(traffic, START_UTC_MS + ms);
            }
            assertThat(site.violations()).as("read while a lamp changed, perhaps").isEmpty();
            assertThat(site.measured()).isFalse();
            for (int ms = 300; ms <= 1_500; ms += 100) {
                site.advance(traffic, START_UTC_MS + ms);
            }
            assertThat(site.violations()).anyMatch(violation -> violation.contains("S08"));
            assertThat(site.tripCount()).isEqualTo(1);
            assertThat(lampRows.toString()).contains(",phase,2,DUAL");
        }
    }

    @Test
    void shouldReportConflictingGreensOfAControllerOnTheBench() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        try (BrokenController broken = new BrokenController(0xF5, 0x00, 0x0A);
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, broken.port())) {
            traffic.step();
            for (int ms = 0; ms <= 500; ms += 100) {
                site.advance(traffic, START_UTC_MS + ms);
            }
            assertThat(site.violations()).anyMatch(violation -> violation.contains("S01"));
            assertThat(site.tripCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldHaveMeasuredNothingWhenTheControllerNeverAnswered() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, mute.getLocalPort())) {
            traffic.step();
            site.advance(traffic, START_UTC_MS);
            site.advance(traffic, START_UTC_MS + 1_000);
            assertThat(site.measured()).isFalse();
            assertThat(site.silent()).isTrue();
            assertThat(site.lamps()).isEqualTo(LampBits.DARK);
        }
    }

    @Test
    void shouldKeepTheLampsItSawLastWhenTheControllerIsSilent() throws IOException {
        CityFolder city = CityFolder.read(CITY);
        VirtualController controller = controller();
        try (ControllerAgent agent = agent(controller);
                SumoTraffic traffic = new SumoTraffic(city, 2, 10, folder, false);
                ExternalSite site = site(city, agent.port())) {
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
