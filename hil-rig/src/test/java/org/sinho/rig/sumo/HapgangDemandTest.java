package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HapgangDemandTest {
    private static final int HOUR = 3600;

    @TempDir static Path work;

    private static CityFolder city;
    private static SumoNet net;

    @BeforeAll
    static void build() {
        city = CityFolder.read(Path.of(System.getProperty("sinho.home")).resolve("cities/hapgang"));
        net = SumoNet.read(SumoProcess.buildNet(city, work));
    }

    private static List<DemandWriter.Trip> draw(long seed) {
        return DemandWriter.draw(city.demand(), seed, HOUR, true, new RoutePlanner(net));
    }

    @Test
    void shouldDrawTwentyEmergencyTripsAnHourWhateverTheSeed() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(draw(seed).stream().filter(DemandWriter.Trip::emergency))
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void shouldSendUnitsAllOverTheNet() {
        Set<String> ends = new HashSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            draw(seed).stream()
                    .filter(DemandWriter.Trip::emergency)
                    .forEach(trip -> ends.add(trip.edges().getLast()));
        }
        assertThat(ends).hasSizeGreaterThan(60);
    }

    @Test
    void shouldFindALaneForEveryTurnOfAnEmergencyTrip() {
        LaneTable lanes = LaneTable.of(city, net);
        for (DemandWriter.Trip trip : draw(1)) {
            for (int i = 1; trip.emergency() && i < trip.edges().size(); i++) {
                String from = trip.edges().get(i - 1);
                String to = trip.edges().get(i);
                city.junctions().stream()
                        .filter(
                                j ->
                                        j.approaches().stream()
                                                .anyMatch(a -> a.ingress().equals(from)))
                        .forEach(
                                junction ->
                                        assertThat(lanes.ingress(junction.number(), from, to))
                                                .as("%s into %s", from, to)
                                                .isPositive());
            }
        }
    }

    @Test
    void shouldDrawTheSameDayWhenTheSeedIsTheSame() {
        assertThat(draw(3)).isEqualTo(draw(3));
    }

    @Test
    void shouldKeepOwnedCarsOutOfTheBlocks() {
        for (DemandWriter.Trip trip : lawful(1)) {
            boolean owned =
                    trip.xml().contains("type=\"car\"") || trip.xml().contains("type=\"truck\"");
            boolean enters = trip.edges().stream().anyMatch(HapgangDemandTest::passage);
            assertThat(owned && enters).as(trip.xml()).isFalse();
        }
        assertThat(draw(1))
                .anyMatch(
                        trip ->
                                trip.xml().contains("type=\"delivery\"")
                                        && trip.edges().stream()
                                                .anyMatch(HapgangDemandTest::passage));
    }

    private static List<DemandWriter.Trip> lawful(long seed) {
        return draw(seed).stream().filter(trip -> !violator(trip)).toList();
    }

    private static boolean violator(DemandWriter.Trip trip) {
        return trip.id().startsWith(Violators.PREFIX);
    }

    @Test
    void shouldSendEachViolatorThroughExactlyOneGateFromARoadForCars() {
        List<String> gates = city.demand().zone().gates();
        List<DemandWriter.Trip> violators =
                draw(1).stream().filter(HapgangDemandTest::violator).toList();
        assertThat(violators).hasSize(8);
        for (DemandWriter.Trip trip : violators) {
            assertThat(trip.edges().stream().filter(gates::contains)).as(trip.id()).hasSize(1);
            assertThat(passage(trip.edges().getFirst())).isFalse();
            assertThat(passage(trip.edges().getLast())).isTrue();
            assertThat(trip.xml()).contains("type=\"violator\"");
        }
    }

    @Test
    void shouldLeaveEverybodyElseAsDrawnWhateverTheViolatorsDo() {
        CityDemand demand = city.demand();
        CityDemand without =
                new CityDemand(
                        demand.profile(),
                        demand.routes(),
                        demand.flows(),
                        demand.buses(),
                        demand.walks(),
                        demand.emergency(),
                        new CityDemand.Zone(0, demand.zone().gates(), List.of()));
        assertThat(DemandWriter.draw(without, 5, HOUR, true, new RoutePlanner(net)))
                .isEqualTo(lawful(5));
    }

    /** A way into the blocks without a reader would let anybody in unseen. */
    @Test
    void shouldHaveAGateAtEveryWayIntoTheBlocks() {
        List<String> gates = city.demand().zone().gates();
        Set<String> entries = new HashSet<>();
        for (SumoNet.Connection connection : net.connections()) {
            boolean wheels =
                    net.lanes().containsKey(connection.toLaneId())
                            && net.lanes().get(connection.toLaneId()).allows("delivery");
            if (wheels
                    && !connection.fromEdge().startsWith(":")
                    && !passage(connection.fromEdge())
                    && passage(connection.toEdge())) {
                entries.add(connection.toEdge());
            }
        }
        assertThat(gates).hasSize(12).containsExactlyInAnyOrderElementsOf(entries);
    }

    private static boolean passage(String edge) {
        return net.edges().get(edge).kind().equals("passage");
    }

    @Test
    void shouldHaveTwoPeaks() {
        int[] departures = new int[12];
        for (long seed = 1; seed <= 5; seed++) {
            for (DemandWriter.Trip trip : draw(seed)) {
                departures[(int) (trip.departSeconds() / HOUR * 11.999)]++;
            }
        }
        assertThat(departures[3]).isGreaterThan(departures[6]).isGreaterThan(departures[0]);
        assertThat(departures[8]).isGreaterThan(departures[6]).isGreaterThan(departures[11]);
    }
}
