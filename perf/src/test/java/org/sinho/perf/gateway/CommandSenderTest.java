package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.ControllerAddress;
import org.sinho.signal.ntcip.NtcipClient;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** The sender against a controller's agent, over real sockets. */
class CommandSenderTest {
    private static final int SITE = 1;
    private static final long EPOCH = 5;
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int TIMEOUT_MS = 2_000;
    private static final int SHORT_TIMEOUT_MS = 60;
    private static final int GROUPS = 1;

    /** A SET as the agent saw it. */
    private record Seen(String oid, String value) {}

    private final List<Seen> seen = new ArrayList<>();
    private final HearingDoor door = new HearingDoor();
    private final Counters counters = new Counters();
    private final List<Integer> heard = new ArrayList<>();
    private VirtualController controller;
    private ControllerAgent agent;
    private Snmp snmp;
    private CommandSender sender;

    @BeforeEach
    void open() throws IOException {
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
        agent.setObserver((timeMs, oid, value, accepted) -> seen.add(new Seen(oid, value)));
        for (int i = 0; i < 300; i++) {
            agent.advance(NOW + i * 100L);
        }
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        sender = sender(agent.port(), "bench", TIMEOUT_MS);
    }

    @AfterEach
    void close() throws IOException {
        snmp.close();
        agent.close();
    }

    private CommandSender sender(int port, String writeCommunity, int timeoutMs) {
        return sender(port, "public", writeCommunity, timeoutMs);
    }

    private CommandSender sender(
            int port, String readCommunity, String writeCommunity, int timeoutMs) {
        CommandSender made =
                new CommandSender(EPOCH, door, (command, outcome) -> heard.add(outcome), counters);
        made.add(
                snmp,
                new ControllerAddress(
                        SITE,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        readCommunity,
                        writeCommunity,
                        timeoutMs,
                        new int[] {1, 2, 3, 4},
                        3),
                GROUPS);
        return made;
    }

    private static UnsafeBuffer command(
            long epoch, long sequence, long decidedUtcMs, int object, int index, int value) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + SignalCommand.SIZE]);
        EventHeader.write(record, 0, RecordType.COMMAND, SignalCommand.SIZE, 0, 0, decidedUtcMs);
        new SignalCommand()
                .wrapForWrite(record, 0)
                .siteId(SITE)
                .epoch(epoch)
                .siteSequence(sequence)
                .decidedUtcMs(decidedUtcMs)
                .object(object)
                .index(index)
                .value(value);
        return record;
    }

    private static UnsafeBuffer hold(long epoch, long sequence, long decidedUtcMs) {
        return command(epoch, sequence, decidedUtcMs, ControlObject.HOLD, 1, 0x22);
    }

    /** The one outcome that came since the start; also what the listener heard. */
    private CommandOutcome outcome() {
        List<UnsafeBuffer> outcomes = door.events(EventType.COMMAND_OUTCOME);
        assertThat(outcomes).hasSameSizeAs(heard);
        CommandOutcome outcome = new CommandOutcome().wrap(outcomes.getLast(), 0);
        assertThat(outcome.siteId()).isEqualTo(SITE);
        assertThat(outcome.outcome()).isEqualTo(heard.getLast());
        return outcome;
    }

    @Test
    void shouldConfirmWhenTheControllerReadsBackWhatWasSet() {
        sender.onCommand(hold(EPOCH, 1, NOW), 0, NOW + 250);

        CommandOutcome outcome = outcome();
        assertThat(outcome.outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(outcome.epoch()).isEqualTo(EPOCH);
        assertThat(outcome.siteSequence()).isEqualTo(1);
        assertThat(outcome.object()).isEqualTo(ControlObject.HOLD);
        assertThat(outcome.index()).isEqualTo(1);
        assertThat(outcome.value()).isEqualTo(0x22);
        assertThat(seen).containsExactly(new Seen("1.3.6.1.4.1.1206.4.2.1.1.5.1.4.1", "34"));
        assertThat(counters.get(CounterId.COMMANDS_SENT)).isEqualTo(1);
        assertThat(counters.get(CounterId.COMMANDS_FAILED)).isZero();
    }

    @Test
    void shouldConfirmAForceOffThatTheControllerHasTakenBackAlready() {
        agent.setObserver(
                (timeMs, oid, value, accepted) -> {
                    seen.add(new Seen(oid, value));
                    controller.set(org.sinho.rig.controller.ControlObject.FORCE_OFF, 1, 0x20);
                });
        sender.onCommand(command(EPOCH, 1, NOW, ControlObject.FORCE_OFF, 1, 0x22), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(seen).hasSize(1);
    }

    @Test
    void shouldFailAfterOneRetryWhenTheReadBackDiffers() {
        agent.setObserver(
                (timeMs, oid, value, accepted) -> {
                    seen.add(new Seen(oid, value));
                    controller.set(org.sinho.rig.controller.ControlObject.HOLD, 1, 0x02);
                });
        sender.onCommand(hold(EPOCH, 1, NOW), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(seen).hasSize(2);
        assertThat(counters.get(CounterId.COMMANDS_FAILED)).isEqualTo(1);
    }

    @Test
    void shouldReportSilenceAndNoDifferenceWhenOnlyTheReadBackIsNotAnswered() {
        sender(agent.port(), "guess", "bench", SHORT_TIMEOUT_MS)
                .onCommand(hold(EPOCH, 1, NOW), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome().detail()).isEqualTo(NtcipClient.SILENT);
        assertThat(seen).as("the SETs arrived").isNotEmpty();
    }

    @Test
    void shouldConfirmWhenOnlyTheFirstReadBackDiffers() {
        agent.setObserver(
                (timeMs, oid, value, accepted) -> {
                    seen.add(new Seen(oid, value));
                    if (seen.size() == 1) {
                        controller.set(org.sinho.rig.controller.ControlObject.HOLD, 1, 0x02);
                    }
                });
        sender.onCommand(hold(EPOCH, 1, NOW), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(seen).hasSize(2);
    }

    @Test
    void shouldFailWithTheControllersErrorWhenItRefusesTheValue() {
        sender.onCommand(command(EPOCH, 1, NOW, ControlObject.PREEMPT, 1, 2), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome().detail()).isEqualTo(PDU.wrongValue);
    }

    @Test
    void shouldFailAfterOneRetryWhenTheControllerIsSilent() throws IOException {
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sender(mute.getLocalPort(), "bench", SHORT_TIMEOUT_MS)
                    .onCommand(hold(EPOCH, 1, NOW), 0, NOW);
            assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(datagrams(mute)).isEqualTo(2);
        }
    }

    private static int datagrams(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(SHORT_TIMEOUT_MS);
        int count = 0;
        try {
            while (true) {
                socket.receive(new DatagramPacket(new byte[1_500], 1_500));
                count++;
            }
        } catch (SocketTimeoutException e) {
            return count;
        }
    }

    @Test
    void shouldFailWhenTheCommunityIsWrong() {
        sender(agent.port(), "guess", SHORT_TIMEOUT_MS).onCommand(hold(EPOCH, 1, NOW), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(agent.refusedCommunityCount()).isEqualTo(2);
        assertThat(seen).isEmpty();
    }

    @Test
    void shouldFailWhenOnlyReadingIsAllowed() {
        sender(agent.port(), "public", TIMEOUT_MS).onCommand(hold(EPOCH, 1, NOW), 0, NOW);
        assertThat(outcome().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome().detail()).isEqualTo(PDU.noAccess);
    }

    @Test
    void shouldDiscardAndNotSendWhenTheDecisionIsStale() {
        sender.onCommand(hold(EPOCH, 1, NOW), 0, NOW + 251);
        requireDiscarded(1);
    }

    @Test
    void shouldDiscardWhenTheEpochIsAnother() {
        sender.onCommand(hold(EPOCH - 1, 1, NOW), 0, NOW);
        sender.onCommand(hold(EPOCH + 1, 1, NOW), 0, NOW);
        requireDiscarded(2);
    }

    @Test
    void shouldDiscardWhenTheSequenceIsOldOrRepeated() {
        sender.onCommand(hold(EPOCH, 7, NOW), 0, NOW);
        seen.clear();
        sender.onCommand(hold(EPOCH, 7, NOW), 0, NOW);
        sender.onCommand(hold(EPOCH, 6, NOW), 0, NOW);
        requireDiscarded(2);
    }

    private void requireDiscarded(int count) {
        assertThat(outcome().outcome()).isEqualTo(Outcome.DISCARDED);
        assertThat(counters.get(CounterId.COMMANDS_DISCARDED)).isEqualTo(count);
        assertThat(seen).as("nothing left").isEmpty();
        // A request behind it would be answered after it: whatever had left would be there now.
        sender.onCommand(hold(EPOCH, 100, NOW), 0, NOW);
        assertThat(seen).hasSize(1);
    }

    @Test
    void shouldSayNothingOfASiteThatItDoesNotServe() {
        UnsafeBuffer other = hold(EPOCH, 1, NOW);
        new SignalCommand().wrapForWrite(other, 0).siteId(SITE + 1).epoch(EPOCH).siteSequence(1);
        sender.onCommand(other, 0, NOW);
        assertThat(door.events()).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void shouldPollWhatTheControllerShows() {
        controller.set(org.sinho.rig.controller.ControlObject.HOLD, 1, 0x22);
        controller.vehicleDetector(3, true);
        controller.vehicleDetector(18, true);
        controller.advance(NOW + 30_000);
        sender.pollAll(NOW);
        ControllerPoll poll = poll();
        assertThat(poll.answered()).isEqualTo(1);
        assertThat(poll.greens()).isEqualTo(controller.lamps().greens());
        assertThat(poll.yellows()).isEqualTo(controller.lamps().yellows());
        assertThat(poll.walks()).isEqualTo(controller.lamps().walks());
        assertThat(poll.pedClears()).isEqualTo(controller.lamps().pedestrianClears());
        assertThat(poll.vehCalls()).isEqualTo(controller.vehicleCalls());
        assertThat(poll.pedCalls()).isEqualTo(controller.pedestrianCalls());
        assertThat(poll.holds()).isEqualTo(0x22);
        assertThat(poll.omits()).isZero();
        assertThat(poll.unitControlStatus()).isEqualTo(controller.unitControlStatus());
        assertThat(poll.unitFlashStatus()).isEqualTo(controller.unitFlashStatus());
        assertThat(poll.patternStatus()).isEqualTo(controller.coordPatternStatus());
        assertThat(poll.detectors()).isEqualTo(1L << 2 | 1L << 17);
        for (int number = 1; number <= 4; number++) {
            assertThat(poll.preemptState(number - 1))
                    .isEqualTo(controller.preemptState(number).code());
        }
        assertThat(counters.get(CounterId.POLLS_ANSWERED)).isEqualTo(1);
    }

    @Test
    void shouldPollASilentControllerAsUnansweredAndGoOn() {
        CommandSender hasty = sender(agent.port(), "bench", SHORT_TIMEOUT_MS);
        agent.setSilent(true);
        hasty.pollAll(NOW);
        ControllerPoll silent = poll();
        assertThat(silent.siteId()).isEqualTo(SITE);
        assertThat(silent.answered()).isZero();
        assertThat(silent.greens()).isZero();
        assertThat(counters.get(CounterId.POLLS_SILENT)).isEqualTo(1);

        agent.setSilent(false);
        sender.pollAll(NOW + 1_000);
        assertThat(poll().answered()).isEqualTo(1);
    }

    private ControllerPoll poll() {
        return new ControllerPoll().wrap(door.events(EventType.CONTROLLER_POLL).getLast(), 0);
    }
}
