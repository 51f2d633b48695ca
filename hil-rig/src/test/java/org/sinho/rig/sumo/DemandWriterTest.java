package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemandWriterTest {
    private static final int SECONDS = 1800;

    private final CityDemand demand = JunctionCity.read().demand();

    @Test
    void shouldDrawTheSameTripsWhenTheSeedIsTheSame() {
        assertThat(draw(7, true)).isEqualTo(draw(7, true));
        assertThat(draw(8, true)).isNotEqualTo(draw(7, true));
    }

    /** Seeds in a regular distance once gave one stream of numbers, a few places apart. */
    @Test
    void shouldDrawOtherRoutesWhenSeedsAreNeighbours() {
        for (int distance = 1; distance <= 6; distance++) {
            List<List<String>> routes = emergencyRoutes(1 + distance);
            assertThat(emergencyRoutes(1)).doesNotContainSequence(routes.subList(2, 9));
        }
    }

    private List<List<String>> emergencyRoutes(long seed) {
        return emergencyTrips(seed).stream().map(DemandWriter.Trip::edges).toList();
    }

    @Test
    void shouldLeaveOtherTripsAsTheyAreWhenEmergencyTripsAreOff() {
        List<DemandWriter.Trip> others =
                draw(7, true).stream().filter(trip -> !trip.emergency()).toList();
        assertThat(draw(7, false)).isEqualTo(others);
    }

    @Test
    void shouldSpreadEmergencyTripsEvenlyOverTheRun() {
        List<DemandWriter.Trip> trips = emergencyTrips(3);
        assertThat(trips).hasSize(24);
        double share = (SECONDS - 60 - 150) / 24.0;
        for (int i = 0; i < trips.size(); i++) {
            assertThat(trips.get(i).departSeconds())
                    .isBetween(60 + share * i - 0.1, 60 + share * (i + 1) + 0.1);
        }
    }

    @Test
    void shouldDrawEmergencyTripsOverAllMovementsAndTypes() {
        List<List<String>> routes = new java.util.ArrayList<>();
        StringBuilder xml = new StringBuilder();
        for (long seed = 0; seed < 10; seed++) {
            emergencyTrips(seed).forEach(trip -> routes.add(trip.edges()));
            emergencyTrips(seed).forEach(trip -> xml.append(trip.xml()));
        }
        assertThat(routes.stream().distinct()).hasSize(12);
        assertThat(xml).contains("ambulance", "fire", "police", "speedFactor=\"1.200\"");
    }

    @Test
    void shouldMeetTheRatesWhenManyRunsAreDrawn() {
        double total = 0;
        for (long seed = 0; seed < 20; seed++) {
            total += draw(seed, false).stream().filter(t -> t.id().startsWith("we.")).count();
        }
        double expected = 435 * 0.5 * (0.85 + 1.1) / 2; // half an hour of a triangular profile
        assertThat(total / 20).isCloseTo(expected, within(15.0));
    }

    @Test
    void shouldSortTripsByDepartureAsSumoDemands() {
        assertThat(draw(1, true).stream().map(DemandWriter.Trip::departSeconds).toList())
                .isSorted();
        assertThat(draw(1, true).stream().map(DemandWriter.Trip::id).collect(Collectors.toSet()))
                .hasSameSizeAs(draw(1, true));
    }

    private List<DemandWriter.Trip> emergencyTrips(long seed) {
        return draw(seed, true).stream().filter(DemandWriter.Trip::emergency).toList();
    }

    private List<DemandWriter.Trip> draw(long seed, boolean emergencyTrips) {
        return DemandWriter.draw(demand, seed, SECONDS, emergencyTrips);
    }
}
