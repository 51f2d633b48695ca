package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripSummaryTest {
    @TempDir Path folder;

    private TripSummary summary;

    @BeforeEach
    void read() throws IOException {
        Path tripinfo = folder.resolve("tripinfo.xml");
        Path routes = folder.resolve("demand.rou.xml");
        Files.writeString(
                tripinfo,
                """
                <tripinfos>
                    <tripinfo id="ev0" depart="61.00" departDelay="1.00"
                        arrival="160.00" duration="99.00" waitingTime="12.50"
                        timeLoss="20.00" vType="fire"/>
                    <personinfo id="p0"><walk timeLoss="99"/></personinfo>
                    <tripinfo id="we.0" depart="10.00" departDelay="4.00"
                        arrival="-1.00" duration="190.00" waitingTime="70.00"
                        timeLoss="90.00" vType="car"/>
                </tripinfos>
                """);
        Files.writeString(
                routes,
                """
                <routes>
                    <vehicle id="we.0" type="car" depart="6.0"/>
                    <vehicle id="ev0" type="fire" depart="60.0"/>
                    <vehicle id="we.1" type="car" depart="150.0"/>
                    <vehicle id="we.2" type="car" depart="200.0"/>
                </routes>
                """);
        summary = TripSummary.read(tripinfo, routes, 200.0);
    }

    @Test
    void shouldKeepEmergencyTripsApart() {
        assertThat(summary.emergency()).extracting(TripSummary.Trip::id).containsExactly("ev0");
        assertThat(summary.others())
                .extracting(TripSummary.Trip::id)
                .containsExactly("we.0", "we.1");
        assertThat(summary.emergency().getFirst().waitingSeconds()).isEqualTo(12.5);
        assertThat(summary.emergency().getFirst().departSeconds()).isEqualTo(60.0);
        assertThat(summary.emergency().getFirst().finished()).isTrue();
    }

    @Test
    void shouldCountTimeLossAndDepartDelayWhenATripIsUnfinished() {
        TripSummary.Trip trip = summary.others().getFirst();
        assertThat(trip.finished()).isFalse();
        assertThat(trip.delaySeconds()).isEqualTo(94.0);
    }

    @Test
    void shouldCountTheTimeUpToTheEndWhenAVehicleNeverEntered() {
        TripSummary.Trip trip = summary.others().get(1);
        assertThat(trip.entered()).isFalse();
        assertThat(trip.delaySeconds()).isEqualTo(50.0);
        assertThat(TripSummary.mean(summary.others(), TripSummary.Trip::delaySeconds))
                .isCloseTo(72.0, within(1e-9));
    }
}
