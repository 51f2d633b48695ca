package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFolderTest {
    @TempDir Path folder;

    @Test
    void shouldReadTheJunctionCity() {
        CityFolder city = JunctionCity.read();
        assertThat(city.name()).isEqualTo("junction");
        CityFolder.Junction junction = city.junctions().getFirst();
        assertThat(junction.number()).isEqualTo(1);
        assertThat(junction.links()).hasSize(18);
        assertThat(junction.links().get(3)).isEqualTo(new CityFolder.Link(5, 0, false));
        assertThat(junction.detectors()).hasSize(16);
        assertThat(junction.buttons()).hasSize(4);
        assertThat(city.demand().routes()).hasSize(12);
    }

    @Test
    void shouldNameFileAndPlaceWhenAValueIsWrong() throws IOException {
        assertRefused(
                "latDeg: 36.4925", "latDeg: 136", "city.yaml", "origin.latDeg", "-89.0..89.0");
    }

    @Test
    void shouldNameWhatIsThereWhenSomethingIsMissing() throws IOException {
        assertRefused("    tls: J1", "    tsl: J1", "junctions[0].tls is missing", "tsl");
    }

    @Test
    void shouldRefuseALinkOutOfOrder() throws IOException {
        assertRefused("index: 4,", "index: 5,", "links[4].index", "the next index, 4");
    }

    @Test
    void shouldRefuseALinkThatShowsTwoPhases() throws IOException {
        assertRefused("phase: 5}", "phase: 5, ped: 2}", "links[3]", "either");
    }

    @Test
    void shouldRefuseALoopInTwoDetectors() throws IOException {
        assertRefused("stop.e_pk_3.6", "advance.e_pk_3", "loop advance.e_pk_3 appears twice");
    }

    @Test
    void shouldRefuseANetFileThatIsNotThere() throws IOException {
        assertRefused("nodes: junction.nod.xml", "nodes: other.nod.xml", "other.nod.xml");
    }

    @Test
    void shouldRefuseAnUnknownEmergencyType() throws IOException {
        assertRefused("[ambulance, fire, police]", "[tank]", "emergency.types", "ambulance");
    }

    @Test
    void shouldRefuseWhatIsNotYaml() throws IOException {
        assertRefused("name: junction", "name: [junction", "is not YAML");
    }

    @Test
    void shouldRefuseAFolderWithoutACity() {
        assertThatThrownBy(() -> CityFolder.read(folder.resolve("nowhere")))
                .isInstanceOf(SumoException.class)
                .hasMessageContaining("city.yaml");
    }

    @Test
    void shouldNameTheLinkWhenTheNetHasOneThatIsNotListed() throws IOException {
        change("      - {index: 17, ped: 8} # crossing of the west arm\n", "");
        assertThatThrownBy(this::run)
                .isInstanceOf(SumoException.class)
                .hasMessageContainingAll("link 17", ":C_c3");
    }

    @Test
    void shouldRepeatSumosWordsWhenItDoesNotStart() throws IOException {
        change("name: junction", "name: broken");
        Path loops = folder.resolve("junction.add.xml");
        Files.writeString(loops, Files.readString(loops).replace("\"e_pk_3\"", "\"lane 77\""));
        assertThatThrownBy(this::run)
                .isInstanceOf(SumoException.class)
                .hasMessageContaining("lane 77");
    }

    @Test
    void shouldRepeatSumosWordsWhenARouteCannotBeDriven() throws IOException {
        change("[w_in, w_pk, e_out], vehiclesPerHour: 435", "[w_in, e_out], vehiclesPerHour: 3600");
        assertThatThrownBy(this::run)
                .isInstanceOf(SumoException.class)
                .hasMessageContainingAll("No connection", "w_in", "e_out");
    }

    @Test
    void shouldNameTheBusLineWhenItsStopIsUnknown() throws IOException {
        change("stop: stop_east", "stop: nowhere");
        assertThatThrownBy(this::run)
                .isInstanceOf(SumoException.class)
                .hasMessageContainingAll("busE", "nowhere", "stop_east");
    }

    @Test
    void shouldNameTheRouteWhenAnEdgeIsUnknown() throws IOException {
        change("s_pk, n_out]", "s_pk, n_up]");
        assertThatThrownBy(this::run)
                .isInstanceOf(SumoException.class)
                .hasMessageContainingAll("route sn", "n_up");
    }

    private void run() {
        CityFolder city = CityFolder.read(folder);
        try (var traffic = new SumoTraffic(city, 1, 10, folder.resolve("work"), false)) {
            while (traffic.timeMs() < 10_000) {
                traffic.step();
            }
        }
    }

    private void assertRefused(String what, String by, String... message) throws IOException {
        change(what, by);
        assertThatThrownBy(() -> CityFolder.read(folder))
                .isInstanceOf(SumoException.class)
                .hasMessageContainingAll(message);
    }

    private void change(String what, String by) throws IOException {
        for (String name : List.of("nod", "edg", "con", "tll", "add")) {
            String file = "junction." + name + ".xml";
            Files.copy(JunctionCity.folder().resolve(file), folder.resolve(file));
        }
        String text = Files.readString(JunctionCity.folder().resolve("city.yaml"));
        assertThat(text).contains(what);
        Files.writeString(folder.resolve("city.yaml"), text.replace(what, by));
    }
}
