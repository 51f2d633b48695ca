package org.sinho.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.snmp.PushPlan;

class RigConfigTest {
    private static final String TEXT =
            """
            city: city
            work: work
            trust: trust
            seconds: 10
            seed: 1
            startUtcS: 1772434800
            bsmSharePercent: 20
            dispatch: "127.0.0.1:4001"
            controllers:
              - {junction: 1, listen: "127.0.0.1:4002", readCommunity: public,
                 writeCommunity: bench, statusTo: "127.0.0.1:4003"}
            roadsideUnits:
              - {unit: 1, junction: 1, listen: "127.0.0.1:4004", center: "127.0.0.1:4005"}
            """;

    @TempDir Path folder;

    private RigConfig read(String text) throws IOException {
        return RigConfig.read(Files.writeString(folder.resolve("rig.yaml"), text));
    }

    @Test
    void shouldBeWithoutFaultsAndNewSpeakersWhenNoneIsNamed() throws IOException {
        RigConfig config = read(TEXT);

        assertThat(config.links()).isEqualTo(LinkFaults.NONE);
        assertThat(config.psmSharePercent()).isZero();
        assertThat(config.transitSharePercent()).isZero();
        assertThat(config.controllers().getFirst().push()).isEqualTo(PushPlan.Form.TSCBM);
        assertThat(config.units().getFirst().junctions()).isEqualTo(List.of(1));
        assertThat(config.units().getFirst().form()).isEqualTo(RoadsideUnit.Form.RAW);
    }

    @Test
    void shouldTakeWhatIsNamed() throws IOException {
        RigConfig config =
                read(
                        TEXT.replace("{junction: 1, listen", "{junction: 1, push: spat, listen")
                                        .replace(
                                                "unit: 1, junction: 1",
                                                "unit: 1, form: immediate-forward, junctions:"
                                                        + " [{junction: 1}, {junction: 2}]")
                                + "psmSharePercent: 30\ntransitSharePercent: 100\n"
                                + "links: {loss: 0.01, delayMs: 50, duplicate: 0.02,"
                                + " reorder: 0.03, clockOffsetMs: 40}\n");

        assertThat(config.links()).isEqualTo(new LinkFaults(0.01, 50, 0.02, 0.03, 40));
        assertThat(config.psmSharePercent()).isEqualTo(30);
        assertThat(config.transitSharePercent()).isEqualTo(100);
        assertThat(config.controllers().getFirst().push()).isEqualTo(PushPlan.Form.SPAT);
        assertThat(config.units().getFirst().junctions()).isEqualTo(List.of(1, 2));
        assertThat(config.units().getFirst().form()).isEqualTo(RoadsideUnit.Form.IMMEDIATE_FORWARD);
    }

    @Test
    void shouldRefuseWhenAShareOfALinkIsNoShare() {
        assertThatThrownBy(() -> read(TEXT + "links: {loss: 2}\n"))
                .hasMessageContaining("loss")
                .hasMessageContaining("0.0..1.0");
    }

    @Test
    void shouldRefuseWhenAFormIsUnknown() {
        assertThatThrownBy(() -> read(TEXT.replace("{junction: 1, l", "{junction: 1, push: x, l")))
                .hasMessageContaining("tscbm or spat");
    }
}
