package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real SUMO. */
class TraciClientTest {
    private static final TraciClient.Subscriber NONE =
            (response, reader) -> {
                throw new AssertionError("nothing is subscribed");
            };

    @TempDir Path work;

    private CityFolder city;
    private SumoProcess process;
    private TraciClient client;

    @BeforeEach
    void start() {
        city = JunctionCity.read();
        SumoProcess.buildNet(city, work);
        DemandWriter.write(
                work.resolve(SumoProcess.ROUTES), DemandWriter.draw(city.demand(), 1, 60, false));
        process = SumoProcess.start(city, work, 1, 100);
        client = process.client();
    }

    @AfterEach
    void end() {
        process.close();
    }

    @Test
    void shouldStepAndRead() {
        assertThat(client.version()).startsWith("SUMO");
        for (int i = 0; i < 100; i++) {
            client.step(NONE);
        }
        assertThat(client.getDouble(Traci.GET_SIMULATION, Traci.TIME, "")).isEqualTo(10.0);
        assertThat(client.getStrings(Traci.GET_LIGHTS, Traci.ID_LIST, "")).containsExactly("J1");
    }

    @Test
    void shouldHoldAVehicleWhenItsSpeedIsSet() {
        List<String> ids = List.of();
        while (ids.isEmpty()) {
            client.step(NONE);
            ids = client.getStrings(Traci.GET_VEHICLE, Traci.ID_LIST, "");
        }
        client.queueSpeed(ids.getFirst(), 2.0);
        client.exchange(NONE);
        for (int i = 0; i < 100; i++) {
            client.step(NONE);
        }
        assertThat(client.getDouble(Traci.GET_VEHICLE, Traci.SPEED, ids.getFirst())).isEqualTo(2.0);
    }

    @Test
    void shouldShowWhatWasSetWhenLightsAreRead() {
        String state = "gGGrgGGrrrrrrrGrGr";
        client.queueLights("J1", state.getBytes(StandardCharsets.US_ASCII));
        client.exchange(NONE);
        client.step(NONE);
        assertThat(client.getString(Traci.GET_LIGHTS, Traci.LIGHTS_STATE, "J1")).isEqualTo(state);
    }

    @Test
    void shouldAgreeWithTheNetAboutControlledLinks() {
        String[] links = client.controlledLinks("J1");
        assertThat(links).hasSize(city.junctions().getFirst().links().size());
        assertThat(links[0]).isEqualTo("w_pk_1>s_out_1");
        assertThat(links[17]).startsWith(":C_w0_0>:C_c3_0");
        for (SumoNet.Connection connection :
                SumoNet.read(work.resolve(SumoProcess.NET)).connections()) {
            if (!connection.tls().isEmpty()) {
                assertThat(links[connection.linkIndex()])
                        .contains(connection.fromLaneId() + ">" + connection.toLaneId());
            }
        }
    }

    @Test
    void shouldRepeatSumosWordsWhenACommandIsRefused() {
        assertThatThrownBy(() -> client.getDouble(Traci.GET_VEHICLE, Traci.SPEED, "nobody"))
                .isInstanceOf(SumoException.class)
                .hasMessageContaining("nobody");
        client.step(NONE); // The connection is still good.
    }

    @Test
    void shouldRefuseALoopThatIsNotInTheNet() {
        client.queueSubscribe(Traci.SUBSCRIBE_LOOP, "no loop", Traci.LOOP_OCCUPANCY);
        assertThatThrownBy(() -> client.exchange(NONE))
                .isInstanceOf(SumoException.class)
                .hasMessageContaining("no loop");
    }

    @Test
    void shouldReportOneErrorWhenSumoIsGone() {
        client.close();
        assertThatThrownBy(() -> client.step(NONE)).isInstanceOf(SumoException.class);
    }
}
