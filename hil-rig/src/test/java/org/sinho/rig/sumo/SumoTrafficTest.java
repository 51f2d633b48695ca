package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The junction under a plain fixed cycle, with a real SUMO, 300 s. */
class SumoTrafficTest {
    private static final int SECONDS = 420;
    private static final long SEED = 2;
    private static final int[] PHASES = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] PEDS = {2, 4, 6, 8};

    @TempDir static Path folder;

    private static final Set<Integer> occupied = new HashSet<>();
    private static final Set<Integer> waitedFor = new HashSet<>();
    private static final Set<String> unseen = new HashSet<>();
    private static final Set<String> misplaced = new HashSet<>();
    private static final Set<String> emergencySeen = new HashSet<>();
    private static final Set<Integer> pressed = new HashSet<>();
    private static final Set<Integer> crossed = new HashSet<>();
    private static final Set<String> movements = new HashSet<>();
    private static final Map<String, String> lastApproach = new HashMap<>();
    private static int steppedOffWithoutWalk;
    private static int mostVehicles;
    private static TripSummary summary;
    private static String log;
    private static int emergencyTripCount;
    private static SumoNet net;

    @BeforeAll
    static void run() throws Exception {
        CityFolder city = JunctionCity.read();
        SumoTraffic traffic = new SumoTraffic(city, SEED, SECONDS, folder, true);
        net = SumoNet.read(SumoProcess.buildNet(city, folder));
        int[] people = new int[9];
        long startNs = System.nanoTime();
        long vehicleSteps = 0;
        try (traffic) {
            while (traffic.timeMs() < SECONDS * 1000L) {
                LampBits lamps = FixedCycle.at(traffic.timeMs());
                traffic.setLamps(1, lamps);
                traffic.step();
                observe(traffic, lamps, people);
                vehicleSteps += traffic.vehicles().size();
                mostVehicles = Math.max(mostVehicles, traffic.vehicles().size());
            }
            emergencyTripCount = traffic.emergencyTripCount();
        }
        double steps = SECONDS * 10.0;
        System.out.printf(
                "SumoTraffic: %.3f ms per step, %.0f vehicles on average, %d at most%n",
                (System.nanoTime() - startNs) / 1e6 / steps, vehicleSteps / steps, mostVehicles);
        summary = TripSummary.read(traffic.tripinfoFile(), traffic.routeFile(), SECONDS);
        log = Files.readString(folder.resolve("sumo.log"));
    }

    private static void observe(SumoTraffic traffic, LampBits lamps, int[] people) {
        for (int phase : PHASES) {
            if (traffic.occupied(1, phase)) {
                occupied.add(phase);
            }
            if (traffic.occupied(1, 10 + phase)) {
                occupied.add(10 + phase);
            }
        }
        observePeople(traffic, lamps, people);
        for (VehicleState vehicle : traffic.vehicles()) {
            if (vehicle.isEmergency()) {
                emergencySeen.add(vehicle.id());
            }
            observeVehicle(traffic, vehicle);
        }
    }

    private static void observePeople(SumoTraffic traffic, LampBits lamps, int[] people) {
        for (int ped : PEDS) {
            if (traffic.buttonPressed(1, ped)) {
                pressed.add(ped);
            }
            int now = traffic.peopleCrossing(1, ped);
            if (now > 0) {
                crossed.add(ped);
            }
            if (now > people[ped] && (lamps.walks() & 1 << (ped - 1)) == 0) {
                steppedOffWithoutWalk++;
            }
            people[ped] = now;
        }
    }

    private static void observeVehicle(SumoTraffic traffic, VehicleState vehicle) {
        String edge = vehicle.edgeId();
        double straightM = Math.max(Math.abs(vehicle.xM()), Math.abs(vehicle.yM()));
        if (edge.endsWith("_in") || edge.endsWith("_pk")) {
            // The stop lines are 16.8 m and 20 m from the origin.
            double aheadM = straightM - vehicle.stopLineDistanceM();
            if (vehicle.junctionAhead() != 1 || aheadM < 16.0 || aheadM > 21.0) {
                misplaced.add(vehicle.id() + " at " + traffic.timeMs() + " ms");
            }
        } else if (edge.endsWith("_out")
                && (vehicle.junctionAhead() != 0 || !Double.isNaN(vehicle.stopLineDistanceM()))) {
            misplaced.add(vehicle.id() + " at " + traffic.timeMs() + " ms");
        }
        if (edge.endsWith("_pk")) {
            lastApproach.put(vehicle.id(), edge);
            if (vehicle.stopLineDistanceM() < 5.0 && vehicle.speedMps() < 0.1) {
                int phase = phaseOf(traffic.city(), edge, vehicle.routeEdges().get(2));
                waitedFor.add(phase);
                if (!traffic.occupied(1, phase)) {
                    unseen.add(vehicle.id() + " at " + traffic.timeMs() + " ms");
                }
            }
        } else if (edge.endsWith("_out") && lastApproach.containsKey(vehicle.id())) {
            movements.add(lastApproach.get(vehicle.id()) + ">" + edge);
        }
    }

    private static int phaseOf(CityFolder city, String from, String to) {
        int link =
                net.connections().stream()
                        .filter(c -> c.fromEdge().equals(from) && c.toEdge().equals(to))
                        .mapToInt(SumoNet.Connection::linkIndex)
                        .findFirst()
                        .orElseThrow();
        return city.junctions().getFirst().links().get(link).phase();
    }

    @Test
    void shouldServeEveryMovementWhenSignalsCycle() {
        assertThat(movements).hasSize(12);
        assertThat(summary.trips()).filteredOn(TripSummary.Trip::finished).hasSizeGreaterThan(50);
    }

    @Test
    void shouldDetectEveryVehicleThatWaitsFirstAtAStopLine() {
        assertThat(waitedFor).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(unseen).isEmpty();
    }

    @Test
    void shouldDetectVehiclesAtStopLineAndAdvanceLoopsOfEveryPhase() {
        assertThat(occupied)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void shouldTellTheWayToTheNextStopLine() {
        assertThat(misplaced).isEmpty();
    }

    @Test
    void shouldPressButtonsAndCrossWhenPeopleWalk() {
        assertThat(pressed).containsExactlyInAnyOrder(2, 4, 6, 8);
        assertThat(crossed).containsExactlyInAnyOrder(2, 4, 6, 8);
    }

    @Test
    void shouldKeepPeopleOffTheCrossingWhenWalkIsNotShown() {
        assertThat(steppedOffWithoutWalk).isZero();
    }

    @Test
    void shouldNotCollideWhenSignalsKeepConflictsApart() {
        assertThat(log).doesNotContainIgnoringCase("collision").doesNotContain("Error");
    }

    @Test
    void shouldReportEveryEmergencyTripWhenTheRunEnds() {
        assertThat(emergencyTripCount).isEqualTo(5);
        assertThat(summary.emergency()).hasSize(5).allMatch(TripSummary.Trip::entered);
        assertThat(emergencySeen).hasSize(5);
    }

    @Test
    void shouldRepeatEveryTripWhenTheSeedIsTheSame(@TempDir Path other) throws Exception {
        SumoTraffic again = new SumoTraffic(JunctionCity.read(), SEED, SECONDS, other, true);
        try (again) {
            while (again.timeMs() < SECONDS * 1000L) {
                again.setLamps(1, FixedCycle.at(again.timeMs()));
                again.step();
            }
        }
        assertThat(trips(again.tripinfoFile())).isEqualTo(trips(folder.resolve("tripinfo.xml")));
    }

    /** The trip output without its header, which names files and the time of day. */
    private static List<String> trips(Path tripinfo) throws Exception {
        List<String> lines = Files.readAllLines(tripinfo);
        return lines.subList(lines.indexOf("-->") + 1, lines.size());
    }
}
