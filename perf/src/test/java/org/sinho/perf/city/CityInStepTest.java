package org.sinho.perf.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sinho.center.check.SiteLint;
import org.sinho.center.sheet.CoordinationPattern;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.CoordinationTiming;
import org.sinho.rig.controller.OverlapTiming;
import org.sinho.rig.controller.PatternTiming;
import org.sinho.rig.controller.PhaseTiming;
import org.sinho.rig.monitor.MonitorCard;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LaneTable;
import org.sinho.rig.sumo.NetBuild;
import org.sinho.rig.sumo.SumoNet;

/**
 * Sheet, controller database, monitor card and net of every junction of every city say the same.
 * Whatever an engineer changes in one of them must be changed in the others.
 */
class CityInStepTest {
    private static final Path CITIES = Path.of(System.getProperty("sinho.home")).resolve("cities");
    private static final int TURN_KMH = 30;
    private static final int RIGHT_TURN_KMH = 20;
    private static final Map<String, City> BUILT = new HashMap<>();

    @TempDir static Path work;

    private record City(CityFolder folder, SumoNet net, LaneTable lanes) {}

    /** Everything that is said about one junction. */
    record Site(
            String name,
            CityFolder.Junction junction,
            SumoNet net,
            CityFolder city,
            List<LaneTable.Lane> lanes,
            SheetDocument document,
            ControllerDatabase database,
            MonitorCard card) {
        SiteSheet sheet() {
            return document.sheet();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Path> cities() throws IOException {
        try (Stream<Path> folders = Files.list(CITIES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("city.yaml")))
                    .sorted()
                    .toList();
        }
    }

    static List<Site> sites() throws IOException {
        List<Site> sites = new ArrayList<>();
        for (Path folder : cities()) {
            City city = build(folder);
            for (CityFolder.Junction junction : city.folder().junctions()) {
                sites.add(site(folder, city, junction));
            }
        }
        return sites;
    }

    private static City build(Path folder) {
        return BUILT.computeIfAbsent(
                folder.getFileName().toString(),
                name -> {
                    CityFolder city = CityFolder.read(folder);
                    SumoNet net = SumoNet.read(NetBuild.build(city.net(), work.resolve(name)));
                    return new City(city, net, LaneTable.of(city, net));
                });
    }

    private static Site site(Path folder, City city, CityFolder.Junction junction)
            throws IOException {
        int number = junction.number();
        ReadResult read =
                new SiteSheetReader().read(folder.resolve("sites/site-" + number + ".yaml"));
        assertThat(read.problems()).isEmpty();
        Path database = junction.controllers().getFirst();
        return new Site(
                folder.getFileName() + " " + number,
                junction,
                city.net(),
                city.folder(),
                city.lanes().lanes().stream().filter(lane -> lane.junction() == number).toList(),
                read.document().orElseThrow(),
                ControllerDatabase.read(database),
                MonitorCard.read(database.resolveSibling("monitor-" + number + ".yaml")));
    }

    @ParameterizedTest
    @MethodSource("cities")
    void shouldKeepTheLaneTableOfTheBuiltNet(Path folder) throws IOException {
        assertThat(build(folder).lanes().yaml())
                .isEqualTo(Files.readString(folder.resolve("lanes.yaml")));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldPassTheLint(Site site) {
        assertThat(SiteLint.check(site.document())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldPutTheLanesOfTheSheetWhereTheNetHasThem(Site site) {
        double eastM = site.city().frame().xM(site.sheet().longitudeE7() / 1e7);
        double northM = site.city().frame().yM(site.sheet().latitudeE7() / 1e7);
        List<LaneTable.Lane> expected =
                site.lanes().stream()
                        .filter(lane -> lane.kind() != LaneTable.Kind.CROSSWALK)
                        .toList();
        assertThat(site.sheet().lanes())
                .extracting(Lane::number)
                .containsExactlyElementsOf(expected.stream().map(LaneTable.Lane::number).toList());
        for (int i = 0; i < expected.size(); i++) {
            Lane lane = site.sheet().lanes().get(i);
            assertThat(lane.approach()).isEqualTo(expected.get(i).approach());
            assertThat(lane.nodes()).hasSameSizeAs(expected.get(i).nodesM());
            for (int k = 0; k < lane.nodes().size(); k++) {
                double[] node = expected.get(i).nodesM().get(k);
                Lane.Node said = lane.nodes().get(k);
                assertThat(said.eastCm() / 100.0 + eastM).isCloseTo(node[0], within(0.03));
                assertThat(said.northCm() / 100.0 + northM).isCloseTo(node[1], within(0.03));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldConnectLanesByThePhasesThatTheirLinksShow(Site site) {
        for (LaneTable.Lane lane : site.lanes()) {
            if (lane.kind() == LaneTable.Kind.INGRESS) {
                List<String> expected =
                        lane.movements().stream()
                                .map(way -> way.toLane() + " by " + way.phase())
                                .toList();
                assertThat(sheetLane(site, lane.number()).connections())
                        .extracting(to -> to.lane() + " by " + to.phase())
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    private static Lane sheetLane(Site site, int number) {
        return site.sheet().lanes().stream()
                .filter(lane -> lane.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The change interval is long enough for every way that the phase lets go. */
    @ParameterizedTest
    @MethodSource("sites")
    void shouldClearEveryWayOfTheNetWithinTheChangeInterval(Site site) {
        for (SumoNet.Connection connection : ways(site)) {
            int number = site.junction().links().get(connection.linkIndex()).phase();
            if (number == 0) {
                continue; // Goes with a walk, or an overlap.
            }
            VehiclePhase phase = site.sheet().findPhase(number).orElseThrow();
            double speedMps = clearingKmh(site, connection) / 3.6;
            double neededS = 1.0 + speedMps / 10 + (wayM(site, connection) + 5.0) / speedMps - 1.5;
            assertThat((phase.yellowChangeDs() + phase.redClearanceDs()) / 10.0)
                    .as("change of phase %d for %s", number, connection)
                    .isGreaterThanOrEqualTo(neededS - 1e-9);
        }
    }

    private static List<SumoNet.Connection> ways(Site site) {
        return site.net().connections().stream()
                .filter(connection -> connection.tls().equals(site.junction().tls()))
                .filter(connection -> !connection.fromEdge().startsWith(":"))
                .toList();
    }

    private static double clearingKmh(Site site, SumoNet.Connection connection) {
        double lane = site.net().lanes().get(connection.fromLaneId()).speedMps() * 3.6;
        return switch (connection.dir()) {
            case "l", "L", "t" -> Math.min(TURN_KMH, lane);
            case "r", "R" -> Math.min(RIGHT_TURN_KMH, lane);
            default -> Math.round(lane);
        };
    }

    private static double wayM(Site site, SumoNet.Connection connection) {
        double lengthM = 0;
        String via = connection.via();
        while (!via.isEmpty()) {
            lengthM += site.net().lanes().get(via).lengthM();
            List<SumoNet.Connection> next = site.net().connectionsFrom(via);
            via = next.isEmpty() ? "" : next.getFirst().via();
        }
        return lengthM;
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldMeasureCrossingsAsTheNetDoes(Site site) {
        for (LaneTable.Lane lane : site.lanes()) {
            if (lane.kind() == LaneTable.Kind.CROSSWALK) {
                double saidM =
                        site.sheet().findPedestrian(lane.ped()).orElseThrow().crossingLengthCm()
                                / 100.0;
                assertThat(saidM)
                        .as("P" + lane.ped())
                        .isBetween(lane.lengthM(), lane.lengthM() + 2);
            }
        }
    }

    /**
     * SUMO's own table of who must not meet whom is an authority that neither file was made from.
     */
    @ParameterizedTest
    @MethodSource("sites")
    void shouldLetNobodyGoTogetherWhomTheNetKeepsApart(Site site) {
        Map<Integer, List<Integer>> requests = requests(site);
        SumoNet.Junction junction = site.net().junctions().get(site.junction().node());
        for (int a : requests.keySet()) {
            for (int b : requests.keySet()) {
                int first = index(site.junction().links().get(a));
                int second = index(site.junction().links().get(b));
                boolean foes =
                        requests.get(a).stream()
                                .anyMatch(
                                        i ->
                                                requests.get(b).stream()
                                                        .anyMatch(
                                                                k ->
                                                                        junction.foes()
                                                                                .get(i)
                                                                                .get(k)));
                if (first != second && foes) {
                    assertThat(site.sheet().conflicts()[first][second])
                            .as("links %d and %d", a, b)
                            .isNotEqualTo(Conflict.FREE);
                }
            }
        }
    }

    private static int index(CityFolder.Link link) {
        return link.ped() == 0 ? link.phase() - 1 : SiteSheet.PEDESTRIAN_INDEX + link.ped() - 1;
    }

    /** Links of the net's junction with their places in its table of foes. */
    private static Map<Integer, List<Integer>> requests(Site site) {
        List<String> inside = site.net().junctions().get(site.junction().node()).insideLanes();
        Map<Integer, List<Integer>> requests = new HashMap<>();
        for (SumoNet.Connection connection : site.net().connections()) {
            if (!connection.tls().equals(site.junction().tls())) {
                continue;
            }
            List<Integer> found =
                    requests.computeIfAbsent(connection.linkIndex(), i -> new ArrayList<>());
            boolean people = connection.fromEdge().startsWith(":");
            String via = people ? connection.toLaneId() : connection.via();
            while (!via.isEmpty()) {
                if (inside.contains(via)) {
                    found.add(inside.indexOf(via));
                }
                List<SumoNet.Connection> next = site.net().connectionsFrom(via);
                via = people || next.isEmpty() ? "" : next.getFirst().via();
            }
        }
        return requests;
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldProgramTheControllerAsTheSheetSays(Site site) {
        assertThat(site.database().phases())
                .extracting(PhaseTiming::number)
                .containsExactlyElementsOf(
                        site.sheet().phases().stream().map(VehiclePhase::number).toList());
        for (VehiclePhase phase : site.sheet().phases()) {
            PhaseTiming timing = site.database().phase(phase.number());
            assertThat(timing.yellowChangeDs()).isEqualTo(phase.yellowChangeDs());
            assertThat(timing.redClearDs()).isEqualTo(phase.redClearanceDs());
            assertThat(timing.minimumGreenS() * 10).isEqualTo(phase.minimumGreenDs());
            assertThat(timing.ring()).isEqualTo(phase.ring());
            for (VehiclePhase other : site.sheet().phases()) {
                boolean forbidden =
                        site.sheet().conflicts()[phase.number() - 1][other.number() - 1]
                                == Conflict.FORBIDDEN;
                if (other.ring() != phase.ring()) {
                    assertThat(timing.concurrency().contains(other.number())).isEqualTo(!forbidden);
                }
            }
        }
        for (PedestrianPhase walk : site.sheet().pedestrians()) {
            PhaseTiming timing = site.database().phase(walk.parallelPhase());
            assertThat(timing.walkS() * 10).isEqualTo(walk.walkDs());
            assertThat(timing.pedestrianClearS() * 10).isEqualTo(walk.clearanceDs());
            assertThat(timing.pedestrianBufferDs()).isEqualTo(walk.bufferDs());
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldProgramAndWireTheOverlapsOfTheSheet(Site site) {
        assertThat(site.database().overlaps())
                .extracting(OverlapTiming::number)
                .containsExactlyElementsOf(
                        site.sheet().overlaps().stream().map(Overlap::number).toList());
        for (int i = 0; i < site.sheet().overlaps().size(); i++) {
            Overlap overlap = site.sheet().overlaps().get(i);
            OverlapTiming timing = site.database().overlaps().get(i);
            assertThat(timing.includedPhases()).isEqualTo(overlap.includedPhases());
            assertThat(timing.minimumGreenS() * 10).isEqualTo(overlap.minimumGreenDs());
            assertThat(timing.yellowChangeDs()).isEqualTo(overlap.yellowChangeDs());
            assertThat(timing.redClearDs()).isEqualTo(overlap.redClearanceDs());
            int row = SiteSheet.INDEX_COUNT + overlap.number() - 1;
            for (int index = 0; index < SiteSheet.INDEX_COUNT; index++) {
                assertThat((site.card().forbidden()[row] >> index & 1) != 0)
                        .as("card of O%d and index %d", overlap.number(), index)
                        .isEqualTo(overlap.conflicts().get(index) == Conflict.FORBIDDEN);
            }
        }
        List<Integer> wired =
                site.junction().links().stream()
                        .map(CityFolder.Link::overlap)
                        .filter(overlap -> overlap > 0)
                        .toList();
        List<Integer> led =
                site.sheet().lanes().stream()
                        .flatMap(lane -> lane.connections().stream())
                        .map(Lane.Connection::overlap)
                        .filter(overlap -> overlap > 0)
                        .toList();
        assertThat(led).isEqualTo(wired);
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldProgramThePatternsOfTheSheet(Site site) {
        CoordinationTiming coordination = site.database().coordination();
        assertThat(coordination.patterns())
                .extracting(PatternTiming::number)
                .containsExactlyElementsOf(site.sheet().patterns());
        for (CoordinationPattern pattern : site.document().patterns()) {
            PatternTiming timing = coordination.pattern(pattern.number());
            assertThat(timing.cycleS()).isEqualTo(pattern.cycleS());
            assertThat(timing.offsetS()).isEqualTo(pattern.offsetS());
            Map<Integer, Integer> splitsS = new HashMap<>();
            timing.splits().forEach(split -> splitsS.put(split.phase(), split.timeS()));
            assertThat(splitsS).isEqualTo(pattern.splitsS());
        }
        assertThat(coordination.backupPattern()).isEqualTo(site.document().localPattern());
    }

    @ParameterizedTest
    @MethodSource("sites")
    void shouldProgramTheMonitorAsTheSheetSays(Site site) {
        SiteSheet sheet = site.sheet();
        List<Integer> indices = new ArrayList<>();
        sheet.phases().forEach(phase -> indices.add(phase.number() - 1));
        sheet.pedestrians()
                .forEach(walk -> indices.add(SiteSheet.PEDESTRIAN_INDEX + walk.number() - 1));
        for (int a : indices) {
            for (int b : indices) {
                boolean forbidden = (site.card().forbidden()[a] >> b & 1) != 0;
                assertThat(forbidden)
                        .as("card of %d and %d", a, b)
                        .isEqualTo(sheet.conflicts()[a][b] == Conflict.FORBIDDEN);
                assertThat(site.card().intergreenDs()[a][b])
                        .as("intergreen of %d and %d", a, b)
                        .isEqualTo(sheet.intergreenDs()[a][b]);
            }
        }
    }
}
