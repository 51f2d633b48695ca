package org.sinho.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.rig.pki.Validity;

/** The rig as its settings file starts it. */
class RigTest {
    private static final long DAY_MS = 86_400_000;
    private static final int OLD_UTC_S = 1_700_000_000;
    private static final long NOW_UTC_MS = 1_795_000_000_123L;

    @TempDir Path folder;

    private RigConfig config(boolean realTime, int controller, int dispatch) throws IOException {
        Path file = folder.resolve("rig.yaml");
        Files.writeString(
                file,
                """
                city: "%s"
                work: "."
                trust: trust
                seconds: 2
                seed: 1
                startUtcS: %d
                realTime: %s
                bsmSharePercent: 0
                dispatch: "127.0.0.1:%d"
                controllers:
                  - {junction: 1, external: "127.0.0.1:%d", readCommunity: public,
                     writeCommunity: bench, statusTo: "127.0.0.1:9"}
                """
                        .formatted(
                                Path.of(System.getProperty("sinho.home"), "cities/junction"),
                                OLD_UTC_S,
                                realTime,
                                dispatch,
                                controller));
        return RigConfig.read(file);
    }

    @Test
    void shouldSayNullAndWhyWhenNoLampWasEverSeen() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket mute = new DatagramSocket(0, here);
                ServerSocket center = new ServerSocket(0, 1, here)) {
            Rig rig = new Rig(config(true, mute.getLocalPort(), center.getLocalPort()));
            try (rig) {
                rig.run();
            }
            Map<String, Object> summary = rig.summary();
            assertThat(summary).containsEntry("monitorTripCount", null);
            assertThat(summary).containsEntry("violations", null);
            assertThat(summary.get("faults"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1);
            assertThat(summary.get("error")).asString().contains("junction 1");
            List<String> rows = Files.readAllLines(folder.resolve("lamps.csv"));
            assertThat(rows).hasSize(13).anyMatch(row -> row.endsWith(",1,phase,2,DARK"));
        }
    }

    @Test
    void shouldMakeCertificatesForTheMachinesClockWhenItRunsByIt() throws IOException {
        Validity validity = Rig.validity(config(true, 9, 9), NOW_UTC_MS);
        assertThat(validity.startUtcMs()).isLessThanOrEqualTo(NOW_UTC_MS - DAY_MS);
        assertThat(validity.startUtcMs() + validity.seconds() * 1_000)
                .isGreaterThan(NOW_UTC_MS + 2_000 + DAY_MS);
    }

    @Test
    void shouldMakeTheSameCertificatesWhenTheRigStartsAfterItsCenter() throws IOException {
        RigConfig config = config(true, 9, 9);
        assertThat(Rig.validity(config, NOW_UTC_MS + 3_600_000))
                .isEqualTo(Rig.validity(config, NOW_UTC_MS));
    }

    @Test
    void shouldMakeCertificatesForTheSimulatedTimeWhenItRunsInSteps() throws IOException {
        Validity validity = Rig.validity(config(false, 9, 9), NOW_UTC_MS);
        assertThat(validity).isEqualTo(new Validity(OLD_UTC_S * 1_000L - DAY_MS, 2 + 2 * 86_400));
    }
}
