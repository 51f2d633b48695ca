package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneTableTest {
    @TempDir static Path work;

    private static LaneTable table;

    @BeforeAll
    static void build() {
        CityFolder city = JunctionCity.read();
        table = LaneTable.of(city, SumoProcess.buildNet(city, work));
    }

    @Test
    void shouldMatchTheFileThatIsKept() throws IOException {
        assertThat(table.yaml())
                .as("write it anew with LaneTable.main")
                .isEqualTo(Files.readString(JunctionCity.folder().resolve("lanes.yaml")));
    }

    @Test
    void shouldOfferThreeManeuversFromEveryApproach() {
        for (int approach = 1; approach <= 4; approach++) {
            int number = approach;
            assertThat(
                            table.lanes().stream()
                                    .filter(l -> l.kind() == LaneTable.Kind.INGRESS)
                                    .filter(l -> l.approach() == number)
                                    .flatMap(l -> l.movements().stream())
                                    .map(LaneTable.Movement::maneuver)
                                    .distinct())
                    .containsExactlyInAnyOrder("straight", "left", "right");
        }
    }

    @Test
    void shouldRunEachCrossingParallelToItsVehiclePhaseOnItsRight() {
        // Korea drives on the right: eastbound traffic has the south arm's crossing on its right.
        for (LaneTable.Lane lane : table.lanes()) {
            double x = lane.nodesM().getFirst()[0] + lane.nodesM().getLast()[0];
            double y = lane.nodesM().getFirst()[1] + lane.nodesM().getLast()[1];
            switch (lane.ped()) {
                case 2 -> assertThat(y).isLessThan(-20);
                case 4 -> assertThat(x).isGreaterThan(20);
                case 6 -> assertThat(y).isGreaterThan(20);
                case 8 -> assertThat(x).isLessThan(-20);
                default -> assertThat(lane.kind()).isNotEqualTo(LaneTable.Kind.CROSSWALK);
            }
        }
    }
}
