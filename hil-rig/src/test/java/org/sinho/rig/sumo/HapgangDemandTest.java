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
        for (DemandWriter.Trip trip : draw(1)) {
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
