package org.sinho.perf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.center.journal.JournalCursor;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.replay.JournalReplay;
import org.sinho.center.replay.ReplayResult;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.perf.BenchFiles;

/** The center by the machine's clock, as in production, with ten controllers that never answer. */
class RealTimeCenterTest {
    private static final int SITES = 10;
    private static final int ROUNDS = 3;
    private static final int EXIT_SILENT = 71;
    private static final int PATIENCE_S = 180;
    private static final Path JUNCTION =
            Path.of(System.getProperty("sinho.home"), "cities/junction");

    @TempDir Path folder;

    private final List<DatagramSocket> mute = new ArrayList<>();
    private Process center;

    @BeforeEach
    void write() throws IOException {
        new BenchFiles(JUNCTION, folder, 60, 1, 0, true).write();
        String sheet = Files.readString(JUNCTION.resolve("sites/site-1.yaml"));
        StringBuilder sites = new StringBuilder();
        for (int i = 1; i <= SITES; i++) {
            Path copy = folder.resolve("site-" + i + ".yaml");
            Files.writeString(copy, sheet.replace("siteId: 1\n", "siteId: " + i + "\n"));
            mute.add(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            sites.append("  - {sheet: ").append(copy.getFileName());
            sites.append(", controller: \"127.0.0.1:").append(mute.getLast().getLocalPort());
            sites.append("\", readCommunity: public, writeCommunity: bench, statusListen: ");
            sites.append("\"127.0.0.1:0\", roadsideUnit: 1}\n");
        }
        String settings = Files.readString(folder.resolve("center.yaml"));
        // Whether this machine's clock is kept is another test's question.
        settings = settings.replaceFirst("step: .*\n", "clock: unchecked\n");
        settings =
                settings.replaceFirst(
                        "(?s)sites:\n.*roadsideUnits:", "sites:\n" + sites + "roadsideUnits:");
        Files.writeString(folder.resolve("center.yaml"), settings);
    }

    @AfterEach
    void close() throws InterruptedException {
        mute.forEach(DatagramSocket::close);
        if (center != null) {
            center.destroyForcibly().waitFor();
        }
    }

    private void start(String... flags) throws IOException {
        center =
                Jvm.launch(
                        folder,
                        "center",
                        List.of(flags),
                        "org.sinho.center.Main",
                        "center",
                        "--config",
                        folder.resolve("center.yaml").toString(),
                        "--json");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("center.log"));
    }

    /** Every controller has been asked that often; none has answered. */
    private void awaitAsked(int times) throws IOException {
        for (DatagramSocket controller : mute) {
            controller.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_S));
            for (int i = 0; i < times; i++) {
                controller.receive(new DatagramPacket(new byte[2_000], 2_000));
            }
        }
    }

    @Test
    void shouldGoOnBeatingWhenTenControllersAreSilentAndEndInOrderWhenAsked() throws Exception {
        start();
        // One comparison and one poll a second each, a timeout after every one of them.
        awaitAsked(2 * ROUNDS);
        assertThat(center.isAlive()).as(said()).isTrue();

        Jvm.signal(center, "TERM");

        assertThat(center.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(center.exitValue()).as(said()).isZero();
        JsonNode summary =
                new ObjectMapper()
                        .readTree(Files.readAllLines(folder.resolve("center.json")).getLast());
        assertThat(summary.path("missedBeats").path("control").asInt()).isLessThan(3);
        assertThat(summary.path("missedBeats").path("sender").asInt()).isLessThan(3);
        assertThat(silentSites()).hasSize(SITES);
        ReplayResult replay =
                new JournalReplay(folder.resolve("journal"), UnaryOperator.identity())
                        .run(Long.MAX_VALUE);
        assertThat(replay.what()).isNull();
        assertThat(replay.equal()).isTrue();
        assertThat(replay.unanswered()).as("closed after the last decision").isZero();
    }

    private Set<Integer> silentSites() {
        Set<Integer> silent = new HashSet<>();
        try (JournalCursor events = JournalReader.open(folder.resolve("journal")).events()) {
            while (events.next()) {
                if (EventHeader.type(events.record(), 0) == EventType.CONTROLLER_POLL) {
                    ControllerPoll poll = new ControllerPoll().wrap(events.record(), 0);
                    assertThat(poll.answered()).isZero();
                    silent.add(poll.siteId());
                }
            }
        }
        return silent;
    }

    /** A debugger stops one thread and no other: nothing else hangs a thread as honestly. */
    @ParameterizedTest
    @ValueSource(strings = {"control", "sender"})
    void shouldStopTheProcessWhenOneThreadHangs(String name) throws Exception {
        start("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
        awaitAsked(ROUNDS);
        VirtualMachine machine = attach();
        ThreadReference thread =
                machine.allThreads().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow();

        thread.suspend();

        assertThat(center.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(center.exitValue()).as(said()).isEqualTo(EXIT_SILENT);
        assertThat(said()).contains("sinho: " + name + " missed 3 beats: stopping");
    }

    private VirtualMachine attach() throws Exception {
        Matcher port =
                Pattern.compile("dt_socket at address: (\\d+)")
                        .matcher(Files.readString(folder.resolve("center.json")));
        assertThat(port.find()).isTrue();
        AttachingConnector sockets =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port.group(1));
        try {
            return sockets.attach(arguments);
        } catch (IOException e) {
            throw new IOException("the center said:\n" + said(), e);
        }
    }
}
