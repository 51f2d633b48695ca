package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private static final int SECONDS = 300;
    private static final int[] PHASES = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] PEDS = {2, 4, 6, 8};

    @TempDir static Path folder;

    private static final Set<Integer> occupied = new HashSet<>();
    private static final Set<Integer> waitingSeen = new HashSet<>();
    private static final Set<Integer> pressed = new HashSet<>();
    private static final Set<Integer> crossed = new HashSet<>();
    private static final Set<String> movements = new HashSet<>();
    private static final Map<String, String> lastApproach = new HashMap<>();
    private static int steppedOffOnRed;
    private static int mostVehicles;
    private static TripSummary summary;
    private static String log;
    private static int emergencyTripCount;

    @BeforeAll
    static void run() throws Exception {
        CityFolder city = JunctionCity.read();
        SumoTraffic traffic = new SumoTraffic(city, 2, SECONDS, folder, true);
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
        System.out.println(log);
        System.out.println("occ " + occupied + " wait " + waitingSeen + " pressed " + pressed + " crossed " + crossed + " mov " + movements + " off " + steppedOffOnRed
          + " ev " + summary.emergency() + " " + TripSummary.mean(summary.others(), TripSummary.Trip::delaySeconds) + " n " + summary.others().size());
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
        for (int ped : PEDS) {
            if (traffic.buttonPressed(1, ped)) {
                pressed.add(ped);
            }
            int now = traffic.peopleCrossing(1, ped);
            if (now > 0) {
                crossed.add(ped);
            }
            if (now > people[ped] && (lamps.walks() & 1 << (ped - 1)) == 0) {
                steppedOffOnRed++;
            }
            people[ped] = now;
        }
        for (VehicleState vehicle : traffic.vehicles()) {
            String edge = vehicle.edgeId();
            if (edge.endsWith("_pk")) {
                lastApproach.put(vehicle.id(), edge);
                boolean first = vehicle.stopLineDistanceM() < 4 && vehicle.speedMps() < 0.1;
                int phase = traffic.phaseOf(1, edge, vehicle.routeEdges().get(2));
                if (first) {
                    waitingSeen.add(phase);
                    assertThat(traffic.occupied(1, phase))
                            .as("%s waits %.1f m before the line at %d ms", vehicle.id(), vehicle.stopLineDistanceM(), traffic.timeMs())
                            .isTrue();
                }
            } else if (edge.endsWith("_out") && lastApproach.containsKey(vehicle.id())) {
                movements.add(lastApproach.get(vehicle.id()) + ">" + edge);
            }
        }
    }

    @Test
    void shouldServeEveryMovementWhenSignalsCycle() {
        assertThat(movements).hasSize(12);
    }
}
