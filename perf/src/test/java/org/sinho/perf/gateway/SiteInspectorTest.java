package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.center.link.SiteInspector;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SiteCheck;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.signal.ntcip.ControllerAddress;
import org.sinho.signal.ntcip.NtcipClient;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Reading a controller's programming over a cable that breaks. */
class SiteInspectorTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final Path CITY =
            Path.of(System.getProperty("sinho.home")).resolve("cities/junction");

    private final HearingDoor door = new HearingDoor();
    private ControllerAgent agent;
    private Snmp snmp;
    private SiteInspector inspector;

    @BeforeEach
    void open() throws IOException {
        Path database = CITY.resolve("controllers/controller-1.yaml");
        agent =
                new ControllerAgent(
                        new VirtualController(ControllerDatabase.read(database)),
                        new AgentConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                "public",
                                "bench",
                                null,
                                false,
                                false));
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        inspector = new SiteInspector(door);
    }

    @AfterEach
    void close() throws IOException {
        snmp.close();
        agent.close();
    }

    private void inspectOver(Cable cable) {
        add(cable);
        inspector.inspect(NOW);
    }

    private void add(Cable cable) {
        SheetDocument document =
                new SiteSheetReader()
                        .read(CITY.resolve("sites/site-1.yaml"))
                        .document()
                        .orElseThrow();
        inspector.add(
                document,
                new NtcipClient(
                        snmp,
                        new ControllerAddress(
                                1, cable.address(), "public", "bench", 100, new int[0], 0)));
    }

    private List<UnsafeBuffer> checks() {
        return door.events(EventType.SITE_CHECK);
    }

    @Test
    void shouldAgreeWhenTheControllerIsProgrammedAsItsSheetSays() throws IOException {
        try (Cable cable = new Cable(agent.port(), Integer.MAX_VALUE)) {
            inspectOver(cable);
            assertThat(new SiteCheck().wrap(checks().getFirst(), 0).agrees()).isEqualTo(1);
            int requests = cable.requests();
            inspector.inspect(NOW + 1_000);
            assertThat(cable.requests()).as("once is enough").isEqualTo(requests);
        }
    }

    @Test
    void shouldReadAndSayNothingWhenItOnlyWarmsUp() throws IOException {
        try (Cable cable = new Cable(agent.port(), Integer.MAX_VALUE)) {
            add(cable);
            inspector.warm();
            assertThat(cable.requests()).isPositive();
            assertThat(door.events()).isEmpty();
            inspector.inspect(NOW);
            assertThat(checks()).hasSize(1);
        }
    }

    @Test
    void shouldJudgeNothingAndAskAgainWhenTheControllerFallsSilentInBetween() throws IOException {
        int cutAfter = 11;
        try (Cable cable = new Cable(agent.port(), cutAfter)) {
            inspectOver(cable);
            assertThat(checks()).as("a cut cable is no finding").isEmpty();
            assertThat(cable.requests()).as("asks no further").isEqualTo(cutAfter + 1);

            cable.mend();
            inspector.inspect(NOW + 1_000);
            assertThat(new SiteCheck().wrap(checks().getFirst(), 0).agrees()).isEqualTo(1);
        }
    }
}
