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
import org.sinho.core.counter.Counters;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EventType;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.ControllerAddress;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** What a controller's detectors count, read from its agent over real sockets. */
class DetectorVolumesTest {
    private static final int SITE = 1;
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int PERIOD_DS = 600;
    private static final int TIMEOUT_MS = 2_000;
    private static final int SHORT_TIMEOUT_MS = 60;

    private final HearingDoor door = new HearingDoor();
    private VirtualController controller;
    private ControllerAgent agent;
    private Snmp snmp;
    private CommandSender sender;
    private int stepDs;

    @BeforeEach
    void open() throws IOException {
        switchOn();
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        sender = sender(TIMEOUT_MS, 2, 4, 60);
    }

    private void switchOn() throws IOException {
        controller =
                new VirtualController(
                        ControllerDatabase.read(
                                Path.of(System.getProperty("sinho.home"))
                                        .resolve("cities/junction/controllers/controller-1.yaml")));
        agent =
                new ControllerAgent(
                        controller,
                        new AgentConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                "public",
                                "bench",
                                null,
                                false,
                                false));
    }

    @AfterEach
    void close() throws IOException {
        snmp.close();
        agent.close();
    }

    private CommandSender sender(int timeoutMs, int... counted) {
        CommandSender made = new CommandSender(1, door, (command, outcome) -> {}, new Counters());
        made.add(
                snmp,
                new ControllerAddress(
                        SITE,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), agent.port()),
                        "public",
                        "bench",
                        timeoutMs,
                        new int[] {1, 2, 3, 4},
                        3,
                        counted),
                1);
        return made;
    }

    /** Whole periods of counting, in each of which so many vehicles pass detectors 2 and 4. */
    private void periods(int count, int on2, int on4) throws IOException {
        for (int i = 0; i < count * PERIOD_DS; i++) {
            int at = i % PERIOD_DS % 10;
            controller.vehicleDetector(2, i % PERIOD_DS / 10 < on2 && at < 5);
            controller.vehicleDetector(4, i % PERIOD_DS / 10 < on4 && at < 2);
            agent.advance(NOW + stepDs++ * 100L);
        }
    }

    private List<UnsafeBuffer> reports() {
        return door.events(EventType.DETECTOR_VOLUMES);
    }

    private void poll() {
        sender.pollAll(NOW + stepDs * 100L);
    }

    @Test
    void shouldReportWhatTheDetectorsCountedWhenAPeriodHasEnded() throws IOException {
        poll();
        assertThat(reports()).as("nobody saw that period begin").isEmpty();
        periods(1, 12, 7);
        poll();

        assertThat(reports()).hasSize(1);
        DetectorVolumes volumes = new DetectorVolumes().wrap(reports().getFirst(), 0);
        assertThat(volumes.siteId()).isEqualTo(SITE);
        assertThat(volumes.sequence()).isEqualTo(controller.volumeOccupancySequence());
        assertThat(volumes.periodS()).isEqualTo(60);
        assertThat(volumes.volume(2)).isEqualTo(12);
        assertThat(volumes.occupancy(2)).isEqualTo(12 * 5 * 200 / PERIOD_DS);
        assertThat(volumes.volume(4)).isEqualTo(7);
        assertThat(volumes.occupancy(4)).isEqualTo(7 * 2 * 200 / PERIOD_DS);
    }

    @Test
    void shouldCallADetectorUnknownThatTheControllerDoesNotHave() throws IOException {
        poll();
        periods(1, 12, 7);
        poll();
        DetectorVolumes volumes = new DetectorVolumes().wrap(reports().getFirst(), 0);
        assertThat(volumes.volume(60)).isEqualTo(DetectorVolumes.UNKNOWN);
        assertThat(volumes.occupancy(60)).isEqualTo(DetectorVolumes.UNKNOWN);
        assertThat(volumes.volume(6)).as("one that was not asked for").isEqualTo(255);
    }

    @Test
    void shouldReportEachPeriodOnce() throws IOException {
        poll();
        periods(1, 12, 7);
        poll();
        poll();
        assertThat(reports()).hasSize(1);
        periods(1, 3, 2);
        poll();
        assertThat(reports()).hasSize(2);
        assertThat(new DetectorVolumes().wrap(reports().getLast(), 0).volume(2)).isEqualTo(3);
    }

    @Test
    void shouldLeaveOutPeriodsThatNobodySawEnd() throws IOException {
        poll();
        periods(2, 12, 7);
        poll();
        assertThat(reports()).isEmpty();
        periods(1, 3, 2);
        poll();
        assertThat(reports()).hasSize(1);
        assertThat(new DetectorVolumes().wrap(reports().getLast(), 0).volume(2)).isEqualTo(3);
    }

    @Test
    void shouldReportNothingWhenTheControllerIsSilent() throws IOException {
        sender = sender(SHORT_TIMEOUT_MS, 2);
        poll();
        periods(1, 12, 7);
        agent.setSilent(true);
        poll();
        assertThat(reports()).isEmpty();
        agent.setSilent(false);
        poll();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void shouldNotAskWhenNoDetectorIsCounted() throws IOException {
        sender = sender(TIMEOUT_MS);
        poll();
        periods(1, 12, 7);
        poll();
        assertThat(reports()).isEmpty();
        assertThat(door.events(EventType.CONTROLLER_POLL)).hasSize(2);
    }
}
